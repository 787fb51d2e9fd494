import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { complaintsOf, expect, openCanvasView, test } from '../../helpers/bridgeTest'

let complaints: string[]

const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const grid = (page: Page) => page.getByRole('grid')

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  await openCanvasView(page, 'Links')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('R52 the matrix is filled by keys alone, and its holes go', async ({ page }) => {
  await expect(page.getByRole('status').filter({ hasText: 'hole' })).toHaveText('1 hole')
  const gaps = page.getByRole('region', { name: 'Gaps by segment' }).getByRole('listitem')
  await expect(gaps.nth(2)).toContainText('no value proposition, no channel, no relationship, no revenue')
  // one stop for the whole grid: the first cell, and after it the foot of the page
  await grid(page).locator('[tabindex="0"]').focus()
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const row = page.getByRole('row', { name: /Flat pack/ })
  await expect(row.getByRole('gridcell').nth(2)).toBeFocused()
  await expect(row.getByRole('gridcell').nth(2)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('status').filter({ hasText: 'holes' })).toHaveText('no holes')
  await expect(gaps.nth(2)).toContainText('no channel, no relationship, no revenue')
  await expect(gaps.nth(2)).not.toContainText('no value proposition')
  await page.keyboard.press('Space')
  await expect(page.getByRole('status').filter({ hasText: 'hole' })).toHaveText('1 hole')
  await page.keyboard.press('Control+z')
  await expect(row.getByRole('gridcell').nth(2)).toHaveAttribute('aria-selected', 'true')
  // to the headings and back
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  await expect(grid(page).getByRole('columnheader').nth(1).getByRole('button')).toBeFocused()
})

test('channels and their phases: keys 1 to 5 in the matrix, a hole filled in the map', async ({ page }) => {
  await view(page, 'Channels').click()
  await grid(page).locator('[tabindex="0"]').focus()
  await page.keyboard.press('3')
  await page.keyboard.press('1')
  await expect(
    page
      .getByRole('row', { name: /Own web shop/ })
      .getByRole('gridcell')
      .first(),
  ).toContainText('Awareness, Purchase')
  await view(page, 'Reach').click()
  await expect(page.getByRole('status').filter({ hasText: 'holes' })).toHaveText('13 holes')
  const hole = grid(page).getByRole('gridcell', { name: 'Hole: Delivery' }).first()
  await hole.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Kiosks at two railway stations' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'holes' })).toHaveText('12 holes')
  const kiosks = page.getByRole('row', { name: /Kiosks/ }).first()
  await expect(kiosks.getByRole('gridcell').nth(3)).toHaveAttribute('aria-selected', 'true')
  await kiosks.getByRole('gridcell').nth(3).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('status').filter({ hasText: 'holes' })).toHaveText('13 holes')
  // a segment no channel reaches yet gets one where its hole is
  await page
    .getByRole('row', { name: /Sport clubs/ })
    .getByRole('gridcell')
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Own web shop' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'holes' })).toHaveText('12 holes')
})

test('what a channel takes with it is listed and leads to the journey', async ({ page }) => {
  await view(page, 'Without a channel').click()
  await page.getByRole('option', { name: /^Mobile app/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: /^E-mail/ })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Without “E-mail”' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'touchpoints go' })).toContainText(
    '6 touchpoints go',
  )
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveCount(6)
  await page.getByRole('option', { name: /^Own web shop/ }).click()
  await expect(rows.filter({ hasText: 'Office managers' })).toContainText('no longer reached at all')
  await expect(rows.filter({ hasText: 'Monthly box' })).toContainText('no longer delivered')
  await page.getByRole('option', { name: /^E-mail/ }).click()
  await page.getByRole('button', { name: /^Thank-you mail/ }).click()
  await expect(view(page, 'Board')).toBeChecked()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Thank-you mail')
})

test('R53 a note becomes the channel of a journey; renamed once, it is called so everywhere', async ({
  page,
}) => {
  await view(page, 'Channels and journeys').click()
  await page.getByRole('button', { name: 'is “Social media”' }).click()
  const shared = page.getByRole('button', { name: 'Let Social media be a mere note' })
  await expect(shared).toBeVisible()
  // the journey is tied to the canvas, so its other channels are missed and can be added
  await page.getByText('belongs here').first().click()
  await page.getByRole('button', { name: 'Add E-mail to the canvas' }).click()
  await expect(page.getByRole('button', { name: 'Add E-mail to the canvas' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Let E-mail be a mere note' })).toBeVisible()

  await page.getByRole('button', { name: 'Social media', exact: true }).click()
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Channels/ })
    .click()
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('combobox', { name: 'Kind: Social media' }) })
    .getByRole('textbox')
    .fill('Short films')
  await openCanvasView(page, 'Links')
  await expect(page.getByRole('button', { name: 'Short films', exact: true })).toBeVisible()
  await view(page, 'Without a channel').click()
  await page.getByRole('option', { name: /^Short films/ }).click()
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('combobox', { name: 'Channel' }),
  ).toHaveValue('Short films')
})

test('the list of links is filtered, and one is taken out by keys', async ({ page }) => {
  await view(page, 'All links').click()
  const count = page.getByRole('status').filter({ hasText: 'links' })
  await expect(count).toHaveText('19 links')
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(count).toHaveText('18 links')
  await expect(grid(page).getByRole('row', { name: /Flat pack.*offered to/ })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.getByRole('combobox', { name: 'Link' }).click()
  await page.getByRole('option', { name: 'reaches / reached by' }).click()
  await expect(count).toHaveText('5 links')
  await grid(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('4')
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Delivery')
})

test('nothing is hidden from people with a disability', async ({ page }) => {
  test.slow()
  for (const name of ['Matrix', 'Reach', 'Without a channel', 'Channels and journeys', 'All links']) {
    await view(page, name).click()
    await expect(view(page, name)).toBeChecked()
    expect(await axeViolations(page)).toEqual([])
  }
})
