/** What the app was started with. */
import { extname, resolve } from 'node:path'

/** Our documents among the arguments, as full paths; switches and everything else are Chromium's business. */
export function documentsIn(args: readonly string[], folder: string): string[] {
  return args
    .filter(arg => !arg.startsWith('-') && extname(arg).toLowerCase() === '.jboard')
    .map(arg => resolve(folder, arg))
}

/** What stands behind `--cli`; undefined when the window is wanted. */
export function commandIn(args: readonly string[]): string[] | undefined {
  const at = args.indexOf('--cli')
  return at < 0 ? undefined : args.slice(at + 1)
}
