/** Where the window stood last time, kept as a small file of its own. */
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const place = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
export type Place = Partial<Rectangle> & { width: number; height: number; maximized: boolean }

const fresh: Place = { width: 1440, height: 900, maximized: false }

/** The remembered place, or the usual size in the middle where there is none or its screen is gone. */
export function lastPlace(file: string): Place {
  try {
    const kept = place.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isVisible(kept) ? kept : { ...fresh, maximized: kept.maximized }
  } catch {
    return fresh // first start, or a file that makes no sense
  }
}

/** Whether a person could grab the title bar there. */
function isVisible({ x, y, width }: Rectangle): boolean {
  return screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x + width > area.x + 80 &&
        x < area.x + area.width - 80 &&
        y >= area.y - 20 &&
        y < area.y + area.height - 40,
    )
}

/** Keeps the place for the next start. */
export function rememberPlace(file: string, window: BrowserWindow): void {
  try {
    writeFileSync(file, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  } catch {
    // a full disk must not keep a window from closing
  }
}
