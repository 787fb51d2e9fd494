/** Every record type there is. Types, validation, cascade, paste and generated test data all come from here. */
import type { z } from 'zod'
import { action } from './action'
import { asset } from './asset'
import { assumption } from './assumption'
import { canvas } from './canvas'
import { card } from './card'
import { channel } from './channel'
import { checklistAnswer } from './checklistAnswer'
import { checklistRun } from './checklistRun'
import { comment } from './comment'
import { department } from './department'
import { evidence } from './evidence'
import { experience } from './experience'
import { flow } from './flow'
import { journey } from './journey'
import { lane } from './lane'
import { link } from './link'
import { loyalty } from './loyalty'
import { metric } from './metric'
import { note } from './note'
import { opportunity } from './opportunity'
import { painPoint } from './painPoint'
import { persona } from './persona'
import { placement } from './placement'
import { project } from './project'
import { quantity } from './quantity'
import { reading } from './reading'
import { segment } from './segment'
import { segmentDependency } from './segmentDependency'
import { snapshot } from './snapshot'
import { stage } from './stage'
import { step } from './step'
import { system } from './system'
import { touchpoint } from './touchpoint'
import { waiver } from './waiver'

export const recordTypes = {
  project,
  channel,
  department,
  system,
  segment,
  segmentDependency,
  persona,
  journey,
  stage,
  step,
  touchpoint,
  experience,
  lane,
  card,
  flow,
  painPoint,
  opportunity,
  action,
  evidence,
  metric,
  reading,
  canvas,
  note,
  placement,
  link,
  quantity,
  loyalty,
  assumption,
  checklistRun,
  checklistAnswer,
  comment,
  snapshot,
  waiver,
  asset,
} as const

export type RecordType = keyof typeof recordTypes
export type RecordOf<T extends RecordType> = z.infer<(typeof recordTypes)[T]['schema']>
/** A record of any known type. */
export type AnyRecord = { [T in RecordType]: RecordOf<T> }[RecordType]

/** A record as the engine carries it: known types and those of a newer version alike. */
export interface RawRecord {
  readonly id: string
  readonly type: string
  readonly [field: string]: unknown
}

export type Project = RecordOf<'project'>
export type Channel = RecordOf<'channel'>
export type Department = RecordOf<'department'>
export type System = RecordOf<'system'>
export type Segment = RecordOf<'segment'>
export type SegmentDependency = RecordOf<'segmentDependency'>
export type Persona = RecordOf<'persona'>
export type Journey = RecordOf<'journey'>
export type Stage = RecordOf<'stage'>
export type Step = RecordOf<'step'>
export type Touchpoint = RecordOf<'touchpoint'>
export type Experience = RecordOf<'experience'>
export type Lane = RecordOf<'lane'>
export type Card = RecordOf<'card'>
export type Flow = RecordOf<'flow'>
export type PainPoint = RecordOf<'painPoint'>
export type Opportunity = RecordOf<'opportunity'>
export type Action = RecordOf<'action'>
export type Evidence = RecordOf<'evidence'>
export type Metric = RecordOf<'metric'>
export type Reading = RecordOf<'reading'>
export type Canvas = RecordOf<'canvas'>
export type Note = RecordOf<'note'>
export type Placement = RecordOf<'placement'>
export type Link = RecordOf<'link'>
export type Quantity = RecordOf<'quantity'>
export type Loyalty = RecordOf<'loyalty'>
export type Assumption = RecordOf<'assumption'>
export type ChecklistRun = RecordOf<'checklistRun'>
export type ChecklistAnswer = RecordOf<'checklistAnswer'>
export type Comment = RecordOf<'comment'>
export type Snapshot = RecordOf<'snapshot'>
export type Waiver = RecordOf<'waiver'>
export type Asset = RecordOf<'asset'>

/** The definition of a type, or undefined for one this version does not know. */
export function definitionOf(type: string): (typeof recordTypes)[RecordType] | undefined {
  return Object.hasOwn(recordTypes, type) ? recordTypes[type as RecordType] : undefined
}

/** The version of every record type, as written into files. */
export const recordVersions: Readonly<Record<string, number>> = Object.fromEntries(
  Object.values(recordTypes).map(definition => [definition.type, definition.version]),
)

/**
 * Brings a record of an older version up to date.
 * @param record as read from a file whose types had `versions`
 * @returns the record in today's shape; unknown types and unknown fields are left as they are
 */
export function upgradeRecord(record: RawRecord, versions: Readonly<Record<string, number>>): RawRecord {
  const definition = definitionOf(record.type)
  if (!definition) return record
  const from = versions[record.type] ?? 1
  return definition.upgrades.slice(from - 1).reduce<RawRecord>((old, up) => up(old) as RawRecord, record)
}
