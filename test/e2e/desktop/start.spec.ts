// The window's life: start, second start, crash, kill, close, quit.
import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import electronPath from 'electron'
import type {} from '../../../renderer/api/bridge'
import type { CallName, InputOf, OutputOf } from '../../../shared/ipc/contract'
import {
  chromiumFlags,
  endDesktops,
  processesOf,
  startDesktop,
  stringsOf,
  type Desktop,
} from '../../helpers/desktop'
import { root } from '../../helpers/folders'

test.afterEach(endDesktops)

/** One call through the preload, as the page makes it. */
async function call<N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await page.evaluate(([name, input]) => window.journeyboard?.call(name, input), [
    name,
    input,
  ] as const)
  if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer?.error)}`)
  return answer.value as OutputOf<N>
}

const settled = (page: Page) => expect(page.locator('#root')).not.toBeEmpty()
const openNames = async (page: Page) =>
  (await call(page, 'app.start', {})).open.map(({ fileName }) => fileName).sort()

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // a process that ended and was not waited for yet is no process left behind
    return process.platform !== 'linux' || !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
const left = (pids: number[]) => pids.filter(isAlive)

test('opens on the page, with nothing to complain about', async () => {
  const { app, page, complaints } = await startDesktop()
  await settled(page)
  await expect(page).toHaveTitle(/Journeyboard/)
  expect(page.url()).toMatch(/^app:\/\/journeyboard\/index\.html(#|$)/)
  const visible = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(window => window.isVisible()),
  )
  expect(visible).toEqual([true])
  expect(complaints).toEqual([])
})

test('quitting leaves no process and nothing beside the documents', async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  const { fileName } = await call(desktop.page, 'document.create', { template: null })
  const pids = await processesOf(desktop.app)
  expect(pids.length).toBeGreaterThan(2)
  await desktop.quit()
  await expect.poll(() => left(pids), { timeout: 3000 }).toEqual([])
  expect(readdirSync(desktop.documents)).toEqual([fileName])
})

test('closing waits for the last edits of the page, and asks nothing', async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  await desktop.page.evaluate(() => {
    window.journeyboard?.on('app.flush', async () => {
      await new Promise(done => setTimeout(done, 700))
      await window.journeyboard?.call('app.set', { author: 'The last edit' })
    })
  })
  const ended = new Promise(done => desktop.app.process().once('exit', done))
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await ended).toBe(0)
  const again = await startDesktop({ folder: desktop.folder })
  expect((await call(again.page, 'app.start', {})).settings.author).toBe('The last edit')
})

test('a page that does not answer holds nothing up for long', async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  await desktop.page.evaluate(() => {
    window.journeyboard?.on('app.flush', () => new Promise(() => {}))
  })
  const before = Date.now()
  await desktop.quit()
  expect(Date.now() - before).toBeLessThan(6000)
})

test('after a kill of every process the next start has the same documents within 3 s', async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  const created = [
    await call(desktop.page, 'document.create', { template: null, title: 'First' }),
    await call(desktop.page, 'document.create', { template: null, title: 'Second' }),
  ].map(({ fileName }) => fileName)
  const pids = await processesOf(desktop.app)
  await desktop.kill()
  await expect.poll(() => left(pids)).toEqual([])

  const before = Date.now()
  const again = await startDesktop({ folder: desktop.folder })
  await settled(again.page)
  const took = Date.now() - before
  expect(await openNames(again.page)).toEqual(created.sort())
  expect(took).toBeLessThan(3000)
})

test("a crash of the page's process loads it again, with the same documents", async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  const { fileName } = await call(desktop.page, 'document.create', { template: null })
  const names = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    const loaded = new Promise<void>(done => contents.once('did-finish-load', () => done()))
    contents.forcefullyCrashRenderer()
    await loaded
    return contents.executeJavaScript(
      "window.journeyboard.call('app.start', {}).then(answer => answer.value.open.map(one => one.fileName))",
    )
  })
  expect(names).toEqual([fileName])
})

test('a file named at start opens; a second start hands its file to the first and ends', async () => {
  const maker = await startDesktop()
  await settled(maker.page)
  const first = await call(maker.page, 'document.create', { template: null, title: 'First' })
  const second = await call(maker.page, 'document.create', { template: null, title: 'Second' })
  await call(maker.page, 'document.close', { document: first.handle })
  await call(maker.page, 'document.close', { document: second.handle })
  await maker.quit()

  const desktop = await startDesktop({ folder: maker.folder, args: [join(maker.documents, first.fileName)] })
  await settled(desktop.page)
  expect(await openNames(desktop.page)).toEqual([first.fileName])

  await desktop.page.evaluate(() => {
    window.journeyboard?.on('document.opened', opened => {
      document.body.dataset['opened'] = (opened as { fileName: string }).fileName
    })
  })
  const other = spawn(
    electronPath as unknown as string,
    [root, ...chromiumFlags, join(maker.documents, second.fileName)],
    {
      stdio: 'ignore',
      env: {
        ...stringsOf(process.env),
        JOURNEYBOARD_DATA: join(maker.folder, 'data'),
        JOURNEYBOARD_DOCUMENTS: maker.documents,
      },
    },
  )
  const code = await new Promise(done => other.once('exit', done))
  expect(code).toBe(0)
  await expect(desktop.page.locator('body')).toHaveAttribute('data-opened', second.fileName)
  expect(await openNames(desktop.page)).toEqual([first.fileName, second.fileName].sort())
})

test('a file that is none is told about, and the app goes on', async () => {
  const desktop = await startDesktop({ args: [join(root, 'no-such.jboard')] })
  await settled(desktop.page)
  // the page has taken the notice with its own start already; the log knows nothing, since this was foreseen
  expect(await openNames(desktop.page)).toEqual([])
  expect(desktop.complaints).toEqual([])
})

test('the window comes back where it was', async () => {
  const desktop = await startDesktop()
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 900, height: 640 }),
  )
  await expect.poll(() => boundsOf(desktop)).toMatchObject({ width: 900, height: 640 })
  const before = await boundsOf(desktop)
  await desktop.quit()
  const again = await startDesktop({ folder: desktop.folder })
  await expect.poll(() => boundsOf(again)).toEqual(before)
})

const boundsOf = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())

test('the menu speaks the language that was chosen, and tells the page what was picked', async () => {
  const { app, page } = await startDesktop()
  await settled(page)
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  await call(page, 'app.set', { language: 'en' })
  await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Help'])
  await call(page, 'app.set', { language: 'sk' })
  await expect.poll(labels).toEqual(['Súbor', 'Úpravy', 'Zobrazenie', 'Pomoc'])
  // chosen in one breath: the last choice stands, whichever language is loaded first
  await Promise.all((['pl', 'sl', 'en'] as const).map(language => call(page, 'app.set', { language })))
  await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Help'])

  await page.evaluate(() => {
    window.journeyboard?.on('menu.action', chosen => {
      document.body.dataset['chosen'] = (chosen as { action: string }).action
    })
  })
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('app.help')?.click())
  await expect(page.locator('body')).toHaveAttribute('data-chosen', 'app.help')
})

test('the chosen appearance is there before the page is', async () => {
  const desktop = await startDesktop()
  await settled(desktop.page)
  const colours: unknown[] = []
  let folder = desktop.folder
  for (const theme of ['dark', 'light'] as const) {
    const chooser = theme === 'dark' ? desktop : await startDesktop({ folder })
    await call(chooser.page, 'app.set', { theme })
    await chooser.quit()
    const shown = await startDesktop({ folder })
    colours.push(
      await shown.app.evaluate(({ BrowserWindow, nativeTheme }) => [
        nativeTheme.shouldUseDarkColors,
        BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
      ]),
    )
    await shown.quit()
    folder = shown.folder
  }
  expect(colours).toEqual([
    [true, '#17181B'],
    [false, '#F5F5F2'],
  ])
})
