/** Events on their way to every open tab, as a stream of server-sent events. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Web } from './guards'

const heartbeat = 15_000 // a tab that is gone without goodbye is noticed after this

type Send = (data: string) => void

export interface EventStreams {
  open(c: Context<Web>): Response
  /** To all tabs. */
  send(name: string, value: unknown): void
  /** One tab has brought its last edits here. */
  flushed(): void
  /** Asks all tabs for their last edits and waits until they came, at most so many milliseconds. */
  flush(limit: number): Promise<void>
}

export function eventStreams(): EventStreams {
  const tabs = new Set<Send>()
  let waiting: { left: number; done: () => void } | undefined

  const streams: EventStreams = {
    open: c =>
      streamSSE(c, async stream => {
        const send: Send = data => void stream.writeSSE({ data })
        tabs.add(send)
        const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat)
        await stream.write(': welcome\n\n')
        await new Promise<void>(done => stream.onAbort(done))
        clearInterval(beat)
        tabs.delete(send)
      }),
    send(name, value) {
      const data = JSON.stringify({ name, value })
      for (const send of tabs) send(data)
    },
    flushed() {
      if (waiting && --waiting.left === 0) waiting.done()
    },
    async flush(limit) {
      if (tabs.size === 0) return
      const all = new Promise<void>(done => (waiting = { left: tabs.size, done }))
      streams.send('app.flush', {})
      await Promise.race([all, sleep(limit, undefined, { ref: false })])
      waiting = undefined
    },
  }
  return streams
}
