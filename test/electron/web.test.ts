// S8: what other sites, other programs and broken senders may try against the localhost shell. Every case is refused
// and reaches nothing behind it; the same request without its one fault passes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentSecurityPolicy, pageFiles } from '../../electron/pageFiles'
import { startWebServer, type WebServer } from '../../electron/web/server'
import { tempFolder } from '../helpers/folders'
import { sendRaw } from '../helpers/rawHttp'
import { startHost, type TestHost } from '../helpers/host'

const page = tempFolder()
let host: TestHost
let server: WebServer
let port: number
let cookie: string
const calls: string[] = []

const tokenOf = (url: string) => url.slice(url.indexOf('#token=') + 7)

function serve(patience?: { head: number; whole: number }): Promise<WebServer> {
  const recording = {
    call: (name: string, input: unknown) => {
      calls.push(name)
      return host.call(name, input)
    },
    on: host.on,
  }
  const files = pageFiles(join(page.path, 'renderer'))
  return startWebServer({ host: recording, files, port: 0, ...(patience ? { patience } : {}) })
}

/** A page as the build leaves it, with files round it that no request may reach. */
function writePage(folder: string): void {
  const assets = join(folder, 'renderer/assets')
  mkdirSync(assets, { recursive: true })
  mkdirSync(join(folder, 'main'))
  const index = '<!doctype html><div id="root"></div>'
  writeFileSync(join(folder, 'renderer/index.html'), index)
  writeFileSync(join(assets, 'x.js'), 'export {}')
  const files = {
    'index.html': { type: 'text/html; charset=utf-8' },
    'assets/x.js': { type: 'text/javascript' },
  }
  writeFileSync(join(folder, 'renderer/manifest.json'), JSON.stringify({ files }))
  for (const name of ['package.json', '.stamp', 'main/index.js', 'renderer/unlisted.html']) {
    writeFileSync(join(folder, name), index)
  }
}

async function enter(at: WebServer): Promise<string> {
  const base = new URL(at.url).origin
  const response = await fetch(`${base}/enter`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Journeyboard': '1', Origin: base },
    body: JSON.stringify({ token: tokenOf(at.url) }),
  })
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie') ?? ''
}

beforeAll(async () => {
  writePage(page.path)
  host = startHost()
  server = await serve()
  port = Number(new URL(server.url).port)
  cookie = (await enter(server)).split(';')[0] ?? ''
})
afterAll(async () => {
  await server.stop()
  await host.end()
  page.remove()
})
beforeEach(() => void calls.splice(0))

interface Request {
  method?: string
  path?: string
  headers?: Record<string, string | undefined>
  /** Further lines of the head as they are. */
  lines?: string[]
  body?: string
}

/** A request of our own page, with what a case changes in it. */
function request({ method = 'POST', path = '/call/recent.list', headers = {}, lines = [], body }: Request) {
  const sent = body ?? (method === 'POST' ? '{}' : '')
  const all: Record<string, string | undefined> = {
    Host: `127.0.0.1:${port}`,
    Connection: 'close',
    Cookie: cookie,
    Origin: method === 'POST' ? `http://127.0.0.1:${port}` : undefined,
    'X-Journeyboard': '1',
    'Content-Type': method === 'POST' ? 'application/json' : undefined,
    'Content-Length': sent ? String(sent.length) : undefined,
    ...headers,
  }
  const head = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  )
  return sendRaw(port, [`${method} ${path} HTTP/1.1\r\n${[...head, ...lines].join('\r\n')}\r\n\r\n${sent}`])
}

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
    .replace('TOKEN', tokenOf(server.url))

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
        Cookie: `journeyboard-${port}=${tokenOf(server.url)}`,
        Authorization: `Bearer ${tokenOf(server.url)}`,
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

describe('the token', () => {
  const ask = (token: unknown, headers: Request['headers'] = {}) =>
    request({ path: '/enter', body: JSON.stringify({ token }), headers: { Cookie: undefined, ...headers } })

  test('counts once; the same browser may follow the address again', async () => {
    const right = tokenOf(server.url)
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
      const body = JSON.stringify({ token: spoil(tokenOf(fresh.url)) })
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
      const body = JSON.stringify({ token: tokenOf(fresh.url) })
      const headers = { 'Content-Type': 'application/json', 'X-Journeyboard': '1', Origin: evil }
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
    const Cookie = (await enter(own)).split(';')[0] ?? ''
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
      const at = Number(new URL(hasty.url).port)
      const ticket = (await enter(hasty)).split(';')[0]
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
