/** Where the bubbles of the chart stand; a pure function of the values, in the units of the drawing. */
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

export interface PlacedBubble {
  readonly bubble: Bubble
  readonly x: number
  readonly y: number
  readonly radius: number
  /** The value of its area is unknown: drawn small and dashed. */
  readonly open: boolean
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

export function bubbleLayout(bubbles: readonly Bubble[], area: 'size' | 'revenueShare'): BubbleLayout {
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
    bubbles: placed.toSorted((one, other) => other.radius - one.radius),
    xTicks: x.ticks,
    yTicks: isFlat ? [] : y.ticks,
    plot,
    unknownGrowth: noGrowth ? edge.left : null,
    unknownMargin: noMargin ? plot.bottom : null,
  }
}
