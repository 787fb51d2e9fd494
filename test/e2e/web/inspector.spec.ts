import { TablePage } from '../../helpers/tablePage'
import { expect, test } from '../../helpers/webTest'
import type { Locator } from '@playwright/test'

let table: TablePage
let inspector: Locator
test.beforeEach(({ page }) => {
  table = new TablePage(page)
  inspector = table.inspector
})

const scale = (name: string) => inspector.getByRole('radiogroup', { name })
const chosen = (name: string) => scale(name).getByRole('radio', { checked: true })

test('typing into one field is one undo step, and undo leaves the caret where it is', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Payment at the till', 'touchpoint')
  const title = inspector.getByLabel('Name of the touchpoint')
  await title.click()
  await page.keyboard.press('Home')
  await page.keyboard.type('The ')
  await expect(table.row('The Payment at the till')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue('Payment at the till')
  expect(await title.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(4)
  await page.keyboard.press('Control+y')
  await expect(title).toHaveValue('The Payment at the till')

  // a field that is left and entered again is another step
  const frontstage = inspector.getByLabel('Frontstage')
  await frontstage.fill('One')
  await title.focus()
  await frontstage.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' two')
  await page.keyboard.press('Control+z')
  await expect(frontstage).toHaveValue('One')
})

test('scales: a click chooses, the same click takes back, arrows and digits work', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Payment at the till', 'touchpoint')
  await expect(chosen('Expected')).toHaveText('4')
  await scale('Expected').getByRole('radio', { name: '4' }).click()
  await expect(chosen('Expected')).toHaveCount(0)
  await expect(inspector.getByText('missed')).toHaveCount(0)
  await page.keyboard.press('5')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(chosen('Expected')).toHaveText('4')
  await expect(chosen('Expected')).toBeFocused()
  await expect(inspector.getByText('−2 missed')).toBeVisible()

  const faces = inspector.getByRole('radiogroup', { name: 'Emotion' })
  await faces.getByRole('radio', { name: '+2 · Very positive' }).click()
  await expect(table.cell('Payment at the till', 'emotion')).toContainText('+2')
  await page.keyboard.press('Delete')
  await expect(table.cell('Payment at the till', 'emotion')).toHaveText('')
  await expect(inspector.getByText('Not said yet').first()).toBeVisible()
})

test('a number out of range is said in words, and nothing of it is written', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Payment at the till', 'touchpoint')
  const waiting = inspector.getByLabel('Waiting')
  await waiting.fill('95')
  await expect(table.cell('Payment at the till', 'wait')).toHaveText('1 hr 35 min')
  await waiting.press('Tab')
  await waiting.focus()
  await waiting.press('End')
  await page.keyboard.type('0000000')
  await expect(inspector.getByRole('alert')).toHaveText(
    'Write a number from 0 to 5,256,000. The value before is kept.',
  )
  await expect(table.cell('Payment at the till', 'wait')).toHaveText('1 hr 35 min')
  await page.keyboard.press('Escape')
  await expect(waiting).toHaveValue('95')
  await expect(inspector.getByRole('alert')).toHaveCount(0)
})

test('R10, R11 a pain point, its opportunity and an action are made from the touchpoint', async ({
  page,
}) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Order confirmation', 'touchpoint')
  await inspector.getByRole('button', { name: 'Pain point', exact: true }).click()
  await page.keyboard.type('Nothing says when')
  await scale('Severity').getByRole('radio', { name: '5' }).click()
  await scale('Frequency').getByRole('radio', { name: '4' }).click()
  await inspector.getByLabel('Cause').fill('No slot is known yet')
  await inspector.getByRole('combobox', { name: 'Layer' }).click()
  await page.getByRole('option', { name: 'back office' }).click()
  await expect(table.cell('Order confirmation', 'pains')).toHaveText('5×4Nothing says when')

  await inspector.getByRole('button', { name: 'Opportunity', exact: true }).click()
  await expect(inspector.getByLabel('Name of the opportunity')).toBeFocused()
  await page.keyboard.type('Say the slot at once')
  await expect(inspector.getByRole('button', { name: 'Nothing says when' })).toBeVisible()
  await inspector.getByRole('button', { name: 'Action', exact: true }).click()
  await expect(inspector.getByLabel('Name of the action')).toBeFocused()
  await page.keyboard.type('Show free slots')
  await inspector.getByRole('button', { name: 'Say the slot at once' }).click()
  await expect(inspector.getByRole('button', { name: 'Show free slots' })).toBeVisible()
})

test('R7 a new journey says what is missing and no longer once it is filled in', async ({ page }) => {
  await page.getByRole('button', { name: /^New journey/ }).click()
  const missing = inspector.getByRole('note')
  await expect(missing.getByRole('button')).toHaveText(['Persona', 'Segment', 'Scenario', 'Start', 'End'])
  await missing.getByRole('button', { name: 'Persona' }).click()
  await page.keyboard.type('Nina, 34')
  await page.getByRole('option', { name: 'Add “Nina, 34”' }).click()
  await expect(missing.getByRole('button')).toHaveText(['Segment', 'Scenario', 'Start', 'End'])
  await missing.getByRole('button', { name: 'Scenario' }).click()
  await page.keyboard.type('The boiler fails')
  await expect(missing.getByRole('button')).toHaveText(['Segment', 'Start', 'End'])
  // making the persona and choosing it is one step
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(missing.getByRole('button').first()).toHaveText('Persona')
})

test('several personas rate a touchpoint each for themselves', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await page.keyboard.press('Escape')
  await table.show('Board')
  const personas = inspector.getByRole('combobox', { name: 'Personas' })
  await personas.focus()
  await page.keyboard.type('Peter, 61')
  await page.getByRole('option', { name: 'Add “Peter, 61”' }).click()
  await table.show('Table')
  await table.goTo('Payment at the till', 'touchpoint')
  const whose = inspector.getByRole('radiogroup', { name: 'Whose experience' })
  await expect(whose.getByRole('radio')).toHaveText(['Everyone', 'Martina', 'Peter'])
  await whose.getByRole('radio', { name: 'Peter' }).click()
  await expect(inspector.getByText('How Peter feels')).toBeVisible()
  await inspector
    .getByRole('radiogroup', { name: 'Emotion' })
    .getByRole('radio', { name: '+1 · Positive' })
    .click()
  // the table shows what both say: the mean of −1 and +1; it is written for one of them
  await expect(table.cell('Payment at the till', 'emotion')).toContainText('0')
  await table.goTo('Payment at the till', 'emotion')
  await page.keyboard.press('+')
  await expect(page.getByText('Several personas say different things here')).toBeVisible()
  await whose.getByRole('radio', { name: 'Martina' }).click()
  await expect(inspector.getByText('−1 · Negative')).toBeVisible()
})
