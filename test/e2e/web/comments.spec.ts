import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

test('a comment is written, answered, counted on its card, resolved, and found again', async ({ page }) => {
  // the page is examined four times on the way
  test.slow()
  const board = new BoardPage(page)
  await new HomePage(page).openTemplate('Yacht charter')
  const card = board.box('touchpoint', 'Reply to the request')
  await board.press(card)
  const write = board.inspector.getByRole('textbox', { name: 'Write a comment…' })

  // by keyboard; whoever has no name yet is asked for it once
  await write.click()
  await page.keyboard.type('Who writes the quotes in July?')
  await page.keyboard.press('Tab')
  await expect(board.inspector.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  await page.keyboard.type('Jana')
  await page.keyboard.press('Control+Enter')
  const talk = board.inspector.getByRole('listitem').filter({ hasText: 'in July?' })
  await expect(talk).toContainText('Jana')
  await expect(write).toHaveValue('')
  await expect(card).toContainText(/\b1\b/)
  // and said to those who hear the board
  expect(await board.names('touchpoint')).toContain('Reply to the request, 1 open comment')

  await talk.getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.type('One person, since May')
  await expect(board.inspector.getByRole('textbox', { name: 'Your name' })).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(talk.getByRole('article')).toHaveCount(2)
  expect(await axeViolations(page)).toEqual([])

  const row = page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: /^Comments/ })
  await expect(row).toContainText('1')
  await row.click()
  const main = page.getByRole('main')
  await expect(main.getByRole('article')).toHaveCount(2)
  await main.getByRole('button', { name: 'Resolve' }).click()
  await expect(main.getByText('Nothing is open')).toBeVisible()
  await main.getByRole('radio', { name: 'Resolved' }).click()
  await expect(main.getByRole('article')).toHaveCount(2)
  expect(await axeViolations(page)).toEqual([])

  await main.getByRole('button', { name: /Reply to the request/ }).click()
  await expect(board.inspector.getByRole('textbox', { name: 'Name of the touchpoint' })).toHaveValue(
    'Reply to the request',
  )
  await talk.getByRole('button', { name: 'Reopen' }).click()
  await talk
    .getByRole('button', { name: /^More about/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(board.inspector.getByRole('article')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(board.inspector.getByRole('article')).toHaveCount(2)
})
