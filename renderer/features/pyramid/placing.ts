/** Where the levels' lists stand: rows have fixed heights, so that the lines from the slices can be drawn unmeasured. */
import type { Level, PyramidModel, Row } from './pyramidRows'

const FIRST = 28
const HEAD = 40
const ROW = 24
const BETWEEN = 8

/** How many rows of a level are drawn before somebody asks for more. */
export const ROWS_AT_FIRST = 100

export interface ShownLevel extends Omit<Level, 'rows'> {
  readonly rows: readonly Row[]
  /** Rows not drawn yet. */
  readonly more: number
}

export interface Shown {
  /** Top of the pyramid first. */
  readonly levels: readonly ShownLevel[]
  readonly withoutLevel: { readonly rows: readonly Row[]; readonly more: number }
  /** y of the middle of each level's heading, base first. */
  readonly headings: readonly number[]
}

/**
 * The part of the lists that is drawn.
 * @param opened how many rows somebody asked for, by level id ('' for touchpoints without a level)
 */
export function shownOf(
  { levels, withoutLevel }: PyramidModel,
  missedOnly: boolean,
  opened: Readonly<Record<string, number>>,
): Shown {
  const cut = (rows: readonly Row[], key: string) => {
    const wanted = missedOnly ? rows.filter(({ gap }) => gap !== null && gap < 0) : rows
    const drawn = wanted.slice(0, opened[key] ?? ROWS_AT_FIRST)
    return { rows: drawn, more: wanted.length - drawn.length }
  }
  const shown = levels.map(level => ({ ...level, ...cut(level.rows, level.level.id) })).toReversed()
  const headings: number[] = []
  let top = FIRST
  for (const { rows, more } of shown) {
    headings.unshift(top + HEAD / 2)
    top += HEAD + ROW * (Math.max(1, rows.length) + (more > 0 ? 1 : 0)) + BETWEEN
  }
  return { levels: shown, headings, withoutLevel: cut(withoutLevel, '') }
}
