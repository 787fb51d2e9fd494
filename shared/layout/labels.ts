/** The words and number formats that a layout needs, in the reader's language. */
import type { LaneRole } from '../model/lane'

export interface BoardLabels {
  readonly lanes: Readonly<Record<LaneRole, string>>
  readonly lineOfVisibility: string
  /** The tray for what lost its parent. */
  readonly unplaced: string
  /** Stands for a missing title. */
  readonly untitled: string
  readonly addStage: string
  readonly addStep: string
  readonly addTouchpoint: string
  /** -1 → "-1", 1 → "+1", 0 → "0" */
  readonly emotion: (value: number) => string
  /** A mean of emotions with one place: 0.75 → "+0.8" */
  readonly mean: (value: number) => string
  /** 18 → "18 min" */
  readonly wait: (minutes: number) => string
  /** "expected 4, got 2" */
  readonly gap: (expected: number, experienced: number) => string
}

export interface LayoutOptions {
  /** The same object for the same language, so that a layout can build on the one before. */
  readonly labels: BoardLabels
  /** Whose feelings are shown; null or left out is everybody's. */
  readonly personaId?: string | null
  /** Whether empty stages and steps say what can be added there: on the board, not on paper. */
  readonly placeholders?: boolean
  /** Whether cards count the open comments on them: on the board, not on paper. */
  readonly comments?: boolean
  /** How many fields of a touchpoint or card are in conflict: on the board, not on paper. */
  readonly conflicts?: (recordId: string) => number
}
