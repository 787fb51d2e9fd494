/** The thread that makes and places complete files, so that the one that answers the window never waits for a disk. */
import { parentPort } from 'node:worker_threads'
import type { Failure, Question, Reply } from './publishThread'
import { Hindered, tasks } from './store/publish'

parentPort?.on('message', ({ id, task, input }: Question) => {
  let reply: Reply
  try {
    reply = { id, value: tasks[task](input as never) }
  } catch (error) {
    reply = { id, failure: failureOf(error) }
  }
  parentPort?.postMessage(reply)
})

function failureOf(error: unknown): Failure {
  if (error instanceof Hindered) return { place: error.place, code: error.code }
  const { code } = error as { readonly code?: unknown }
  return {
    message: error instanceof Error ? error.message : String(error),
    code: typeof code === 'string' ? code : undefined,
  }
}
