// Looking at the journey board in Chromium: zoom, rows, personas, read-only, empty, and the way round without a mouse.
import { copyFileSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import { axeViolations } from '../../helpers/axe'
import type { BoardPage } from '../../helpers/boardPage'
import { boardTests } from '../../helpers/boardTests'
import { tempFolder } from '../../helpers/folders'
import { startServe } from '../../helpers/serve'
import { expect, test } from '../../helpers/webTest'

const current = boardTests()
let board: BoardPage
test.beforeEach(() => {
  board = current()
})

const card = (title: string) => board.box('touchpoint', title)

test('the view: fit, zoom keys, the small map, rows shown and hidden', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  const zoom = page.locator('footer').getByRole('button').first()
  await expect(zoom).toHaveText(/^100\s?%$/)
  await page.keyboard.press('Control+=')
  await expect(zoom).toHaveText(/^125\s?%$/)
  await page.keyboard.press('Control+-')
  await page.keyboard.press('Control+-')
  await expect(zoom).toHaveText(/^80\s?%$/)
  await page.keyboard.press('f')
  await expect.poll(async () => parseInt(await zoom.innerText(), 10)).toBeLessThan(40)
  const map = page.getByRole('img', { name: 'Overview of the map' })
  // where all of it is in view, there is nowhere to go
  await expect(map).toBeHidden()
  // far away the board can still be pressed, and a title comes near before it is written
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await expect(board.editor).toBeFocused()
  await expect(zoom).toHaveText(/^100\s?%$/)
  await page.keyboard.press('Escape')

  await expect(card('Price comparison')).toBeInViewport()
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.click(x + width * 0.8, y + height / 2)
  await expect(board.box('stage', 'Get support')).toBeInViewport()
  await expect(card('Price comparison')).toHaveCount(0)
  await page.mouse.click(x + width * 0.1, y + height / 2)

  const lane = (title: string) => board.board.locator('[data-lane]').filter({ hasText: title })
  await expect(lane('Emotion')).toBeVisible()
  const rows = page.locator('footer').getByRole('button', { name: 'Lanes' })
  await rows.click()
  await page.getByRole('menuitem', { name: 'Emotion' }).click()
  await expect(lane('Emotion')).toHaveCount(0)
  await rows.click()
  await page.getByRole('menuitem', { name: 'Thoughts' }).click()
  await expect(lane('Thoughts')).toBeVisible()
  await rows.click()
  for (const name of ['Backstage']) await page.getByRole('menuitem', { name }).click()
  // nothing lies behind the line any more
  await expect(board.board.getByText('Line of visibility')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(board.board.getByText('Line of visibility')).toBeVisible()
})

test('several personas have a line each, named beside it', async () => {
  await board.openTemplate('B2B supplier onboarding')
  for (const name of ['Katarzyna', 'Tomas', 'Eva'])
    await expect(board.board.locator('[data-persona]').filter({ hasText: name })).toBeVisible()
})

test('a read-only document shows all, says why, and changes nothing', async ({ page, serving }) => {
  await board.openTemplate('Retail purchase')
  await board.saved()
  const file = join(serving.documents, 'Retail purchase a washing machine.jboard')
  const elsewhere = tempFolder()
  const [original, twin] = [join(elsewhere.path, 'map.jboard'), join(elsewhere.path, 'twin.jboard')]
  copyFileSync(file, original)
  // a file of two names is not written: publishing would leave one of them behind
  linkSync(original, twin)
  const reader = await startServe({ args: [twin] })
  await page.goto(reader.url)
  await board.shown()
  await expect(page.getByText('Read-only')).toBeVisible()
  const before = await board.rows()
  await expect(board.board.locator('[data-kind="empty"]').filter({ hasText: /./ })).toHaveCount(0)
  await board.press(card('Price comparison'))
  for (const keys of ['Delete', 'Tab', 'F2', '1', 'm', 'Control+d', 'Alt+ArrowUp'])
    await page.keyboard.press(keys)
  await board.press(card('Price comparison'))
  await page.keyboard.press('Control+x')
  await board.drag(card('Price comparison'), await board.placeAt(card('Product page'), 0.5, 0.1))
  expect(await board.rows()).toEqual(before)
  await expect(board.editor).toHaveCount(0)
  await reader.stop()
  elsewhere.remove()
})

test('F6 leads round the screen and back, without a mouse', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  await expect(board.board).toBeFocused()
  await page.keyboard.press('ArrowRight')
  const parts: string[] = []
  for (let at = 0; at < 5; at++) {
    await page.keyboard.press('F6')
    parts.push(
      await page.evaluate(
        () =>
          ['main', 'aside', 'nav', 'footer', 'header'].find(part => document.activeElement?.closest(part)) ??
          '',
      ),
    )
  }
  expect(parts.toSorted()).toEqual(['aside', 'footer', 'header', 'main', 'nav'])
  expect(parts.at(-1)).toBe('main')
  await expect(board.board).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('F6')
  await expect(board.board).toBeFocused()
  // in the inspector it begins at the title, and Escape goes back
  await page.keyboard.press('F6')
  await expect(board.inspector.getByRole('textbox', { name: 'Name of the stage' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(board.board).toBeFocused()
})

test('an empty map says what to do next, and the way is there', async ({ page }) => {
  await board.newJourney()
  await expect(board.board.getByRole('heading', { name: 'What does the customer do?' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  for (let left = 8; left > 0; left--) await page.keyboard.press('Delete')
  await expect(board.board.getByRole('heading', { name: 'Begin with the first stage' })).toBeVisible()
  await board.board.getByRole('button', { name: 'Add a stage' }).click()
  await page.keyboard.type('Look for one')
  await page.keyboard.press('Enter')
  await expect(board.board.getByRole('heading')).toHaveText('What does the customer do?')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Ask around')
  await page.keyboard.press('Enter')
  await expect(board.board.getByRole('heading')).toHaveCount(0)
  expect(await board.rows()).toEqual([['Look for one', 'Ask around', '', '', '', '', '']])
})

test('nothing on the board stands in the way of people with a disability', async ({ page }) => {
  await board.openTemplate('Retail purchase')
  expect(await axeViolations(page)).toEqual([])
  await board.press(card('Price comparison'))
  await expect(board.channel()).toBeVisible()
  expect(await axeViolations(page), 'a touchpoint selected').toEqual([])
  await page.keyboard.press('F2')
  await expect(board.editor).toBeFocused()
  expect(await axeViolations(page), 'a title being written').toEqual([])
})
