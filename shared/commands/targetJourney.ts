/** The target version of a journey: a copy that knows what it came from. */
import {
  actorId,
  defineCommand,
  edit,
  freshToken,
  MissingRecord,
  newId,
  positions,
  redirected,
  targetsOf,
} from '../document'
import type { RawRecord } from '../model'
import { idOf, title } from '../model/field'

/** What makes up a journey; friction, evidence and the plan stay with the journey as it is today. */
const copied = new Set(['stage', 'step', 'touchpoint', 'experience', 'lane', 'card', 'flow'])
/** Kinds that name what they came from. */
const derived = new Set(['step', 'touchpoint'])

/**
 * Copies a journey as its target version, with all its stages, steps, touchpoints, ratings, lanes, cards and handovers
 * and in their order, so that the two can be compared.
 */
export const targetOfJourney = defineCommand({
  name: 'journey.target',
  args: {
    id: newId('journey'),
    actor: actorId(),
    token: freshToken(),
    journeyId: idOf('journey'),
    title: title(),
  },
  run: (document, { id, actor, token, journeyId, title }) => {
    const journey = document.find('journey', journeyId)
    if (!journey) throw new MissingRecord(journeyId)
    const taken = new Map<string, RawRecord>()
    const take = (from: string) => {
      for (const record of document.referrers(from)) {
        if (!copied.has(record.type) || taken.has(record.id)) continue
        taken.set(record.id, record)
        take(record.id)
      }
    }
    take(journeyId)
    // a handover needs both its ends here
    for (const record of taken.values()) {
      if (record.type === 'flow' && !targetsOf(record).every(end => taken.has(end))) taken.delete(record.id)
    }
    let count = 0
    const fresh = new Map([[journeyId, id]])
    for (const record of taken.values())
      fresh.set(record.id, `${record.type}:${token}${(count++).toString(36).padStart(4, '0')}`)
    const [order = ''] = positions(actor, document.all('journey'), journeyId)
    const { key: _key, ...fields } = journey
    const draft = edit(document).put({
      ...fields,
      id,
      title,
      order,
      state: 'target',
      derivedFromId: journeyId,
    })
    for (const { key: _named, ...record } of taken.values()) {
      const origin = derived.has(record.type) ? { derivedFromId: record.id } : {}
      const copy = redirected(record as RawRecord, to => fresh.get(to) ?? to)
      draft.put({ ...copy, ...origin, id: fresh.get(record.id)! })
    }
    return draft.patch()
  },
})
