// S8: what other sites and other programs may try against the localhost shell. Every case is refused and reaches
// nothing behind it; the same request without its one fault passes.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../electron/pageFiles'
import type { WebServer } from '../../electron/web/server'
import { sendRaw } from '../helpers/rawHttp'
import { cookieOf, enter, portOf, requestOf, startWebBench, tokenOf, type Request } from '../helpers/webBench'

const { host, calls, serve, end } = startWebBench()
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

describe('what passes', () => {
  test('a call of our page', async () => {
    const { status, body } = await request({})
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({ ok: true, value: [] })
    expect(calls).toEqual(['recent.list'])
  })

  test.each([
    ['the page', '/', '<div id="root">'],
    ['the page by name', '/index.html', '<div id="root">'],
    ['a file of it', '/assets/x.js', 'export {}'],
  ])('%s, to anyone on this machine, with the policy', async (_, path, text) => {
    const { status, head, body } = await request({ method: 'GET', path, headers: { Cookie: undefined } })
    expect(status).toBe(200)
    expect(body).toContain(text)
    expect(head.toLowerCase()).toContain(`content-security-policy: ${contentSecurityPolicy}`.toLowerCase())
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff')
    expect(head.toLowerCase()).not.toContain('access-control')
  })

  test('localhost by name, and JSON that names its charset', async () => {
    const headers = {
      Host: `localhost:${port}`,
      Origin: `http://localhost:${port}`,
      'Content-Type': 'application/json; charset=utf-8',
    }
    expect((await request({ headers })).status).toBe(200)
  })

  test('events of the host reach the page', async () => {
    const base = `http://127.0.0.1:${port}`
    const stream = await fetch(`${base}/events`, { headers: { Cookie: cookie } })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await host.call('document.create', { template: null })
    let said = ''
    while (reader && !said.includes('"recent.changed"')) said += (await reader.read()).value ?? ''
    expect(said).toContain('data: {"name":"recent.changed"')
    await reader?.cancel()
  })
})

const evil = 'http://evil.example'
const hosts = [
  'evil.example',
  'evil.example:PORT',
  'localhost',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1:PORT.evil.example',
  '127.0.0.1.evil.example:PORT',
  'evil.example@127.0.0.1:PORT',
  'localhost.evil.example:PORT',
  'LOCALHOST.:PORT',
  '0.0.0.0:PORT',
  '127.1:PORT',
  '2130706433:PORT',
  '[::1]:PORT',
  '',
]
const origins = [
  'null',
  evil,
  'http://127.0.0.1',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:1',
  'http://localhost:PORT', // our other name, yet not the one this request was sent to
  'http://127.0.0.1:PORT.evil.example',
  'app://journeyboard',
  'file://',
  '',
  undefined,
]
const contentTypes = [
  'text/plain',
  'text/plain;application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json, text/plain',
  undefined,
]
const cookies = [
  undefined,
  'journeyboard-PORT=',
  'journeyboard-PORT=undefined',
  `journeyboard-PORT=${'A'.repeat(43)}`,
  'journeyboard=SECRET',
  'journeyboard-PORT=SECRETx',
]
const paths = [
  '/../package.json',
  '/../../etc/passwd',
  '/assets/../../main/index.js',
  '/%2e%2e/package.json',
  '/%252e%252e/package.json',
  '/%2e%2e%2fpackage.json',
  '/..%2fpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/\\..\\package.json',
  '/assets/..%c0%af..%c0%afpackage.json',
  '/index.html%00.js',
  '/index.html\\',
  '/index%2ehtml',
  '/index.html/',
  '/INDEX.HTML',
  '/./index.html',
  '//index.html',
  '//evil.example/index.html',
  '/index.html?raw',
  '/index.html?raw??',
  '/index.html;x',
  '/manifest.json',
  '/unlisted.html',
  '/.stamp',
  '/etc/passwd',
  '/@fs/etc/passwd',
  '/C:/Windows/win.ini',
  '/file:///etc/passwd',
  '/__proto__',
  '/constructor',
  'http://evil.example/index.html',
  '*',
]
const names = [
  '/call/',
  '/call',
  '/call/nothing',
  '/call/__proto__',
  '/call/constructor',
  '/call/toString',
  '/call/recent.list/',
  '/call/recent.list/x',
  '/call/recent%2elist',
  '/call/recent.list?token=TOKEN',
  '/x/../call/recent.list',
  '/call/../call/recent.list',
  '/CALL/recent.list',
]
const fill = (text: string | undefined) =>
  text
    ?.replace('PORT', String(port))
    .replace('SECRET', cookie.split('=')[1] ?? '')
    .replace('TOKEN', tokenOf(server))

describe('what is refused', () => {
  const refused = async (wanted: number[], asked: Request) => {
    const answer = await request(asked)
    expect(wanted).toContain(answer.status)
    expect(calls).toEqual([])
    expect(answer.head.toLowerCase()).not.toContain('access-control')
    expect(answer.head.toLowerCase()).not.toContain('set-cookie')
    expect(answer.body).not.toContain('<div id="root">')
  }

  test.each(hosts)('a Host that is not ours (rebinding): %s', host => {
    return refused([400, 403], { headers: { Host: fill(host) } })
  })
  test.each(hosts)('the page itself for Host %s', host => {
    return refused([400, 403], { method: 'GET', path: '/', headers: { Host: fill(host) } })
  })
  test.each(hosts.slice(0, 4))('the stream of events for Host %s', host => {
    return refused([400, 403], { method: 'GET', path: '/events', headers: { Host: fill(host) } })
  })
  test('no Host', () => refused([400], { headers: { Host: undefined } }))
  test('two Hosts', () => refused([400, 403], { lines: ['Host: evil.example'] }))

  test.each(origins)('an Origin that is not ours: %s', origin =>
    refused([403], { headers: { Origin: fill(origin) } }),
  )
  test.each(origins.slice(0, 4))('events for Origin %s', origin =>
    refused([403], { method: 'GET', path: '/events', headers: { Origin: fill(origin) } }),
  )
  test.each(['cross-site', 'same-site', 'none'])('what the browser calls %s', site =>
    refused([403], { headers: { 'Sec-Fetch-Site': site } }),
  )
  test.each(contentTypes)('a body that a form could send: %s', type =>
    refused([415], { headers: { 'Content-Type': type } }),
  )
  test.each([undefined, '', '0', 'true'])('a call without the header of our page: %s', value =>
    refused([403], { headers: { 'X-Journeyboard': value } }),
  )
  test.each(cookies)('a call without the session: %s', value =>
    refused([401], { headers: { Cookie: fill(value) } }),
  )
  test('events without the session', () =>
    refused([401], { method: 'GET', path: '/events', headers: { Cookie: undefined } }))
  test('the token in place of the cookie', () =>
    refused([401], {
      headers: {
        Cookie: `journeyboard-${port}=${tokenOf(server)}`,
        Authorization: `Bearer ${tokenOf(server)}`,
      },
    }))

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'])(
    'a call by %s',
    method => refused([400, 404, 405], { method, headers: { Origin: `http://127.0.0.1:${port}` } }),
  )
  test('a preflight of a foreign page', () =>
    refused([405], {
      method: 'OPTIONS',
      headers: {
        Origin: evil,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'x-journeyboard',
      },
    }))
  test('an upgrade to a WebSocket', () =>
    refused([404], {
      method: 'GET',
      path: '/socket',
      headers: {
        Connection: 'close, Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'x',
      },
    }))

  test.each(paths)('a path that leads elsewhere: %s', path =>
    refused([400, 403, 404], { method: 'GET', path }),
  )
  test('a NUL in the path', () => refused([400], { method: 'GET', path: '/index.html\0.js' }))
  test.each(names)('a name that is no call: %s', path => refused([400, 404], { path: fill(path) ?? '' }))
  test('the token in the query of the page', () =>
    refused([404], { method: 'GET', path: fill('/?token=TOKEN') ?? '', headers: { Cookie: undefined } }))

  test.each(['', '{', 'undefined', '{"a":1}{', '[1,', '\u0000'])('a body that is no JSON: %j', body =>
    refused([400], { body, headers: { 'Content-Length': String(body.length) } }),
  )
  test('a body said to be too large', () =>
    refused([413], { headers: { 'Content-Length': String(65 * 1024 * 1024) } }))
  test('a body that is too large without saying so', async () => {
    const chunk = `100000\r\n${' '.repeat(0x100000)}\r\n`
    const head = [
      'POST /call/recent.list HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      `Cookie: ${cookie}`,
      'X-Journeyboard: 1',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]
    const { status } = await sendRaw(port, [
      `${head.join('\r\n')}\r\n\r\n`,
      ...Array.from({ length: 66 }, () => chunk),
    ])
    expect([0, 413]).toContain(status)
    expect(calls).toEqual([])
  })
  test('both a length and chunks (smuggling)', () =>
    refused([400], { headers: { 'Transfer-Encoding': 'chunked' } }))
  test('two lengths', () => refused([400], { lines: ['Content-Length: 0'] }))
  test('a head that is too large', () => refused([431], { headers: { 'X-Padding': 'x'.repeat(20_000) } }))
  test('no HTTP at all', async () => {
    expect((await sendRaw(port, ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'])).status).toBe(400)
  })
})
