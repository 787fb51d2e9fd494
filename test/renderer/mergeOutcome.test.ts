/** The board beside the merge shows what the merge then makes: through real files, with random edits and choices. */
import { copyFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { newDocument } from '../../electron/host/store/newDocument'
import { writeFile } from '../../electron/host/store/rows'
import type { WorkingCopy } from '../../electron/host/store/workingCopy'
import {
  chooseBeing,
  chooseField,
  isAboutBeing,
  noChoices,
  wishOf,
  type Choices,
} from '../../renderer/features/merge/choices'
import {
  afterMerge,
  boardParts,
  cardsOf,
  eitherParts,
  entriesByCard,
  fateOf,
} from '../../renderer/features/merge/outcome'
import { joinedOf, type Merging } from '../../renderer/features/merge/rows'
import { Doc } from '../../shared/document'
import type { PreviewRecord } from '../../shared/document/merge'
import { by, FileReplicas } from '../helpers/fileReplicas'
import { tempFolder } from '../helpers/folders'
import { byId, Editor, randomFrom } from '../helpers/randomEdits'
import { templateMap } from '../helpers/templateMap'

const folder = tempFolder()
afterAll(() => folder.remove())
const replicas = new FileReplicas(folder.path)
const rounds = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 500 : 30

const merging = (mine: Doc, entries: readonly PreviewRecord[]): Merging => ({
  mine,
  joined: joinedOf(mine, entries),
  entries,
  rows: entries,
})

function copies() {
  const first = replicas.fresh('own')
  writeFile(
    first,
    newDocument(templateMap('retail-purchase').document.records(), { ...by('Ema'), appVersion: '1' }),
  )
  const second = replicas.fresh('theirs')
  copyFileSync(first, second)
  return [first, second] as const
}

function chosen(entries: readonly PreviewRecord[], random: () => number): Choices {
  let choices = noChoices
  for (const entry of entries) {
    if (isAboutBeing(entry)) {
      if (random() < 0.4) choices = chooseBeing(choices, entries, [entry.id], random() < 0.5)
    } else
      for (const { field } of entry.fields)
        if (random() < 0.6)
          choices = chooseField(choices, entry.id, field, { take: random() < 0.5 ? 'mine' : 'theirs' })
  }
  return choices
}

test(`${rounds} times: what is shown as the document after the merge is what the merge makes`, () => {
  let open = 0
  for (let round = 0; round < rounds; round++) {
    const [first, second] = copies()
    const typed = (working: WorkingCopy, seed: number) => {
      const editor = new Editor(working.records(), seed, working.history())
      for (let n = 0; n < 12; n++) working.save(working.revision, [editor.next()], by(`Author ${seed % 2}`))
    }
    replicas.session(first, working => typed(working, 2 * round))
    replicas.session(second, working => typed(working, 2 * round + 1))
    const incoming = replicas.received(second)
    replicas.session(first, working => {
      const mine = new Doc(working.records())
      const entries = working.previewMerge(incoming)
      const choices = chosen(entries, randomFrom(round))
      const shown = byId(afterMerge(merging(mine, entries), choices).records())
      working.merge(incoming, by('Ema'), wishOf(choices, entries))
      expect(byId(working.records())).toEqual(shown)
      open += entries.length
    })
  }
  // they had something to merge
  expect(open).toBeGreaterThan(rounds * 3)
}, 600_000)

describe('what becomes of a card', () => {
  const [first, second] = copies()
  const board = templateMap('retail-purchase').document
  const journey = board.all('journey')[0]!.id
  const [changed, deleted, kept, disputed] = board.all('touchpoint')
  const added = { ...changed!, id: 'touchpoint:new', title: 'New', order: 'zz' }
  const save = (
    working: WorkingCopy,
    updated: readonly { id: string; field: string; to: unknown }[],
    more = {},
  ) => {
    const patch = {
      added: [],
      removed: [],
      ...more,
      updated: updated.map(one => {
        const from = working.records().find(({ id }) => id === one.id)?.[one.field]
        return { ...one, ...(from === undefined ? {} : { from }) }
      }),
    }
    working.save(working.revision, [{ step: `s${working.revision}`, command: 'a.b', patch }], by('Jana'))
  }
  replicas.session(second, working => {
    const gone = new Doc(working.records())
    const removing = (id: string) => [
      gone.get(id)!,
      ...gone.referrers(id).filter(one => one.type === 'experience'),
    ]
    save(
      working,
      [
        { id: changed!.id, field: 'title', to: 'Theirs' },
        { id: disputed!.id, field: 'title', to: 'Theirs' },
      ],
      { added: [added] },
    )
    for (const { id } of [deleted!, kept!]) {
      const flows = gone.referrers(id).filter(({ type }) => type === 'flow')
      save(working, [], { removed: [...removing(id), ...flows] })
    }
  })
  replicas.session(first, working =>
    save(working, [
      { id: disputed!.id, field: 'title', to: 'Mine' },
      { id: kept!.id, field: 'title', to: 'Still needed' },
    ]),
  )
  const incoming = replicas.received(second)
  let state: Merging | undefined
  replicas.session(first, working => {
    state = merging(new Doc(working.records()), working.previewMerge(incoming))
  })
  const fate = (id: string, choices: Choices = noChoices) =>
    fateOf(id, entriesByCard(state!).get(id) ?? [], choices, state!.mine, afterMerge(state!, choices))

  test('is told of each', () => {
    expect(fate(changed!.id)).toEqual({ kind: 'changed', count: 1 })
    expect(fate(disputed!.id)).toEqual({ kind: 'conflict', count: 1 })
    expect(fate(added.id)).toEqual({ kind: 'added' })
    expect(fate(deleted!.id)).toEqual({ kind: 'removed' })
    expect(fate(kept!.id)).toEqual({ kind: 'stays' })
    expect(fate(board.all('touchpoint').at(-1)!.id)).toEqual({ kind: 'same' })
    expect(fate('touchpoint:nobody')).toBeUndefined()
  })

  test('follows the choices', () => {
    const { entries } = state!
    const mine = { take: 'mine' } as const
    expect(fate(changed!.id, chooseField(noChoices, changed!.id, 'title', mine))).toEqual({ kind: 'same' })
    expect(fate(disputed!.id, chooseField(noChoices, disputed!.id, 'title', { take: 'theirs' }))).toEqual({
      kind: 'changed',
      count: 1,
    })
    expect(fate(deleted!.id, chooseBeing(noChoices, entries, [deleted!.id], true))).toEqual({ kind: 'stays' })
    expect(fate(added.id, chooseBeing(noChoices, entries, [added.id], false))).toBeUndefined()
    expect(fate(kept!.id, chooseBeing(noChoices, entries, [kept!.id], false))).toEqual({ kind: 'removed' })
  })

  test('every card of either side stands on the board once', () => {
    const after = afterMerge(state!, noChoices)
    const parts = eitherParts(boardParts(after, journey), boardParts(state!.mine, journey))
    const cards = parts.flatMap(cardsOf)
    const either = [...after.all('touchpoint'), ...state!.mine.all('touchpoint')].map(({ id }) => id)
    expect(new Set(cards)).toEqual(new Set(either))
    expect(cards).toHaveLength(new Set(either).size)
    expect(parts.map(({ id }) => id)).toEqual(board.all('stage').map(({ id }) => id))
  })
})
