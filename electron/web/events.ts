/** Events on their way to every open tab, as a stream of server-sent events. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Web } from './guards'

const heartbeat = 15_000 // a tab that is gone without goodbye is noticed after this

interface Tab {
  readonly send: (data: string) => void
  readonly end: () => void
}

export interface EventStreams {
  open(c: Context<Web>): Response
  /** To all tabs. */
  send(name: string, value: unknown): void
  /** One tab has brought its last edits here. */
  flushed(): void
  /** Asks all tabs for their last edits and waits until they came, at most so many milliseconds. */
  flush(limit: number): Promise<void>
  /** Ends all streams. */
  end(): void
}

export function eventStreams(): EventStreams {
  const tabs = new Set<Tab>()
  let waiting: { left: number; done: () => void } | undefined

  const streams: EventStreams = {
    open: c =>
      streamSSE(c, async stream => {
        const gone = new Promise<void>(done => {
          const tab: Tab = { send: data => void stream.writeSSE({ data }), end: done }
          tabs.add(tab)
          stream.onAbort(() => {
            tabs.delete(tab)
            // nobody waits for a tab that is gone
            if (waiting && tabs.size < waiting.left) streams.flushed()
            done()
          })
        })
        const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat)
        await stream.write(': welcome\n\n')
        await gone
        clearInterval(beat)
      }),
    send(name, value) {
      const data = JSON.stringify({ name, value })
      for (const tab of tabs) tab.send(data)
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
    end() {
      for (const tab of tabs) tab.end()
    },
  }
  return streams
}
