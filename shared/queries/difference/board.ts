/** The board a record belongs to, and the part of it. */
import type { DocumentView } from '../../document'
import type { RawRecord, RecordType } from '../../model'

export interface Belonging {
  /** Id of a journey or a canvas; null for what belongs to the whole document. */
  readonly boardId: string | null
  /** Id of a stage, or the name of a block; null where it is about the whole board. */
  readonly groupId: string | null
}

const nowhere: Belonging = { boardId: null, groupId: null }

/** What a record hangs on, the nearest first: the first of these that leads to a board counts. */
const hangsOn: { readonly [T in RecordType]?: readonly string[] } = {
  step: ['stageId'],
  touchpoint: ['stepId'],
  experience: ['touchpointId'],
  card: ['stepId', 'laneId'],
  lane: ['journeyId'],
  flow: ['fromId', 'toId'],
  painPoint: ['touchpointIds'],
  opportunity: ['touchpointIds', 'painPointIds', 'journeyId'],
  action: ['painPointId', 'opportunityId', 'checklistAnswerId'],
  evidence: ['targetIds'],
  reading: ['scopeId'],
  link: ['fromId', 'toId', 'canvasId'],
  quantity: ['ownerId'],
  loyalty: ['noteId', 'stageId', 'canvasId'],
  assumption: ['targetIds'],
  checklistRun: ['journeyId'],
  checklistAnswer: ['runId'],
  comment: ['targetId'],
  waiver: ['targetIds'],
}

/** Where a record belongs in a document that holds it. */
export function belongingOf(document: DocumentView, record: RawRecord, depth = 0): Belonging {
  const { id, type } = record
  // what hangs on itself in a damaged file leads nowhere
  if (depth > 12) return nowhere
  switch (type) {
    case 'journey':
    case 'canvas':
      return { boardId: id, groupId: null }
    case 'stage':
      return { boardId: idIn(record, 'journeyId'), groupId: id }
    case 'placement':
      return { boardId: idIn(record, 'canvasId'), groupId: idIn(record, 'block') }
    case 'note': {
      const placements = document.pointing('placement', 'noteId', id)
      const placed = placements.find(({ trashed }) => !trashed) ?? placements[0]
      return placed ? { boardId: placed.canvasId, groupId: placed.block } : nowhere
    }
  }
  for (const field of hangsOn[type as RecordType] ?? []) {
    for (const target of [record[field]].flat()) {
      const found = document.get(typeof target === 'string' ? target : null)
      const belonging = found ? belongingOf(document, found, depth + 1) : nowhere
      if (belonging.boardId !== null) return belonging
    }
  }
  return nowhere
}

function idIn(record: RawRecord, field: string): string | null {
  const value = record[field]
  return typeof value === 'string' ? value : null
}

/** A record and what it is part of, the nearest first: where something shows that has no picture of its own. */
export function standsIn(document: DocumentView, id: string): string[] {
  const found: string[] = []
  for (let next: string | undefined = id; next !== undefined && !found.includes(next);) {
    const record = document.get(next)
    if (!record) break
    found.push(next)
    const fields = record.type === 'placement' ? ['noteId'] : (hangsOn[record.type as RecordType] ?? [])
    next = fields
      .flatMap(field => [record[field]].flat())
      .find((target): target is string => typeof target === 'string' && document.get(target) !== undefined)
  }
  return found
}
