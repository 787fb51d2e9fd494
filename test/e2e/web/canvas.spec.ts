// The canvas board in Chromium: notes written, moved, linked, thrown away and had back, by mouse and by keyboard.
import { axeViolations } from '../../helpers/axe'
import { CanvasPage } from '../../helpers/canvasPage'
import { expect, test } from '../../helpers/webTest'

test.describe.configure({ mode: 'parallel' })
let canvas: CanvasPage
let complaints: string[]
test.beforeEach(({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  canvas = new CanvasPage(page)
})
// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

const snack = 'Healthy-snack start-up'

test('by mouse: a note is added, renamed, moved into another block, parked, had back, and two are linked', async ({
  page,
}) => {
  await canvas.openTemplate(snack)
  await canvas.addIn('Key partners', 'Packaging maker')
  await expect
    .poll(() => canvas.notesIn('Key partners'))
    .toEqual([
      'Contract bakery',
      'Courier with bicycle delivery',
      'Owners of office buildings',
      'Packaging maker',
    ])
  await expect.poll(() => canvas.selected()).toEqual(['Packaging maker'])

  await canvas.note('Packaging maker').dblclick()
  await canvas.write('Maker of packaging')
  await expect(canvas.note('Maker of packaging')).toBeVisible()

  // between the first two of another block
  await canvas.drag(
    canvas.note('Maker of packaging'),
    await canvas.placeAt(canvas.note('Pack and ship'), 0.5, 0.1),
  )
  await expect
    .poll(() => canvas.notesIn('Key activities'))
    .toEqual([
      'Develop and test flavours',
      'Maker of packaging',
      'Pack and ship',
      'Ask customers every month',
    ])
  const lot = page.locator('[data-drop="parked"]')
  await canvas.drag(canvas.note('Maker of packaging'), await canvas.placeAt(lot, 0.3, 0.5))
  await expect(canvas.note('Maker of packaging')).toHaveCount(0)
  await canvas.drag(
    lot.getByRole('button', { name: 'Maker of packaging' }),
    await canvas.placeAt(canvas.block('Key resources'), 0.5, 0.95),
  )
  await expect.poll(() => canvas.notesIn('Key resources')).toContain('Maker of packaging')
  // two kinds of link fit: one of them is chosen where the other note was pressed
  await canvas.note('Recipes and two').click()
  await canvas.press('l')
  await canvas.note('Healthy snack').click()
  await page.getByRole('menuitem', { name: /· enables ·/ }).click()
  await expect(canvas.wires).toHaveCount(1)
  for (let steps = 0; steps < 6; steps++) await canvas.press('Control+z')
  await expect(canvas.note('Maker of packaging')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('by keyboard alone: notes are added, moved, linked, ticked for a segment, thrown away and had back', async () => {
  await canvas.newCanvas()
  await canvas.press('Control+Enter')
  await canvas.write('Walkers', 'Tab')
  await canvas.write('Cyclists')
  await expect.poll(() => canvas.notesIn('Customer segments')).toEqual(['Walkers', 'Cyclists'])

  // to an empty block, and three notes in a row
  await canvas.press('ArrowLeft')
  await canvas.press('Enter')
  await canvas.write('Newsletter', 'Tab')
  await canvas.write('Trail days')
  await expect.poll(() => canvas.selected()).toEqual(['Trail days'])
  await canvas.press('Alt+ArrowUp')
  await expect.poll(() => canvas.notesIn('Customer relationships')).toEqual(['Trail days', 'Newsletter'])
  await canvas.press('Alt+ArrowLeft')
  await expect.poll(() => canvas.notesIn('Value propositions')).toEqual(['Trail days'])

  // for the first segment, and no more; then linked by hand, which is the same
  await canvas.press('1')
  await expect.poll(async () => (await canvas.rows())[0]).toContain('Walkers')
  await canvas.press('1')
  await expect.poll(async () => (await canvas.rows())[0]?.[2]).toBe('')
  await canvas.press('l')
  await canvas.press('ArrowRight')
  await canvas.press('ArrowRight')
  await expect.poll(() => canvas.selected()).toEqual(['Walkers'])
  await canvas.press('Enter')
  await expect
    .poll(async () => (await canvas.rows())[0])
    .toEqual(['Value propositions', 'Trail days', 'Walkers', 'offered to: Walkers'])
  await expect(canvas.wires).toHaveCount(1)

  await canvas.press('Delete')
  await expect(canvas.note('Trail days')).toHaveCount(0)
  await canvas.press('Control+z')
  await expect(canvas.note('Trail days')).toBeVisible()
})

test('a new note without a name never comes to be; Escape takes a change of name back', async ({ page }) => {
  await canvas.openTemplate(snack)
  await canvas.note('Contract bakery').click()
  await canvas.press('Tab')
  await expect(canvas.editor).toBeFocused()
  await page.keyboard.type('   ')
  await canvas.press('Enter')
  await expect.poll(() => canvas.notesIn('Key partners')).toHaveLength(3)
  await expect.poll(() => canvas.selected()).toEqual(['Contract bakery'])
  await canvas.press('F2')
  await page.keyboard.type('Somebody else')
  await canvas.press('Escape')
  await expect(canvas.note('Contract bakery')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('the note of a segment renames the segment; a channel is picked by its name', async ({ page }) => {
  await canvas.newCanvas()
  await canvas.press('Control+Enter')
  await canvas.write('Walkers')
  const chip = page.getByRole('group', { name: 'Focus' }).getByRole('button', { name: 'Walkers' })
  await expect(chip).toBeVisible()
  await canvas.press('F2')
  await canvas.write('Hikers')
  await expect(
    page.getByRole('group', { name: 'Focus' }).getByRole('button', { name: 'Hikers' }),
  ).toBeVisible()
  await expect(chip).toHaveCount(0)

  // dropped on the chip, a note is for that segment
  await canvas.addIn('Channels', 'Shop')
  await canvas.drag(
    canvas.note('Shop'),
    await canvas.placeAt(page.locator('[data-drop-segment]').first(), 0.5, 0.5),
  )
  await expect
    .poll(async () => (await canvas.rows()).find(([, title]) => title === 'Shop')?.[2])
    .toBe('Hikers')
})

test('several notes: selected by key and rubber band, moved together, copied and pasted', async ({
  page,
}) => {
  await canvas.openTemplate(snack)
  await canvas.note('Develop and test').click()
  await canvas.press('Shift+ArrowDown')
  await expect.poll(() => canvas.selected()).toEqual(['Develop and test flavours', 'Pack and ship'])
  await canvas.drag(
    canvas.note('Pack and ship'),
    await canvas.placeAt(canvas.block('Key partners'), 0.5, 0.97),
  )
  await expect
    .poll(() => canvas.notesIn('Key partners'))
    .toEqual([
      'Contract bakery',
      'Courier with bicycle delivery',
      'Owners of office buildings',
      'Develop and test flavours',
      'Pack and ship',
    ])
  await canvas.press('Control+x')
  await expect(canvas.note('Pack and ship')).toHaveCount(0)
  await canvas.note('Ask customers').click()
  await canvas.press('Control+v')
  await expect
    .poll(() => canvas.notesIn('Key activities'))
    .toEqual(['Ask customers every month', 'Develop and test flavours', 'Pack and ship'])
  await canvas.press('Control+d')
  await expect.poll(() => canvas.notesIn('Key activities')).toHaveLength(5)

  const from = await canvas.placeAt(canvas.block('Cost structure'), 0.99, 0.97)
  const to = await canvas.placeAt(canvas.block('Cost structure'), 0.02, 0.3)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  expect((await canvas.selected()).toSorted()).toEqual([
    'Delivery in the city',
    'Ingredients',
    'Packaging',
    'Rent for vending shelves',
  ])
})

test('zoom by key and wheel, fit, and where notes lie freely they stay where they are put', async ({
  page,
}) => {
  await canvas.openTemplate(snack)
  const zoom = page.locator('footer').getByRole('button').first()
  await canvas.press('Control+=')
  await expect(zoom).toHaveText(/^125\s?%$/)
  await canvas.press('Control+0')
  await expect(zoom).toHaveText(/^100\s?%$/)
  await canvas.note('Pack and ship').hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, 300)
  await page.keyboard.up('Control')
  await expect.poll(async () => parseInt(await zoom.innerText(), 10)).toBeLessThan(70)
  await canvas.press('f')
  await expect(zoom).toHaveText(/^100\s?%$/)

  await page.getByRole('button', { name: /^Layout/ }).click()
  await page.getByRole('menuitem', { name: 'Notes placed freely' }).click()
  const place = await canvas.placeAt(canvas.block('Key partners'), 0.3, 0.8)
  await canvas.drag(canvas.note('Contract bakery'), place)
  const box = await canvas.note('Contract bakery').boundingBox()
  expect(Math.abs((box?.y ?? 0) - (place.y - 14))).toBeLessThan(2)
  await canvas.press('Alt+ArrowUp')
  await expect
    .poll(async () => (await canvas.note('Contract bakery').boundingBox())?.y)
    .toBe((box?.y ?? 0) - 8)
})

test('an empty canvas says how to begin, to everybody', async ({ page }) => {
  await canvas.newCanvas()
  await expect(page.getByRole('heading', { name: 'Whom is it for?' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Add a segment' }).click()
  await canvas.write('Walkers')
  await expect(page.getByRole('heading', { name: 'Whom is it for?' })).toHaveCount(0)
  await expect.poll(() => canvas.notesIn('Customer segments')).toEqual(['Walkers'])
})

test('nobody is shut out', async ({ page }) => {
  await canvas.openTemplate(snack)
  await canvas.note('Flat pack').click()
  await page.getByRole('group', { name: 'Focus' }).getByRole('button', { name: 'Busy professionals' }).click()
  await expect(canvas.note('Monthly box')).toHaveAttribute('data-dim', 'true')
  expect(await axeViolations(page)).toEqual([])
  await canvas.note('Flat pack').dblclick()
  await expect(canvas.editor).toBeFocused()
  expect(await axeViolations(page)).toEqual([])
})
