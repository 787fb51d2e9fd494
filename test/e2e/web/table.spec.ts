import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { TablePage } from '../../helpers/tablePage'
import { expect, test } from '../../helpers/webTest'

let table: TablePage
test.beforeEach(({ page }) => {
  table = new TablePage(page)
})

test('R3 the retail purchase has 21 rows, and they are the same records as the board and the inspector', async ({
  page,
}) => {
  await table.openTemplate('Retail purchase')
  await expect(table.rows).toHaveCount(21)
  await expect(table.count).toHaveText('21 touchpoints')
  await expect(table.grid).toHaveAttribute('aria-rowcount', '22')

  await table.goTo('Payment at the till', 'touchpoint')
  await expect(table.inspector.getByLabel('Name of the touchpoint')).toHaveValue('Payment at the till')
  await page.keyboard.press('Enter')
  await page.keyboard.type(', queue')
  await expect(table.inspector.getByLabel('Name of the touchpoint')).toHaveValue('Payment at the till, queue')
  await page.keyboard.press('Enter')
  await expect(table.row('Payment at the till, queue')).toBeVisible()

  await table.inspector.getByLabel('Name of the touchpoint').fill('Till')
  await expect(table.row('Till')).toBeVisible()
  await table.show('Board')
  const board = new BoardPage(page)
  expect(await board.names('touchpoint')).toContain('Till')
})

test('R18 sorted by effort three rows say 5; the filters find what the data say', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.heading('Effort').click()
  await table.heading('Effort').click()
  await expect(table.heading('Effort')).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await table.column('effort')).slice(0, 4)).toEqual(['5', '5', '5', '4'])

  await page.getByRole('button', { name: 'Not solved fully' }).click()
  await expect
    .poll(async () =>
      (await table.column('completeness')).filter(word => word !== 'None' && word !== 'Partial'),
    )
    .toEqual([])
  const words = await table.column('completeness')
  expect(words.length).toBeGreaterThan(0)
  await expect(table.count).toHaveText(`${words.length} of 21`)
  await page.getByRole('button', { name: 'Not solved fully' }).click()

  await page.getByRole('button', { name: 'Moments of truth' }).click()
  await expect(table.rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Moments of truth' }).click()

  await page.getByRole('button', { name: 'Missed' }).click()
  await expect.poll(async () => (await table.column('gap')).filter(text => !text.startsWith('−'))).toEqual([])
  await page.getByRole('button', { name: 'Missed' }).click()

  await table.toolbar.getByRole('combobox', { name: 'Channel' }).click()
  await page.getByRole('option', { name: 'Field service' }).click()
  await expect.poll(async () => [...new Set(await table.column('channel'))]).toEqual(['Field service'])
  await page.getByLabel('Find in the table').fill('no such thing')
  await expect(page.getByText('No touchpoint passes these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(table.rows).toHaveCount(21)
})

test('a table is written with the keyboard alone, each cell one undo step', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Product page with filters', 'touchpoint')

  // typing takes the place of the name, Tab goes on to the right
  await page.keyboard.type('Shop page')
  await page.keyboard.press('Tab')
  await expect(table.row('Shop page')).toBeVisible()
  expect(await table.underCursor()).toBe('Compare')

  // Escape brings back what stood there
  await table.press('Home', 'F2')
  await page.keyboard.type(' of ours')
  await table.press('Escape')
  await expect(table.row('Shop page')).toBeVisible()
  await expect(table.grid).toBeFocused()

  // a digit is a rating, plus and minus are the emotion
  await table.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await table.press('+')
  await expect(table.cell('Shop page', 'emotion')).toContainText('+2')
  await table.press('ArrowRight', '2', 'ArrowRight', '1')
  await expect(table.cell('Shop page', 'gap')).toHaveText('−1 missed')
  await table.press('Delete')
  await expect(table.cell('Shop page', 'gap')).toHaveText('')
  await table.press('Control+z')
  await expect(table.cell('Shop page', 'gap')).toHaveText('−1 missed')

  // lists open with Enter and are chosen from with arrows
  await table.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Home')
  await table.press('ArrowDown', 'Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(table.cell('Shop page', 'level')).toHaveText('Experiential')
  await expect(table.grid).toBeFocused()

  // minutes as the language writes them; what is no number is said and not written
  await table.press('ArrowRight')
  await page.keyboard.type('1,440')
  await table.press('Enter')
  await expect(table.cell('Shop page', 'wait')).toHaveText('1 day')
  await table.press('ArrowUp', 'F2', 'Control+a')
  await page.keyboard.type('soon')
  await expect(table.grid.getByRole('alert')).toContainText('not a number')
  await table.press('Escape', 'Escape')
  await expect(table.cell('Shop page', 'wait')).toHaveText('1 day')

  // all of it step by step back
  for (let steps = 0; steps < 6; steps++) await table.press('Control+z')
  await expect(table.row('Product page with filters')).toBeVisible()
})

test('a channel is made by writing its name, and a touchpoint moves to another step', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Payment at the till', 'channel')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Kiosk')
  await page.getByRole('option', { name: 'Add “Kiosk”' }).click()
  await expect(table.cell('Payment at the till', 'channel')).toHaveText('Kiosk')
  // R4: only its touchpoints stay
  await table.toolbar.getByRole('combobox', { name: 'Channel' }).click()
  await page.getByRole('option', { name: 'Kiosk' }).click()
  await expect(table.rows).toHaveCount(1)
  await table.toolbar.getByRole('combobox', { name: 'Channel' }).click()
  await page.getByRole('option', { name: 'Any channel' }).click()
  await expect(table.rows).toHaveCount(21)
  await table.grid.focus()
  await table.press('Control+z')
  await expect(table.cell('Payment at the till', 'channel')).toHaveText('Shop')

  await table.goTo('Payment at the till', 'step')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('first wash')
  await page.keyboard.press('Enter')
  await expect(table.cell('Payment at the till', 'stage')).toHaveText('First weeks of use')
})

test('the whole document shows the touchpoints of all journeys', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await expect(table.toolbar.getByRole('radio', { name: 'Whole document' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Add a journey' }).click()
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Table' }).click()
  await expect(page.getByText('There are no touchpoints yet.')).toBeVisible()
  await table.toolbar.getByRole('radio', { name: 'Whole document' }).click()
  await expect(table.rows).toHaveCount(21)
  await expect(table.cell('Payment at the till', 'stage')).toContainText('› Choose and buy')
})

test('rows are selected by mouse and keyboard, and changed together in the inspector', async ({ page }) => {
  await table.openTemplate('Retail purchase')
  await table.goTo('Advice from a neighbour', 'touchpoint')
  await table.press('Shift+ArrowDown', 'Shift+ArrowDown')
  expect(await table.selected()).toEqual([
    'Advice from a neighbour',
    'Advert for next-day delivery',
    'Product page with filters',
  ])
  await table.row('Repair at home').click({ modifiers: ['ControlOrMeta'], position: { x: 60, y: 10 } })
  await expect(table.inspector.getByText('4 selected')).toBeVisible()
  await table.inspector.getByRole('combobox', { name: 'Level' }).click()
  await page.getByRole('option', { name: 'Emotional' }).click()
  for (const title of ['Advice from a neighbour', 'Repair at home'])
    await expect(table.cell(title, 'level')).toHaveText('Emotional')
  await table.inspector.getByRole('button', { name: 'Delete 4 items' }).click()
  await expect(table.rows).toHaveCount(17)
  await page.keyboard.press('Control+z')
  await expect(table.rows).toHaveCount(21)
})

test('where personas differ the cell says so and is written for one of them', async ({ page }) => {
  await table.openTemplate('B2B supplier onboarding')
  await expect(table.rows).toHaveCount(19)
  await table.toolbar.getByRole('combobox', { name: 'Persona' }).click()
  const planner = page.getByRole('option', { name: /plann/i })
  await planner.click()
  await expect(table.rows).toHaveCount(5)
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  test.slow()
  await table.openTemplate('Retail purchase')
  await table.goTo('Payment at the till', 'touchpoint')
  expect(await axeViolations(page)).toEqual([])
  await table.press('Control+a')
  await expect(table.inspector.getByText('21 selected')).toBeVisible()
  expect(await axeViolations(page), 'several selected').toEqual([])
})
