/**
 * The process in which a received file is examined. Its main thread only reports how much memory is used, so that the
 * host can end it; the examination runs in a second thread.
 */
import { isMainThread, parentPort as thread, Worker, workerData } from 'node:worker_threads'
import { examine } from './guard/examine'
import type { GuardReport, GuardRequest, Verdict } from './guard/protocol'

/** How Electron's utility process talks to its host; plain Node has `process.send`. */
interface UtilityPort {
  on(event: 'message', listener: (event: { data: GuardRequest }) => void): void
  postMessage(message: GuardReport): void
}

const milliseconds = 50

function startedByHost() {
  const port = (process as { parentPort?: UtilityPort }).parentPort
  const send = (report: GuardReport) => void (port ? port.postMessage(report) : process.send?.(report))
  const start = (request: GuardRequest) => {
    setInterval(() => send({ resident: process.memoryUsage.rss() }), milliseconds)
    const worker = new Worker(import.meta.filename, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: 384 },
    })
    worker.on('message', (verdict: Verdict) => send({ verdict }))
    // the host takes an end without verdict for what it is
    worker.on('error', () => process.exit(1))
  }
  if (port) port.on('message', event => start(event.data))
  else process.on('message', start)
  // the host is gone
  process.on('disconnect', () => process.exit(1))
}

if (isMainThread) startedByHost()
else thread?.postMessage(examine(workerData as GuardRequest))
