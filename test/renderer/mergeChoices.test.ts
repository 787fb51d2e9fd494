import { describe, expect, test } from 'vitest'
import type { PreviewField, PreviewRecord } from '../../shared/document/merge'
import {
  chooseAll,
  chooseBeing,
  chooseField,
  conflictCount,
  isThere,
  noChoices,
  wishOf,
} from '../../renderer/features/merge/choices'

const dot = ['a', 1, 1] as const

const field = (name: string, more: Partial<PreviewField> = {}): PreviewField => ({
  field: name,
  mine: 'mine',
  theirs: 'theirs',
  myDot: dot,
  theirDot: dot,
  conflict: false,
  myAuthor: '',
  theirAuthor: 'Jana',
  ...more,
})

const entry = (
  kind: PreviewRecord['kind'],
  id: string,
  more: Record<string, unknown> = {},
  fields: readonly PreviewField[] = [],
): PreviewRecord => {
  const type = id.slice(0, id.indexOf(':'))
  return { id, type, kind, record: { id, type, ...more }, fields, dot, author: 'Jana', at: '' }
}

const step = entry('removed', 'step:s')
const touchpoint = entry('removed', 'touchpoint:t', { stepId: 'step:s' })
const rating = entry('removed', 'experience:e', { touchpointId: 'touchpoint:t' })
const newStep = entry('added', 'step:n')
const newTouchpoint = entry('added', 'touchpoint:n', { stepId: 'step:n' })
const kept = entry('kept', 'touchpoint:k')
const changed = entry('changed', 'touchpoint:c', {}, [
  field('title', { conflict: true }),
  field('note'),
  field('frontstage', { theirAuthor: 'Ema' }),
])
const entries = [step, touchpoint, rating, newStep, newTouchpoint, kept, changed]

describe('what is chosen in a merge', () => {
  test('nothing chosen asks for nothing: all comes in, conflicts stay open', () => {
    expect(wishOf(noChoices, entries)).toEqual({ records: [], fields: [] })
    expect(conflictCount(noChoices, entries)).toEqual({ all: 1, open: 1, decided: 0 })
  })

  test('what is kept keeps what it stands in, and what is no thing of its own', () => {
    const choices = chooseBeing(noChoices, entries, [touchpoint.id], true)
    expect([step, touchpoint, rating].map(one => isThere(choices, one))).toEqual([true, true, true])
    expect(wishOf(choices, entries).records).toEqual(
      expect.arrayContaining([step, touchpoint, rating].map(({ id }) => ({ id, take: 'mine' }))),
    )
    // its step goes after all: so does it
    const gone = chooseBeing(choices, entries, [step.id], false)
    expect(wishOf(gone, entries).records).toEqual([])
  })

  test('what is left out leaves out what stands in it; what is taken after all brings that', () => {
    const without = chooseBeing(noChoices, entries, [newStep.id], false)
    expect(wishOf(without, entries).records).toEqual([
      { id: newStep.id, take: 'mine' },
      { id: newTouchpoint.id, take: 'mine' },
    ])
    expect(wishOf(chooseBeing(without, entries, [newTouchpoint.id], true), entries).records).toEqual([])
  })

  test('what was changed here stays unless their removal is taken', () => {
    const choices = chooseBeing(noChoices, entries, [kept.id], false)
    expect(wishOf(choices, entries).records).toEqual([{ id: kept.id, take: 'theirs' }])
  })

  test.each([
    ['mine', 'mine'],
    ['theirs', 'theirs'],
    ['both', 'mine\ntheirs'],
    ['edit', 'agreed'],
  ] as const)('a conflict is settled with %s', (take, value) => {
    const choices = chooseField(noChoices, changed.id, 'title', { take, text: 'agreed' })
    expect(wishOf(choices, entries).fields).toEqual([{ id: changed.id, field: 'title', value }])
    expect(conflictCount(choices, entries).open).toBe(0)
  })

  test('a field that was taken away stays away', () => {
    const { theirs: _gone, ...one } = field('title', { conflict: true })
    const list = [entry('changed', 'touchpoint:x', {}, [one])]
    const choices = chooseField(noChoices, 'touchpoint:x', 'title', { take: 'theirs' })
    expect(wishOf(choices, list).fields).toEqual([{ id: 'touchpoint:x', field: 'title' }])
  })

  test('all of one author is theirs, of the other as it was; all mine leaves everything as it is here', () => {
    const ofJana = chooseAll(noChoices, entries, entries, 'theirs', 'Jana')
    expect(wishOf(ofJana, entries)).toEqual({
      records: [{ id: kept.id, take: 'theirs' }],
      fields: [{ id: changed.id, field: 'title', value: 'theirs' }],
    })
    const mine = wishOf(chooseAll(ofJana, entries, entries, 'mine'), entries)
    expect(mine.fields.map(one => [one.field, one.value])).toEqual([
      ['title', 'mine'],
      ['note', 'mine'],
      ['frontstage', 'mine'],
    ])
    expect(mine.records.map(({ id, take }) => [id, take])).toEqual(
      [step, touchpoint, rating, newStep, newTouchpoint].map(({ id }) => [id, 'mine']),
    )
  })
})
