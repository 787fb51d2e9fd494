/** Serving the app on localhost, from the start of the host to its end. */
import { join } from 'node:path'
import { version } from '../../package.json'
import { KnownError, type Language } from '../../shared/ipc/contract'
import { dataFolder, documentsFolder } from '../folders'
import { createHost } from '../host'
import type { SpawnGuard } from '../host/guard/spawnGuard'
import { logIn } from '../log'
import { pageFiles } from '../pageFiles'
import { startWebServer } from './server'

/** Milliseconds that stopping may take; whatever hangs then, the process ends. */
const stopLimit = 8_000

export interface ServeOptions {
  /** Files to open first, as full paths. */
  readonly paths: readonly string[]
  /** 0 takes any free one. */
  readonly port: number
  /** Before anybody chose one. */
  readonly language: Language
  readonly spawnGuard?: SpawnGuard
  /** Takes the one line that tells the address. */
  readonly print: (line: string) => void
}

/**
 * Serves until the process is told to stop; then open tabs bring their last edits, and nothing is left behind.
 * @throws KnownError app.alreadyRunning, serve.port
 */
export async function serve({ paths, port, language, spawnGuard, print }: ServeOptions): Promise<void> {
  const data = dataFolder()
  const log = logIn(data)
  const files = pageFiles(join(import.meta.dirname, '../renderer'))
  const host = createHost({
    dataFolder: data,
    documentsFolder: documentsFolder(),
    version,
    platform: process.platform,
    language,
    log,
    ...(spawnGuard ? { spawnGuard } : {}),
  })
  void host.openPaths(paths)
  const server = await startWebServer({ host, files, port }).catch(async (error: NodeJS.ErrnoException) => {
    await host.close()
    const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
    throw taken ? new KnownError('serve.port', { port }) : error
  })
  const stopped = toldToStop()
  // `npm start` says here why there is no window
  const reason = process.env['JOURNEYBOARD_SERVES_BECAUSE']
  print(`${reason ? `${reason}, so Journeyboard serves itself` : 'Journeyboard'}: ${server.url}`)
  await stopped
  setTimeout(() => process.exit(1), stopLimit).unref()
  for (const end of [server.stop, host.close]) await end().catch((error: unknown) => log(String(error)))
}

/** A port number, 0 when none was asked for. Throws KnownError serve.port for what is none. */
export function portIn(given: string | undefined): number {
  const port = Number(given ?? 0)
  if (given === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new KnownError('serve.port', { port: String(given) })
  }
  return port
}

function toldToStop(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
  })
}
