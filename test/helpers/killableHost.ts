/** Starts the real host in a process of its own and talks to it; see hostChild.ts. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import {
  KnownError,
  type Answer,
  type CallName,
  type EventName,
  type InputOf,
  type OutputOf,
} from '../../shared/ipc/contract'
import { root } from './folders'
import type { ChildOptions } from './hostChild'

export interface Bundle {
  readonly entry: string
  readonly remove: () => void
}

/** Bundles the child once, with the scripts that the host looks for beside itself, so that it starts quickly. */
export async function bundleHostChild(): Promise<Bundle> {
  const outDir = join(root, 'node_modules/.cache/journeyboard-test', `host-${process.pid}-${Date.now()}`)
  const entries = {
    hostChild: 'test/helpers/hostChild.ts',
    publishWorker: 'electron/host/publishWorker.ts',
    guardProcess: 'electron/host/guardProcess.ts',
  }
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      target: 'node22',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
  return {
    entry: join(outDir, 'hostChild.js'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  }
}

export class KillableHost {
  readonly child: ChildProcess
  /** Resolves when the host is up; rejects with the code when it could not start. */
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  /** Milliseconds the host took for the call that was answered last. */
  took = 0
  /** Every event so far, oldest first. */
  readonly heard: { readonly name: EventName; readonly value: unknown }[] = []
  readonly #waiting = new Map<number, (answer: Answer<unknown> | null) => void>()
  #asked = 0

  /** @param through a command that runs the host, e.g. one that watches it */
  constructor(
    bundle: Bundle,
    options: ChildOptions,
    spawning: SpawnOptions = {},
    through: readonly string[] = [],
  ) {
    const [command, ...args] = [...through, process.execPath, bundle.entry, JSON.stringify(options)]
    this.child = spawn(command!, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...spawning,
    })
    this.child.stdin?.on('error', () => {})
    let up: () => void
    let down: (error: Error) => void
    this.ready = new Promise((done, fail) => ([up, down] = [done, fail]))
    this.ready.catch(() => {})
    createInterface({ input: this.child.stdout! }).on('line', line => {
      // The last line of a killed process may be half a line: it acknowledged nothing.
      const said = parsed(line)
      if (said.ready) up()
      else if (said.failed) down(new KnownError(said.failed))
      else if (said.event) this.heard.push({ name: said.event, value: said.value })
      else if (said.log) process.stderr.write(`${said.log}\n`)
      else if (said.id !== undefined) {
        this.took = said.took ?? 0
        this.#answer(said.id, said.answer ?? null)
      }
    })
    this.ended = new Promise(done =>
      this.child.once('close', () => {
        down(new Error('ended before it was ready'))
        for (const id of this.#waiting.keys()) this.#answer(id, null)
        done()
      }),
    )
  }

  /** The answer's value, or null when the process ended before it answered; throws KnownError for an error. */
  async call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
    const answer = await new Promise<Answer<unknown> | null>(done => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) return done(null)
      const id = ++this.#asked
      this.#waiting.set(id, done)
      this.child.stdin?.write(`${JSON.stringify({ id, name, input })}\n`)
    })
    if (answer === null) return null
    if (!answer.ok) throw new KnownError(answer.error.code, answer.error.params)
    return answer.value as OutputOf<N>
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  #answer(id: number, answer: Answer<unknown> | null) {
    this.#waiting.get(id)?.(answer)
    this.#waiting.delete(id)
  }
}

interface Said {
  ready?: true
  failed?: string
  log?: string
  event?: EventName
  value?: unknown
  id?: number
  answer?: Answer<unknown>
  took?: number
}

function parsed(line: string): Said {
  try {
    return JSON.parse(line) as Said
  } catch {
    return {}
  }
}
