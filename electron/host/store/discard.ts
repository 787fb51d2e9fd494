import { rmSync } from 'node:fs'

/**
 * Removes a file of our own that nobody needs any more, if it is there. Never throws: one that a disk does not let go of
 * stands in the way of nothing, and the next start sweeps it away.
 */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // swept away at the next start
  }
}
