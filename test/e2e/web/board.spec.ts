// Working on the journey board in Chromium: what mouse, keys, clipboard and menus do.
import type { BoardPage } from '../../helpers/boardPage'
import { boardTests } from '../../helpers/boardTests'
import { expect, test } from '../../helpers/webTest'

const current = boardTests()
let board: BoardPage
test.beforeEach(() => {
  board = current()
})

const card = (title: string) => board.box('touchpoint', title)
/** The touchpoints of a step, in their order. */
const cardsOf = async (step: string) => (await board.rows()).filter(row => row[1] === step).map(row => row[2])
const stepOf = async (touchpoint: string) => (await board.rows()).find(row => row[2] === touchpoint)?.[1]
const undo = () => board.page.keyboard.press('Control+z')

test('cards are selected by click, by Shift and by a rubber band', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  await board.press(card('Product page with filters'))
  expect(await board.selected()).toEqual([expect.stringContaining('Product page')])
  await page.keyboard.down('Shift')
  await board.press(card('Price comparison'))
  expect(await board.selected()).toHaveLength(2)
  await expect(board.inspector).toContainText('2 selected')
  await board.press(card('Product page with filters'))
  await page.keyboard.up('Shift')
  expect(await board.selected()).toEqual([expect.stringContaining('Price comparison')])

  // from the free room over the first step to that over the second: all their cards and no more
  const from = await board.placeAt(card('Advice from a neighbour'), 0, 0)
  const to = await board.placeAt(card('Price comparison'), 0.5, 0.5)
  await page.mouse.move(from.x - 8, from.y - 6)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  expect((await board.selected()).map(title => title.split(' ', 2).join(' '))).toEqual(
    expect.arrayContaining(['Advice from', 'Advert for', 'Product page', 'Ratings by', 'Price comparison']),
  )
  expect(await board.selected()).toHaveLength(5)
  await board.pressNowhere()
  expect(await board.selected()).toEqual([])
})

test('a card is dragged within its step and to another, several together, and Escape lets go', async ({
  page,
}) => {
  await board.openTemplate('Retail purchase')
  const own = ['Product page with filters', 'Ratings by other owners', 'Price comparison']
  expect(await cardsOf('Look around online')).toEqual(own)
  await board.drag(card('Price comparison'), await board.placeAt(card('Product page with filters'), 0.5, 0.1))
  expect(await cardsOf('Look around online')).toEqual([own[2], own[0], own[1]])

  await board.drag(
    card('Price comparison'),
    await board.placeAt(card('Chatbot that does not know'), 0.5, 0.95),
  )
  expect(await cardsOf('Ask a question')).toEqual(['Chatbot that does not know dimensions', own[2]])
  await undo()
  await undo()
  expect(await cardsOf('Look around online')).toEqual(own)

  await board.press(card('Ratings by other owners'))
  await page.keyboard.down('Shift')
  await board.press(card('Product page with filters'))
  await page.keyboard.up('Shift')
  await board.drag(
    card('Ratings by other owners'),
    await board.placeAt(card('Chatbot that does not know'), 0.5, 0.1),
  )
  // together they keep the order they had
  expect(await cardsOf('Ask a question')).toEqual([own[0], own[1], 'Chatbot that does not know dimensions'])
  await undo()
  expect(await cardsOf('Look around online')).toEqual(own)

  const start = await board.placeAt(card('Price comparison'), 0.5, 0.3)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 200, start.y, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await cardsOf('Look around online')).toEqual(own)
})

test('a step, a stage and a pain point are dragged, each with what hangs on it', async () => {
  await board.openTemplate('Retail purchase')
  await board.drag(
    board.box('step', 'Ask a question'),
    await board.placeAt(board.box('step', 'The machine breaks down'), 0.1, 0.5),
  )
  expect(await board.names('step')).toEqual(
    expect.arrayContaining(['Ask a question', 'The machine breaks down']),
  )
  expect((await board.names('step')).slice(0, 2)).toEqual(['Ask a question', 'The machine breaks down'])
  expect((await board.rows())[0]?.slice(0, 3)).toEqual([
    'Notice the need',
    'Ask a question',
    'Chatbot that does not know dimensions',
  ])
  await undo()

  const stages = await board.names('stage')
  await board.drag(
    board.box('stage', 'Compare'),
    await board.placeAt(board.box('stage', 'Notice the need'), 0.1, 0.5),
  )
  expect(await board.names('stage')).toEqual(['Compare', 'Notice the need', ...stages.slice(2)])
  await undo()
  expect(await board.names('stage')).toEqual(stages)

  await board.drag(
    board.box('pain', 'Chatbot does not know'),
    await board.placeAt(card('Price comparison'), 0.5, 0.5),
  )
  const pain = await board.box('pain', 'Chatbot does not know').boundingBox()
  const above = await card('Price comparison').boundingBox()
  expect(pain?.x).toBe(above?.x)
  await undo()
  const back = await board.box('pain', 'Chatbot does not know').boundingBox()
  expect(back?.x).toBe((await card('Chatbot that does not know').boundingBox())?.x)
})

test('copy, cut, paste and duplicate go through the real clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await board.openTemplate('Retail purchase')
  await board.press(card('Price comparison'))
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Price comparison')
  await board.press(board.box('step', 'Ask a question'))
  await page.keyboard.press('Control+v')
  expect(await cardsOf('Ask a question')).toEqual([
    'Chatbot that does not know dimensions',
    'Price comparison',
  ])
  // the copy has the channel and the ratings of the original
  const copies = (await board.rows()).filter(row => row[2] === 'Price comparison')
  expect(copies).toHaveLength(2)
  expect(copies[1]?.slice(3)).toEqual(copies[0]?.slice(3))
  await undo()

  await board.press(card('Price comparison'))
  await page.keyboard.press('Control+x')
  expect(await stepOf('Price comparison')).toBeUndefined()
  await board.press(card('Chatbot that does not know'))
  await page.keyboard.press('Control+v')
  expect(await stepOf('Price comparison')).toBe('Ask a question')
  await undo()
  await undo()

  await board.press(board.box('step', 'Ask a question'))
  await page.keyboard.press('Control+d')
  expect((await board.rows()).filter(row => row[1] === 'Ask a question')).toHaveLength(2)
  await undo()

  // lines of any text become touchpoints, without their bullets
  await page.evaluate(() =>
    navigator.clipboard.writeText('- Call back\n• Voucher by mail\n\n  Thank-you card'),
  )
  await board.press(board.box('step', 'Ask a question'))
  await page.keyboard.press('Control+v')
  expect((await cardsOf('Ask a question')).slice(1)).toEqual([
    'Call back',
    'Voucher by mail',
    'Thank-you card',
  ])
  await undo()
  expect(await cardsOf('Ask a question')).toHaveLength(1)
})

test('the menu of a card copies, cuts and pastes', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  await board.choose(card('Price comparison'), 'Copy')
  await board.choose(board.box('step', 'Ask a question'), 'Paste')
  await expect.poll(() => cardsOf('Ask a question')).toHaveLength(2)
  await board.choose(card('Ratings by other owners'), 'Cut')
  await expect.poll(() => stepOf('Ratings by other owners')).toBeUndefined()
  await page.keyboard.press('Control+z')
  expect(await stepOf('Ratings by other owners')).toBe('Look around online')
})

test('what is deleted comes back whole, and the selection goes on beside it', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  const before = await board.rows()
  await board.press(board.box('stage', 'Choose and buy'))
  await page.keyboard.press('Delete')
  expect(await board.names('stage')).not.toContain('Choose and buy')
  expect(await board.selected()).toEqual([expect.stringContaining('Delivery and installation')])
  await undo()
  expect(await board.rows()).toEqual(before)

  await board.press(card('Ratings by other owners'))
  await page.keyboard.press('Delete')
  expect(await board.selected()).toEqual([expect.stringContaining('Price comparison')])
  await page.keyboard.press('Delete')
  expect(await board.selected()).toEqual([expect.stringContaining('Product page')])
  await page.keyboard.press('Delete')
  expect(await board.selected()).toEqual([expect.stringContaining('Look around online')])
  await undo()
  await undo()
  await undo()
  expect(await board.rows()).toEqual(before)
})

test('a title is written in place: Enter keeps it, Escape takes it back, Tab goes on to the next', async ({
  page,
}) => {
  await board.openTemplate('Retail purchase')
  const press = (keys: string) => page.keyboard.press(keys)
  await board.press(card('Product page with filters'))
  await press('F2')
  await expect(board.editor).toBeFocused()
  await page.keyboard.type('Shop page')
  // the board follows every letter
  expect(await cardsOf('Look around online')).toContain('Shop page')
  await press('Escape')
  expect(await cardsOf('Look around online')).toContain('Product page with filters')
  await expect(board.board).toBeFocused()

  await press('Enter')
  await page.keyboard.type('Shop page')
  await press('Shift+Enter')
  await page.keyboard.type('and filters')
  await press('Enter')
  expect(await cardsOf('Look around online')).toContain('Shop page\nand filters')
  await undo()
  expect(await cardsOf('Look around online')).toContain('Product page with filters')

  await press('Tab')
  await page.keyboard.type('Second')
  await press('Tab')
  await page.keyboard.type('Third')
  await press('Enter')
  expect((await cardsOf('Look around online')).slice(0, 3)).toEqual([
    'Product page with filters',
    'Second',
    'Third',
  ])
  expect(await board.selected()).toEqual([expect.stringContaining('Third')])

  // what was asked for and never named was not asked for
  await press('Tab')
  await expect(board.editor).toBeFocused()
  await press('Escape')
  expect(await cardsOf('Look around online')).toHaveLength(5)
  expect(await board.selected()).toEqual([expect.stringContaining('Third')])
  await press('Tab')
  await page.keyboard.type('Never mind')
  await press('Escape')
  expect(await cardsOf('Look around online')).toHaveLength(5)
  await press('Control+Enter')
  await page.keyboard.type('Too slow')
  await press('Enter')
  await expect(board.box('pain', 'Too slow')).toBeVisible()

  // Escape lets the selection go, and then Tab leaves the board
  await press('Escape')
  expect(await board.selected()).toEqual([])
  await press('Tab')
  await expect(board.board).not.toBeFocused()
})

test('arrows lead to what lies beside, Shift with them selects more, Alt with them moves', async ({
  page,
}) => {
  await board.openTemplate('Retail purchase')
  const go = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return (await board.selected()).map(title => title.replace(/ [+−]?\d.*$/, ''))
  }
  expect(await go('ArrowRight')).toEqual([expect.stringContaining('Notice the need')])
  expect(await go('ArrowRight')).toEqual([expect.stringContaining('Compare')])
  expect(await go('ArrowDown')).toEqual([expect.stringContaining('Look around online')])
  expect(await go('ArrowDown')).toEqual([expect.stringContaining('Product page')])
  expect(await go('ArrowDown', 'ArrowDown')).toEqual([expect.stringContaining('Price comparison')])
  expect(await go('ArrowRight')).toEqual([expect.stringContaining('Chatbot that')])
  expect(await go('ArrowDown')).toEqual([expect.stringContaining('Chatbot does not know the')])
  expect(await go('ArrowUp', 'ArrowUp')).toEqual([expect.stringContaining('Ask a question')])
  expect(await go('ArrowUp')).toEqual([expect.stringContaining('Compare')])
  // what is heard is what is selected
  await expect(board.board.getByRole('status')).toHaveText('Stage: Compare')

  await go('ArrowDown', 'ArrowDown')
  expect(await go('Shift+ArrowDown', 'Shift+ArrowDown')).toHaveLength(3)
  expect(await go('Shift+ArrowUp')).toHaveLength(2)
  expect(await go('ArrowUp')).toEqual([expect.stringContaining('Product page')])
  await go('Alt+ArrowDown')
  expect((await cardsOf('Look around online'))[1]).toBe('Product page with filters')
  await go('Alt+ArrowRight')
  expect(await stepOf('Product page with filters')).toBe('Ask a question')
  await board.press(board.box('pain', 'Chatbot does not know'))
  await go('Alt+ArrowLeft')
  await expect
    .poll(async () => (await board.box('pain', 'Chatbot does not know').boundingBox())?.x)
    .toBe((await card('Price comparison').boundingBox())?.x)
})

test('keys rate, mark moments of truth and draw handovers', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  const press = (keys: string) => page.keyboard.press(keys)
  await board.press(card('Price comparison'))
  const rating = async () => (await board.rows()).find(row => row[2] === 'Price comparison')?.[4]
  await press('1')
  expect(await rating()).toBe('-2')
  await press('5')
  expect(await rating()).toBe('2')
  const moment = board.inspector.getByRole('button', { name: 'Moment of truth' })
  await expect(moment).toHaveAttribute('aria-pressed', 'false')
  await press('m')
  await expect(moment).toHaveAttribute('aria-pressed', 'true')

  const hint = board.board.getByText('Choose the touchpoint the customer is handed over to')
  await press('h')
  await expect(hint).toBeVisible()
  await press('Escape')
  await expect(hint).toHaveCount(0)
  // by mouse, then by arrows and Enter
  await press('h')
  await board.press(card('Chatbot that does not know'))
  await expect(hint).toHaveCount(0)
  await board.press(card('Price comparison'))
  await press('h')
  await press('ArrowUp')
  await press('Enter')
  await expect(hint).toHaveCount(0)
  await expect(board.editor).toHaveCount(0)
  expect(await board.selected()).toEqual([expect.stringContaining('Ratings by')])

  // two handovers were made, so it is the third undo that reaches the moment of truth
  await board.press(card('Price comparison'))
  for (const still of ['true', 'true', 'false']) {
    await undo()
    await expect(moment).toHaveAttribute('aria-pressed', still)
  }
})
