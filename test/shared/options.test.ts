/** Options of a canvas: what one has otherwise, and taking it over (R51, method: diff of two models). */
import { describe, expect, test } from 'vitest'
import {
  addLink,
  addNote,
  clearHere,
  forkCanvas,
  linkToSegment,
  makeCurrent,
  moveNotes,
  placeNote,
  quantityCommands,
  removeLinks,
  renameNote,
  segmentCommands,
  takeOver,
  trashNotes,
  updateLink,
  updateNote,
  updatePlacement,
} from '../../shared/commands'
import {
  completed,
  Doc,
  invert,
  MissingRecord,
  RefusedCommand,
  type ArgsOf,
  type Command,
} from '../../shared/document'
import { importStarter, templateOf } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import type { RawRecord } from '../../shared/model'
import { channelPhases } from '../../shared/model/channel'
import { linkKinds } from '../../shared/model/link'
import { bmcBlocks, blocks } from '../../shared/model/note'
import { canvasDifference, canvasModel, optionsOf } from '../../shared/queries'
import { layoutCanvas } from '../../shared/layout/canvas'
import { canvasOptions } from '../helpers/canvases'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

class Bench {
  readonly doc: Doc
  #ids = 0
  readonly session = {
    actor: 'optionBench',
    random: () => `fresh${(this.#ids++).toString(36).padStart(6, '0')}`,
    now: () => '2026-01-01T00:00:00Z',
  }

  constructor(records: Iterable<RawRecord>) {
    this.doc = new Doc(records)
  }

  /** Runs a command; one that is refused or misses its record changes nothing. */
  run<A extends object>(command: Command<A>, args: ArgsOf<Command<A>>): A | null {
    try {
      const full = completed(command, args, this.session)
      this.doc.apply(command.run(this.doc, full))
      return full
    } catch (error) {
      if (error instanceof RefusedCommand || error instanceof MissingRecord) return null
      throw error
    }
  }
}

function forked(key = 'snack-startup-bmc') {
  const records = importStarter(templateOf(bundledTemplates(), key), {
    seed: 'options',
    actor: 'options',
    channelName: () => undefined,
  })
  const bench = new Bench(records)
  const base = bench.doc.all('canvas')[0]!.id
  const option = bench.run(forkCanvas, { canvasId: base, title: 'Offices first' })!.id
  return { bench, doc: bench.doc, base, option }
}

/** The same comparison said in the plainest way: every note, link and number of both, as text. */
function bruteForce(doc: Doc, canvasId: string): Map<string, string> {
  const said = new Map<string, string>()
  const places = doc.all('placement').filter(one => one.canvasId === canvasId && !one.trashed)
  const shown = new Map(places.map(one => [one.noteId, one]))
  const segmentOf = (id: string) => {
    const place = shown.get(id)
    const segmentId = doc.find('note', id)?.segmentId
    return place?.block === 'customerSegments' && segmentId ? segmentId : id
  }
  const here = (id: string) =>
    shown.has(id) ||
    doc.find('painPoint', id) !== undefined ||
    places.some(one => one.block === 'customerSegments' && doc.find('note', one.noteId)?.segmentId === id)
  for (const { id, noteId, block, override, colour, note: speaker } of places) {
    const { title, text, subtype, status, owned, pictureId, note } = {
      ...doc.find('note', noteId)!,
      ...override,
    }
    said.set(`note ${noteId}`, 'is here')
    said.set(`place ${noteId}`, block)
    said.set(
      `words ${noteId}`,
      JSON.stringify([title, text, subtype, status, owned, pictureId, note, colour, speaker]),
    )
    for (const owner of [noteId, id]) {
      for (const q of doc.all('quantity').filter(one => one.ownerId === owner)) {
        const { low, likely, high, unit, per, formula, basis, evidenceId } = q
        said.set(
          `number ${noteId} ${q.name}`,
          JSON.stringify([low, likely, high, unit, per, formula, basis, evidenceId]),
        )
      }
    }
  }
  const ties = new Map<string, { phases: Set<string>; weight: number | null }>()
  for (const link of doc.all('link')) {
    if (link.canvasId !== null && link.canvasId !== canvasId) continue
    const [from, to] = [segmentOf(link.fromId), segmentOf(link.toId)]
    if (!here(from) || !here(to)) continue
    const key = `link ${link.kind} ${from} ${to}`
    const tie = ties.get(key) ?? { phases: new Set<string>(), weight: null }
    for (const phase of link.phases) tie.phases.add(phase)
    ties.set(key, { phases: tie.phases, weight: link.weight ?? tie.weight })
  }
  for (const [key, { phases, weight }] of ties) said.set(key, JSON.stringify([[...phases].sort(), weight]))
  return said
}

/** Keys that differ, with how; a note that only one has differs as a whole. */
function bruteDifference(doc: Doc, fromId: string, toId: string): string[] {
  const [before, after] = [bruteForce(doc, fromId), bruteForce(doc, toId)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap(key => {
      const [was, now] = [before.get(key), after.get(key)]
      if (was === now) return []
      const [kind, id] = key.split(' ')
      const both = (map: Map<string, string>) => map.has(`note ${id}`)
      if (kind !== 'note' && kind !== 'link' && !(both(before) && both(after))) return []
      return [
        `${was === undefined ? 'added' : now === undefined ? 'removed' : kind === 'place' ? 'moved' : 'changed'} ${key}`,
      ]
    })
    .sort()
}

const listed = (doc: Doc, fromId: string, toId: string) =>
  canvasDifference(doc, fromId, toId)
    .map(({ kind, key }) => `${kind} ${key}`)
    .sort()

/** One edit of a canvas, chosen by chance from all that people do to an option. */
function edit(bench: Bench, canvasId: string, next: () => number): void {
  const { doc } = bench
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const places = doc.pointing('placement', 'canvasId', canvasId)
  const id = pick(places)?.noteId ?? 'note:none'
  const other = pick([...doc.all('note').map(one => one.id), ...doc.all('segment').map(one => one.id)])
  const value = Math.floor(next() * 5)
  const here = next() < 0.6
  const edits = [
    () => bench.run(addNote, { canvasId, block: pick(blocks), title: `Note ${value}` }),
    () => bench.run(moveNotes, { canvasId, ids: [id], block: pick(bmcBlocks) }),
    () => bench.run(moveNotes, { canvasId, ids: [id], block: 'parked' }),
    () => bench.run(trashNotes, { canvasId, ids: [id], restore: next() < 0.4 }),
    () => bench.run(renameNote, { canvasId, id, title: `Name ${value}`, here }),
    () =>
      bench.run(updateNote, {
        canvasId,
        id,
        here,
        status: pick(['idea', 'testing', 'supported']),
        owned: value > 2,
      }),
    () => bench.run(clearHere, { canvasId, id }),
    () =>
      bench.run(updatePlacement, {
        canvasId,
        id,
        colour: pick([null, 's1', 's2']),
        speakerNote: `Say ${value}`,
      }),
    () => bench.run(addLink, { canvasId, kind: pick(linkKinds), fromId: id, toId: other }),
    () => bench.run(addLink, { canvasId, kind: pick(linkKinds), fromId: other, toId: id }),
    () => bench.run(linkToSegment, { canvasId, noteIds: [id], segmentId: pick(doc.all('segment')).id }),
    () => {
      const link = pick(doc.pointing('link', 'canvasId', canvasId))
      if (link)
        bench.run(updateLink, {
          id: link.id,
          phases: channelPhases.slice(0, value),
          weight: pick([null, 1, 2]),
        })
    },
    () => {
      const link = pick(doc.pointing('link', 'canvasId', canvasId))
      if (link) bench.run(removeLinks, { ids: [link.id] })
    },
    () => {
      const ownerId = here ? places.find(one => one.noteId === id)?.id : id
      const known = ownerId ? doc.pointing('quantity', 'ownerId', ownerId).map(one => one.name) : []
      const name = pick(['price', 'amount'])
      if (ownerId && !known.includes(name))
        bench.run(quantityCommands.add, { ownerId, name, likely: value, unit: 'EUR' })
    },
    () => {
      const quantity = pick(doc.all('quantity'))
      if (quantity) bench.run(quantityCommands.update, { id: quantity.id, likely: value })
    },
    () => bench.run(placeNote, { canvasId, noteId: pick(doc.all('note')).id, block: pick(bmcBlocks) }),
    () => bench.run(segmentCommands.update, { id: pick(doc.all('segment')).id, title: `Segment ${value}` }),
  ]
  pick(edits)()
}

describe('an option', () => {
  test('begins with nothing otherwise, and shares its notes', () => {
    const { doc, base, option } = forked()
    expect(canvasDifference(doc, base, option)).toEqual([])
    expect(doc.all('note')).toHaveLength(29)
    expect(optionsOf(doc, option).map(({ id }) => id)).toEqual([base, option])
  })

  test('lists what was added, thrown away, moved and worded here only', () => {
    const { bench, doc, base, option } = forked()
    const note = (key: string) => doc.all('note').find(one => one.key === key)!.id
    const added = bench.run(addNote, { canvasId: option, block: 'keyPartners', title: 'Vending firm' })!.id
    bench.run(trashNotes, { canvasId: option, ids: [note('co4')] })
    bench.run(moveNotes, { canvasId: option, ids: [note('ka3')], block: 'keyResources' })
    bench.run(updateNote, { canvasId: option, id: note('vp1'), here: true, title: 'Snack in the office' })
    bench.run(updateNote, { canvasId: option, id: note('vp2'), title: 'Flat pack for everybody' })
    expect(canvasDifference(doc, base, option)).toEqual([
      { key: `note ${added}`, kind: 'added', thing: 'note', id: added, block: 'keyPartners' },
      expect.objectContaining({ kind: 'moved', id: note('ka3'), from: 'keyActivities', to: 'keyResources' }),
      expect.objectContaining({
        kind: 'changed',
        id: note('vp1'),
        fields: [{ field: 'title', from: 'Healthy snack ready in seconds', to: 'Snack in the office' }],
      }),
      expect.objectContaining({ kind: 'removed', id: note('co4') }),
    ])

    // and the board marks them, with how many of the base are not here
    const { notes, legend } = layoutCanvas(doc, canvasModel(doc, option)!, {
      ...canvasOptions,
      colourBy: 'option',
    })
    const marked = notes.flatMap(({ id, codes }) => (codes[0]?.code === 'SHA' ? [] : [[id, codes[0]?.title]]))
    expect(Object.fromEntries(marked)).toEqual({
      [added]: 'hereOnly',
      [note('ka3')]: 'moved',
      [note('vp1')]: 'changed',
    })
    expect(legend.map(({ title, count }) => `${count} ${title}`)).toEqual([
      '26 shared',
      '1 hereOnly',
      '1 moved',
      '1 changed',
      '1 missing',
    ])
  })

  test('one becomes the model of today, the others of the family options', () => {
    const { bench, doc, base, option } = forked()
    bench.run(makeCurrent, { id: option })
    expect(doc.find('canvas', option)?.state).toBe('current')
    expect(doc.find('canvas', base)?.state).toBe('option')
  })
})

describe('the list of differences', () => {
  test('equals a plain comparison after each of 1,000 random edits of an option', () => {
    const { bench, doc, base, option } = forked()
    const next = random(20_261_122)
    const seen = new Map<string, number>()
    for (let n = 0; n < (nightly ? 10_000 : 1000); n++) {
      edit(bench, next() < 0.8 ? option : base, next)
      const list = listed(doc, base, option)
      expect(list, `after edit ${n}`).toEqual(bruteDifference(doc, base, option))
      for (const line of list) {
        const kind = line.split(' ', 2).join(' ')
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
      }
    }
    const kinds = ['note', 'link', 'number'].flatMap(thing => [
      `added ${thing}`,
      `removed ${thing}`,
      `changed ${thing}`,
    ])
    const wanted = [...kinds.filter(kind => kind !== 'changed note'), 'moved place', 'changed words']
    expect(wanted.filter(kind => !seen.has(kind))).toEqual([])
  }, 60_000)

  test('the comparison notices when a kind of difference is left out', () => {
    const { bench, doc, base, option } = forked()
    bench.run(moveNotes, { canvasId: option, ids: [doc.all('note')[0]!.id], block: 'parked' })
    const without = canvasDifference(doc, base, option).filter(({ kind }) => kind !== 'moved')
    expect(without.map(({ kind, key }) => `${kind} ${key}`)).not.toEqual(bruteDifference(doc, base, option))
  })
})

describe('taking over', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('everything leaves no difference, and undo restores all (%i)', seed => {
    const { bench, doc, base, option } = forked()
    const next = random(seed)
    for (let n = 0; n < 120; n++) edit(bench, option, next)
    expect(canvasDifference(doc, base, option).length).toBeGreaterThan(5)
    const before = [...doc.records()].map(record => JSON.stringify(record)).sort()
    const full = completed(takeOver, { canvasId: base, fromId: option }, bench.session)
    const patch = takeOver.run(doc, full)
    doc.apply(patch)
    expect(listed(doc, base, option)).toEqual([])
    doc.apply(invert(patch))
    expect([...doc.records()].map(record => JSON.stringify(record)).sort()).toEqual(before)
  })

  test('one difference leaves the others', () => {
    const { bench, doc, base, option } = forked()
    const note = (key: string) => doc.all('note').find(one => one.key === key)!.id
    bench.run(moveNotes, { canvasId: option, ids: [note('ka3')], block: 'keyResources' })
    bench.run(updateNote, { canvasId: option, id: note('vp1'), here: true, title: 'Snack in the office' })
    bench.run(takeOver, { canvasId: base, fromId: option, keys: [`words ${note('vp1')}`] })
    const left = canvasDifference(doc, base, option)
    expect(left.map(({ kind, thing }) => `${kind} ${thing}`)).toContain('moved note')
    expect(left.map(({ key }) => key)).not.toContain(`words ${note('vp1')}`)
  })
})
