import { expect } from 'vitest'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageFiles } from '../../electron/pageFiles'
import { startWebServer, type WebServer } from '../../electron/web/server'
import { tempFolder } from './folders'
import { startHost, type TestHost } from './host'
import { sendRaw } from './rawHttp'

/** The localhost shell over a real host, which notes what reaches it. */
export interface WebBench {
  host: TestHost
  /** Names of the calls that got through. */
  calls: string[]
  /** Another server over the same host, with a token of its own. */
  serve: (patience?: { head: number; whole: number }) => Promise<WebServer>
  end: () => Promise<void>
}

export function startWebBench(): WebBench {
  const page = tempFolder()
  writePage(page.path)
  const host = startHost()
  const calls: string[] = []
  const recording = {
    call: (name: string, input: unknown) => {
      calls.push(name)
      return host.call(name, input)
    },
    on: host.on,
  }
  const files = pageFiles(join(page.path, 'renderer'))
  return {
    host,
    calls,
    serve: patience => startWebServer({ host: recording, files, port: 0, ...(patience ? { patience } : {}) }),
    end: async () => {
      await host.end()
      page.remove()
    },
  }
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

export const portOf = (server: WebServer) => Number(new URL(server.url).port)
export const tokenOf = (server: WebServer) => server.url.slice(server.url.indexOf('#token=') + 7)

/** Exchanges the token; returns the whole Set-Cookie line. */
export async function enter(at: WebServer): Promise<string> {
  const base = new URL(at.url).origin
  const response = await fetch(`${base}/enter`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Journeyboard': '1', Origin: base },
    body: JSON.stringify({ token: tokenOf(at) }),
  })
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie') ?? ''
}

/** What the cookie header of the page then says. */
export const cookieOf = (line: string) => line.split(';')[0] ?? ''

export interface Request {
  method?: string
  path?: string
  headers?: Record<string, string | undefined>
  /** Further lines of the head as they are. */
  lines?: string[]
  body?: string
}

export interface Target {
  port: number
  cookie: string
}

/** A request of our own page, with what a case changes in it. */
export function requestOf(
  { port, cookie }: Target,
  { method = 'POST', path = '/call/recent.list', headers = {}, lines = [], body }: Request,
) {
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
