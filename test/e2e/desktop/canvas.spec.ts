// A whole business model made from an empty file in the real window without a mouse, and found again.
import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CanvasHands } from '../../helpers/canvasHands'
import { endDesktops, startDesktop, type Desktop } from '../../helpers/desktop'
import { root } from '../../helpers/folders'

test.afterEach(endDesktops)
test.describe.configure({ timeout: 180_000 })

/** Thirty notes in nine blocks; segments first, so that the others can be for them. */
const notes: Readonly<Record<string, readonly string[]>> = {
  customerSegments: ['Offices', 'Homes', 'Cafes'],
  valuePropositions: ['Fresh in a day', 'Box by post', 'Barista course', 'Machine on loan'],
  channels: ['Web shop', 'Sales visit', 'Tasting stand'],
  customerRelationships: ['Own adviser', 'Help line', 'Club evenings'],
  revenueStreams: ['Contracts', 'Boxes', 'Supplies', 'Courses'],
  keyActivities: ['Roasting', 'Delivery', 'Teaching'],
  keyResources: ['Roastery', 'Recipes', 'Van'],
  keyPartners: ['Importer', 'Maker', 'Courier'],
  costStructure: ['Beans', 'Wages', 'Rent', 'Fuel'],
}

/** Whom notes are for, by the number of the segment. */
const members: Readonly<Record<string, readonly number[]>> = {
  'Fresh in a day': [1, 3],
  'Box by post': [2],
  'Barista course': [3],
  'Machine on loan': [1],
  'Web shop': [2],
  'Sales visit': [1, 3],
  'Tasting stand': [2],
  'Own adviser': [1, 3],
  'Help line': [2],
  'Club evenings': [2],
  Contracts: [1],
  Boxes: [2],
  Supplies: [3],
  Courses: [3],
}

const ties: readonly (readonly [from: string, words: string, to: string])[] = [
  ['Roasting', 'enables', 'Fresh in a day'],
  ['Delivery', 'enables', 'Machine on loan'],
  ['Teaching', 'enables', 'Barista course'],
  ['Recipes', 'enables', 'Box by post'],
  ['Importer', 'supplies', 'Roasting'],
  ['Maker', 'supplies', 'Roastery'],
  ['Courier', 'supplies', 'Delivery'],
  ['Roasting', 'causes the cost', 'Beans'],
  ['Teaching', 'causes the cost', 'Wages'],
  ['Roastery', 'causes the cost', 'Rent'],
  ['Van', 'causes the cost', 'Fuel'],
]

/** Low, likely and high amounts a year. */
const amounts: Readonly<Record<string, readonly [number, number, number]>> = {
  Contracts: [90_000, 120_000, 150_000],
  Supplies: [60_000, 75_000, 95_000],
  Courses: [8_000, 10_000, 14_000],
  Beans: [70_000, 80_000, 100_000],
  Wages: [110_000, 120_000, 130_000],
  Rent: [18_000, 18_000, 20_000],
  Fuel: [5_000, 6_000, 8_000],
}
const costs = notes['costStructure'] ?? []
/** Boxes are sold at a price, so often a year, to so many. */
const boxes = { Price: 20, Frequency: 10, Payers: 400 }
const expected = {
  revenue: 120_000 + 75_000 + 10_000 + 20 * 10 * 400,
  cost: 80_000 + 120_000 + 18_000 + 6_000,
}

async function makeModel(hands: CanvasHands): Promise<void> {
  for (const [block, titles] of Object.entries(notes)) await hands.fill(block, titles)
  for (const [title, numbers] of Object.entries(members)) {
    await hands.toNote(title)
    await hands.press(...numbers.map(String))
  }
  for (const [from, words, to] of ties) await hands.link(from, words, to)

  await hands.toNote('Sales visit')
  await hands.over()
  // said for both of its segments
  for (const phase of ['evaluation', 'purchase', 'evaluation', 'after-sales']) {
    await hands.tabTo(phase)
    await hands.press('Space')
    await hands.press('Tab')
  }
  await hands.back()

  await hands.toNote('Homes')
  await hands.over()
  await hands.number('Retention', [60])
  await hands.back()
  for (const [title, range] of Object.entries(amounts)) {
    await hands.toNote(title)
    await hands.over()
    if (costs.includes(title)) await hands.number('Amount', range)
    else await hands.number('Number', range, 'Amount')
    await hands.back()
  }
  await hands.toNote('Boxes')
  await hands.over()
  for (const [name, value] of Object.entries(boxes)) await hands.number(name, [value])
  await hands.back()
}

/** What the command line says of the one file there is. */
function ask({ documents }: Desktop, command: string): any {
  const [name = '', ...others] = readdirSync(documents)
  expect(others).toEqual([])
  const cli = [join(root, 'out/main/cli.js'), command, join(documents, name), '--json']
  return JSON.parse(execFileSync(process.execPath, cli, { encoding: 'utf8' }))
}

/** What stands on the board, whatever the order of links. */
const drawn = async ({ canvas }: CanvasHands) =>
  (await canvas.rows()).map(row => row.map(cell => cell.split(', ').sort().join(', ')))

/** The last figure of a line of the results: that of all segments together. */
const result = (page: Page, figure: keyof typeof expected | 'profit') =>
  page.locator(`[data-part="results"] tr[data-figure="${figure}"] td b`).last()

test('thirty notes with links and numbers without a mouse, undone, redone, closed and found again', async () => {
  const first = await startDesktop()
  const { page } = first
  const hands = new CanvasHands(page)
  await hands.tabTo(/^New canvas/)
  await hands.press('Enter')
  await hands.canvas.shown()
  await expect(hands.canvas.board).toBeFocused()
  await makeModel(hands)

  await expect.poll(async () => (await drawn(hands)).length).toBe(30)
  const all = await drawn(hands)
  expect(new Set(all.map(([block]) => block)).size).toBe(9)
  for (const [from, words, to] of ties) {
    expect(all.find(([, title]) => title === from)?.[3]).toContain(`${words}: ${to}`)
  }
  const figures = async (on: Page) => {
    await expect(result(on, 'revenue')).toHaveText(String(expected.revenue / 1000))
    await expect(result(on, 'cost')).toHaveText(String(expected.cost / 1000))
    await expect(result(on, 'profit')).toHaveText(String((expected.revenue - expected.cost) / 1000))
  }
  await figures(page)

  await hands.undoAll()
  await expect.poll(() => drawn(hands)).toEqual([])
  await hands.redoAll()
  await expect.poll(() => drawn(hands)).toEqual(all)
  await hands.canvas.saved()
  const before = ask(first, 'dump').records
  expect(first.complaints).toEqual([])
  await first.quit()
  expect(ask(first, 'dump').records).toEqual(before)
  expect(ask(first, 'figures').canvases[0].values.all).toMatchObject({
    revenue: { likely: expected.revenue },
    cost: { likely: expected.cost },
    profit: { likely: expected.revenue - expected.cost },
  })

  const second = await startDesktop({ folder: first.folder })
  const again = new CanvasHands(second.page)
  await again.canvas.shown()
  await expect.poll(() => drawn(again)).toEqual(all)
  await figures(second.page)
  await again.press('Control+z', 'Control+Shift+z')
  await again.canvas.saved()
  await second.quit()
  expect(ask(second, 'dump').records).toEqual(before)
  expect(second.complaints).toEqual([])
})
