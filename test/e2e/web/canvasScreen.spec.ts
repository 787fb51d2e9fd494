import { axeViolations } from '../../helpers/axe'
import { CanvasScreenPage, snackWithAmounts } from '../../helpers/canvasScreenPage'
import { tempFolder } from '../../helpers/folders'
import { HomePage, keysShown } from '../../helpers/homePage'
import { startServe } from '../../helpers/serve'
import { expect, test } from '../../helpers/webTest'

const credit = 'Business Model Canvas: Strategyzer, CC BY-SA 3.0'
let canvas: CanvasScreenPage

test.beforeEach(({ page }) => {
  canvas = new CanvasScreenPage(page)
})

test.describe('focus', () => {
  test.beforeEach(() => canvas.openTemplate('Healthy-snack start-up'))

  test('one segment is looked at: notes for others stand back, on paper too', async () => {
    await expect(canvas.chips).toHaveText([
      /PRO.*Busy professionals/,
      /OFF.*Office managers/,
      /GYM.*Sport clubs/,
    ])
    expect((await canvas.sheet()).find(({ text }) => text === 'Named contact for')?.fill).toBe('var(--ink)')
    await canvas.chip('Busy professionals').click()
    await expect(canvas.chip('Busy professionals')).toHaveAttribute('aria-pressed', 'true')
    await expect(canvas.note('Named contact')).toHaveAttribute('data-dim', 'true')
    await expect(canvas.note('Single packs')).toHaveAttribute('data-dim', 'false')
    await expect(canvas.note('Contract bakery')).toHaveAttribute('data-dim', 'false')
    const printed = await canvas.sheet()
    expect(printed.find(({ text }) => text === 'Named contact for')?.fill).toBe('var(--ink-2)')
    expect(printed.find(({ text }) => text === 'Contract bakery')?.fill).toBe('var(--ink)')
    await canvas.chip('Busy professionals').click()
    await expect(canvas.note('Named contact')).toHaveAttribute('data-dim', 'false')
  })

  test('the checks mark the segment they find an error for', async () => {
    await expect(canvas.chip('Sport clubs')).toContainText('1 error')
    await expect(canvas.chip('Office managers')).not.toContainText('error')
  })

  test('arrows go along the bar, F2 renames a segment everywhere, undo takes it back', async ({ page }) => {
    await page.getByRole('button', { name: 'All', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(canvas.chip('Office managers')).toBeFocused()
    await page.keyboard.press('F2')
    await expect(page.getByLabel('Name of the segment')).toBeFocused()
    await page.keyboard.type('Kitchen managers')
    await page.keyboard.press('Enter')
    await expect(canvas.chip('Kitchen managers')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(canvas.chip('Kitchen managers')).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Control+z')
    await expect(canvas.chip('Office managers')).toBeVisible()
    // Escape leaves a name as it is
    await canvas.chip('Office managers').dblclick()
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await expect(canvas.chip('Office managers')).toBeVisible()
  })

  test('a note dropped on a segment is for that segment', async ({ page }) => {
    await expect(canvas.note('Contract bakery')).not.toContainText('GYM')
    await canvas.drag(canvas.note('Contract bakery'), canvas.chip('Sport clubs'))
    await expect(canvas.note('Contract bakery')).toContainText('GYM')
    await page.keyboard.press('Control+z')
    await expect(canvas.note('Contract bakery')).not.toContainText('GYM')
  })
})

test.describe('how it is shown', () => {
  test.beforeEach(() => canvas.openTemplate('Healthy-snack start-up'))

  test('colours can say the status instead, with their meaning below the bar', async () => {
    await expect(canvas.legend).toHaveCount(0)
    await canvas.choose('Colour', 'Status')
    await expect(canvas.legend.getByRole('listitem')).toHaveText([/Idea\s*28$/, /Assumed\s*1$/])
    await expect(canvas.note('Contract bakery').locator('abbr')).toHaveCount(1)
    for (const dimension of ['Channel phase', 'Confidence', 'Option', 'By hand']) {
      await canvas.choose('Colour', dimension)
      await expect(canvas.legend).toContainText(dimension)
    }
    await canvas.choose('Colour', 'Segment')
    await expect(canvas.legend).toHaveCount(0)
  })

  test('all links, those of the selection, or none', async () => {
    const wires = canvas.board.locator('[data-wires] path')
    await canvas.note('Healthy snack').click()
    await expect.poll(() => wires.count()).toBeGreaterThan(0)
    const ofSelection = await wires.count()
    await canvas.choose('Links', 'All')
    await expect.poll(() => wires.count()).toBeGreaterThan(ofSelection)
    await canvas.choose('Links', 'None')
    await expect(wires).toHaveCount(0)
  })

  test('the Lean layout and back: no note is lost', async ({ page }) => {
    await expect(canvas.counts).toContainText('29 notes')
    await canvas.choose('Layout', 'Lean Canvas')
    await expect(canvas.counts).toContainText('17 notes')
    await expect(canvas.elsewhere.getByRole('listitem')).toHaveCount(12)
    await expect(page.getByText('Lean Canvas: Ash Maurya')).toBeVisible()
    // one of them moves into a block of this layout
    await canvas.elsewhere.getByRole('button', { name: /Contract bakery/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Move to Solution' }).click()
    await expect(canvas.note('Contract bakery')).toBeVisible()
    await expect(canvas.elsewhere.getByRole('listitem')).toHaveCount(11)
    await page.keyboard.press('Control+z')
    await canvas.choose('Layout', 'Business Model Canvas')
    await expect(canvas.counts).toContainText('29 notes')
    await expect(canvas.elsewhere).toHaveCount(0)
  })

  test('guiding questions can be hidden', async () => {
    await expect(canvas.board).toContainText('Who brings what we lack?')
    await canvas.choose('Layout', 'Guiding questions')
    await expect(canvas.board).not.toContainText('Who brings what we lack?')
  })

  test('the canvas is renamed, and duplicated as an option that shares its notes', async ({ page }) => {
    await canvas.choose('More for this canvas', 'Rename canvas…')
    await page.keyboard.type('Snacks')
    await page.keyboard.press('Enter')
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await expect(contents.getByRole('button', { name: 'Snacks 29' })).toBeVisible()
    await canvas.choose('More for this canvas', 'Duplicate as an option')
    await expect(contents.getByRole('button', { name: 'Option: Snacks 29' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(canvas.notes).toHaveCount(29)
  })
})

test.describe('parking lot', () => {
  test.beforeEach(() => canvas.openTemplate('Healthy-snack start-up'))

  test('notes are parked by hand and by drag, and leave it by menu and by drag', async ({ page }) => {
    await expect(page.getByText(credit)).toBeVisible()
    await page.getByRole('button', { name: 'Add a note to the parking lot' }).click()
    for (const title of ['Airline catering', 'Gift box', 'Refill jars']) {
      await page.keyboard.type(title)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Escape')
    await expect(canvas.parkingLot.getByRole('listitem')).toHaveText([
      'Airline catering',
      'Gift box',
      'Refill jars',
    ])
    // what is parked does not count
    await expect(canvas.counts).toContainText('29 notes')

    await canvas.drag(canvas.note('Pack and ship'), page.getByText(credit))
    await expect(canvas.parked('Pack and ship')).toBeVisible()
    await expect(canvas.counts).toContainText('28 notes')

    await canvas.parked('Airline catering').focus()
    await page.keyboard.press('ArrowRight')
    await expect(canvas.parked('Gift box')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Move to Channels' }).click()
    await expect(canvas.note('Gift box')).toBeVisible()
    await expect(canvas.parked('Refill jars')).toBeFocused()

    await canvas.drag(canvas.parked('Airline catering'), canvas.note('Contract bakery'))
    await expect(canvas.note('Airline catering')).toBeVisible()
    await canvas.parked('Refill jars').focus()
    await page.keyboard.press('Delete')
    await expect(canvas.parkingLot.getByRole('listitem')).toHaveText(['Pack and ship'])
  })

  test('what was thrown away comes back, and goes for good', async ({ page }) => {
    for (const title of ['Pack and ship', 'Packaging', 'Ingredients']) {
      await canvas.note(title).click()
      await page.keyboard.press('Delete')
      await expect(canvas.note(title)).toHaveCount(0)
    }
    await canvas.choose('More for this canvas', 'Trash (3)…')
    await expect(canvas.dialog.getByRole('listitem')).toHaveCount(3)
    await canvas.dialog.getByRole('button', { name: 'Restore Packaging' }).click()
    await expect(canvas.dialog.getByRole('listitem')).toHaveCount(2)
    await canvas.dialog.getByRole('button', { name: 'Empty for good' }).click()
    await expect(canvas.dialog).toContainText('Nothing was thrown away here')
    await page.keyboard.press('Escape')
    await expect(canvas.note('Packaging')).toBeVisible()
    await expect(canvas.counts).toContainText('27 notes')
    // emptying is undone, then what is in the trash is had back at once
    await page.keyboard.press('Control+z')
    await canvas.choose('More for this canvas', 'Trash (2)…')
    await canvas.dialog.getByRole('button', { name: 'Restore all' }).click()
    await page.keyboard.press('Escape')
    await expect(canvas.counts).toContainText('29 notes')
  })
})

test('a pasted list finds its blocks, can be put right, and is one undo step', async ({ page }) => {
  await canvas.openTemplate('Healthy-snack start-up')
  await canvas.pasteList(
    [
      'Kľúčoví partneri:',
      '- Contract bakery',
      '- Farm co-operative',
      '',
      '## Channels',
      '* Pop-up shop',
      'Costs: Insurance',
      '# Ideas',
      'Vouchers',
    ].join('\r\n'),
  )
  const part = (name: string) =>
    canvas.dialog.getByRole('region', { name, exact: true }).getByRole('listitem')
  await expect(part('Key partners')).toHaveText([/Contract bakery\s*there already/, /Farm co-operative/])
  await expect(part('Cost structure')).toHaveText([/Insurance/])
  await expect(part('Parking lot')).toHaveText([/Ideas/, /Vouchers/])
  await expect(canvas.dialog.getByRole('checkbox', { name: 'Contract bakery' })).not.toBeChecked()
  await expect(canvas.dialog.getByRole('button', { name: 'Add 5 notes' })).toBeEnabled()
  // 'Ideas' is left out, vouchers are a stream
  await canvas.dialog.getByText('Ideas', { exact: true }).last().click()
  await canvas.dialog.getByRole('button', { name: 'Block of Vouchers' }).click()
  await page.getByRole('menuitem', { name: 'Revenue streams' }).click()
  await expect(part('Revenue streams')).toHaveText([/Vouchers/])
  expect(await axeViolations(page)).toEqual([])
  await canvas.dialog.getByRole('button', { name: 'Add 4 notes' }).click()
  await expect(canvas.dialog).toHaveCount(0)
  await expect(canvas.counts).toContainText('33 notes')
  for (const title of ['Farm co-operative', 'Pop-up shop', 'Insurance', 'Vouchers'])
    await expect(canvas.note(title)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(canvas.counts).toContainText('29 notes')
})

test.describe('on paper', () => {
  test('the cafe chain is one page of A4 across, with title, date and credit line', async () => {
    await canvas.openTemplate('Café chain')
    expect(await canvas.print()).toEqual({ pages: 1, sizes: ['842 × 595'] })
    const texts = (await canvas.sheet()).map(({ text }) => text)
    expect(texts).toContain(credit)
    expect(texts.join(' ')).toContain('Café chain')
    expect(texts).toContain(new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }))
    // nothing of it stays on screen
    await expect(canvas.page.locator('[data-part="print"]')).toHaveCount(0)
  })

  test('Ctrl P and the menu print', async ({ page }) => {
    await canvas.openTemplate('Café chain')
    await page.evaluate(() => {
      window.print = () => document.body.append(Object.assign(document.createElement('p'), { id: 'asked' }))
    })
    await page.keyboard.press('Control+p')
    await expect(page.locator('#asked')).toHaveCount(1)
    await canvas.choose('More for this canvas', 'Print…')
    await expect(page.locator('#asked')).toHaveCount(2)
  })

  test('so are 120 notes, light in the dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await canvas.openEmpty()
    const blocks = [
      'Key partners',
      'Key activities',
      'Key resources',
      'Value propositions',
      'Channels',
      'Costs',
    ]
    await canvas.pasteList(
      blocks
        .flatMap(block => [block, ...Array.from({ length: 20 }, (_, n) => `- ${block}, number ${n + 1}`)])
        .join('\n'),
    )
    await canvas.dialog.getByRole('button', { name: 'Add 120 notes' }).click()
    await expect(canvas.counts).toContainText('120 notes')
    expect(await canvas.print()).toEqual({ pages: 1, sizes: ['842 × 595'] })
    const texts = (await canvas.sheet()).map(({ text }) => text)
    expect(texts).toContain(credit)
    expect(texts.filter(text => /number \d+$/.test(text)).length).toBeGreaterThanOrEqual(100)
    await page.emulateMedia({ media: 'print' })
    const ink = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'))
      const text = document.querySelector('[data-part="print"] text')!
      return getComputedStyle(text).fill
    })
    expect(ink).toBe('rgb(28, 28, 31)')
  })
})

test('a document without a canvas says what to do', async ({ page }) => {
  await canvas.openTemplate('Healthy-snack start-up')
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await contents.getByRole('button', { name: /^Healthy-snack/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete canvas' }).click()
  await expect(page.getByRole('heading', { name: 'No canvas yet' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('main').getByRole('button', { name: 'Add a canvas' }).click()
  await expect(canvas.board).toBeVisible()
  await expect(canvas.results).toContainText('Nothing to compute yet')
})

test.describe('results', () => {
  const amounts = [
    { title: 'Single packs', low: 14_000, likely: 18_000, high: 23_000 },
    { title: 'Office contracts', low: 14_000, likely: 17_000, high: 19_000 },
    { title: 'Ingredients', low: 13_000, likely: 16_000, high: 20_000 },
  ]

  test('say what is likely, how far it may stray, and in words what cannot be computed', async ({ page }) => {
    const folder = tempFolder()
    const serving = await startServe({ args: [snackWithAmounts(folder.path, amounts)] })
    await page.goto(serving.url)
    await expect(canvas.results).toContainText('Result a month')
    await expect(canvas.results).toContainText('k€, likely and 10–90 %')
    const row = (name: string) =>
      canvas.results.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
    await expect(row('Revenue')).toHaveText([
      /^18\.0\d\d\.\d–\d\d\.\d/,
      /^17\.0/,
      /^Nothing to compute yet: nothing is linked in Value propositions, Channels/,
      /none linked/,
      /^35\.0/,
    ])
    await expect(row('Cost')).toHaveText([/none linked/, /none linked/, /^16\.0/, /^16\.0/])
    await expect(row('Profit')).toHaveText([/^18\.0before costs/, /^17\.0before costs/, /^−16\.0/, /^19\.0/])
    expect(await axeViolations(page)).toEqual([])
    // folded away, the profit of all stays in view
    await canvas.results.getByRole('button', { name: 'Result a month' }).click()
    await expect(canvas.results).toContainText('Profit 19 k€')
    await expect(canvas.results.getByRole('table')).toHaveCount(0)
    await serving.stop()
    folder.remove()
  })
})

test('no language shows a key instead of a text', async ({ page }) => {
  await canvas.openTemplate('Healthy-snack start-up')
  const home = new HomePage(page)
  for (const language of ['Slovenčina', 'Čeština', 'Polski', 'Slovenščina']) {
    await home.speak(language)
    await expect(canvas.notes.first()).toBeVisible()
    expect(await keysShown(page), language).toEqual([])
  }
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  test.slow()
  await canvas.openTemplate('Healthy-snack start-up')
  await canvas.chip('Busy professionals').click()
  expect(await axeViolations(page), 'focus').toEqual([])
  await canvas.choose('Layout', 'Lean Canvas')
  await canvas.choose('Colour', 'Status')
  await expect(canvas.elsewhere).toBeVisible()
  expect(await axeViolations(page), 'lean, by status').toEqual([])
  await canvas.note('Packaging').click()
  await page.keyboard.press('Delete')
  await canvas.choose('More for this canvas', /^Trash/)
  expect(await axeViolations(page), 'trash').toEqual([])
})
