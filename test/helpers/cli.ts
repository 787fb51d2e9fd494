/** The command line in this process, on a folder of its own. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli, type CliSurroundings } from '../../electron/cli/run'
import { tempFolder } from './folders'
import { guardHere } from './guardHere'

export interface CliAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface CliFolder {
  readonly path: string
  /** A path in the folder. */
  readonly at: (name: string) => string
  /** Writes a text, or anything as JSON, and gives its path. */
  readonly write: (name: string, content: unknown) => string
  readonly run: (...args: readonly string[]) => Promise<CliAnswer>
  /** Runs with --json, expects it to be done, and reads the result. */
  readonly json: <R>(...args: readonly string[]) => Promise<R>
  /** What `dump` prints of a good file. */
  readonly dump: (path: string) => Promise<string>
  readonly end: () => void
}

/**
 * A folder for files, with app data elsewhere; messages in English unless asked otherwise.
 * @param surroundings the guard examines in this process unless told otherwise; `{}` is the real one, in its own
 */
export function cliFolder(
  surroundings: Pick<CliSurroundings, 'spawnGuard'> = { spawnGuard: guardHere },
): CliFolder {
  const files = tempFolder()
  const data = tempFolder()
  process.env['JOURNEYBOARD_DATA'] = data.path
  const run: CliFolder['run'] = async (...args) => {
    let [out, err] = ['', '']
    const spoken = args.some(arg => arg.startsWith('--lang')) ? args : [...args, '--lang', 'en']
    const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) }
    const code = await runCli(spoken, { ...surroundings, ...streams })
    return { code, out, err }
  }
  return {
    path: files.path,
    at: name => join(files.path, name),
    write: (name, content) => {
      writeFileSync(join(files.path, name), typeof content === 'string' ? content : JSON.stringify(content))
      return join(files.path, name)
    },
    run,
    dump: async path => {
      const { code, out, err } = await run('dump', path)
      if (code !== 0 || err !== '') throw new Error(`exit ${code}: ${err}`)
      return out
    },
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
