/**
 * A part of a document: one journey, canvas or segment with all it needs to be read and worked on by itself. Records
 * go along as they are, so that what comes back can be merged; what they mention beyond the part stays behind.
 */
import type { DocumentView } from '../../document'
import type { RawRecord, RecordOf, RecordType } from '../../model'

/** What a part can be made of. */
export const partRoots = ['journey', 'canvas', 'segment'] as const
export type PartRoot = (typeof partRoots)[number]

/** What hangs on a record and goes along with it: type and the field that points. */
const own: Readonly<Partial<Record<RecordType, readonly (readonly [RecordType, string])[]>>> = {
  journey: [
    ['stage', 'journeyId'],
    ['lane', 'journeyId'],
    ['opportunity', 'journeyId'],
    ['checklistRun', 'journeyId'],
  ],
  stage: [
    ['step', 'stageId'],
    ['loyalty', 'stageId'],
  ],
  step: [
    ['touchpoint', 'stepId'],
    ['card', 'stepId'],
  ],
  touchpoint: [
    ['experience', 'touchpointId'],
    ['painPoint', 'touchpointIds'],
    ['opportunity', 'touchpointIds'],
  ],
  painPoint: [
    ['opportunity', 'painPointIds'],
    ['action', 'painPointId'],
  ],
  opportunity: [['action', 'opportunityId']],
  checklistRun: [['checklistAnswer', 'runId']],
  checklistAnswer: [['action', 'checklistAnswerId']],
  canvas: [
    ['placement', 'canvasId'],
    ['loyalty', 'canvasId'],
  ],
  placement: [['quantity', 'ownerId']],
  note: [
    ['quantity', 'ownerId'],
    ['loyalty', 'noteId'],
  ],
  loyalty: [['quantity', 'ownerId']],
  segment: [
    ['segment', 'parentId'],
    ['persona', 'segmentId'],
    ['quantity', 'ownerId'],
    ['loyalty', 'segmentIds'],
    ['painPoint', 'segmentId'],
  ],
}

/** What a record names and cannot be understood without; only the named record itself goes along. */
const named: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  journey: ['personaIds', 'segmentId'],
  touchpoint: ['channelId', 'personaIds', 'departmentId', 'systemIds'],
  experience: ['personaId'],
  card: ['pictureId'],
  painPoint: ['segmentId'],
  opportunity: ['metricId'],
  action: ['departmentId'],
  evidence: ['segmentId'],
  reading: ['metricId'],
  persona: ['segmentId', 'preferredChannelIds', 'pictureId'],
  segment: ['parentId'],
  note: ['segmentId', 'channelId', 'pictureId'],
  loyalty: ['segmentIds', 'channelId'],
  quantity: ['ownerId', 'evidenceId'],
}

/** What is said about a record goes along with it, wherever it is said. */
const about: Readonly<Record<string, string>> = {
  evidence: 'targetIds',
  assumption: 'targetIds',
  comment: 'targetId',
  reading: 'scopeId',
}

/** Ties go along when both their ends do. */
const ties = [
  ['flow', 'fromId', 'toId'],
  ['segmentDependency', 'fromId', 'toId'],
  ['link', 'fromId', 'toId'],
] as const

/**
 * The records of a part, in order of id.
 * @param roots ids of journeys, canvases and segments; others are passed over
 * @returns the document's own record and the roots with what belongs to them, what that names (channels, personas,
 *   segments, departments, systems, pictures, the numbers in formulas) and what is said about it; what was thrown away
 *   stays behind. Empty when none of the roots is there.
 */
export function partOf(document: DocumentView, roots: readonly string[]): RawRecord[] {
  const taken = new Map<string, RawRecord>()
  /** those that come with all that hangs on them */
  const whole = new Set<string>()
  const waiting: (readonly [id: string, whole: boolean])[] = []
  const take = (id: unknown, all = false) => {
    if (typeof id === 'string') waiting.push([id, all])
  }
  for (const id of roots) if (partRoots.includes(document.get(id)?.type as PartRoot)) take(id, true)
  if (waiting.length === 0) return []
  take(document.project().id)

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [id, all] = next
    const record = document.get(id)
    if (!record || (taken.has(id) && (!all || whole.has(id)))) continue
    const isNew = !taken.has(id)
    taken.set(id, record)
    if (isNew) {
      for (const target of mentioned(record)) take(target)
      for (const other of document.referrers(id)) {
        const field = about[other.type]
        if (field && pointsTo(other, field, id)) take(other.id)
      }
    }
    if (!all) continue
    whole.add(id)
    for (const other of document.referrers(id)) {
      const hangs = own[record.type as RecordType]?.some(
        ([type, field]) => other.type === type && pointsTo(other, field, id),
      )
      if (hangs && other['trashed'] !== true) take(other.id, true)
    }
    if (record.type === 'placement') take(record['noteId'], true)
    if (record.type === 'note') for (const other of neededBy(document, record as never, roots)) take(other)
  }
  const ends = (record: RawRecord, fields: readonly string[]) =>
    fields.every(field => taken.has(record[field] as string))
  for (const [type, ...fields] of ties) {
    for (const record of document.all(type)) {
      const elsewhere = 'canvasId' in record && record.canvasId !== null && !taken.has(record.canvasId)
      if (ends(record, fields) && !elsewhere) taken.set(record.id, record)
    }
  }
  for (const record of document.all('waiver')) {
    if (record.targetIds.length > 0 && record.targetIds.every(id => taken.has(id)))
      taken.set(record.id, record)
  }
  return [...taken.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const pointsTo = (record: RawRecord, field: string, id: string) => {
  const value = record[field]
  return value === id || (Array.isArray(value) && value.includes(id))
}

/** The ids of what a record names. */
function mentioned(record: RawRecord): unknown[] {
  const targets = (named[record.type as RecordType] ?? []).flatMap(field => record[field])
  if (record.type === 'quantity') return [...targets, ...namedInFormula(record['formula'])]
  if (record.type === 'placement') return [...targets, pictureHere(record)]
  return targets
}

/** The picture a note has on one canvas only. */
export const pictureHere = ({ override }: RawRecord): unknown =>
  (override as Readonly<Record<string, unknown>> | undefined)?.['pictureId']

/** The quantities a formula names, by id. */
export const namedInFormula = (formula: unknown): string[] =>
  typeof formula === 'string' ? Array.from(formula.matchAll(/\{(quantity:[\w-]+)\}/g), ([, id]) => id!) : []

/** What a note of a canvas needs beside its own: the numbers of the segment it is, the pains it answers. */
const neededBy = (document: DocumentView, note: RecordOf<'note'>, roots: readonly string[]): string[] => [
  ...(note.segmentId
    ? document.pointing('quantity', 'ownerId', note.segmentId).map(quantity => quantity.id)
    : []),
  ...document
    .pointing('link', 'fromId', note.id)
    // a tie of a canvas that stays behind brings nothing along
    .filter(({ canvasId }) => canvasId === null || roots.includes(canvasId))
    .flatMap(link => document.find('painPoint', link.toId)?.id ?? []),
]
