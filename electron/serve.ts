/** The app on localhost: for where no window can open, and for those who like it in their browser. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../package.json'
import { nearestLanguage, textsIn, wordsOf } from '../shared/i18n'
import { KnownError } from '../shared/ipc/contract'
import { dataFolder, documentsFolder } from './folders'
import { createHost, type Host } from './host'
import { noticeOf } from './host/noticeOf'
import { logIn } from './log'
import { pageFiles } from './pageFiles'
import { startWebServer } from './web/server'

const data = dataFolder()
const log = logIn(data)
const language = nearestLanguage([Intl.DateTimeFormat().resolvedOptions().locale])

try {
  await serve()
} catch (error) {
  const { t } = await textsIn(language)
  process.stderr.write(`${wordsOf(t, noticeOf(error, log))}\n`)
  process.exit(2)
}

/** Prints one line with the address and runs until it is told to stop. Throws KnownError. */
async function serve(): Promise<void> {
  const { port, paths } = wanted()
  const files = pageFiles(join(import.meta.dirname, '../renderer'))
  const documents = documentsFolder()
  const host = createHost({
    dataFolder: data,
    documentsFolder: documents,
    version,
    platform: process.platform,
    language,
    log,
  })
  void host.openPaths(paths)
  const server = await startWebServer({ host, files, port }).catch(async (error: NodeJS.ErrnoException) => {
    await host.close()
    throw error.code === 'EADDRINUSE' || error.code === 'EACCES'
      ? new KnownError('serve.port', { port })
      : error
  })
  stopWith(host, server.stop)
  // `npm start` says here why there is no window
  const reason = process.env['JOURNEYBOARD_SERVES_BECAUSE']
  process.stdout.write(
    `${reason ? `${reason}, so Journeyboard serves itself` : 'Journeyboard'}: ${server.url}\n`,
  )
}

/** `[FILE…] [--port N]` */
function wanted(): { port: number; paths: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { port: { type: 'string', default: '0' } },
      allowPositionals: true,
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('no port')
    return { port, paths: positionals.map(path => resolve(path)) }
  } catch {
    throw new KnownError('serve.usage')
  }
}

/** Told to stop, it brings the last edits of open tabs into the files and leaves nothing behind. */
function stopWith(host: Host, stopServer: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // whatever hangs, the process ends
    setTimeout(() => process.exit(1), 8_000).unref()
    await stopServer().catch((error: unknown) => log(String(error)))
    await host.close().catch((error: unknown) => log(String(error)))
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}
