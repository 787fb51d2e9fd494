/** What went wrong and was not foreseen, in a file for whoever looks into it. It never leaves this machine. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 1_000_000 // bytes; then the file becomes the old one and a new one begins

/** Gives the way to write lines to journeyboard.log in the app data folder. */
export function logIn(dataFolder: string): (line: string) => void {
  const file = join(dataFolder, 'journeyboard.log')
  return line => {
    try {
      mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 })
    } catch {
      // a log that cannot be written must not become a second fault
    }
  }
}
