import { resolve } from 'node:path'
import { portIn, serve } from '../web/serve'
import type { CliCommand } from './context'

/** Serves the app on localhost until it is told to stop. */
export const serveCommand: CliCommand = {
  name: 'serve',
  args: ['[FILE]'],
  options: { port: { takes: 'N' } },
  async run({ language, print, spawnGuard }, files, { port }) {
    const paths = files.map(file => resolve(file))
    await serve({ paths, port: portIn(port), language, print, spawnGuard })
    return 0
  },
}
