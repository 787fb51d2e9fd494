/** The host's side of publishWorker.ts. */
import { Worker } from 'node:worker_threads'
import { entryFile } from './entryFile'
import { Hindered, type Hindrance, type tasks } from './store/publish'

export interface Question {
  readonly id: number
  readonly task: keyof typeof tasks
  readonly input: unknown
}

export type Failure =
  | { readonly place: Hindrance; readonly code: string | undefined }
  | { readonly message: string; readonly code: string | undefined }

export type Reply =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: Failure }

type Tasks = typeof tasks
interface Waiting {
  readonly done: (value: never) => void
  readonly fail: (error: Error) => void
}

export class PublishThread {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #asked = 0

  /**
   * Does one task on the thread; several are done one after the other.
   * @throws Hindered, or another error when the thread could not do it
   */
  run<T extends keyof Tasks>(task: T, input: Parameters<Tasks[T]>[0]): Promise<ReturnType<Tasks[T]>> {
    const worker = (this.#worker ??= this.#start())
    const id = ++this.#asked
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail })
      worker.ref()
      worker.postMessage({ id, task, input } satisfies Question)
    })
  }

  async close() {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(entryFile('publishWorker'))
    worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      // With nothing to wait for, the thread keeps no process alive.
      if (this.#waiting.size === 0) worker.unref()
      if ('value' in reply) waiting?.done(reply.value as never)
      else waiting?.fail(errorOf(reply.failure))
    })
    const end = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined
      for (const { fail } of this.#waiting.values()) fail(error)
      this.#waiting.clear()
    }
    worker.on('error', error => end(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => end(new Error('the publishing thread ended')))
    return worker
  }
}

const errorOf = (failure: Failure): Error =>
  'place' in failure
    ? new Hindered(failure.place, failure.code)
    : Object.assign(new Error(failure.message), { code: failure.code })
