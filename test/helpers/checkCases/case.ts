/** How a case of a rule is written. */
import type { CanvasBuilder } from '../canvasBuilder'

/** One change to a model, and what is found then: `slug: names of the records`. */
export interface Case {
  readonly says: string
  readonly model: () => CanvasBuilder
  /** What the rule finds; empty is silence. */
  readonly finds: readonly string[]
  readonly today?: string
}

export const fires = (says: string, model: () => CanvasBuilder, ...finds: readonly string[]): Case => ({
  says,
  model,
  finds,
})
export const silent = (says: string, model: () => CanvasBuilder): Case => ({ says, model, finds: [] })

/** The cases of each rule. */
export type Cases = Readonly<Record<string, readonly Case[]>>
