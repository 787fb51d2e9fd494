/** What a check says about a document, and by what it is known again. */
import type { DocumentView } from '../document'
import type { Waiver } from '../model'

export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

/** Values for the wording: ids of records, words of closed lists, numbers. Names are looked up when it is worded. */
export type FindingParams = Readonly<Record<string, string | number | readonly string[]>>

/** What a rule found, before the engine says which rule it was. */
export interface Found {
  readonly severity: Severity
  /** The reason, where a rule has several; also the key of its wording. Behind a dot it tells blocks apart. */
  readonly slug: string
  /** The record the reader is led to. */
  readonly subject: string
  /** Other records it is about. */
  readonly others?: readonly string[]
  readonly params?: FindingParams
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly slug: string
  readonly subject: string
  /** Ids of all it is about, sorted. */
  readonly records: readonly string[]
  /** Where it was found first; null where it is about no canvas. */
  readonly canvasId: string | null
  readonly params: FindingParams
}

/** A rule that said nothing for want of something to go by. */
export interface Skipped {
  readonly rule: string
  /** Worded under `checks.skipped`. */
  readonly why: SkipReason
  /** What it could not be checked for; empty is everything. */
  readonly records: readonly string[]
  readonly canvasId: string | null
}

export const skipReasons = [
  'layout',
  'notMultiSided',
  'noPhases',
  'noMoney',
  'noSize',
  'noBreakEven',
  'noJourney',
] as const
export type SkipReason = (typeof skipReasons)[number]

/**
 * What a finding is known by: rule, records and reason. Wording, severity and numbers are no part of it, so a finding
 * that was set aside stays so when a name or a figure changes.
 */
export const identityOf = ({ rule, slug, records }: Pick<Finding, 'rule' | 'slug' | 'records'>): string =>
  [rule, slug, ...records].join(' ')

/** Which waiver sets a finding aside: that of its reason, else one that gives none and counts for them all. */
export function waivingIn(document: DocumentView): (finding: Finding) => Waiver | undefined {
  const waivers = new Map(
    document
      .all('waiver')
      .map(waiver => [
        identityOf({ rule: waiver.rule, slug: waiver.slug, records: [...waiver.targetIds].sort() }),
        waiver,
      ]),
  )
  return finding => waivers.get(identityOf(finding)) ?? waivers.get(identityOf({ ...finding, slug: '' }))
}
