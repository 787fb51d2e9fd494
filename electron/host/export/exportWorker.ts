/** The thread that paints one picture, so that the one that answers the window does not wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { KnownError } from '../../../shared/ipc/contract'
import type { Outcome } from './exportFile'
import { paintOrder, type Order } from './paintOrder'

async function paint(order: Order): Promise<Outcome> {
  try {
    return { bytes: await paintOrder(order) }
  } catch (error) {
    if (error instanceof KnownError) return { code: error.code, params: error.params }
    return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await paint(workerData as Order))
