import type { CliCommand } from './context'

/** Serves the app on localhost until it is told to stop. */
export const serveCommand: CliCommand = {
  name: 'serve',
  args: ['[FILE]'],
  options: { port: { takes: 'N' } },
  async run(_, files, { port }) {
    // the server reads its arguments from the command line like the script of its own that it is
    process.argv.splice(2, Infinity, ...files, ...(port === undefined ? [] : ['--port', port]))
    await import('../serve')
    // it ends the process when it is told to
    return new Promise<never>(() => {})
  },
}
