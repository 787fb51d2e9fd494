/** The host's side of exportWorker.ts. */
import { Worker } from 'node:worker_threads'
import { KnownError, type Notice } from '../../../shared/ipc/contract'
import { entryFile } from '../entryFile'
import type { Order } from './paintOrder'

export type Outcome = { readonly bytes: Uint8Array } | Notice | { readonly message: string }

/**
 * Makes a picture of a board on a thread of its own.
 * @returns the bytes of the SVG, PNG or PDF
 * @throws KnownError as exportBoard does, or another error when the thread could not do it
 */
export async function exportFile(order: Order): Promise<Uint8Array> {
  const worker = new Worker(entryFile('exportWorker'), { workerData: order })
  const outcome = await new Promise<Outcome>((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('the thread that paints pictures ended')))
  }).finally(() => void worker.terminate())
  if ('bytes' in outcome) return outcome.bytes
  if ('code' in outcome) throw new KnownError(outcome.code, outcome.params)
  throw new Error(outcome.message)
}
