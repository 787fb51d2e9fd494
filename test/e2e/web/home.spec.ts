import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { HomePage, keysShown } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

/** Their names, what they count, and how many shapes their picture has more than; a canvas is a few long paths. */
const templates = [
  { name: 'Yacht charter', counts: '23 touchpoints', shapes: 23 },
  { name: 'Retail purchase', counts: '21 touchpoints', shapes: 21 },
  { name: 'Bank account opening', counts: '18 touchpoints', shapes: 18 },
  { name: 'B2B supplier onboarding', counts: '19 touchpoints', shapes: 19 },
  { name: 'E-shop electronics', counts: '19 touchpoints', shapes: 19 },
  { name: 'Healthy-snack start-up', counts: '29 notes', shapes: 5 },
  { name: 'Café chain', counts: '29 notes', shapes: 5 },
  { name: 'Credit card, multi-sided market', counts: '32 notes', shapes: 5 },
] as const

/** What their documents are called, where that is not how the list names them. */
const titles = new Map([['Credit card, multi-sided market', 'Credit card: two sides that need each other']])

test.describe.configure({ mode: 'parallel' })

let home: HomePage
let complaints: string[]
test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  home = new HomePage(page)
  await home.shown()
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('all eight templates open from Home and are found again with their pictures', async ({ page }) => {
  for (const { name, counts } of templates) {
    await home.openTemplate(name)
    await expect(page.getByText(counts)).toBeVisible()
    await home.goHome()
  }
  await expect(home.cards).toHaveCount(templates.length)
  for (const { name, counts, shapes } of templates) {
    const card = home.card(titles.get(name) ?? name)
    await expect(card).toContainText(counts)
    await expect(card).toContainText('now')
    // the map painted small: a bar for each stage and a curve, or the nine blocks with their notes
    await expect.poll(() => card.locator('svg[data-scene] > *').count()).toBeGreaterThan(shapes)
  }
  await home.card('Bank account opening').getByRole('button').first().click()
  await home.documentShown()
  await expect(page.getByText('18 touchpoints')).toBeVisible()
})

test('every template shows a picture of its map', async () => {
  for (const { name, shapes } of templates) {
    await expect
      .poll(() => home.template(name).locator('svg[data-scene] > *').count())
      .toBeGreaterThan(shapes)
  }
})

test('a double click opens one document, not two', async () => {
  await home.template('Yacht charter').dblclick()
  await home.documentShown()
  await home.goHome()
  await expect(home.cards).toHaveCount(1)
})

test('an industry shows its templates alone', async ({ page }) => {
  await page.getByRole('radio', { name: 'Tourism' }).click()
  await expect(home.templates.getByRole('listitem')).toHaveText([/Yacht charter/])
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'Home appliances retail' })).toBeFocused()
  await expect(home.templates.getByRole('listitem')).toHaveText([/Retail purchase/])
})

test('pinned documents stand in front, also after a restart; removed ones leave their files alone', async ({
  page,
  serving,
}) => {
  for (const { name } of templates.slice(0, 3)) {
    await home.openTemplate(name)
    await home.goHome()
  }
  await expect(home.cards).toHaveText([/Bank/, /Retail/, /Yacht/])
  await home.choose('Yacht', 'Pin to the front')
  await expect(home.cards).toHaveText([/Yacht/, /Bank/, /Retail/])
  await home.restart()
  await expect(home.cards).toHaveText([/Yacht/, /Bank/, /Retail/])
  await expect(home.card('Yacht').getByRole('img', { name: 'Pinned' })).toBeVisible()
  await home.choose('Yacht', 'Unpin')
  await expect(home.cards).toHaveText([/Bank/, /Retail/, /Yacht/])

  await home.choose('Retail', 'Remove from the list')
  await expect(home.cards).toHaveText([/Bank/, /Yacht/])
  await expect(page.getByRole('status')).toContainText('Its file is untouched')
  expect(readdirSync(serving.documents).filter(file => file.startsWith('Retail'))).toHaveLength(1)
})

test('the order can be by name', async () => {
  for (const { name } of [templates[2], templates[0], templates[1]]) {
    await home.openTemplate(name)
    await home.goHome()
  }
  await expect(home.cards).toHaveText([/Retail/, /Yacht/, /Bank/])
  await home.recent.getByRole('button', { name: 'Order: Last opened' }).click()
  await home.page.getByRole('menuitem', { name: 'By name' }).click()
  await expect(home.cards).toHaveText([/Bank/, /Retail/, /Yacht/])
})

test('a file that was moved is marked, and is found again where it lies now', async ({ page, serving }) => {
  await home.openTemplate('Yacht charter')
  await page.keyboard.press('Control+w')
  await home.shown()
  const [file] = readdirSync(serving.documents)
  const moved = join(serving.folder, 'moved.jboard')
  renameSync(join(serving.documents, file ?? ''), moved)
  await page.reload()
  await expect(home.card('Yacht')).toContainText('File was moved or renamed')
  const chooser = page.waitForEvent('filechooser')
  await home.card('Yacht').getByRole('button', { name: 'Locate…' }).click()
  await (await chooser).setFiles(moved)
  await home.documentShown()
  await expect(page.getByText('23 touchpoints')).toBeVisible()
})

test('keyboard alone: the first template, the search, the recent card, the way out of the list', async ({
  page,
}) => {
  const press = (keys: string) => page.keyboard.press(keys)
  await expect(home.template('Retail purchase')).toBeFocused()
  await press('ArrowRight')
  await expect(home.template('Yacht charter')).toBeFocused()
  await press('Enter')
  await home.documentShown()
  await home.goHome()
  await expect(home.card('Yacht').getByRole('button').first()).toBeFocused()

  await press('Control+k')
  await expect(home.search).toBeFocused()
  await page.keyboard.type('BÁNK')
  await expect(home.recent).toHaveCount(0)
  await press('Enter')
  await home.documentShown()
  await home.goHome()

  await expect(home.card('Bank').getByRole('button').first()).toBeFocused()
  await press('ArrowRight')
  await press('Delete')
  await expect(home.cards).toHaveText([/Bank/])
  await expect(home.card('Bank').getByRole('button').first()).toBeFocused()
  await press('Enter')
  await home.documentShown()
})

test('a search that finds nothing says so and can be cleared', async ({ page }) => {
  await home.search.fill('zzz')
  await expect(page.getByText('Nothing found for “zzz”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await home.shown()
  await expect(home.search).toBeFocused()
})

test('a file is opened by choosing it and by dropping it anywhere', async ({ page, serving }) => {
  await home.openTemplate('Yacht charter')
  await page.keyboard.press('Control+w')
  await home.shown()
  await home.choose('Yacht', 'Remove from the list')
  await expect(home.cards).toHaveCount(0)
  const path = join(serving.documents, readdirSync(serving.documents)[0] ?? '')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Open…/ }).click()
  await (await chooser).setFiles(path)
  await home.documentShown()
  await home.goHome()

  await drag(page, path, 'dragenter')
  await expect(page.getByText('Drop to open this file')).toBeVisible()
  await drag(page, path, 'drop')
  await home.documentShown()
  await expect(page.getByText('Drop to open this file')).toHaveCount(0)
})

test('what is chosen after long thought is opened', async ({ page, serving }) => {
  await home.openTemplate('Yacht charter')
  await page.keyboard.press('Control+w')
  await home.shown()
  const path = join(serving.documents, readdirSync(serving.documents)[0] ?? '')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  await browser.send('DOM.enable')
  await browser.send('Page.setInterceptFileChooserDialog', { enabled: true })
  const asked = new Promise<number>(answer =>
    browser.once('Page.fileChooserOpened', ({ backendNodeId }) => answer(backendNodeId ?? 0)),
  )
  await page.getByRole('button', { name: /^Open…/ }).click()
  const backendNodeId = await asked
  // the browser tidies up while the dialog is open; Playwright's own chooser would hold what must hold by itself
  await page.requestGC()
  await browser.send('DOM.setFileInputFiles', { backendNodeId, files: [path] })
  await home.documentShown()
})

test('a file that is none of ours is refused with a sentence, and nothing is listed', async ({
  page,
  serving,
}) => {
  await drag(
    page,
    join(serving.folder, 'data', readdirSync(join(serving.folder, 'data'))[0] ?? ''),
    'drop',
    'Notes',
  )
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await expect(page.getByRole('alert')).not.toContainText('Something went wrong')
  await page.getByRole('button', { name: 'Close the message' }).click()
  await expect(page.getByRole('alert')).toBeEmpty()
  await expect(home.cards).toHaveCount(0)
})

test('the hint for newcomers opens the yacht map and stays closed once closed', async ({ page }) => {
  await page
    .getByText('First time here?')
    .locator('..')
    .getByRole('button', { name: 'Yacht charter' })
    .click()
  await home.documentShown()
  await home.goHome()
  await page.getByRole('button', { name: 'Hide this hint' }).click()
  await expect(page.getByText('First time here?')).toHaveCount(0)
  await home.restart()
  await expect(page.getByText('First time here?')).toHaveCount(0)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Show again' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('First time here?')).toBeVisible()
})

test('settings take effect at once and are kept', async ({ page }) => {
  const root = page.locator('html')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(31, 32, 36)')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Strategy team')
  // closed from inside the field: what was typed is kept all the same
  await page.keyboard.press('Escape')
  await page.reload()
  await home.shown()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Strategy team')
  await page.getByRole('radio', { name: 'System' }).click()
  await expect(root).not.toHaveAttribute('data-theme')
})

test('no language shows a key instead of a text', async ({ page }) => {
  await home.openTemplate('Yacht charter')
  await home.goHome()
  const titles = new Set<string>()
  for (const [code, name] of [
    ['sk', 'Slovenčina'],
    ['cs', 'Čeština'],
    ['pl', 'Polski'],
    ['sl', 'Slovenščina'],
    ['en', 'English'],
  ] as const) {
    await home.speak(name)
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    titles.add((await page.getByRole('heading', { level: 2 }).allInnerTexts()).join())
    expect(await keysShown(page), name).toEqual([])
    for (const [open, keys] of [
      ['settings', 'Control+,'],
      ['help', '?'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await keysShown(page), `${name}, ${open}`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
  expect(titles.size, 'every language has words of its own').toBe(5)
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  await home.openTemplate('Yacht charter')
  await home.goHome()
  expect(await axeViolations(page)).toEqual([])
  for (const keys of ['Control+,', '?']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await axeViolations(page), keys).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('s')
  await expect(page.getByRole('listbox')).toBeVisible()
  expect(await axeViolations(page), 'palette').toEqual([])
})

test('tiles, documents and templates stand on the same four columns', async ({ page }) => {
  for (const { name } of templates.slice(0, 4)) {
    await home.openTemplate(name)
    await home.goHome()
  }
  const columns = async (cells: ReturnType<Page['locator']>) => {
    const boxes = await Promise.all((await cells.all()).slice(0, 4).map(cell => cell.boundingBox()))
    return boxes.map(box => [box?.x, box?.width])
  }
  const tiles = await columns(page.getByRole('region', { name: 'Start' }).locator('> *'))
  expect(tiles).toEqual([160, 444, 728, 1012].map(x => [x, 268]))
  expect(await columns(home.cards)).toEqual(tiles)
  expect(await columns(home.templates.getByRole('listitem'))).toEqual(tiles)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440)
})

test('a narrow window breaks into fewer columns and hides nothing', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 700 })
  const main = page.locator('main')
  expect(await main.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
  await home.template('E-shop electronics').scrollIntoViewIfNeeded()
  await expect(home.template('E-shop electronics')).toBeInViewport()
})

test('Home shows itself with nothing of the board loaded', async ({ page }) => {
  // with nothing fetched ahead in idle moments
  await page.addInitScript(() => (window.requestIdleCallback = () => 0))
  await page.reload()
  await home.shown()
  const parts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.replace(/.*\//, ''))
        .filter(name => name.startsWith('documentParts')),
    )
  expect(await parts()).toEqual([])
  await home.openTemplate('Yacht charter')
  // the control: the document's parts do come, in one script
  expect((await parts()).filter(name => name.endsWith('.js'))).toHaveLength(1)
})

/** A file held over the page, or let go. */
async function drag(page: Page, path: string, event: 'dragenter' | 'drop', name = 'sent.jboard') {
  const base64 = readFileSync(path).toString('base64')
  const dataTransfer = await page.evaluateHandle(
    ([content, called]) => {
      const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], called))
      return transfer
    },
    [base64, name] as const,
  )
  await page.dispatchEvent('body', event, { dataTransfer })
}
