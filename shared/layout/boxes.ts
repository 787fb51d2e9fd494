/** What the layout of a journey consists of: boxes in px at 100 %, the map's top left corner at 0,0. */
import type { LaneRole } from '../model/lane'
import type { IconName } from './icons'
import type { ColourToken } from './theme'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Whether two rectangles share more than an edge. */
export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** What a box shows, already worded, measured and broken into lines. */
export type BoxContent =
  | CornerContent
  | StageContent
  | StepContent
  | TouchpointContent
  | PainContent
  | TextContent
  | CardContent
  | EmptyContent

export type BoxKind = BoxContent['kind']

export interface Box<C extends BoxContent = BoxContent> extends Rect {
  /** Unique in a layout: the record's id, and for a single field of it `id.field`. */
  readonly id: string
  readonly recordId: string
  readonly laneId: string | null
  readonly stepId: string | null
  readonly content: C
}

export interface CornerContent {
  readonly kind: 'corner'
  readonly title: string
  readonly lines: readonly string[]
}

export interface StageContent {
  readonly kind: 'stage'
  readonly title: string
  readonly faint: boolean
  readonly goal: string
  readonly mean: Mood | null
  /** How many of its fields are in conflict. */
  readonly conflicts: number
}

export interface StepContent {
  readonly kind: 'step'
  readonly title: string
  readonly faint: boolean
  /** How many of its fields are in conflict. */
  readonly conflicts: number
  readonly lines: readonly string[]
}

export interface Mood {
  readonly value: number
  readonly text: string
  readonly colour: ColourToken
}

export interface TouchpointContent {
  readonly kind: 'touchpoint'
  readonly lines: readonly string[]
  /** Stands for a missing title. */
  readonly faint: boolean
  readonly momentOfTruth: boolean
  readonly channel: { readonly icon: IconName; readonly title: string } | null
  readonly wait: string | null
  /** How many open comments there are on it; 0 is not shown. */
  readonly comments: number
  /** How many of its fields two people wrote otherwise; 0 is not shown. */
  readonly conflicts: number
  /** Place in the pyramid, base is 0. */
  readonly level: { readonly at: number; readonly of: number } | null
  readonly mood: Mood | null
  /** Only where experience stays far below expectation. */
  readonly gap: string | null
}

export interface PainContent {
  readonly kind: 'pain'
  /** severity × frequency */
  readonly score: string
  readonly lines: readonly string[]
}

/** One text field of a record, in the lane of that field. */
export interface TextContent {
  readonly kind: 'text'
  readonly field: string
  readonly lines: readonly string[]
}

export interface CardContent {
  readonly kind: 'card'
  /** As on a touchpoint. */
  readonly conflicts: number
  readonly lines: readonly string[]
  readonly pictureId: string | null
}

/** Where something is still to be made. */
export interface EmptyContent {
  readonly kind: 'empty'
  readonly makes: 'stage' | 'step' | 'touchpoint'
  readonly line: string
}

export interface Lane {
  /** The lane record's id, or the role where the journey has no such record. */
  readonly id: string
  readonly role: LaneRole | 'unplaced'
  readonly title: string
  readonly y: number
  readonly height: number
}

export interface Column {
  /** Null under a stage that has no step yet. */
  readonly stepId: string | null
  readonly stageId: string
  readonly x: number
  readonly width: number
  readonly header: Box<StepContent | EmptyContent>
  readonly boxes: readonly Box[]
}

/** How one touchpoint feels, on one persona's line. */
export interface CurvePoint {
  readonly touchpointId: string
  readonly x: number
  readonly y: number
  readonly emotion: number
  readonly momentOfTruth: boolean
}

export interface Curve {
  /** Null is everybody. */
  readonly personaId: string | null
  readonly title: string
  readonly colour: ColourToken
  readonly points: readonly CurvePoint[]
}

/** Expectation and experience of one touchpoint on the scale of emotions (3 of 5 is neutral). */
export interface RibbonPoint {
  readonly x: number
  readonly expected: number
  readonly experienced: number
}

export interface EmotionLane {
  readonly laneId: string
  /** y of +2, +1, 0, -1, -2 */
  readonly levels: readonly { readonly y: number; readonly text: string }[]
  readonly curves: readonly Curve[]
  /** Empty when several personas share the lane. */
  readonly ribbon: readonly RibbonPoint[]
  /** What the customer thought before the first touchpoint. */
  readonly start: { readonly x: number; readonly y: number; readonly colour: ColourToken } | null
}

/** A handover or loop between two touchpoints, routed in the gutters. */
export interface Arrow {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly kind: 'handover' | 'loop'
  readonly contextKept: boolean
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface JourneyLayout {
  readonly journeyId: string
  readonly width: number
  readonly height: number
  readonly corner: Box<CornerContent>
  readonly stages: readonly Box<StageContent | EmptyContent>[]
  readonly columns: readonly Column[]
  readonly lanes: readonly Lane[]
  /** Cards wider than one column, and what has no place: steps, touchpoints and cards whose parent is missing. */
  readonly loose: readonly Box[]
  readonly visibility: { readonly y: number; readonly title: string } | null
  readonly emotion: EmotionLane | null
  readonly arrows: readonly Arrow[]
}

/** Every box of the map's body: what lies in lanes, without headers and names of lanes. */
export function bodyBoxes(layout: JourneyLayout): Box[] {
  const boxes: Box[] = []
  for (const column of layout.columns) for (const box of column.boxes) boxes.push(box)
  for (const box of layout.loose) boxes.push(box)
  return boxes
}

/** Every box of the header: stages and steps. */
export const headerBoxes = (layout: JourneyLayout): Box[] => [
  ...layout.stages,
  ...layout.columns.map(column => column.header),
]
