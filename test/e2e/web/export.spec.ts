import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' })

async function saved(page: Page): Promise<Download> {
  const download = page.waitForEvent('download')
  await dialogOf(page).getByRole('button', { name: 'Save…' }).click()
  return download
}

const bytesOf = async (download: Download) => readFileSync(await download.path())

test('a journey goes out as PDF, PNG and SVG', async ({ page }) => {
  await new HomePage(page).openTemplate('Yacht charter')
  await page.keyboard.press('Control+e')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('img', { name: /^Preview of Yacht charter/ })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  await dialog.getByRole('radio', { name: 'A4' }).click()
  await dialog.getByRole('radio', { name: 'Over several' }).click()
  await expect(dialog.getByText('6 pages')).toBeVisible()
  const pdf = await saved(page)
  expect(pdf.suggestedFilename()).toBe('Yacht charter a week on a sailing boat.pdf')
  const text = (await bytesOf(pdf)).toString('latin1')
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text.match(/\/MediaBox/g)).toHaveLength(6)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Messages' })).toContainText('Yacht charter')

  // what was chosen last is chosen still; to print a journey leads here too
  await page.keyboard.press('Control+p')
  await expect(dialog.getByRole('radio', { name: 'A4' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'PNG' }).click()
  await dialog.getByRole('radio', { name: '1×' }).click()
  await expect(dialog.getByText(/^2,861 × \d+ pixels$/)).toBeVisible()
  const png = await bytesOf(await saved(page))
  expect(png.readUInt32BE(16)).toBe(2861)

  await page.keyboard.press('Control+e')
  await dialog.getByRole('radio', { name: 'SVG' }).click()
  await dialog.getByRole('radio', { name: 'Dark' }).click()
  expect(await axeViolations(page)).toEqual([])
  const svg = (await bytesOf(await saved(page))).toString()
  // the browser's own reader of XML finds no fault with it
  const found = await page.evaluate(markup => {
    const read = new DOMParser().parseFromString(markup, 'image/svg+xml')
    return [read.documentElement.nodeName, read.querySelector('title')?.textContent]
  }, svg)
  expect(found).toEqual(['svg', 'Yacht charter: a week on a sailing boat'])
})

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })

  test('a canvas goes out by the palette, with its credit line', async ({ page }) => {
    await new HomePage(page).openTemplate('Café chain')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.type('export as')
    await page.keyboard.press('Enter')
    const dialog = dialogOf(page)
    await expect(dialog.getByRole('img', { name: /^Preview of Café chain/ })).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('radio', { name: 'SVG' }).click()
    expect((await bytesOf(await saved(page))).toString()).toContain('Strategyzer, CC BY-SA 3.0')
  })
})
