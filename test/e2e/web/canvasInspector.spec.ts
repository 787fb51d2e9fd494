// The inspector beside the canvas: names that are one everywhere, wording of one option, links and numbers.
import type { Locator, Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { CanvasPage } from '../../helpers/canvasPage'
import { expect, openCanvas, test } from '../../helpers/modelTest'

let canvas: CanvasPage
let inspector: Locator
let complaints: string[]
test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  canvas = new CanvasPage(page)
  inspector = page.locator('[data-part="inspector"]')
  await openCanvas(page, /^Healthy-snack/)
  await canvas.shown()
})
// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

/** Writes into a field and tells the texts (or values) of elements as they are in the very next frame. */
async function inTheNextFrame(field: Locator, text: string, ...seen: Locator[]): Promise<(string | null)[]> {
  const elements = await Promise.all(seen.map(one => one.elementHandle()))
  return field.evaluate(
    (element: HTMLTextAreaElement, [written, shown]) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(element, written)
      element.dispatchEvent(new Event('input', { bubbles: true }))
      return new Promise<(string | null)[]>(done =>
        requestAnimationFrame(() =>
          done(shown.map(one => (one instanceof HTMLInputElement ? one.value : (one?.textContent ?? null)))),
        ),
      )
    },
    [text, elements] as const,
  )
}

const goTo = (page: Page, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
const undo = (page: Page) => page.keyboard.press('Control+z')
const links = () => inspector.getByRole('region', { name: 'Links' })

test('a channel is renamed once: note, touchpoint and inspector show it in the same frame, undo restores all', async ({
  page,
}) => {
  await canvas.note('Own web').click()
  const name = inspector.getByLabel('Name of the channel')
  const [note] = await inTheNextFrame(
    name,
    'Web shop',
    canvas.board.locator('[data-note]', { hasText: 'Own web' }),
  )
  expect(note).toContain('Web shop')
  await expect.poll(() => canvas.notesIn('Channels')).toContain('Web shop')

  // the journey's card and the channel's own panel beside it
  await goTo(page, 'Lunch on the move')
  const board = new BoardPage(page)
  await board.shown()
  await board.press(board.box('touchpoint', 'Fills the basket'))
  await expect(inspector.getByRole('combobox', { name: 'Channel' })).toHaveValue('Web shop')
  await inspector.getByRole('button', { name: 'All of the channel' }).click()
  const [row] = await inTheNextFrame(name, 'Shop in the web', board.board.locator('table tbody tr').first())
  expect(row).toContain('Shop in the web')
  await expect(inspector.getByText('1 touchpoint · 1 journey · 2 canvases')).toBeVisible()
  await inspector.getByRole('button', { name: /^Healthy-snack/ }).click()
  await expect.poll(() => canvas.notesIn('Channels')).toContain('Shop in the web')

  await undo(page)
  await undo(page)
  await expect.poll(() => canvas.notesIn('Channels')).toContain('Own web shop')
  await goTo(page, 'Lunch on the move')
  await expect.poll(async () => (await board.rows()).flat().join()).toContain('Own web shop')
})

test('a segment is renamed once: note, persona and inspector show it in the same frame, undo restores all', async ({
  page,
}) => {
  await canvas.note('Office managers').click()
  const alias = inspector.getByLabel('On the canvas')
  await alias.fill('')
  await expect.poll(() => canvas.notesIn('Customer segments')).toContain('Office managers')

  await canvas.note('professionals who snack').click()
  const name = inspector.getByLabel('Name of the segment')
  await expect(name).toHaveValue('Busy professionals')
  const chip = canvas.page.getByRole('main').getByRole('button', { name: /PRO/ }).first()
  const [focus] = await inTheNextFrame(name, 'Professionals', chip)
  expect(focus).toContain('Professionals')
  // its own wording on the canvas stays, until it is taken away
  await inspector.getByLabel('On the canvas').fill('')
  await expect.poll(() => canvas.notesIn('Customer segments')).toContain('Professionals')

  await goTo(page, 'Personas')
  const card = page.getByRole('article', { name: 'Anna' })
  const segment = card.getByRole('combobox', { name: 'Segment' })
  await expect(segment).toHaveValue('Professionals')
  await card.getByLabel('Name of the persona').click()
  await inspector.getByRole('button', { name: 'All of the segment' }).click()
  const [shown] = await inTheNextFrame(name, 'Commuters', segment)
  expect(shown).toBe('Commuters')
  for (let steps = 0; steps < 3; steps++) await undo(page)
  await expect(segment).toHaveValue('Busy professionals')
  await expect(name).toHaveValue('Busy professionals')
})

test('a note that is no channel yet becomes one by its name when the field is left, or is one that is there', async ({
  page,
}) => {
  await canvas.note('Kiosks at two').click()
  const name = inspector.getByLabel('Name of the channel')
  await name.fill('Kiosks')
  // not with every letter: that would leave a channel behind for each
  const count = page.getByRole('navigation').getByRole('button', { name: /^Channels/ })
  await expect(count).toHaveText(/1$/)
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(/2$/)
  await expect.poll(() => canvas.notesIn('Channels')).toContain('Kiosks')
  await goTo(page, 'Channels')
  const channels = page.getByRole('main').getByLabel('Name of the channel')
  await expect
    .poll(() => channels.evaluateAll(fields => fields.map(one => (one as HTMLInputElement).value)))
    .toEqual(['Own web shop', 'Kiosks'])
  await openCanvas(page, /^Healthy-snack/)
  await canvas.note('Short videos').click()
  await inspector.getByRole('combobox', { name: 'Or is it' }).click()
  await page.getByRole('option', { name: 'Kiosks' }).click()
  await expect(name).toHaveValue('Kiosks')
  await undo(page)
  await expect(name).toHaveValue('Short videos on social media')
})

test('several notes get a segment and go to the trash of this canvas alone', async ({ page }) => {
  await canvas.note('Contract bakery').click()
  await canvas.note('Courier').click({ modifiers: ['Shift'] })
  await inspector.getByRole('combobox', { name: 'For' }).click()
  await page.getByRole('option', { name: /Sport clubs/ }).click()
  await expect(canvas.note('Contract bakery').getByText('GYM')).toBeVisible()
  await expect(canvas.note('Courier').getByText('GYM')).toBeVisible()
  await inspector.getByRole('button', { name: 'Throw away' }).click()
  await expect.poll(() => canvas.notesIn('Key partners')).toEqual(['Owners of office buildings'])
  await openCanvas(page, /^Offices first/)
  await expect.poll(() => canvas.notesIn('Key partners')).toHaveLength(3)
})

test('here only: one option says it otherwise, the way back is beside the field', async ({ page }) => {
  await openCanvas(page, /^Offices first/)
  await canvas.note('Flat pack').click()
  await expect(inspector.getByText(/Also on .*Healthy-snack/)).toBeVisible()
  await inspector.getByRole('radio', { name: 'here only' }).click()
  await inspector.getByLabel('Name of the note').fill('Flat pack for the drawer')
  await inspector.getByRole('combobox', { name: 'Kind of value' }).fill('conv')
  await page.getByRole('option', { name: 'Convenience' }).click()
  await expect(inspector.getByText('Different here only.')).toHaveCount(2)
  await expect.poll(() => canvas.notesIn('Value propositions')).toContain('Flat pack for the drawer')

  await openCanvas(page, /^Healthy-snack/)
  await expect
    .poll(() => canvas.notesIn('Value propositions'))
    .toContain('Flat pack that fits a handbag or briefcase')
  await canvas.note('Flat pack').click()
  await inspector.getByRole('radio', { name: 'everywhere' }).click()
  await expect(inspector.getByRole('combobox', { name: 'Kind of value' })).toHaveValue('')
  await inspector.getByLabel('Text', { exact: true }).fill('For everybody')

  await openCanvas(page, /^Offices first/)
  await canvas.note('Flat pack').click()
  await expect(inspector.getByLabel('Text', { exact: true })).toHaveValue('For everybody')
  await inspector.getByRole('button', { name: 'As elsewhere' }).first().click()
  await expect(inspector.getByLabel('Name of the note')).toHaveValue(
    'Flat pack that fits a handbag or briefcase',
  )
  await expect(inspector.getByRole('combobox', { name: 'Kind of value' })).toHaveValue('Convenience')
})

test('a number kept here only leaves the other canvas its own', async ({ page }) => {
  const price = (text: string) => inspector.getByRole('button', { name: new RegExp(`^Price.*${text}`) })
  await canvas.note('Single packs').click()
  await inspector.getByRole('button', { name: 'Price', exact: true }).click()
  await inspector.getByRole('textbox', { name: 'Likely value' }).fill('2.4')
  await openCanvas(page, /^Offices first/)
  await canvas.note('Single packs').click()
  await inspector.getByRole('radio', { name: 'here only' }).click()
  await price('2.40').click()
  const likely = inspector.getByRole('textbox', { name: 'Likely value' })
  await likely.click()
  await page.keyboard.press('End')
  await page.keyboard.type('5')
  await expect(likely).toBeFocused()
  await expect(likely).toHaveValue('2.45')
  await expect(inspector.getByText('On the other canvases:')).toBeVisible()
  await openCanvas(page, /^Healthy-snack/)
  await canvas.note('Single packs').click()
  await expect(price('2.40')).toBeVisible()
  await openCanvas(page, /^Offices first/)
  await canvas.note('Single packs').click()
  await price('2.45').click()
  await inspector.getByRole('checkbox', { name: 'Counts here only' }).uncheck({ force: true })
  await openCanvas(page, /^Healthy-snack/)
  await canvas.note('Single packs').click()
  await expect(price('2.45')).toBeVisible()
})

test('links are offered by what the closed list allows, made, given phases and taken apart', async ({
  page,
}) => {
  await canvas.note('Flat pack').click()
  await expect(links().getByText('offered to')).toBeVisible()
  await links().getByRole('button', { name: 'Resource or activity' }).click()
  // only what can make it possible: no partner, no channel, nothing of costs
  await expect(page.getByRole('menuitem')).toHaveText([
    'Recipes and two food technologists',
    'Customer feedback database',
    'Brand and package design',
    'Develop and test flavours',
    'Pack and ship',
    'Ask customers every month',
    'New: Resource',
    'New: Activity',
  ])
  await page.getByRole('menuitem', { name: 'Pack and ship' }).click()
  await expect(links().getByRole('button', { name: 'Pack and ship', exact: true })).toBeVisible()
  await links().getByRole('button', { name: 'Pack and ship', exact: true }).click()
  await expect(inspector.getByLabel('Name of the note')).toHaveValue('Pack and ship')
  const tie = links().getByRole('button', { name: /^Unlink: enables Flat pack/ })
  await tie.focus()
  await page.keyboard.press('Enter')
  await expect(tie).toHaveCount(0)
  await undo(page)
  await expect(tie).toHaveCount(1)

  await canvas.note('Vending shelf').click()
  const phases = links().getByRole('group', { name: /Busy professionals/ })
  await phases.getByRole('button', { name: 'purchase' }).click()
  await expect(phases.getByRole('button', { name: 'purchase', pressed: true })).toBeVisible()
})

test('pains of its segments are addressed, how far is said by keyboard', async ({ page }) => {
  await canvas.note('Flat pack').click()
  const pains = inspector.getByRole('region', { name: 'Pains addressed' })
  await pains.getByRole('button', { name: 'Pain point' }).click()
  await page.getByRole('menuitem', { name: /4×5.*crushed/ }).click()
  await expect(pains.getByText('Snack is crushed in the bag')).toBeVisible()
  const howFar = pains.getByRole('combobox', { name: /How far/ })
  await expect(howFar).toHaveText('eased')
  await howFar.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'removed' }).click()
  await expect(howFar).toHaveText('removed')
})

test('numbers in the words of a Slovak reader: comma, blanks between thousands, names and formulas', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('menuitem', { name: 'Slovenčina' }).click()
  await canvas.note('Single packs').click()
  await inspector.getByRole('button', { name: 'Cena', exact: true }).click()
  await inspector.getByLabel('Najnižšia hodnota').fill('2,2')
  await inspector.getByLabel('Pravdepodobná hodnota').fill('2,4')
  await inspector.getByLabel('Najvyššia hodnota').fill('1 234,5')
  await expect(inspector.getByRole('button', { name: /^Cena.*1\s234,50/ })).toBeVisible()
  await inspector.getByLabel('Najnižšia hodnota').fill('3')
  await expect(inspector.getByText(/Hodnoty klesajú/)).toBeVisible()
  await expect(inspector.getByLabel('Najnižšia hodnota')).toHaveValue('3')

  await inspector.getByRole('button', { name: 'Platiaci', exact: true }).click()
  await inspector.getByLabel('Pravdepodobná hodnota').fill('1 500')
  await expect(inspector.getByRole('button', { name: /^Platiaci.*1\s500/ })).toBeVisible()
  await inspector.getByRole('button', { name: 'Číslo', exact: true }).click()
  await page.keyboard.type('Obrat')
  await page.keyboard.press('Enter')
  const formula = inspector.getByRole('textbox', { name: 'Vzorec' })
  await formula.fill('[Cenna] * 2')
  await expect(inspector.getByRole('alert')).toContainText('„Cenna“')
  await formula.fill('0,5 * [Platiaci]')
  await expect(inspector.getByRole('alert')).toHaveCount(0)
  await expect(inspector.getByRole('button', { name: /^Obrat.*750/ })).toBeVisible()
  await expect(formula).toHaveValue('0,5 * [Platiaci]')
})

test('shares are entered in per cent', async () => {
  await canvas.note('Office managers').click()
  await inspector.getByRole('button', { name: 'Retention', exact: true }).click()
  await inspector.getByRole('textbox', { name: 'Likely value' }).fill('82.5')
  await expect(inspector.getByRole('button', { name: /^Retention.*82\.5/ })).toBeVisible()
  await inspector.getByRole('textbox', { name: 'High value' }).fill('120')
  await expect(inspector.getByRole('alert')).toContainText('from 0 to 100')
})

test('nothing is hidden from anybody', async ({ page }) => {
  test.slow()
  expect(await axeViolations(page)).toEqual([])
  for (const title of ['Flat pack', 'Own web', 'Single packs']) {
    await canvas.note(title).click()
    if (title === 'Single packs') await inspector.getByRole('button', { name: 'Price', exact: true }).click()
    await expect(inspector.getByRole('region', { name: 'Numbers' })).toBeVisible()
    expect(await axeViolations(page), title).toEqual([])
  }
  await canvas.note('Office managers').click()
  await inspector.getByRole('button', { name: 'All of it' }).click()
  await inspector.getByRole('button', { name: 'Assumption', exact: true }).click()
  await expect(inspector.getByLabel('What is assumed')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
})
