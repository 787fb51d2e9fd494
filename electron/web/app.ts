/** The routes of the localhost shell: the page's files, one way in, calls and events. No route takes a path of the disk. */
import { Hono } from 'hono'
import type { CallName } from '../../shared/ipc/contract'
import { isCallName } from '../../shared/ipc/names'
import type { Host } from '../host'
import type { PageFiles } from '../pageFiles'
import type { EventStreams } from './events'
import {
  atMost,
  fromOurPage,
  headers,
  knownHost,
  knownMethod,
  plainPath,
  refuse,
  withSession,
  type Web,
} from './guards'
import type { WebSession } from './session'

const MB = 1024 * 1024
/** A file's content travels as text in a call of its own and is a third larger so; see document.openBytes. */
const largestCall = (name: CallName) => (name === 'document.openBytes' ? 344 : 64) * MB

export interface WebParts {
  readonly host: Pick<Host, 'call'>
  readonly files: PageFiles
  readonly session: WebSession
  readonly events: EventStreams
}

export function webApp({ host, files, session, events }: WebParts): Hono<Web> {
  const app = new Hono<Web>()
  app.use(headers, knownHost, knownMethod, plainPath)

  app.post('/enter', fromOurPage, atMost(1024), async c => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const token = typeof body === 'object' && body && 'token' in body ? body.token : undefined
    return session.enter(c, token) ? c.json({ ok: true, value: {} }) : refuse(c, 401, 'session.used')
  })

  app.post(
    '/call/:name',
    fromOurPage,
    withSession(session),
    async (c, next) => {
      const name = c.req.param('name')
      return isCallName(name) ? atMost(largestCall(name))(c, next) : refuse(c, 404, 'call.unknown')
    },
    async c => {
      const input = await c.req.text().then(parsed, () => undefined)
      if (!input) return refuse(c, 400, 'call.malformed')
      return c.json(await host.call(c.req.param('name'), input.value))
    },
  )

  app.get('/events', fromOurPage, withSession(session), c => events.open(c))
  app.post('/flushed', fromOurPage, withSession(session), atMost(1024), c => {
    events.flushed()
    return c.json({ ok: true, value: {} })
  })

  app.get('*', async c => {
    const file = await files(c.env.incoming.url ?? '')
    return file ? c.body(file.bytes, 200, { 'Content-Type': file.type }) : refuse(c, 404, 'request.unknown')
  })
  app.notFound(c => refuse(c, 404, 'request.unknown'))
  // a sender that breaks off, or a fault of ours: nobody learns more than that
  app.onError((_, c) => refuse(c, 500, 'unknown'))
  return app
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
