import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, tempFolder } from './folders'

export interface Serving {
  /** The address as printed, token and all: going there logs a page in, once. */
  url: string
  /** Holds app data and documents of this server; give it to a second start to find the same again. */
  folder: string
  documents: string
  pid: number
  /** Ends the server in good order, or by the signal given. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** The built app on localhost with app data of its own. */
export async function startServe(options: { args?: string[]; folder?: string } = {}): Promise<Serving> {
  const temp = options.folder === undefined ? tempFolder() : undefined
  const folder = options.folder ?? temp?.path ?? ''
  const documents = join(folder, 'documents')
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, JOURNEYBOARD_DATA: join(folder, 'data'), JOURNEYBOARD_DOCUMENTS: documents },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | null>(done => child.once('exit', done))
  const url = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(said)
      if (found) done(found[0])
    })
    child.once('close', code => {
      temp?.remove()
      fail(new Error(`serve ended with ${code} before it had an address: ${said}`))
    })
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    const code = await ended
    temp?.remove()
    return code
  }
  return { url, folder, documents, pid: child.pid ?? 0, stop }
}
