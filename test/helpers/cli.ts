/** The command line in this process, on a folder of its own. */
import { join } from 'node:path'
import { runCli } from '../../electron/cli/run'
import { tempFolder } from './folders'

export interface CliAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface CliFolder {
  readonly path: string
  /** A path in the folder. */
  readonly at: (name: string) => string
  readonly run: (...args: readonly string[]) => Promise<CliAnswer>
  /** Runs with --json, expects it to be done, and reads the result. */
  readonly json: <R>(...args: readonly string[]) => Promise<R>
  readonly end: () => void
}

/** A folder for files, with app data elsewhere; messages in English unless asked otherwise. */
export function cliFolder(): CliFolder {
  const files = tempFolder()
  const data = tempFolder()
  process.env['JOURNEYBOARD_DATA'] = data.path
  const run: CliFolder['run'] = async (...args) => {
    let [out, err] = ['', '']
    const spoken = args.some(arg => arg.startsWith('--lang')) ? args : [...args, '--lang', 'en']
    const code = await runCli(spoken, { out: text => (out += text), err: text => (err += text) })
    return { code, out, err }
  }
  return {
    path: files.path,
    at: name => join(files.path, name),
    run,
    json: async (...args) => {
      const { code, out, err } = await run(...args, '--json')
      if (code !== 0) throw new Error(`exit ${code}: ${err}`)
      return JSON.parse(out)
    },
    end: () => {
      files.remove()
      data.remove()
    },
  }
}
