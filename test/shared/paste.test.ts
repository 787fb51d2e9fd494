import { expect, test } from 'vitest'
import { connect, pasteRecords } from '../../shared/commands'
import { applied, copied, invert } from '../../shared/document'
import { bench, smallJourney } from '../helpers/build'

const titles = (list: readonly { title: string }[]) => list.map(record => record.title)

test('a copied step comes with touchpoints, feelings and pains, under fresh ids, and undo takes it all back', () => {
  const { doc, run, ids } = smallJourney()
  run(connect, { fromId: ids['Till'] as string, toId: ids['Receipt'] as string })
  run(connect, { fromId: ids['Till'] as string, toId: ids['Manual'] as string })
  const before = doc.clone()
  const clip = copied(doc, [ids['Pay'] as string, ids['Till'] as string])
  expect(clip?.chosen).toEqual([ids['Pay']])
  const { patch } = run(pasteRecords, {
    parentId: ids['After'] as string,
    after: ids['Use'] as string,
    ...without(clip),
  })
  const steps = doc.pointing('step', 'stageId', ids['After'] as string)
  expect(titles(steps)).toEqual(['Use', 'Pay'])
  const touchpoints = doc.pointing('touchpoint', 'stepId', steps[1]?.id ?? '')
  expect(titles(touchpoints)).toEqual(['Till', 'Receipt'])
  expect(touchpoints[0]?.id).not.toBe(ids['Till'])
  expect(touchpoints[0]?.channelId).toBe(ids['store'])
  expect(doc.pointing('experience', 'touchpointId', touchpoints[0]?.id ?? '')[0]?.emotion).toBe(-1)
  expect(titles(doc.pointing('painPoint', 'touchpointIds', touchpoints[0]?.id ?? ''))).toEqual(['Queue'])
  expect(doc.all('flow')).toHaveLength(3)
  const back = applied(doc, invert(patch))
  expect(new Set(back.records())).toEqual(new Set(before.records()))
})

test('into another document, channels are found by name, else they come along', () => {
  const { doc, ids } = smallJourney()
  const clip = copied(doc, [ids['Till'] as string])
  const other = smallJourney()
  other.run(pasteRecords, { parentId: other.ids['Use'] as string, ...without(clip) })
  expect(titles(other.doc.all('channel'))).toEqual(['Store'])

  const stranger = bench('another1')
  stranger.doc.apply({
    added: [...other.doc.records()].filter(record => ['journey', 'stage', 'step'].includes(record.type)),
    updated: [],
    removed: [],
  })
  stranger.run(pasteRecords, { parentId: other.ids['Use'] as string, ...without(clip) })
  expect(titles(stranger.doc.all('channel'))).toEqual(['Store'])
  expect(stranger.doc.all('touchpoint')[0]?.channelId).toBe(ids['store'])
})

test('what does not fit under the place is left out, and nothing changes', () => {
  const { doc, run, ids } = smallJourney()
  const clip = copied(doc, [ids['Pay'] as string])
  const { patch } = run(pasteRecords, { parentId: ids['Look'] as string, ...without(clip) })
  expect(patch).toEqual({ added: [], updated: [], removed: [] })
})

function without(clip: ReturnType<typeof copied>) {
  if (!clip) throw new Error('nothing was copied')
  return {
    chosen: [...clip.chosen],
    records: clip.records.map(one => ({ ...one })),
    used: clip.used.map(one => ({ ...one })),
  }
}
