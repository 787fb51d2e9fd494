/** The emotion lane: a line per persona, and the ribbon between what was expected and what was experienced. */
import type { DocumentView } from '../document'
import type { Journey } from '../model'
import type { Curve, CurvePoint, EmotionLane, Lane, RibbonPoint } from './boxes'
import type { ColumnFeeling } from './columnContent'
import { comparison, feelingOf } from './contents'
import type { BoardLabels } from './labels'
import { measures as m } from './measures'
import { emotionColour, type ColourToken } from './theme'

/** y of an emotion from the top of its lane, px. */
const levelY = (emotion: number) => m.emotionTop + (2 - emotion) * m.emotionPitch

const lineColours: readonly ColourToken[] = ['ink-2', 's1', 's2', 's3', 's4', 's5', 's6']

/**
 * @param placed the feelings of every column with the column's x
 * @param personaId whose line; null draws one for each persona with feelings of their own, else everybody's
 */
export function emotionLane(
  document: DocumentView,
  journey: Journey,
  lane: Lane,
  placed: readonly { readonly x: number; readonly feelings: readonly ColumnFeeling[] }[],
  personaId: string | null,
  labels: BoardLabels,
): EmotionLane {
  const personas = personaId ? [personaId] : withOwnFeelings(journey, placed)
  const lines: readonly (string | null)[] = personas.length ? personas : [null]
  const shared = lines.length === 1
  const curves = lines.map((persona, at): Curve => {
    const points: CurvePoint[] = []
    for (const { x, feelings } of placed) {
      for (const each of feelings) {
        if (persona && each.onlyFor.length > 0 && !each.onlyFor.includes(persona)) continue
        const feeling = persona === personaId ? each.shown : feelingOf(each.experiences, persona)
        const emotion = feeling?.emotion ?? null
        if (emotion === null) continue
        const { touchpointId, momentOfTruth } = each
        points.push({ touchpointId, x: x + each.x, y: lane.y + levelY(emotion), emotion, momentOfTruth })
      }
    }
    const title = shared ? '' : (document.find('persona', persona)?.title ?? '')
    return { personaId: persona, title, colour: lineColours[at % lineColours.length] ?? 'ink-2', points }
  })
  const start = journey.startingPerception
  return {
    laneId: lane.id,
    levels: [2, 1, 0, -1, -2].map(value => ({ y: lane.y + levelY(value), text: labels.emotion(value) })),
    curves,
    ribbon: shared ? ribbonOf(lane, placed, lines[0] ?? null, personaId) : [],
    start:
      start === null
        ? null
        : { x: m.labelWidth + m.gutter, y: lane.y + levelY(start), colour: emotionColour(start) },
  }
}

function withOwnFeelings(
  journey: Journey,
  placed: readonly { readonly feelings: readonly ColumnFeeling[] }[],
) {
  const own = new Set<string>()
  for (const { feelings } of placed) {
    for (const { experiences } of feelings) {
      for (const { personaId, emotion } of experiences) if (personaId && emotion !== null) own.add(personaId)
    }
  }
  return journey.personaIds.filter(id => own.has(id))
}

function ribbonOf(
  lane: Lane,
  placed: readonly { readonly x: number; readonly feelings: readonly ColumnFeeling[] }[],
  persona: string | null,
  personaId: string | null,
): RibbonPoint[] {
  const points: RibbonPoint[] = []
  for (const { x, feelings } of placed) {
    for (const each of feelings) {
      const feeling = persona === personaId ? each.shown : feelingOf(each.experiences, persona)
      const met = comparison(feeling)
      if (!met) continue
      points.push({
        x: x + each.x,
        expected: lane.y + levelY(met.expected - 3),
        experienced: lane.y + levelY(met.experienced - 3),
      })
    }
  }
  return points
}

interface Point {
  readonly x: number
  readonly y: number
}

const n = (value: number) => String(Math.round(value * 100) / 100)

/** The piece from one point to the next, flat at both: a cubic whose handles lie halfway. */
const bump = (from: Point, to: Point) => {
  const middle = n((from.x + to.x) / 2)
  return `C${middle} ${n(from.y)} ${middle} ${n(to.y)} ${n(to.x)} ${n(to.y)}`
}

/** A smooth line through the points, flat at each of them. */
export function curvePath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  let path = `M${n(first.x)} ${n(first.y)}`
  for (let at = 1; at < points.length; at++) path += bump(points[at - 1]!, points[at]!)
  return path
}

/** The line of what was expected. */
export const expectationPath = (ribbon: readonly RibbonPoint[]) =>
  curvePath(ribbon.map(({ x, expected }) => ({ x, y: expected })))

/** The two areas between expectation and experience: missed where experience lies below, else exceeded. */
export function ribbonPaths(ribbon: readonly RibbonPoint[]): { missed: string; exceeded: string } {
  const areas = { missed: '', exceeded: '' }
  for (let at = 1; at < ribbon.length; at++) {
    const a = ribbon[at - 1]!
    const b = ribbon[at]!
    // y grows downwards: a positive difference is an experience below what was expected
    const [left, right] = [a.experienced - a.expected, b.experienced - b.expected]
    if (left === 0 && right === 0) continue
    if (left * right >= 0) {
      areas[left > 0 || right > 0 ? 'missed' : 'exceeded'] += between(a, b, 0, 1)
      continue
    }
    const cross = timeOf(left / (left - right))
    areas[left > 0 ? 'missed' : 'exceeded'] += between(a, b, 0, cross)
    areas[right > 0 ? 'missed' : 'exceeded'] += between(a, b, cross, 1)
  }
  return areas
}

/** Where on the way from 0 to 1 the smooth step 3t² - 2t³ reaches `share`. */
function timeOf(share: number): number {
  let [low, high] = [0, 1]
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    if (middle * middle * (3 - 2 * middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The area between both curves from time t0 to t1 of one piece. */
function between(a: RibbonPoint, b: RibbonPoint, t0: number, t1: number): string {
  const middle = (a.x + b.x) / 2
  const xs = cut([a.x, middle, middle, b.x], t0, t1)
  const top = cut([a.expected, a.expected, b.expected, b.expected], t0, t1)
  const low = cut([a.experienced, a.experienced, b.experienced, b.experienced], t0, t1)
  const p = (at: number, ys: readonly number[]) => `${n(xs[at]!)} ${n(ys[at]!)}`
  return (
    `M${p(0, top)}C${p(1, top)} ${p(2, top)} ${p(3, top)}` +
    `L${p(3, low)}C${p(2, low)} ${p(1, low)} ${p(0, low)}Z`
  )
}

type Cubic = readonly [number, number, number, number]

/** The part of a cubic from t0 to t1, by de Casteljau. */
function cut([a, b, c, d]: Cubic, t0: number, t1: number): Cubic {
  const at = (s: number, t: number, u: number) => {
    const mix = (p: number, q: number, time: number) => p + (q - p) * time
    const [ab, bc, cd] = [mix(a, b, s), mix(b, c, s), mix(c, d, s)]
    return mix(mix(ab, bc, t), mix(bc, cd, t), u)
  }
  return [at(t0, t0, t0), at(t0, t0, t1), at(t0, t1, t1), at(t1, t1, t1)]
}
