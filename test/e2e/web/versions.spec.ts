import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

test('an earlier version comes back as one undo step', async ({ page }) => {
  const home = new HomePage(page)
  await home.openTemplate('Yacht charter')
  const journeys = page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /charter|New journey/ })
  await expect(journeys).toHaveCount(1)
  await home.goHome()
  await expect(home.cards).toHaveCount(1)
  await home.card('Yacht').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Add a journey' }).click()
  await expect(journeys).toHaveCount(2)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('earlier')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  await expect(dialog.getByRole('listitem').first()).toContainText('kB')
  expect(await axeViolations(page)).toEqual([])
  // what is open now needs no restoring
  await expect(dialog.getByText('Now open')).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: /^Restore/ })).toHaveCount(1)
  await dialog
    .getByRole('button', { name: /^Restore the version of/ })
    .last()
    .click()

  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Messages' })).toContainText(
    'Undo brings back what was there before',
  )
  await expect(journeys).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(journeys).toHaveCount(2)
})

test('a version is named, compared on the board and as a list, and an entry is gone to', async ({ page }) => {
  const board = new BoardPage(page)
  await board.openWrittenTemplate('Yacht charter')
  await board.box('touchpoint', 'Tip from another skipper').click()
  await page.keyboard.press('Delete')
  await board.box('touchpoint', 'Fleet pages with free weeks').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Fleet fair')
  await page.keyboard.press('Enter')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('earlier')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  await dialog.getByRole('textbox', { name: 'Name of the version as it is now' }).fill('After the workshop')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').first()).toContainText('After the workshop')
  await dialog
    .getByRole('button', { name: /^Name the version/ })
    .first()
    .click()
  await page.keyboard.type('First round')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').first()).toContainText('First round')

  await dialog
    .getByRole('button', { name: /^Compare the version of/ })
    .last()
    .click()
  const compare = page.getByRole('dialog', { name: 'Compare versions' })
  const list = compare.getByRole('complementary', { name: 'All differences' })
  await expect(compare.getByRole('status')).toHaveText('2 differences')
  await expect(list.getByRole('button')).toHaveCount(2)
  const renamed = list.getByRole('button', { name: /changed.*Fleet fair/ })
  await expect(renamed).toContainText('Fleet pages with free weeks')
  expect(await axeViolations(page)).toEqual([])
  // what is gone is shown where it was
  await list.getByRole('button', { name: /removed.*Tip from another skipper/ }).press('Enter')
  await expect(compare.getByRole('radio', { name: 'Before' })).toBeChecked()
  await expect(compare.locator('[data-kind="removed"][data-chosen="true"]')).toBeInViewport()
  await renamed.click()
  await expect(compare.getByRole('radio', { name: 'After' })).toBeChecked()
  await expect(compare.locator('[data-kind="changed"][data-chosen="true"]')).toBeInViewport()
  await compare.getByRole('button', { name: 'Go to it' }).click()
  await expect(compare).toHaveCount(0)
  expect(await board.selected()).toEqual([expect.stringContaining('Fleet fair')])
})

test('a version that can no longer be read says so, and the list is there again', async ({
  page,
  serving,
}) => {
  const board = new BoardPage(page)
  await board.openWrittenTemplate('Yacht charter')
  await board.box('touchpoint', 'Tip from another skipper').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('earlier')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  const compare = dialog.getByRole('button', { name: /^Compare the version of/ }).last()
  await expect(compare).toBeVisible()
  const versions = join(serving.folder, 'data/versions')
  for (const name of readdirSync(versions)) writeFileSync(join(versions, name), 'no document any more')
  await compare.click()
  await expect(page.getByText(/^The version of .* cannot be read/)).toBeVisible()
  await expect(compare).toBeVisible()
})

test('pointing at a label, or standing in its row, says who wrote the field last', async ({ page }) => {
  const board = new BoardPage(page)
  await board.openTemplate('Yacht charter')
  await board.box('touchpoint', 'Tip from another skipper').click()
  const channel = board.inspector.getByText('Channel', { exact: true }).first()
  const hint = board.inspector.locator('[data-hint]')
  await expect(hint).toHaveCount(0)
  await channel.hover()
  await expect(hint).toContainText(/You|without a name/)
  await page.mouse.move(0, 0)
  await expect(hint).toHaveCount(0)
  await board.inspector.getByRole('combobox', { name: 'Channel' }).press('Shift')
  await page.keyboard.press('Tab')
  await expect(hint).toContainText(/·/)
  expect(await axeViolations(page)).toEqual([])
})

test('R9 a target version is compared with today: exactly what was made otherwise', async ({ page }) => {
  const board = new BoardPage(page)
  await board.openTemplate('Retail purchase')
  await page.getByRole('button', { name: /^Retail purchase.* 21$/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Make a target version' }).click()
  await board.shown()
  await board.press(board.box('touchpoint', 'Price comparison'))
  await page.keyboard.press('1')
  await page.getByRole('button', { name: /\(target\).* 21$/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Compare the target with today' }).click()
  const compare = page.getByRole('dialog', { name: 'Compare versions' })
  await expect(compare.getByRole('status')).toHaveText('1 difference')
  await expect(compare).toContainText('Price comparison')
  await expect(compare).toContainText('Very negative')
})
