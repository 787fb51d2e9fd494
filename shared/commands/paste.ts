import { z } from 'zod'
import {
  actorId,
  byOrder,
  defineCommand,
  edit,
  emptyPatch,
  positions,
  redirected,
  freshToken,
  type Clipboard,
  type DocumentView,
} from '../document'
import type { RawRecord } from '../model'
import { anyId } from '../model/field'

const raw = z.looseObject({ id: anyId(), type: z.string() })

/** Which record a pasted one goes under, and by which field. */
const places = {
  stage: { parent: 'journey', field: 'journeyId' },
  step: { parent: 'stage', field: 'stageId' },
  touchpoint: { parent: 'step', field: 'stepId' },
  painPoint: { parent: 'touchpoint', field: 'touchpointIds' },
  card: { parent: 'step', field: 'stepId' },
} as const

/**
 * Puts what was copied under `parentId`, after `after`, with fresh ids. Channels, departments and the like are found by
 * id, else by name, else come along. What does not fit under the parent is left out.
 */
export const pasteRecords = defineCommand({
  name: 'records.paste',
  args: {
    seed: freshToken(),
    actor: actorId(),
    parentId: anyId(),
    after: anyId().nullable().optional(),
    chosen: z.array(anyId()).max(10_000),
    records: z.array(raw).max(50_000),
    used: z.array(raw).max(5000),
  },
  run: (document, { seed, actor, parentId, after, ...clipboard }) => {
    const content = clipboard as unknown as Omit<Clipboard, 'format'>
    const parent = document.get(parentId)
    const fitting = content.chosen
      .flatMap(id => content.records.find(record => record.id === id) ?? [])
      .filter(
        record =>
          Object.hasOwn(places, record.type) &&
          places[record.type as keyof typeof places].parent === parent?.type,
      )
    if (!parent || fitting.length === 0) return emptyPatch

    const draft = edit(document)
    const wanted = reachable(content.records, fitting)
    const ids = new Map(wanted.map((record, at) => [record.id, `${record.type}:${seed}${at.toString(36)}`]))
    for (const record of content.used) {
      const here = document.get(record.id) ?? sameName(document, record)
      ids.set(record.id, here?.id ?? record.id)
      if (!here) draft.put(record)
    }
    const find = (id: string) => ids.get(id) ?? (document.get(id) ? id : undefined)
    for (const record of wanted) draft.put({ ...redirected(record, find), id: find(record.id) as string })
    for (const [type, { field }] of Object.entries(places)) {
      const tops = fitting.filter(record => record.type === type)
      const siblings = document
        .referrers(parentId)
        .filter(record => record.type === type)
        .sort(byOrder)
      const orders = positions(
        actor,
        siblings,
        siblings.some(one => one.id === after) ? after : undefined,
        tops.length,
      )
      tops.forEach((record, at) => {
        const id = find(record.id) as string
        const place = field === 'touchpointIds' ? [parentId] : parentId
        draft.put({ ...(draft.get(id) as RawRecord), [field]: place, order: orders[at] })
      })
    }
    return draft.patch()
  },
})

/** The records that hang on the chosen ones, the chosen included. */
function reachable(records: readonly RawRecord[], tops: readonly RawRecord[]): RawRecord[] {
  const taken = new Map(tops.map(record => [record.id, record]))
  for (let before = -1; before !== taken.size;) {
    before = taken.size
    for (const record of records) {
      const values = Object.values(record).flat()
      if (!taken.has(record.id) && values.some(value => typeof value === 'string' && taken.has(value))) {
        taken.set(record.id, record)
      }
    }
  }
  return [...taken.values()]
}

const sameName = (document: DocumentView, record: RawRecord) =>
  document.all(record.type as 'channel').find(other => fold(other.title) === fold(String(record['title'])))

const fold = (title: string) => title.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
