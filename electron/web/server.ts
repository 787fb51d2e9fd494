/** The localhost shell as a whole: the host behind a port of this machine that nobody else can reach. */
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Host } from '../host'
import type { PageFiles } from '../pageFiles'
import { webApp } from './app'
import { eventStreams } from './events'
import { webSession } from './session'

/** Milliseconds a sender may take for the head of a request and for all of it; the longest body is 344 MB on loopback. */
export const patience = { head: 5_000, whole: 60_000 }
const flushLimit = 2_000
const closeLimit = 300
const mostConnections = 256

export interface WebServer {
  /** The address to open, with the token in its fragment. */
  readonly url: string
  /** Collects the last edits of open tabs and closes the port; the host stays as it is. */
  readonly stop: () => Promise<void>
}

export interface WebServerOptions {
  readonly host: Pick<Host, 'call' | 'on'>
  readonly files: PageFiles
  /** 0 takes any free one. */
  readonly port: number
  readonly patience?: { readonly head: number; readonly whole: number }
}

/** Starts to serve on 127.0.0.1. Rejects with the system's error where the port is taken. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { host, files, port } = options
  const { head, whole } = options.patience ?? patience
  const session = webSession()
  const events = eventStreams()
  const server = createAdaptorServer({
    fetch: webApp({ host, files, session, events }).fetch,
    serverOptions: {
      headersTimeout: head,
      requestTimeout: whole,
      connectionsCheckingInterval: Math.min(1_000, head / 2),
    },
  }) as Server
  server.maxConnections = mostConnections
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  const off = host.on((name, value) => events.send(name, value))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/#token=${session.token}`,
    stop: async () => {
      await events.flush(flushLimit)
      off()
      const closed = new Promise(done => server.close(done))
      events.end()
      // what is being answered may end, whatever hangs may not
      setTimeout(() => server.closeAllConnections(), closeLimit).unref()
      await closed
    },
  }
}
