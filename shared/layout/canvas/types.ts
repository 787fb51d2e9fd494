/** What a canvas looks like as data: blocks, notes and links at their places, in px at 100 %. */
import type { Note, Segment } from '../../model'
import type { ChannelPhase } from '../../model/channel'
import type { Block } from '../../model/note'
import type { ModelLink } from '../../queries/canvas/model'
import type { SegmentColour, SegmentPattern } from '../../queries/canvas/marks'
import type { Rect } from '../boxes'
import type { ColourToken } from '../theme'

/** What the colour of a note says. */
export type CanvasColouring = 'segment' | 'phase' | 'status' | 'confidence' | 'option' | 'manual'
/** How sure we are of a note. */
export type Confidence = 'known' | 'estimated' | 'guessed'
/** How a note stands to the canvas that this one is an option of. */
export const optionStates = ['shared', 'hereOnly', 'moved', 'changed', 'missing'] as const
export type OptionState = (typeof optionStates)[number]

/** A colour that never speaks alone: with a pattern and a short code, and a name for the legend. */
export interface Mark {
  readonly code: string
  readonly colour: ColourToken
  readonly pattern: SegmentPattern
  readonly title: string
}

export interface NumberLine {
  /** As the reader's language writes them; null where no range is given. */
  readonly low: string | null
  readonly likely: string
  readonly high: string | null
  /** 'k€', '€', 'people' or nothing. */
  readonly unit: string
}

export type MetaLine =
  { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'range' } & NumberLine)

interface Worded {
  readonly code: string
  readonly title: string
}

/** The words of a canvas in the reader's language. */
export interface CanvasLabels {
  readonly blocks: Readonly<Record<Block, string>>
  /** Null hides them. */
  readonly questions: Readonly<Record<Block, string>> | null
  /** Stands for a missing title. */
  readonly untitled: string
  /** The mark of a note that is for all segments. */
  readonly everyone: Worded
  /** What a segment's note says below its name: how many, how fast it grows, what speaks against it. */
  readonly segment: (segment: Segment) => readonly string[]
  readonly phases: Readonly<Record<ChannelPhase, Worded>>
  readonly status: Readonly<Record<Note['status'], Worded>>
  readonly confidence: Readonly<Record<Confidence, Worded>>
  readonly option: Readonly<Record<OptionState, Worded>>
  readonly colours: Readonly<Record<SegmentColour, string>>
}

export interface CanvasOptions {
  /** The room there is at 100 %, px; the board fills it and grows beyond where its notes need more. */
  readonly width: number
  readonly height: number
  readonly labels: CanvasLabels
  /** The segment looked at: notes that are for others only stand back. */
  readonly focus: string | null
  readonly colourBy: CanvasColouring
  /** Which links are drawn; none when left out. */
  readonly links?: readonly ModelLink[]
  readonly numberLine?: (noteId: string) => NumberLine | null
  readonly confidence?: (noteId: string) => Confidence | null
  readonly finding?: (noteId: string) => 'error' | 'warning' | null
  /** How many open comments there are on a note: on the board, not on paper. */
  readonly comments?: (noteId: string) => number
  /** How many fields of a note are in conflict: on the board, not on paper. */
  readonly conflicts?: (noteId: string) => number
  /** Room for a note that is just being written: behind another, or where it was asked for. */
  readonly draft?: NoteDraft | null
}

export interface NoteDraft {
  readonly block: Block
  /** A note of the block; null is first, undefined last. */
  readonly after: string | null | undefined
  /** From the corner of the block's room for notes, where notes lie freely. */
  readonly x?: number | undefined
  readonly y?: number | undefined
}

export interface BlockBox extends Rect {
  readonly block: Block
  readonly title: string
  /** '' when the questions are hidden. */
  readonly question: string
  readonly count: number
  /** From the block's upper edge to its notes. */
  readonly head: number
  /** How many columns its notes stand in, and how wide each is. */
  readonly columns: number
  readonly noteWidth: number
  readonly row: 'upper' | 'lower'
}

export interface NoteBox extends Rect {
  readonly id: string
  readonly block: Block
  /** Lines of the title; a first one that is empty leaves its line to the codes. */
  readonly lines: readonly string[]
  readonly unnamed: boolean
  readonly text: readonly string[]
  /** At its left edge, from the top. */
  readonly edges: readonly Mark[]
  /** At its upper right; never more than there is room for. */
  readonly codes: readonly Mark[]
  readonly moreCodes: number
  readonly meta: readonly MetaLine[]
  readonly pictureId: string | null
  /** Room is kept for an error; a warning shows while the note is selected. */
  readonly finding: 'error' | 'warning' | null
  /** How many open comments there are on it; they stand in the lower right corner. */
  readonly comments: number
  /** How many of its fields two people wrote otherwise; beside the comments. */
  readonly conflicts: number
  /** For other segments than the one looked at. */
  readonly dim: boolean
}

/** A link as it is drawn: from edge to edge, in the gutters. */
export interface Wire {
  readonly id: string
  readonly link: ModelLink
  readonly from: string
  readonly to: string
  /** Corners of the path, px. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly dim: boolean
}

export interface LegendEntry extends Mark {
  readonly count: number
}

export interface CanvasLayout {
  readonly canvasId: string
  /** Notes lie where they were put, not one below the other. */
  readonly free: boolean
  readonly title: string
  /** Whose layout this is; it stands on screen and in print. */
  readonly credit: string
  readonly width: number
  readonly height: number
  readonly blocks: readonly BlockBox[]
  readonly notes: readonly NoteBox[]
  readonly wires: readonly Wire[]
  readonly legend: readonly LegendEntry[]
  /** Where the note being written stands. */
  readonly draft: Rect | null
}
