import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands, removeJourney, removeRecords } from '../../shared/commands'
import {
  applied,
  Doc,
  emptyHistory,
  emptyPatch,
  fieldChanges,
  historyOf,
  invert,
  isEmpty,
  recorded,
  squash,
  targetsOf,
  type Change,
  type Patch,
} from '../../shared/document'
import { definitionOf, recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import { countingSession, documents, doings, perform, type Doing } from '../helpers/arbitrary'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = (usual: number) => ({ numRuns: nightly ? usual * 100 : usual })

/** A document's whole content as one text; absent and undefined fields differ, the order of fields does not. */
function content(doc: Doc): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : value
    return Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)])
  }
  const records = [...doc.records()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return JSON.stringify(sorted(records))
}

/** Lets doings act one after the other; tells each patch. */
function play(start: Doc, list: readonly Doing[], actor = 'tester01') {
  const session = countingSession(actor)
  const patches: { command: string; patch: Patch }[] = []
  let doc = start
  for (const doing of list) {
    const patch = perform(doc, doing, session)
    if (!patch) continue
    patches.push({ command: doing.command, patch })
    doc = applied(doc, patch)
  }
  return { doc, patches }
}

const runsOf = (most: number) => fc.array(doings, { maxLength: most })

describe('patches', () => {
  test('apply and then invert is identity', () => {
    fc.assert(
      fc.property(documents(), runsOf(6), (records, list) => {
        let doc = new Doc(records)
        for (const { patch } of play(doc, list).patches) {
          const next = applied(doc, patch)
          expect(content(applied(next, invert(patch)))).toBe(content(doc))
          expect(invert(invert(patch))).toEqual(patch)
          doc = next
        }
      }),
      runs(800),
    )
  })

  test('squash is one after the other, however they are grouped', () => {
    fc.assert(
      fc.property(documents(), runsOf(8), (records, list) => {
        const start = new Doc(records)
        const { doc, patches } = play(start, list)
        const fromLeft = patches.reduce((all, { patch }) => squash(all, patch), emptyPatch)
        const fromRight = patches.reduceRight((all, { patch }) => squash(patch, all), emptyPatch)
        expect(content(applied(start, fromLeft))).toBe(content(doc))
        expect(content(applied(start, fromRight))).toBe(content(doc))
        expect(content(applied(doc, invert(fromLeft)))).toBe(content(start))
      }),
      runs(800),
    )
  })

  test('what changes nothing is empty', () => {
    fc.assert(
      fc.property(documents(15), runsOf(5), (records, list) => {
        const start = new Doc(records)
        for (const record of records) expect(fieldChanges(record, { ...record })).toEqual([])
        const { patches } = play(start, list)
        for (const { patch } of patches) expect(isEmpty(squash(patch, invert(patch)))).toBe(true)
        const all = patches.reduce((sum, { patch }) => squash(sum, patch), emptyPatch)
        expect(isEmpty(squash(all, invert(all)))).toBe(true)
        expect(isEmpty(squash(emptyPatch, emptyPatch))).toBe(true)
      }),
      runs(600),
    )
  })

  test('D22 of a conflict that was settled and opened again is left what the value needs', () => {
    const sides = { author: 'Jana', others: [{ value: 'B', author: 'Petr', at: '' }] }
    const at = { id: 'project:p', field: 'title' }
    const settled: Patch = {
      ...emptyPatch,
      updated: [{ ...at, from: 'A', to: 'C' }],
      conflicts: [{ ...at, from: sides }],
    }
    const opened = (to: string): Patch => ({
      ...emptyPatch,
      updated: [{ ...at, from: 'C', to }],
      conflicts: [{ ...at, to: sides }],
    })
    expect(isEmpty(squash(settled, opened('A')))).toBe(true)
    // writing the value settles, so that what stays beside it is put back
    expect(squash(settled, opened('D'))).toEqual({
      ...emptyPatch,
      updated: [{ ...at, from: 'A', to: 'D' }],
      conflicts: [{ ...at, from: sides, to: sides }],
    })
  })

  test('a document changed in place reads as one made anew', () => {
    fc.assert(
      fc.property(documents(), runsOf(8), (records, list) => {
        const start = new Doc(records)
        const { patches } = play(start, list)
        const doc = new Doc(records)
        for (const { patch } of patches) {
          readAll(doc) // so that stale answers would be noticed
          doc.apply(patch)
          expect(readAll(doc)).toEqual(readAll(new Doc(doc.records())))
        }
      }),
      runs(80),
    )
  })
})

/** Everything the indexes answer. */
function readAll(doc: Doc) {
  const types = Object.keys(recordTypes) as RecordType[]
  return types.map(type => [
    doc.all(type),
    recordTypes[type].references.flatMap(({ field }) =>
      [...doc.records()].map(({ id }) => doc.pointing(type, field as never, id)),
    ),
  ])
}

describe('commands', () => {
  test('change nothing themselves, and say the same again', () => {
    fc.assert(
      fc.property(documents(25), doings, (records, doing) => {
        const doc = new Doc(records)
        const before = content(doc)
        const patch = perform(doc, doing, countingSession('tester01'))
        expect(perform(doc, doing, countingSession('tester01'))).toEqual(patch)
        expect(content(doc)).toBe(before)
      }),
      runs(300),
    )
  })

  test('a refused one changes nothing, and is refused again', () => {
    const refused = new Set<string>()
    const many = fc.array(doings, { minLength: 60, maxLength: 60 })
    for (const [records, list] of fc.sample(fc.tuple(documents(20, true), many), { numRuns: 30, seed: 2 })) {
      const doc = new Doc(records)
      const before = content(doc)
      for (const doing of list) {
        if (perform(doc, doing, countingSession('tester01'))) continue
        refused.add(doing.command)
        expect(perform(doc, doing, countingSession('tester01'))).toBeUndefined()
      }
      expect(content(doc)).toBe(before)
    }
    expect([...refused]).toContain('link.add')
    expect(refused.size).toBeGreaterThan(5)
  })

  test('leave valid records, none of which points to nowhere, and one project', () => {
    fc.assert(
      fc.property(documents(), runsOf(10), (records, list) => {
        wellFormed(new Doc(records))
        wellFormed(play(new Doc(records), list).doc)
      }),
      runs(150),
    )
  })

  test('every one of them gets its turn and changes something', () => {
    const changed = new Set<string>()
    const sample = fc.sample(
      fc.tuple(documents(20, true), fc.array(doings, { minLength: 40, maxLength: 60 })),
      {
        numRuns: 80,
        seed: 1,
      },
    )
    for (const [records, list] of sample) {
      for (const { command, patch } of play(new Doc(records), list).patches) {
        if (!isEmpty(patch)) changed.add(command)
      }
    }
    expect([...commands.keys()].filter(name => !changed.has(name))).toEqual([])
  })

  test('a removed journey takes everything below it along, and undo brings it back', () => {
    fc.assert(
      fc.property(documents(30, true), records => {
        const doc = new Doc(records)
        for (const { id } of doc.all('journey')) {
          const patch = removeJourney.run(doc, { id })
          const after = applied(doc, patch)
          wellFormed(after)
          for (const stage of doc.pointing('stage', 'journeyId', id))
            expect(after.get(stage.id)).toBeUndefined()
          expect(content(applied(after, invert(patch)))).toBe(content(doc))
        }
        const everything = records.filter(({ type }) => type !== 'project').map(({ id }) => id)
        if (everything.length > 0)
          expect(applied(doc, removeRecords.run(doc, { ids: everything })).size).toBe(1)
      }),
      runs(80),
    )
  })
})

function wellFormed(doc: Doc) {
  for (const record of doc.records()) {
    const definition = definitionOf(record.type)
    if (definition) expect(definition.schema.safeParse(record).error?.issues ?? []).toEqual([])
    for (const id of targetsOf(record)) expect(doc.get(id), `${record.id} points to ${id}`).toBeDefined()
  }
}

describe('undo and redo', () => {
  /** Plays a list with changes recorded; consecutive doings of one group are one undo step. */
  function recordedPlay(start: Doc, list: readonly Doing[], groups: readonly boolean[]) {
    const { doc, patches } = play(start, list)
    let step = 0
    const log = patches.map(({ command, patch }, at): Change => {
      if (!groups[at]) step++
      return { step: `step${step}`, command, patch }
    })
    return { doc, log }
  }

  const sequences = fc.tuple(documents(30), runsOf(25), fc.array(fc.boolean(), { maxLength: 25 }))

  test('F7 undo of all is the exact start, redo of all the exact end', () => {
    fc.assert(
      fc.property(sequences, ([records, list, groups]) => {
        const start = new Doc(records)
        const { doc: end, log } = recordedPlay(start, list, groups)
        let doc = end
        const all = [...log]
        let history = historyOf(all)
        const steps = history.undo.length
        // D23 what changes nothing is no step
        const changing = log.filter(({ patch }) => !isEmpty(patch))
        expect(steps).toBe(new Set(changing.map(({ step }) => step)).size)
        const back = (command: 'undo' | 'redo') => {
          const step = history[command].at(-1)!
          const patch = command === 'undo' ? invert(step.patch) : step.patch
          const change: Change = { step: `${command} ${all.length}`, command, of: step.step, patch }
          doc = applied(doc, patch)
          history = recorded(history, change)
          all.push(change)
        }
        const states = [content(doc)]
        while (history.undo.length > 0) {
          back('undo')
          states.push(content(doc))
        }
        expect(states.at(-1)).toBe(content(start))
        expect(history.redo).toHaveLength(steps)
        while (history.redo.length > 0) {
          expect(content(doc)).toBe(states[history.redo.length])
          back('redo')
        }
        expect(content(doc)).toBe(content(end))
        // what a reopened file reads from its log is what was held in memory
        expect(historyOf(all)).toEqual(history)
      }),
      runs(1000),
    )
  })

  test('a change after an undo forgets what could be redone', () => {
    const patch: Patch = { ...emptyPatch, updated: [{ id: 'project:p', field: 'title', from: '', to: 'x' }] }
    const undone = historyOf([
      { step: 'a', command: 'project.update', patch },
      { step: 'b', command: 'undo', of: 'a', patch: invert(patch) },
    ])
    expect(undone.redo).toHaveLength(1)
    expect(recorded(undone, { step: 'c', command: 'project.update', patch }).redo).toEqual([])
    expect(recorded(emptyHistory, { step: 'd', command: 'undo', of: 'gone', patch })).toEqual(emptyHistory)
  })
})

test('control: a patch whose inverse forgets removed records is found by the law', () => {
  const forgetful = (patch: Patch): Patch => ({ ...invert(patch), added: [] as RawRecord[] })
  const holds = () =>
    fc.assert(
      fc.property(documents(30), runsOf(10), (records, list) => {
        const start = new Doc(records)
        const { doc, patches } = play(start, list)
        const back = patches.toReversed().reduce((now, { patch }) => applied(now, forgetful(patch)), doc)
        return content(back) === content(start)
      }),
      { numRuns: 300 },
    )
  expect(holds).toThrow()
})
