/** What every request must satisfy before anything is done for it. Other sites open in the same browser are the danger. */
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Answer } from '../../shared/ipc/contract'
import { safeHeaders } from '../pageFiles'
import type { WebSession } from './session'

export interface Web {
  Bindings: HttpBindings
}

/** A refusal: the same shape as every answer, worded by the page. */
export function refuse(c: Context, status: ContentfulStatusCode, code: string): Response {
  const answer: Answer<never> = { ok: false, error: { code, params: {} } }
  return c.json(answer, status)
}

/** Headers on every answer, also on refusals. */
export const headers: MiddlewareHandler<Web> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(safeHeaders)) c.header(name, value)
}

/** Against DNS rebinding: the request must name us exactly as we are, on every path and method. */
export const knownHost: MiddlewareHandler<Web> = async (c, next) => {
  const port = c.env.incoming.socket.localPort
  const { host } = c.env.incoming.headers
  const hosts = c.env.incoming.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host')
  const known = host === `127.0.0.1:${port}` || host === `localhost:${port}`
  return known && hosts.length === 1 ? next() : refuse(c, 403, 'request.refused')
}

/** Reading by GET, everything else by POST. */
export const knownMethod: MiddlewareHandler<Web> = async (c, next) =>
  ['GET', 'POST'].includes(c.req.method) ? next() : refuse(c, 405, 'request.refused')

/** Paths are plain words between slashes: nothing encoded, no query, no dots that lead somewhere, no other server's name. */
export const plainPath: MiddlewareHandler<Web> = async (c, next) =>
  /^(\/|(\/[\w-][\w.-]*)+)$/.test(c.env.incoming.url ?? '') ? next() : refuse(c, 404, 'request.unknown')

/** Only our own page may send: a form or script of another site fails at one of these at least. */
export const fromOurPage: MiddlewareHandler<Web> = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const posted = c.req.method === 'POST'
  const ours =
    (site === undefined || site === 'same-origin') &&
    (origin === `http://${c.req.header('host')}` || (origin === undefined && !posted)) &&
    (!posted || c.req.header('x-journeyboard') === '1')
  if (!ours) return refuse(c, 403, 'request.refused')
  const json = /^application\/json(; ?charset=utf-8)?$/i.test(c.req.header('content-type') ?? '')
  return !posted || json ? next() : refuse(c, 415, 'request.refused')
}

/** Only who has exchanged the token. */
export const withSession =
  (session: WebSession): MiddlewareHandler<Web> =>
  async (c, next) =>
    session.isOpenFor(c) ? next() : refuse(c, 401, 'session.lost')

/** Bodies up to so many bytes, counted as they come in. */
export const atMost = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: c => refuse(c, 413, 'request.tooLarge') })
