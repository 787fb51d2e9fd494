import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Journey, Touchpoint } from '../../../shared/model'
import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { root } from '../../helpers/folders'
import { HomePage } from '../../helpers/homePage'
import { ReceivedFile } from '../../helpers/receivedFile'
import type { Serving } from '../../helpers/serve'
import { expect, test } from '../../helpers/webTest'

const question = (page: Page) => page.getByRole('dialog', { name: 'Merge with the open document?' })
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Open documents' })
const closers = (page: Page) => tabs(page).getByRole('button', { name: /^Close/ })

/** A document on screen, and a copy of its file in which a touchpoint is called otherwise. */
async function withCopy(page: Page, serving: Serving): Promise<{ board: BoardPage; copy: ReceivedFile }> {
  const board = new BoardPage(page)
  await board.openWrittenTemplate('Retail purchase')
  const copy = new ReceivedFile(serving, 'Copy from Jana.jboard')
  const [touchpoint] = copy.records<Touchpoint>('touchpoint')
  copy.apply([{ command: 'touchpoint.update', args: { id: touchpoint!.id, title: 'Said by Jana' } }])
  return { board, copy }
}

/** Opens a file as people do in a browser. */
async function open(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await chooser).setFiles(path)
}

test('a copy of an open document is opened, merged on the word of whoever opened it, and its tab closes', async ({
  page,
  serving,
}) => {
  const { board, copy } = await withCopy(page, serving)
  await open(page, copy.path)
  await expect(question(page)).toContainText(
    '“Copy from Jana.jboard” is another copy of “Retail purchase: a washing machine”, which is open.',
  )
  const merge = question(page).getByRole('button', { name: 'Merge it into the open document…' })
  await expect(merge).toBeFocused()

  // a merge that is not made leaves both as they are
  await page.keyboard.press('Enter')
  const screen = page.getByRole('dialog', { name: 'Merge a received file' })
  await expect(screen).toContainText('Copy from Jana.jboard into Retail purchase: a washing machine')
  await screen.getByRole('button', { name: 'Cancel' }).click()
  await expect(screen).toHaveCount(0)
  await expect(closers(page)).toHaveCount(2)
  expect(await board.names('touchpoint')).not.toContain('Said by Jana')
  await closers(page).last().click()
  await expect(tabs(page)).toHaveCount(0)

  await open(page, copy.path)
  await merge.click()
  await screen.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(screen).toHaveCount(0)
  await expect(tabs(page)).toHaveCount(0)
  await expect.poll(() => board.names('touchpoint')).toContain('Said by Jana')
  await expect(page.getByRole('complementary', { name: 'Messages' })).toContainText(
    /“Copy from Jana.*\.jboard” was merged/,
  )
  await page.keyboard.press('Control+z')
  await expect.poll(() => board.names('touchpoint')).not.toContain('Said by Jana')
  copy.remove()
})

test('a copy is kept beside, also by Escape, and comes back so; a part is asked about too', async ({
  page,
  serving,
}) => {
  const { board, copy } = await withCopy(page, serving)
  await open(page, copy.path)
  await question(page).getByRole('button', { name: 'Keep it beside' }).click()
  await expect(question(page)).toHaveCount(0)
  // one title for both, so the tabs are called as their files
  await expect(tabs(page).locator('button:not([aria-label])')).toHaveText([
    'Retail purchase a washing machine',
    'Copy from Jana',
  ])
  await expect.poll(() => board.names('touchpoint')).toContain('Said by Jana')
  await page.reload()
  await expect(closers(page)).toHaveCount(2)
  await expect(question(page)).toHaveCount(0)

  const [journey] = copy.records<Journey>('journey')
  const part = copy.part(journey!.id, 'Journey.jboard')
  await open(page, part)
  await expect(question(page)).toContainText(
    '“Journey.jboard” is a part of “Retail purchase: a washing machine”, which is open.',
  )
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  await expect(closers(page)).toHaveCount(3)
  copy.remove()
})

test('from Home a received file finds the document it is a copy of', async ({ page, serving }) => {
  const { board, copy } = await withCopy(page, serving)
  const home = new HomePage(page)
  await page.keyboard.press('Control+w')
  await home.shown()
  const receive = async (path: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Merge a received file…' }).click()
    await (await chooser).setFiles(path)
  }
  await receive(copy.path)
  const known = page.getByRole('dialog', { name: 'Merge with the document you have?' })
  await expect(known).toContainText(
    '“Copy from Jana.jboard” is another copy of “Retail purchase: a washing machine”, which you already have.',
  )
  expect(await axeViolations(page)).toEqual([])
  await known.getByRole('button', { name: 'Open yours and merge into it…' }).click()
  const screen = page.getByRole('dialog', { name: 'Merge a received file' })
  await expect(screen).toContainText('Copy from Jana.jboard into Retail purchase: a washing machine')
  await screen.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(screen).toHaveCount(0)
  await expect.poll(() => board.names('touchpoint')).toContain('Said by Jana')

  // one that is a copy of nothing here is open, and that is said
  await home.goHome()
  await receive(join(root, 'test/files/format-1/everyRecord-2.jboard'))
  await expect(page.getByRole('complementary', { name: 'Messages' })).toContainText(
    'None of your documents is another copy of “',
  )
  copy.remove()
})
