import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { complaintsOf, expect, openCanvasView, test } from '../../helpers/bridgeTest'

let complaints: string[]

const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const pains = (page: Page) => page.getByRole('listbox', { name: 'Pains' })
const coverage = (page: Page) => page.getByRole('status').filter({ hasText: 'of the weight' })
const addPain = async (page: Page, title: string) => {
  await page.getByRole('textbox', { name: 'Add a pain of this segment' }).fill(title)
  await page.keyboard.press('Enter')
}

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  await openCanvasView(page, 'Fit')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('a pain is chosen and answered by keys, and the coverage follows', async ({ page }) => {
  await addPain(page, 'Crushed in the bag')
  await addPain(page, 'No time to queue')
  await expect(coverage(page)).toContainText('0%')
  await expect(coverage(page)).toContainText('0 of 2 pains')
  await pains(page).locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await expect(pains(page).getByRole('option', { name: /Crushed/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  for (const [key, share, word] of [
    ['3', '50%', 'removed'],
    ['2', '33%', 'eased'],
    ['1', '17%', 'barely'],
  ]) {
    await page.keyboard.press(key!)
    await expect(coverage(page)).toContainText(share!)
    await expect(pains(page).getByRole('option', { name: /Crushed/ })).toContainText(word!)
  }
  // the offer that answers moved to the top and kept the cursor: the other one is next
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('3')
  await expect(coverage(page)).toContainText('50%')
  await page.keyboard.press('Delete')
  await expect(coverage(page)).toContainText('17%')
  await page.keyboard.press('0')
  await expect(coverage(page)).toContainText('17%')
  await page.keyboard.press('Escape')
  await expect(pains(page).getByRole('option', { name: /Crushed/ })).toBeFocused()
  await expect(pains(page).getByRole('option').first()).toContainText('No time to queue')
  await expect(pains(page).getByRole('option').first()).toContainText('unanswered')
  // the inspector knows the pain; a heavier one weighs more
  await page.getByRole('complementary').getByRole('radio', { name: '5' }).first().click()
  await expect(coverage(page)).toContainText('21%')
})

test('a segment without an offer gets one that answers its pain, and undo takes the answer back', async ({
  page,
}) => {
  await page.getByRole('button', { name: /Sport clubs/ }).click()
  await expect(page.getByText('Nothing is offered to this segment yet.')).toBeVisible()
  const offer = page.getByRole('combobox', { name: 'Offer something more' })
  await offer.fill('Protein box for teams')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Offered to them' })).toContainText('Protein box for teams')
  await addPain(page, 'Players skip meals')
  await pains(page).getByRole('option').click()
  await page.getByRole('radio', { name: '3 removed' }).click()
  await expect(coverage(page)).toContainText('100%')
  await page.keyboard.press('Control+z')
  await expect(coverage(page)).toContainText('0%')
})

test('pains of a journey count for its segment; the severe ones of all segments are listed', async ({
  page,
}) => {
  await view(page, 'Links').click()
  await view(page, 'Channels and journeys').click()
  await page.getByRole('combobox', { name: /^Segment of Yacht/ }).click()
  await page.getByRole('option', { name: /^Busy professionals/ }).click()
  await view(page, 'Fit').click()
  await expect(pains(page).getByRole('option')).toHaveCount(5)
  await expect(pains(page).getByRole('option').first()).toContainText(
    'An hour and a half in the reception queue',
  )
  await view(page, 'Pains of all').click()
  await expect(page.getByRole('status').filter({ hasText: 'unanswered' })).toHaveText('2 unanswered')
  await page.getByRole('button', { name: /Deposit comes back late/ }).click()
  await expect(pains(page).getByRole('option', { name: /Deposit/ })).toHaveAttribute('aria-selected', 'true')
})

test('R59 two journeys lie over one another with a legend, and what fell short is listed', async ({
  page,
}) => {
  await view(page, 'Journeys').click()
  await expect(
    page.getByRole('img', { name: /^Emotion curves: .*Yacht charter.*Bank account/ }),
  ).toBeVisible()
  const table = page.getByRole('table', { name: 'Mean emotion and gap by stage' })
  await expect(table.getByRole('columnheader', { name: 'Purchase', exact: true })).toBeVisible()
  await expect(table.getByRole('row', { name: /^Bank account opening/ })).toContainText('−0.8')
  const missed = page.getByRole('region', { name: 'Below what was expected' }).getByRole('listitem')
  await expect(missed.first()).toContainText('−4 missed')
  await page
    .getByRole('group', { name: 'Journeys laid over one another' })
    .getByRole('button', { name: /^Bank account opening/ })
    .click()
  await expect(page.getByText('Choose two to four journeys')).toBeVisible()
  await expect(missed.first()).toContainText('−3 missed')
  await missed.filter({ hasText: 'Reception queue' }).getByRole('button').click()
  await expect(view(page, 'Board')).toBeChecked()
})

test('nothing is hidden from people with a disability', async ({ page }) => {
  test.slow()
  await addPain(page, 'Crushed in the bag')
  await page.getByRole('radio', { name: '2 eased' }).first().click()
  for (const name of ['One segment', 'Pains of all', 'Journeys']) {
    await view(page, name).click()
    await expect(view(page, name)).toBeChecked()
    expect(await axeViolations(page)).toEqual([])
  }
})
