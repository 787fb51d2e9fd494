/** The real host on folders of its own, with what tests of documents need. The publishing thread and the guard's process come from out/main. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createHost, type Host, type HostOptions } from '../../electron/host'
import {
  KnownError,
  type CallName,
  type EventName,
  type EventOf,
  type InputOf,
  type OpenDocument,
  type OutputOf,
} from '../../shared/ipc/contract'
import type { History } from '../../shared/document'
import type { RawRecord } from '../../shared/model'
import { tempFolder } from './folders'
import { byId, Editor } from './randomEdits'

export interface App {
  readonly host: Host
  /** App data folder. */
  readonly data: string
  /** Folder for new documents. */
  readonly documents: string
  /** A call whose answer is awaited; throws KnownError where the answer is an error. */
  readonly call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** Every event so far, oldest first. */
  readonly heard: { readonly name: EventName; readonly value: unknown }[]
  /** Values of the events of one name so far. */
  readonly heardOf: <N extends EventName>(name: N) => EventOf<N>[]
  /** Ends this host and starts another on the same folders. */
  readonly restart: (options?: Partial<HostOptions>) => Promise<App>
  /** Ends the host and removes its folders. */
  readonly remove: () => Promise<void>
}

/** Starts a host; with `folder` given it begins on what lies there. */
export function startApp(options: Partial<HostOptions> & { folder?: string } = {}): App {
  const { folder = tempFolder().path, ...rest } = options
  const data = join(folder, 'data')
  const documents = join(folder, 'documents')
  const host = createHost({
    dataFolder: data,
    documentsFolder: documents,
    version: '0.0.0-test',
    platform: process.platform,
    checkOutput: true,
    log: line => console.error(line),
    ...rest,
  })
  const heard: { name: EventName; value: unknown }[] = []
  host.on((name, value) => void heard.push({ name, value }))
  return {
    host,
    data,
    documents,
    heard,
    heardOf: <N extends EventName>(name: N) =>
      heard.filter(event => event.name === name).map(event => event.value as EventOf<N>),
    async call<N extends CallName>(name: N, input: InputOf<N>) {
      const answer = await host.call(name, input)
      if (!answer.ok) throw new KnownError(answer.error.code, answer.error.params)
      return answer.value as OutputOf<N>
    },
    async restart(again = {}) {
      await host.close()
      return startApp({ ...rest, ...again, folder })
    },
    async remove() {
      await host.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Types into an open document: random valid edits, saved one after the other. */
export class Typist {
  readonly editor: Editor
  readonly #host: Pick<App, 'call'>
  readonly #document: OpenDocument
  #revision: number

  constructor(host: Pick<App, 'call'>, document: OpenDocument, seed = 1) {
    this.#host = host
    this.#document = document
    this.#revision = document.revision
    const history = JSON.parse(document.history) as History
    this.editor = new Editor(JSON.parse(document.records) as RawRecord[], seed, history)
  }

  /** Saves so many edits; returns the revision they lead to. */
  async edit(count = 1): Promise<number> {
    for (let n = 0; n < count; n++) {
      const change = this.editor.next() as unknown as InputOf<'document.save'>['changes'][number]
      const input = { document: this.#document.handle, base: this.#revision, changes: [change] }
      this.#revision = (await this.#host.call('document.save', input)).revision
    }
    return this.#revision
  }

  /** What the document holds now, in order of id. */
  records(): RawRecord[] {
    return byId(this.editor.doc.records())
  }
}

/** The records of an open document as the page gets them, in order of id. */
export const recordsOf = (document: OpenDocument): RawRecord[] =>
  byId(JSON.parse(document.records) as RawRecord[])

/** Waits until something holds, asking again and again. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 5000): Promise<void> {
  const end = performance.now() + patience
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${patience} ms in vain`)
    await sleep(10)
  }
}
