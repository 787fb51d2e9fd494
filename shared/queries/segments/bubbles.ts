/** Segments as a bubble chart needs them: size, growth, margin, share of revenue, and what is missing (R58). */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'

export type BubbleMeasure = 'size' | 'growth' | 'margin' | 'revenueShare'

export interface Bubble {
  readonly id: string
  readonly title: string
  /** Likely size, else the middle of what is known; null when nothing is. */
  readonly size: number | null
  readonly unit: string
  /** Per cent a year. */
  readonly growth: number | null
  /** Per cent. */
  readonly margin: number | null
  /** Per cent of all revenue. */
  readonly revenueShare: number | null
  readonly missing: readonly BubbleMeasure[]
}

export const bubblesOf = (document: DocumentView): readonly Bubble[] =>
  document.all('segment').map(({ id, title, size, sizeUnit, growth, margin, revenueShare }) => {
    const values = { size: middle(size), growth, margin, revenueShare }
    const measures = ['size', 'growth', 'margin', 'revenueShare'] as const
    return { id, title, unit: sizeUnit, ...values, missing: measures.filter(one => values[one] === null) }
  })

/** The likely value, else the middle of low and high, else the one that is there. */
export function middle({ low, likely, high }: Segment['size']): number | null {
  if (likely !== null) return likely
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high)
}

/** What the sizes count, e.g. people and firms: areas of different units do not compare. */
export const sizeUnits = (bubbles: readonly Bubble[]): readonly string[] => [
  ...new Set(bubbles.flatMap(({ size, unit }) => (size !== null && unit.trim() ? unit.trim() : []))),
]

/** Radius of a bubble whose area stands for its value; `most` has radius `largest`. */
export const radiusOf = (value: number, most: number, largest: number): number =>
  most > 0 ? largest * Math.sqrt(Math.max(0, value) / most) : 0

/**
 * A round scale that holds the values: its ends and the ticks between them, about five.
 * @param span what the scale holds in any case
 */
export function niceScale(values: readonly number[], span: readonly [number, number]): readonly number[] {
  const low = Math.min(span[0], ...values)
  const high = Math.max(span[1], ...values)
  const raw = (high - low) / 5
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5, 10].find(one => one * power >= raw - 1e-9) ?? 10)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}
