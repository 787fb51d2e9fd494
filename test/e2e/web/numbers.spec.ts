import { complaintsOf } from '../../helpers/bridgeTest'
import { CanvasScreenPage } from '../../helpers/canvasScreenPage'
import { NumbersPage } from '../../helpers/numbersPage'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]
let numbers: NumbersPage

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  numbers = new NumbersPage(page)
  await new CanvasScreenPage(page).openTemplate('Healthy-snack start-up')
  await numbers.open('Results')
  await expect(page.getByText('No number yet')).toBeVisible()
  await numbers.choose('Everything is counted per', 'month')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('R33 amounts that are typed give the results of a calculation by hand', async ({ page }) => {
  await numbers.open('All numbers')
  const [price, frequency, payers, ingredients, retention] = [2, 8, 500, 3000, 80]
  await numbers.give('Single packs', 'Price', { low: 1.9, likely: price, high: 2.1 })
  await numbers.give('Single packs', 'Frequency', { likely: frequency })
  await numbers.give('Single packs', 'Payers', { likely: payers })
  await numbers.give('Ingredients', 'Amount', { low: 2000, likely: ingredients, high: 5000 })
  await numbers.give('Busy professionals', 'Retention', { likely: retention })
  await numbers.open('Results')

  const revenue = price * frequency * payers
  const thousands = (euro: number) => `${(euro / 1000).toFixed(1)} k€`
  /** Columns are called by their codes and names. */
  const shows = (row: string, column: string, text: string) =>
    expect.poll(async () => (await numbers.figures(row))[column], `${row} of ${column}`).toContain(text)
  const busy = 'PROBusy professionals'
  await shows('Revenue', busy, thousands(revenue))
  await shows('Cost', busy, 'none linked')
  await shows('Profit', busy, 'before costs')
  await shows('Cost', 'Not assigned', thousands(ingredients))
  await shows('Profit', 'All', thousands(revenue - ingredients))
  await shows('Churn', busy, `${100 - retention} %`)
  await shows('Expected lifetime', busy, `${100 / (100 - retention)} months`)
  // nothing is discounted: what a customer leaves a month, divided by the churn
  const value = (revenue / payers / (100 - retention)) * 100
  await shows('Lifetime value', busy, `${value.toFixed(2)} €`)
  await shows('Lifetime value', busy, 'margin ÷ churn, not discounted')
  await shows('Cost', 'GYMSport clubs', 'Nothing to compute yet: nothing is linked in Value propositions')

  // at its low and at its high end, the widest first
  const at = (euro: number) => (euro / 1000).toFixed(1)
  const [cheap, dear] = [revenue - 2000, revenue - 5000]
  const [less, more] = [1.9, 2.1].map(one => one * frequency * payers - ingredients) as [number, number]
  await expect(numbers.bars).toHaveCount(2)
  await expect(numbers.bars.nth(0)).toHaveAccessibleName(
    `Amount · Ingredients: profit from ${at(dear)} to ${at(cheap)}`,
  )
  await expect(numbers.bars.nth(1)).toHaveAccessibleName(
    `Price · Single packs: profit from ${at(less)} to ${at(more)}`,
  )
  await page.getByRole('button', { name: /^Amount · Ingredients/ }).click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Ingredients')
})

test('another currency is said in words, not added up', async ({ page }) => {
  await numbers.open('All numbers')
  await numbers.give('Single packs', 'Amount', { likely: 900 })
  const group = await numbers.give('Ingredients', 'Amount', { likely: 400 })
  const unit = group.getByRole('combobox', { name: 'Unit' })
  await unit.fill('CZK')
  await page.keyboard.press('Enter')
  await numbers.open('Results')
  await expect.poll(() => numbers.figures('Revenue')).toMatchObject({ All: '900 €' })
  const words = 'Not added up: some amounts are not in €.'
  expect(await numbers.figures('Cost')).toMatchObject({ 'Not assigned': words, All: words })
  expect(await numbers.figures('Profit')).toMatchObject({ All: '–' })
})

test('a formula follows its numbers, and says in words what it cannot read', async ({ page }) => {
  await numbers.open('All numbers')
  await numbers.give('Single packs', 'Price', { likely: 2 })
  const group = await numbers.give('Ingredients', 'Unit cost', { likely: 1 })
  const formula = group.getByRole('textbox', { name: 'Formula' })
  await formula.fill('[Nothing] * 2')
  await expect(group).toContainText('There is no number “Nothing”')
  await formula.fill('[Price] / 4')
  await expect(group).toContainText('0.50 €')
  await numbers.of('Single packs').getByRole('button', { name: 'Delete' }).click()
  await expect(group).toContainText('It names a number that is no longer there.')
  await page.keyboard.press('Control+z')
  await expect(group).toContainText('0.50 €')
})
