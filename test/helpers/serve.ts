import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, tempFolder } from './folders'

export interface Serving {
  url: string
  data: string
  stop: () => Promise<void>
}

/** The built app on localhost with app data of its own. */
export async function startServe(options: { args?: string[]; data?: string } = {}): Promise<Serving> {
  const temp = options.data === undefined ? tempFolder() : undefined
  const data = options.data ?? temp?.path ?? ''
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, JOURNEYBOARD_DATA: data },
  })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const url = await new Promise<string>((done, fail) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', code => fail(new Error(`serve ended with ${code} before it had an address: ${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    temp?.remove()
  }
  return { url, data, stop }
}
