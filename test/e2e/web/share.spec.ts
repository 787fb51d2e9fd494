import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

async function dialogOf(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'Send to others…' }).click()
  return page.getByRole('dialog', { name: 'Send to others' })
}

test('a copy without names says what it leaves out, and has none of them', async ({ page }) => {
  const board = new BoardPage(page)
  await new HomePage(page).openTemplate('Yacht charter')
  await board.press(board.box('touchpoint', 'Reply to the request'))
  await board.inspector.getByRole('textbox', { name: 'Write a comment…' }).fill('Why?')
  await board.inspector.getByRole('textbox', { name: 'Your name' }).fill('Jana Nováková')
  await board.inspector.getByRole('button', { name: 'Comment', exact: true }).click()

  const saved = async (leaveOut: readonly string[]) => {
    const dialog = await dialogOf(page)
    for (const kind of leaveOut) await dialog.getByText(kind, { exact: true }).click()
    if (leaveOut.length > 0) {
      await expect(dialog.getByRole('status')).toContainText('Left out5 people · 1 backstage lane')
      await expect(dialog.getByRole('status')).toContainText('1 comment')
      await expect(dialog.getByRole('status')).toContainText('it cannot be merged back')
      expect(await axeViolations(page)).toEqual([])
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save' }).click(),
    ])
    const done = page.getByRole('dialog', { name: 'The file is ready' })
    await expect(done).toContainText(download.suggestedFilename())
    await expect(done).toContainText('attach it to a mail')
    await done.getByRole('button', { name: 'Done' }).click()
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const copy = await saved(['Names of people', 'Backstage'])
  expect(copy.name).toBe('Yacht charter a week on a sailing boat (for others).jboard')
  expect(copy.bytes.includes('Why?')).toBe(true)
  expect(copy.bytes.includes('Jana Nov')).toBe(false)
  // the control: the whole document says who wrote it
  const whole = await saved([])
  expect(whole.name).toBe('Yacht charter a week on a sailing boat.jboard')
  expect(whole.bytes.includes('Jana Nov')).toBe(true)
})

test('a part is chosen from the document; without one there is nothing to send', async ({ page }) => {
  await new HomePage(page).openTemplate('Yacht charter')
  const dialog = await dialogOf(page)
  await dialog.getByRole('radio', { name: 'A part' }).click()
  const parts = dialog.getByRole('list', { name: 'Parts to send' })
  const journey = parts.getByRole('checkbox', { name: /^Yacht charter/ })
  await expect(journey).toBeChecked()
  await expect(dialog.getByRole('status')).toContainText('1 journey · 23 touchpoints · 1 segment · 1 persona')
  expect(await axeViolations(page)).toEqual([])
  await journey.press('Space')
  await expect(dialog.getByRole('status')).toHaveText('Choose at least one part.')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await parts.getByRole('checkbox', { name: 'Families with a hired skipper' }).press('Space')
  await expect(dialog.getByRole('status')).toContainText('1 segment')
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue(
    'Families with a hired skipper (part)',
  )
})
