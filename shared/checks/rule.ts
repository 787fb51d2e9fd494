/** How a rule is written. */
import type { Block } from '../model/note'
import type { CanvasContext, DocumentContext } from './context'
import type { FindingParams, Found, Severity, SkipReason } from './finding'

/** Says that a rule could not be checked, for these records or at all. */
export type Skip = (why: SkipReason, records?: readonly string[]) => void

/** A rule about one canvas. */
export interface CanvasRule {
  readonly id: string
  readonly about: 'canvas'
  /** Blocks it reads; on a layout without them it is skipped. */
  readonly blocks: readonly Block[]
  readonly run: (context: CanvasContext, skip: Skip) => readonly Found[]
}

/** A rule about segments and assumptions, which are the same on every canvas. */
export interface DocumentRule {
  readonly id: string
  readonly about: 'document'
  readonly run: (context: DocumentContext, skip: Skip) => readonly Found[]
}

export type Rule = CanvasRule | DocumentRule

export const canvasRule = (
  id: string,
  run: CanvasRule['run'],
  blocks: readonly Block[] = [],
): CanvasRule => ({
  id,
  about: 'canvas',
  blocks,
  run,
})

export const documentRule = (id: string, run: DocumentRule['run']): DocumentRule => ({
  id,
  about: 'document',
  run,
})

/** A finding about one thing; `name` of its wording is that thing. */
export const found = (
  severity: Severity,
  slug: string,
  subject: string,
  params: FindingParams = {},
): Found => ({
  severity,
  slug,
  subject,
  params: { name: subject, ...params },
})

/** A finding about several things; `name` of its wording is the first, `names` are all. */
export const foundAmong = (
  severity: Severity,
  slug: string,
  ids: readonly [string, ...string[]],
  params: FindingParams = {},
): Found => ({
  severity,
  slug,
  subject: ids[0],
  others: ids.slice(1),
  params: { name: ids[0], names: ids, ...params },
})
