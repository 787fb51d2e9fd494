import { axeViolations } from '../../helpers/axe'
import { complaintsOf } from '../../helpers/bridgeTest'
import { CanvasScreenPage } from '../../helpers/canvasScreenPage'
import { HealthPage } from '../../helpers/healthPage'
import { NumbersPage } from '../../helpers/numbersPage'
import { OptionsPage } from '../../helpers/optionsPage'
import { StoryPage } from '../../helpers/storyPage'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]
let canvas: CanvasScreenPage
let health: HealthPage

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  canvas = new CanvasScreenPage(page)
  health = new HealthPage(page)
  await canvas.openTemplate('Healthy-snack start-up')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('a finding leads to its note, its fix mends it at once, undo brings it back', async ({ page }) => {
  await expect(health.counts).toHaveText('1 error19 warnings')
  await health.counts.click()
  await expect(health.findings.first()).toContainText('Nothing is offered to “Sport clubs”.')
  await health
    .finding('Nothing is offered')
    .getByRole('button', { name: /^Nothing is offered/ })
    .click()
  await expect(canvas.board.locator('[data-note][data-selected="true"]')).toContainText('Sport clubs')

  await health.open()
  await health.finding('Nothing is offered').getByRole('button', { name: 'Link one' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Healthy snack ready in seconds' }).click()
  await expect(health.finding('Nothing is offered')).toHaveCount(0)
  await expect(health.counts).toHaveText('19 warnings')
  await page.keyboard.press('Control+z')
  await expect(health.finding('Nothing is offered')).toBeVisible()
  await expect(health.counts).toHaveText('1 error19 warnings')
})

test('what is set aside is listed with its reason, counts no more, and is taken back', async ({ page }) => {
  await health.open()
  await health.setAside('“Single packs” does not say', 'Sold at the shelf, with everything')
  await expect(health.counts).toHaveText('1 error18 warnings')
  await expect(health.group('Set aside')).toContainText('Sold at the shelf, with everything')
  await expect(health.group('18 warnings')).not.toContainText('“Single packs”')
  // who works by keyboard goes on with the next
  await expect(health.finding('“Subscription boxes” does not say').getByRole('button').first()).toBeFocused()
  await health.group('Set aside').getByRole('button', { name: 'Take back' }).click()
  await expect(health.group('19 warnings')).toContainText('“Single packs” does not say')
  await expect(health.group('Set aside')).toHaveCount(0)
  await expect(page.getByText('Not checked')).toBeVisible()
})

test('an assumption is written and moved on the map with the arrow keys', async ({ page }) => {
  await health.open('Assumptions')
  await health.addAssumption()
  await page.keyboard.type('Offices pay by invoice')
  await health.assumptions.press('ArrowUp')
  await health.assumptions.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await expect(health.assumptions).toBeFocused()
  await expect(health.assumptions).toHaveAccessibleName(
    '1. Offices pay by invoice: criticality 5 of 5, certainty 3 of 5. Arrow keys move it.',
  )
  const status = page.getByRole('main').getByRole('combobox', { name: 'Status' })
  await status.click()
  await page.getByRole('option', { name: 'being tested' }).click()
  await expect(status).toHaveText('being tested')
  await page.getByRole('button', { name: 'Delete “Offices pay by invoice”' }).click()
  await expect(page.getByText('No assumption yet')).toBeVisible()
})

test('health, numbers, options and story: nothing stands in the way', async ({ page }) => {
  test.slow()
  const numbers = new NumbersPage(page)
  const options = new OptionsPage(page)
  await numbers.open('All numbers')
  await numbers.give('Single packs', 'Amount', { low: 700, likely: 900, high: 1200 })
  await numbers.give('Ingredients', 'Amount', { likely: 400 })
  expect(await axeViolations(page), 'all numbers').toEqual([])
  await numbers.open('Results')
  await expect(numbers.bars.first()).toBeVisible()
  expect(await axeViolations(page), 'results').toEqual([])
  await options.open()
  await options.fork()
  await expect(options.head(1)).toBeVisible()
  expect(await axeViolations(page), 'options').toEqual([])
  await canvas.page.getByRole('radio', { name: 'Canvas', exact: true }).click()
  await canvas.note('Contract bakery').click()
  await page.keyboard.press('Delete')
  await options.open('Differences')
  await expect(options.change('Contract bakery')).toBeVisible()
  expect(await axeViolations(page), 'differences').toEqual([])
  await health.open()
  expect(await axeViolations(page), 'findings').toEqual([])
  await health.open('Assumptions')
  await health.addAssumption()
  await page.keyboard.type('Offices pay by invoice')
  expect(await axeViolations(page), 'assumptions').toEqual([])
  await page.getByRole('radio', { name: 'Canvas', exact: true }).click()
  await new StoryPage(page).begin()
  expect(await axeViolations(page), 'story').toEqual([])
})
