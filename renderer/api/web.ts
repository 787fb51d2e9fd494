/** The host behind `serve`: calls by POST, events as a stream, the right to both in a cookie that scripts cannot read. */
import { KnownError } from '../../shared/ipc/contract'
import type { Answer, CallName, EventName, OpenDocument } from '../../shared/ipc/contract'
import type { Preloaded } from '../../shared/ipc/preload'
import { base64Of } from '../ui/fileInput'

type Listener = (event: unknown) => void | Promise<void>

/** Exchanges the token of the address for a session, opens the stream of events and returns the way to call. */
export async function connectWeb(): Promise<Preloaded<File>> {
  await enter()
  const listeners = new Map<EventName, Set<Listener>>()
  await listen(async (name, value) => {
    await Promise.allSettled(Array.from(listeners.get(name) ?? [], async listener => listener(value)))
    // the host may be gone before it has thanked
    if (name === 'app.flush') await post('flushed', {}).catch(() => {})
  })
  const call = (name: CallName, input: unknown): Promise<Answer<unknown>> =>
    post(`call/${name}`, input).catch((error: unknown) => {
      if (error instanceof KnownError) return failure(error)
      throw error
    })
  return {
    call,
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => void heard.delete(listener)
    },
    openFile: async file => (await call('document.openBytes', await contentOf(file))) as Answer<OpenDocument>,
  }
}

/** The token counts once and must not stay in the address bar, the history or a bookmark. */
async function enter(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return
  history.replaceState(history.state, '', location.pathname)
  await post('enter', { token })
}

/** Opens the stream; from then on a broken one mends itself, and says so when it cannot. */
function listen(receive: (name: EventName, value: unknown) => Promise<void>): Promise<void> {
  const stream = new EventSource('events')
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { name, value } = JSON.parse(data) as { name: EventName; value: unknown }
    void receive(name, value)
  })
  let away = false
  return new Promise((open, fail) => {
    stream.addEventListener('open', () => {
      away = false
      open()
    })
    stream.addEventListener('error', () => {
      // closed for good: the host has refused us; otherwise the browser tries again by itself
      const code = stream.readyState === EventSource.CLOSED ? 'session.lost' : 'host.unreachable'
      fail(new KnownError(code))
      if (!away) void receive('app.notice', { code, params: {} })
      away = true
    })
  })
}

/** Browsers send at most this many bytes for a page that is going away. */
const keepaliveLimit = 60_000

async function post(route: string, body: unknown): Promise<Answer<unknown>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const response = await fetch(route, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Journeyboard': '1' },
    body: bytes,
    // the last edits of a closing tab still arrive
    keepalive: document.visibilityState === 'hidden' && bytes.length < keepaliveLimit,
  }).catch(() => {
    throw new KnownError('host.unreachable')
  })
  const answer: Answer<unknown> | undefined = await response.json().catch(() => undefined)
  if (!answer) throw new KnownError('session.lost')
  if (!answer.ok && route === 'enter') throw new KnownError(answer.error.code, answer.error.params)
  return answer
}

function failure({ code, params }: KnownError): Answer<never> {
  return { ok: false, error: { code, params: { ...params } } }
}

/** A file as it goes to the host. */
export interface FileContent {
  readonly name: string
  readonly base64: string
}

/** Reads a file that was given to the page. @throws KnownError file.unreadable */
export async function contentOf(file: File): Promise<FileContent> {
  try {
    return { name: file.name, base64: await base64Of(file) }
  } catch (error) {
    throw new KnownError('file.unreadable', { name: file.name, reason: (error as DOMException).name })
  }
}
