import { _electron, type ElectronApplication } from '@playwright/test'
import { root, tempFolder } from './folders'

export interface Desktop {
  app: ElectronApplication
  /** Where this Electron keeps its own data; give it to a second start to find the same again. */
  data: string
  close: () => Promise<void>
}

/** The real Electron window with app data of its own. Chromium's sandbox refuses root, so there it goes without. */
export async function startDesktop(options: { args?: string[]; data?: string } = {}): Promise<Desktop> {
  const temp = options.data === undefined ? tempFolder() : undefined
  const data = options.data ?? temp?.path ?? ''
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [root, ...asRoot, '--disable-gpu', `--user-data-dir=${data}`, ...(options.args ?? [])]
  const app = await _electron.launch({
    args,
    cwd: root,
    env: { ...stringsOf(process.env), JOURNEYBOARD_DATA: data },
  })
  const close = async () => {
    await app.close()
    temp?.remove()
  }
  return { app, data, close }
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
