/** Where the bubbles of the chart stand; a pure function of the values, in the units of the drawing. */
import { overlaps, type Rect } from '../../../shared/layout/boxes'
import { niceScale, radiusOf, type Bubble } from '../../../shared/queries'

const WIDTH = 880
const HEIGHT = 440
/** Room for the axes, and for those of which growth or margin is unknown. */
const edge = { top: 16, right: 24, bottom: 52, left: 64 } as const
const BAND = 96
/** Where nobody's is known, the band takes the place of the axis. */
const ALONE = 150
const LARGEST = 44
const SMALLEST = 7
/** Smallest radius that has room for a code; the room a code takes, its letters being about this wide. */
const ROOMY = 16
const LINE = 14
const LETTER = 8

export interface PlacedBubble {
  readonly bubble: Bubble
  readonly x: number
  readonly y: number
  readonly radius: number
  /** The value of its area is unknown: drawn small and dashed. */
  readonly open: boolean
  /** Where its code is written: the middle of the base line's height, and which end of the text stands there. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
}

export interface Tick {
  readonly value: number
  readonly at: number
}

export interface BubbleLayout {
  readonly width: number
  readonly height: number
  readonly bubbles: readonly PlacedBubble[]
  /** Growth from left to right, margin from bottom to top. */
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** Left edge of the band for unknown growth and top of that for unknown margin; null where nobody lacks it. */
  readonly unknownGrowth: number | null
  readonly unknownMargin: number | null
}

/** Bubbles with their places; `codes` are the short names written in or beside them, by id. */
export function bubbleLayout(
  bubbles: readonly Bubble[],
  area: 'size' | 'revenueShare',
  codes: ReadonlyMap<string, string>,
): BubbleLayout {
  const known = (values: readonly (number | null)[]) => values.flatMap(value => value ?? [])
  const noGrowth = bubbles.some(({ growth }) => growth === null)
  const noMargin = bubbles.some(({ margin }) => margin === null)
  const isFlat = bubbles.every(({ margin }) => margin === null)
  const band = { x: noGrowth ? BAND : 0, y: isFlat ? ALONE : noMargin ? BAND : 0 }
  const height = isFlat ? edge.top + ALONE + edge.bottom : HEIGHT
  const plot = {
    left: edge.left + band.x,
    right: WIDTH - edge.right,
    top: edge.top,
    bottom: height - edge.bottom - band.y,
  }
  const scale = (values: readonly number[], from: number, to: number, span: readonly [number, number]) => {
    const ticks = niceScale(values, span)
    const [first, last] = [ticks[0]!, ticks.at(-1)!]
    const at = (value: number) => from + ((value - first) / (last - first)) * (to - from)
    return { at, ticks: ticks.map(value => ({ value, at: at(value) })) }
  }
  const inset = LARGEST * 0.75
  const x = scale(known(bubbles.map(one => one.growth)), plot.left + inset, plot.right - inset, [0, 10])
  const y = scale(known(bubbles.map(one => one.margin)), plot.bottom - inset, plot.top + inset, [0, 20])
  const most = Math.max(0, ...known(bubbles.map(one => one[area])))
  const placed = bubbles.map(bubble => {
    const value = bubble[area]
    return {
      bubble,
      x: bubble.growth === null ? edge.left + BAND / 2 - 8 : x.at(bubble.growth),
      y: bubble.margin === null ? plot.bottom + band.y / 2 + 4 : y.at(bubble.margin),
      radius: value === null ? SMALLEST : Math.max(SMALLEST, radiusOf(value, most, LARGEST)),
      open: value === null,
    }
  })
  return {
    width: WIDTH,
    height,
    // the large ones lie behind, so that none hides another
    bubbles: labelled(
      placed.toSorted((one, other) => other.radius - one.radius),
      codes,
    ),
    xTicks: x.ticks,
    yTicks: isFlat ? [] : y.ticks,
    plot,
    unknownGrowth: noGrowth ? edge.left : null,
    unknownMargin: noMargin ? plot.bottom : null,
  }
}

type Disc = Omit<PlacedBubble, 'label'>

/** Each code inside its bubble or at the side where it covers the fewest others and their codes. */
function labelled(discs: readonly Disc[], codes: ReadonlyMap<string, string>): PlacedBubble[] {
  const taken: Rect[] = []
  return discs.map(disc => {
    const { x, y, radius } = disc
    const width = (codes.get(disc.bubble.id) ?? '').length * LETTER
    const away = radius + 10
    const places: PlacedBubble['label'][] = [
      ...(radius >= ROOMY ? [{ x, y, anchor: 'middle' as const }] : []),
      { x: x + away, y, anchor: 'start' },
      { x: x - away, y, anchor: 'end' },
      { x, y: y - away - 2, anchor: 'middle' },
      { x, y: y + away + 2, anchor: 'middle' },
    ]
    const others = [
      ...discs.flatMap(one =>
        one === disc
          ? []
          : {
              x: one.x - one.radius,
              y: one.y - one.radius,
              width: 2 * one.radius,
              height: 2 * one.radius,
            },
      ),
      ...taken,
    ]
    const rated = places.map(label => {
      const left = label.x - (label.anchor === 'middle' ? width / 2 : label.anchor === 'end' ? width : 0)
      const rect = { x: left, y: label.y - LINE / 2, width, height: LINE }
      return { label, rect, covers: others.filter(other => overlaps(rect, other)).length }
    })
    const best = rated.toSorted((one, other) => one.covers - other.covers)[0]!
    taken.push(best.rect)
    return { ...disc, label: best.label }
  })
}
