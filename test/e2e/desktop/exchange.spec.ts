/** One file and several hands, in real windows: replaced while somebody types, open in two apps, killed while it is written. */
import Database from 'better-sqlite3'
import { expect, test } from '@playwright/test'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { BoardPage } from '../../helpers/boardPage'
import { endDesktops, startDesktop, type Desktop } from '../../helpers/desktop'
import { tempFolder } from '../../helpers/folders'

test.afterEach(endDesktops)

const fileOf = ({ documents }: Desktop) => join(documents, readdirSync(documents)[0] ?? '')

/** Puts a file in the place of another at once, as a sync client does. */
function replace(target: string, source: string) {
  copyFileSync(source, `${target}.new`)
  renameSync(`${target}.new`, target)
}

/** Somebody else opens a copy in an app of their own, renames a stage in it, and quits. */
async function renamed(copy: string): Promise<Desktop> {
  const theirs = await startDesktop({ args: [copy] })
  const board = new BoardPage(theirs.page)
  await board.shown()
  await board.rename('stage', 'Purchase', 'Their purchase')
  await board.saved()
  await theirs.quit()
  return theirs
}

test('a file that is replaced while somebody types is merged, and not a letter is lost', async () => {
  const mine = await startDesktop()
  const board = new BoardPage(mine.page)
  await board.newJourney()
  await board.saved()
  const file = fileOf(mine)

  // somebody else works on a copy meanwhile
  const folder = tempFolder()
  mkdirSync(folder.path, { recursive: true })
  const copy = join(folder.path, 'Copy.jboard')
  copyFileSync(file, copy)
  await renamed(copy)

  // theirs comes back in the middle of a word
  await board.box('stage', 'Discover').dblclick()
  await expect(board.editor).toBeFocused()
  await mine.page.keyboard.press('Control+a')
  const words = 'Written while the file was replaced'
  for (const [at, letter] of [...words].entries()) {
    if (at === 12) replace(file, copy)
    await mine.page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 60 })
  }
  await expect.poll(() => board.names('stage')).toContain('Their purchase')
  await expect(board.editor).toHaveValue(words)
  await mine.page.keyboard.press('Enter')
  await board.saved()
  await expect.poll(() => board.names('stage')).toContain(words)
  expect(titlesIn(file)).toEqual(expect.arrayContaining([words, 'Their purchase']))
  // what came in is a step of its own among those of the typing
  await expect(async () => {
    await mine.page.keyboard.press('Control+z')
    expect(await board.names('stage')).not.toContain('Their purchase')
  }).toPass({ intervals: [300], timeout: 5000 })
  expect(mine.complaints).toEqual([])
  folder.remove()
})

test('two apps on one file see what the other does, and both keep it', async () => {
  const first = await startDesktop()
  const board = new BoardPage(first.page)
  await board.newJourney()
  await board.saved()
  const file = fileOf(first)
  const second = await startDesktop({ args: [file] })
  const other = new BoardPage(second.page)
  await other.shown()
  await board.rename('stage', 'Discover', 'From the first')
  await other.rename('stage', 'Purchase', 'From the second')
  for (const each of [board, other]) {
    await expect(each.box('stage', 'From the first')).toBeVisible({ timeout: 15_000 })
    await expect(each.box('stage', 'From the second')).toBeVisible({ timeout: 15_000 })
  }
  await board.saved()
  await other.saved()
  await first.quit()
  await second.quit()
  expect(titlesIn(file)).toEqual(expect.arrayContaining(['From the first', 'From the second']))
  expect([...first.complaints, ...second.complaints]).toEqual([])
})

test('killed while the file is written: the file is a whole one, and the start after has every change', async () => {
  let desktop = await startDesktop()
  let board = new BoardPage(desktop.page)
  await board.newJourney()
  await board.saved()
  const file = fileOf(desktop)
  let name = 'Discover'
  for (const wait of [0, 150, 400, 1900, 2100]) {
    const next = `Discover ${wait}`
    await board.rename('stage', name, next)
    name = next
    // acknowledged: from here on it may not be lost
    await expect(desktop.page.locator('header [role=status]')).toHaveText(/^Saved/)
    await desktop.page.evaluate(() => window.dispatchEvent(new Event('blur')))
    await desktop.page.waitForTimeout(wait)
    await desktop.kill()
    expect(titlesIn(file).length).toBeGreaterThan(0)
    desktop = await startDesktop({ folder: desktop.folder })
    board = new BoardPage(desktop.page)
    await board.shown()
    await expect(board.box('stage', name)).toBeVisible()
  }
  await board.saved()
  expect(titlesIn(file)).toContain(name)
  expect(readdirSync(desktop.documents)).toHaveLength(1)
})

/** Titles of the stages in a file, which must be whole. */
function titlesIn(file: string): string[] {
  const database = new Database(file, { readonly: true })
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = database.prepare("SELECT json FROM record WHERE type = 'stage' AND gone = 0").all()
    return (rows as { json: string }[]).map(({ json }) => (JSON.parse(json) as { title: string }).title)
  } finally {
    database.close()
  }
}

/** Answers the system's own dialogs in a person's place: they cannot be driven from outside. */
const answer = ({ app }: Desktop, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)

test('a picture and a copy go where the dialogs of the system say, and a received file comes from there', async () => {
  test.slow() // two apps, one after the other
  const mine = await startDesktop()
  const { page } = mine
  const board = new BoardPage(page)
  await board.newJourney()
  await board.rename('stage', 'Discover', 'Look around')
  await board.saved()
  const folder = tempFolder()
  mkdirSync(folder.path, { recursive: true })

  const picture = join(folder.path, 'Board.pdf')
  await answer(mine, picture)
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0)
  expect(readFileSync(picture, 'latin1').slice(0, 5)).toBe('%PDF-')

  const copy = join(folder.path, 'For Jana.jboard')
  await answer(mine, copy)
  await byPalette(page, 'send to others')
  const sending = page.getByRole('dialog', { name: 'Send to others' })
  await sending.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('dialog', { name: 'The file is ready' }).getByRole('button', { name: 'Done' }).click()
  expect(titlesIn(copy)).toContain('Look around')

  // Jana changes it and sends it back
  const theirs = await renamed(copy)
  await byPalette(page, 'merge a received')
  const screen = page.getByRole('dialog', { name: 'Merge a received file' })
  await expect(screen).toContainText('For Jana.jboard')
  await screen.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect
    .poll(() => board.names('stage'))
    .toEqual(expect.arrayContaining(['Look around', 'Their purchase']))
  await board.saved()
  expect(readdirSync(folder.path).sort()).toEqual(['Board.pdf', 'For Jana.jboard'])
  expect([...mine.complaints, ...theirs.complaints]).toEqual([])
  folder.remove()
})

async function byPalette(page: Desktop['page'], words: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
