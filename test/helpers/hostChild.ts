/**
 * The real host in a process of its own, to be killed. Takes one call a line on stdin, `{"id","name","input"}`, and
 * answers each with a line, `{"id","answer","took"}` (milliseconds); events are lines `{"event","value"}`. SIGTERM
 * ends it in order.
 */
import { createInterface } from 'node:readline'
import { createHost } from '../../electron/host'
import { swallowFailures } from './swallowFailures'

export interface ChildOptions {
  readonly data: string
  readonly documents: string
  readonly delays?: { quiet: number; longest: number; retry: number; retryLongest: number; watch: number }
  /** Files named at the start. */
  readonly open?: readonly string[]
  /** For the control: says "saved" this many milliseconds before it saves. */
  readonly liesBy?: number
  /** Where Save As goes. */
  readonly savesAs?: string
  /** For the control: a publish that fails counts as done. */
  readonly swallows?: true
}

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  if (options.swallows) swallowFailures()
  const { savesAs } = options
  const host = createHost({
    dataFolder: options.data,
    documentsFolder: options.documents,
    version: '0.0.0-test',
    platform: process.platform,
    ...(options.delays ? { publishDelays: options.delays } : {}),
    ...(savesAs === undefined ? {} : { shell: { dialogs: true, pickSave: () => Promise.resolve(savesAs) } }),
    log: line => say({ log: line }),
  })
  host.on((event, value) => say({ event, value }))
  let queue = host.openPaths(options.open ?? [])
  createInterface({ input: process.stdin }).on('line', line => {
    const { id, name, input } = JSON.parse(line) as { id: number; name: string; input: unknown }
    queue = queue.then(async () => {
      if (options.liesBy !== undefined && name === 'document.save') {
        say({ id, answer: { ok: true, value: {} } })
        await new Promise(done => setTimeout(done, options.liesBy))
        await host.call(name, input)
      } else {
        const begun = performance.now()
        const answer = await host.call(name, input)
        say({ id, answer, took: performance.now() - begun })
      }
    })
  })
  process.once('SIGTERM', () => void host.close().then(() => process.exit()))
  say({ ready: true })
} catch (error) {
  say({ failed: (error as { code?: string }).code ?? String(error) })
}
