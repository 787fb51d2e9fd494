// S8: the token and the session of the localhost shell, slow senders, and how it stops.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WebServer } from '../../electron/web/server'
import { sendRaw } from '../helpers/rawHttp'
import { cookieOf, enter, portOf, requestOf, startWebBench, tokenOf, type Request } from '../helpers/webBench'

const { calls, serve, end } = startWebBench()
let server: WebServer
let port: number
let cookie: string
const request = (asked: Request) => requestOf({ port, cookie }, asked)

beforeAll(async () => {
  server = await serve()
  port = portOf(server)
  cookie = cookieOf(await enter(server))
})
afterAll(async () => {
  await server.stop()
  await end()
})
beforeEach(() => void calls.splice(0))

describe('the token', () => {
  const ask = (token: unknown, headers: Request['headers'] = {}) =>
    request({ path: '/enter', body: JSON.stringify({ token }), headers: { Cookie: undefined, ...headers } })

  test('counts once; the same browser may follow the address again', async () => {
    const right = tokenOf(server)
    expect((await ask(right)).status).toBe(401)
    expect((await ask(right, { Cookie: cookie })).status).toBe(200)
  })
  test.each([
    ['empty', ''],
    ['missing', undefined],
    ['a number', 0],
    ['true', true],
    ['a list', ['']],
    ['too long', 'A'.repeat(900)],
  ])('is wrong: %s', async (_, token) => {
    const answer = await ask(token)
    expect(answer.status).toBe(401)
    expect(answer.head.toLowerCase()).not.toContain('set-cookie')
  })
  test.each([
    ['a byte too few', (right: string) => right.slice(1)],
    ['one letter changed', (right: string) => (right.startsWith('A') ? 'B' : 'A') + right.slice(1)],
  ])('is almost right: %s; a fresh server still waits for the right one', async (_, spoil) => {
    const fresh = await serve()
    try {
      const base = new URL(fresh.url).origin
      const headers = { 'Content-Type': 'application/json', 'X-Journeyboard': '1', Origin: base }
      const body = JSON.stringify({ token: spoil(tokenOf(fresh)) })
      expect((await fetch(`${base}/enter`, { method: 'POST', headers, body })).status).toBe(401)
      expect(await enter(fresh)).toMatch(
        /^journeyboard-\d+=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
      )
    } finally {
      await fresh.stop()
    }
  })
  test('a foreign page cannot exchange it', async () => {
    const fresh = await serve()
    try {
      const base = new URL(fresh.url).origin
      const body = JSON.stringify({ token: tokenOf(fresh) })
      const headers = {
        'Content-Type': 'application/json',
        'X-Journeyboard': '1',
        Origin: 'http://evil.example',
      }
      expect((await fetch(`${base}/enter`, { method: 'POST', headers, body })).status).toBe(403)
      await enter(fresh)
    } finally {
      await fresh.stop()
    }
  })
})

describe('stopping', () => {
  test.each([
    ['waits for the last edits of an open tab', true, 0, 1500],
    ['waits no longer than 2 s for a tab that does not answer', false, 1900, 4000],
  ])('%s', async (_, answers, least, most) => {
    const own = await serve()
    const base = new URL(own.url).origin
    const Cookie = cookieOf(await enter(own))
    const stream = await fetch(`${base}/events`, { headers: { Cookie } })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    const before = Date.now()
    const stopped = own.stop()
    let said = ''
    while (reader && !said.includes('app.flush')) said += (await reader.read()).value ?? ''
    const post = (path: string) =>
      fetch(`${base}${path}`, {
        method: 'POST',
        headers: { Cookie, Origin: base, 'Content-Type': 'application/json', 'X-Journeyboard': '1' },
        body: '{}',
      })
    // the page can still call while the server waits for it
    expect((await post('/call/recent.list')).status).toBe(200)
    if (answers) await post('/flushed')
    await stopped
    expect(Date.now() - before).toBeGreaterThanOrEqual(least)
    expect(Date.now() - before).toBeLessThan(most)
    await expect(fetch(base)).rejects.toThrow()
    await reader?.cancel().catch(() => {})
  })
})

describe('slow senders', () => {
  test.each([
    ['the head', (head: string) => [head.slice(0, 30), 5000]],
    ['the head, byte by byte', (head: string) => [...head].flatMap(byte => [byte, 100])],
    ['the body', (head: string) => [`${head}{`, 5000]],
  ])('are cut off in %s, while others are served', async (_, dribble) => {
    const hasty = await serve({ head: 400, whole: 800 })
    try {
      const at = portOf(hasty)
      const ticket = cookieOf(await enter(hasty))
      const base = `127.0.0.1:${at}`
      const head = `POST /call/recent.list HTTP/1.1\r\nHost: ${base}\r\nOrigin: http://${base}\r\nCookie: ${ticket}\r\nX-Journeyboard: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n`
      const before = Date.now()
      const slow = sendRaw(at, dribble(head))
      expect((await fetch(`http://${base}/`)).status).toBe(200)
      expect([0, 408, 500]).toContain((await slow).status)
      expect(Date.now() - before).toBeLessThan(3000)
      expect(calls).toEqual([])
      // the same, sent at once, passes
      expect((await sendRaw(at, [`${head}{}`], 500)).status).toBe(200)
    } finally {
      await hasty.stop()
    }
  })
})
