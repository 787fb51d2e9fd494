/** The real host on folders of its own, for tests. The publishing thread and the guard's process come from out/main. */
import { join } from 'node:path'
import { createHost, type Host, type HostOptions } from '../../electron/host'
import {
  KnownError,
  type CallName,
  type EventName,
  type EventOf,
  type InputOf,
  type OutputOf,
} from '../../shared/ipc/contract'
import { tempFolder } from './folders'

export interface TestHost {
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
  readonly restart: (options?: Partial<HostOptions>) => Promise<TestHost>
  /** Ends the host and removes its folders. */
  readonly remove: () => Promise<void>
}

/** Starts a host; with `folder` given it begins on what lies there. */
export function startHost(options: Partial<HostOptions> & { folder?: string } = {}): TestHost {
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
      return startHost({ ...rest, ...again, folder })
    },
    async remove() {
      await host.close()
      const { rm } = await import('node:fs/promises')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
