import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, Doc, isEmpty, patchOf, positions } from '../../shared/document'
import type { RawRecord } from '../../shared/model'
import { documentDifference, shownEntries, type DocumentDifference } from '../../shared/queries'
import { bruteDifference, placeNames } from '../helpers/bruteDifference'
import { documentPairs } from '../helpers/documentPairs'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = { numRuns: nightly ? 10_000 : 1000, seed: 20261122 }

const stage = (id: string, order: string, more: object = {}): RawRecord => ({
  id: `stage:${id}`,
  type: 'stage',
  journeyId: 'journey:one',
  title: id,
  order,
  note: '',
  ...more,
})
const [a = '', b = '', c = '', d = ''] = positions('tester', [], undefined, 4)
const differ = (before: RawRecord[], after: RawRecord[]) =>
  documentDifference(new Doc(before), new Doc(after))
const said = (list: DocumentDifference) => list.map(({ id, kind }) => `${id} ${kind}`)

/** Whether the list says what comparing everything with everything says. */
function agrees(before: readonly RawRecord[], after: readonly RawRecord[], list: DocumentDifference) {
  const reordered = new Set(
    list.flatMap(({ id, type, kind, fields }) => {
      const own = fields.some(({ field }) => placeNames(type).includes(field))
      return (kind === 'moved' || kind === 'movedAndChanged') && !own ? [id] : []
    }),
  )
  const slow = bruteDifference(before, after, id => reordered.has(id))
  expect(slow.wrongOrder).toEqual([])
  expect(
    list.map(({ id, kind, fields }) => ({ id, kind, fields: fields.map(({ field }) => field) })),
  ).toEqual(slow.entries)
}

describe('two documents compared', () => {
  test('on 1,000 random pairs the list is that of brute force, and a patch between them does the same', () => {
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(documentPairs, ({ before, after }) => {
        const [first, second] = [new Doc(before), new Doc(after)]
        const list = documentDifference(first, second)
        for (const { kind } of list) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        agrees(before, after, list)
        expect(documentDifference(first, first)).toEqual([])
        expect(isEmpty(patchOf(applied(first, patchOf(first, second)), second))).toBe(true)
      }),
      runs,
    )
    // a comparison of nothing but equal documents would prove nothing
    for (const kind of ['added', 'removed', 'changed', 'moved', 'movedAndChanged'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(100)
  }, 60_000)

  test.each(['added', 'removed', 'changed', 'moved', 'movedAndChanged'] as const)(
    'control: a list that forgets what was %s is found out',
    kind => {
      const compare = () =>
        fc.assert(
          fc.property(documentPairs, ({ before, after }) =>
            agrees(
              before,
              after,
              documentDifference(new Doc(before), new Doc(after)).filter(entry => entry.kind !== kind),
            ),
          ),
          { ...runs, numRuns: 1000, endOnFailure: true },
        )
      expect(compare).toThrow()
    },
    60_000,
  )

  test('who makes room for an inserted sibling has not moved', () => {
    expect(
      said(differ([stage('x', a), stage('y', c)], [stage('x', a), stage('new', b), stage('y', c)])),
    ).toEqual(['stage:new added'])
  })

  test('the one that was carried over has moved, not those it passed', () => {
    const before = [stage('x', a), stage('y', b), stage('z', c)]
    expect(said(differ(before, [stage('x', d), stage('y', b), stage('z', c)]))).toEqual(['stage:x moved'])
  })

  test('new position strings in the same order are no difference', () => {
    expect(differ([stage('x', a), stage('y', b)], [stage('x', c), stage('y', d)])).toEqual([])
  })

  test('what changed its parent says from where to where; with a new name too it moved and changed', () => {
    const list = differ([stage('x', a)], [stage('x', a, { journeyId: 'journey:two', title: 'X' })])
    expect(list).toMatchObject([
      {
        kind: 'movedAndChanged',
        boardId: 'journey:two',
        fields: [
          { field: 'journeyId', before: 'journey:one', after: 'journey:two' },
          { field: 'title', before: 'x', after: 'X' },
        ],
      },
    ])
  })
})

describe('a difference as it is shown', () => {
  const note = { id: 'note:one', type: 'note', title: 'One', block: 'channels', note: '' }
  const placement = {
    id: 'placement:one',
    type: 'placement',
    canvasId: 'canvas:one',
    noteId: 'note:one',
    block: 'channels',
    order: a,
    trashed: false,
  }
  const shown = (before: RawRecord[], after: RawRecord[]) => {
    const [first, second] = [new Doc(before), new Doc(after)]
    return said(shownEntries(documentDifference(first, second), first, second))
  }

  test('a note and its place come and go as one', () => {
    expect(shown([], [note, placement])).toEqual(['note:one added'])
    expect(shown([note, placement], [])).toEqual(['note:one removed'])
    expect(shown([note], [note, placement])).toEqual(['placement:one added'])
  })

  test('a note in the bin of its canvas is removed there, one in another block has moved once', () => {
    expect(shown([note, placement], [note, { ...placement, trashed: true }])).toEqual([
      'placement:one removed',
    ])
    const moved = { ...placement, block: 'revenueStreams' }
    expect(shown([note, placement], [{ ...note, block: 'revenueStreams' }, moved])).toEqual([
      'placement:one moved',
    ])
    expect(shown([note, placement], [{ ...note, block: 'revenueStreams', title: 'Two' }, moved])).toEqual([
      'note:one changed',
      'placement:one moved',
    ])
  })
})
