import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tempFolder } from './folders'

export interface Desktop {
  app: ElectronApplication
  page: Page
  /** Holds app data and documents of this Electron; give it to a second start to find the same again. */
  folder: string
  documents: string
  /** What the page wrote to its console as errors and warnings. */
  complaints: string[]
  /** Quits as a person does, and waits until the process is gone. */
  quit: () => Promise<void>
  /** Ends every process of the app at once, without a word. */
  kill: () => Promise<void>
}

interface Options {
  args?: string[]
  folder?: string
  env?: Record<string, string>
}

const started: { quit: () => Promise<void>; remove: () => void }[] = []

/** The real Electron window with app data of its own. Chromium's sandbox refuses root, so there it goes without. */
export async function startDesktop(options: Options = {}): Promise<Desktop> {
  const temp = options.folder === undefined ? tempFolder() : undefined
  const folder = options.folder ?? temp?.path ?? ''
  const documents = join(folder, 'documents')
  const data = join(folder, 'data')
  const app = await _electron.launch({
    args: [root, ...chromiumFlags, ...(options.args ?? [])],
    cwd: root,
    env: {
      ...stringsOf(process.env),
      JOURNEYBOARD_DATA: data,
      JOURNEYBOARD_DOCUMENTS: documents,
      ...options.env,
    },
  })
  const ended = new Promise<void>(done => app.process().once('exit', () => done()))
  let over = false
  const quit = async () => {
    if (over) return
    over = true
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
    await ended
  }
  const kill = async () => {
    over = true
    for (const pid of await processesOf(app)) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // a helper that ended with its parent
      }
    }
    await ended
  }
  started.push({ quit, remove: () => temp?.remove() })
  const page = await app.firstWindow().catch((error: unknown) => {
    throw new Error(`${String(error)}\n${logOf(data)}`)
  })
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return { app, page, folder, documents, complaints, quit, kill }
}

/** What the app found worth noting, for when no window comes. */
function logOf(data: string): string {
  const file = join(data, 'journeyboard.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : 'nothing in the log'
}

/** Ends what a test started; for `test.afterEach`. */
export async function endDesktops(): Promise<void> {
  for (const { quit, remove } of started.splice(0)) {
    await quit()
    remove()
  }
}

/** The main process and its helpers, main first. */
export async function processesOf(app: ElectronApplication): Promise<number[]> {
  const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(metric => metric.pid))
  const main = app.process().pid ?? 0
  return [main, ...pids.filter(pid => pid !== main)]
}

/** Flags that only a test machine needs. */
export const chromiumFlags = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

export function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
