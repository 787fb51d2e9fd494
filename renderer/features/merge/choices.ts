/** What is chosen in a merge, before it is done: field by field, and whether a record is there in the end. */
import type { MergeWish, PreviewField, PreviewRecord } from '../../../shared/document/merge'
import { definitionOf, targetsOfRecord } from './needs'

export type FieldTake = 'mine' | 'theirs' | 'both' | 'edit' | 'later'

export interface FieldChoice {
  readonly take: FieldTake
  /** What was written instead, for 'edit'. */
  readonly text?: string
}

export interface Choices {
  /** By `fieldKey`; what is not named is taken from them, or stays open where it is a conflict. */
  readonly fields: ReadonlyMap<string, FieldChoice>
  /** Whether a record that only one of both has is there afterwards; what is not named comes as the merge has it. */
  readonly there: ReadonlyMap<string, boolean>
}

export const noChoices: Choices = { fields: new Map(), there: new Map() }

export const fieldKey = (id: string, field: string) => `${id} ${field}`

/** Whether the question about a record is if it is there at all. */
export const isAboutBeing = ({ kind }: PreviewRecord) => kind !== 'changed'

export const choiceOf = ({ fields }: Choices, id: string, field: PreviewField): FieldChoice =>
  fields.get(fieldKey(id, field.field)) ?? { take: field.conflict ? 'later' : 'theirs' }

export const isThere = ({ there }: Choices, { id, kind }: PreviewRecord): boolean =>
  there.get(id) ?? kind !== 'removed'

/** Whether 'there' is what they want of it. */
export const theirsIsThere = ({ kind }: PreviewRecord) => kind === 'added' || kind === 'returned'

export const chooseField = (choices: Choices, id: string, field: string, choice: FieldChoice): Choices => ({
  ...choices,
  fields: new Map(choices.fields).set(fieldKey(id, field), choice),
})

/**
 * Chooses whether a record is there. What it stands in comes with it, what hangs on it goes with it, and what is no
 * thing of its own (where a note stands, how a touchpoint is rated) does as it does.
 */
export function chooseBeing(
  choices: Choices,
  entries: readonly PreviewRecord[],
  ids: readonly string[],
  is: boolean,
): Choices {
  const asked = new Map(entries.filter(isAboutBeing).map(entry => [entry.id, entry]))
  const hanging = new Map<string, PreviewRecord[]>()
  for (const entry of asked.values()) {
    for (const target of targetsOfRecord(entry.record)) {
      hanging.set(target, [...(hanging.get(target) ?? []), entry])
    }
  }
  const there = new Map(choices.there)
  const done = new Set<string>()
  const set = (entry: PreviewRecord | undefined, value: boolean) => {
    const key = `${entry?.id} ${value}`
    if (!entry || done.has(key)) return
    done.add(key)
    there.set(entry.id, value)
    if (value) for (const target of targetsOfRecord(entry.record)) set(asked.get(target), true)
    for (const one of hanging.get(entry.id) ?? []) {
      if (!value || definitionOf(one.type)?.isPart) set(one, value)
    }
  }
  for (const id of ids) set(asked.get(id), is)
  return { ...choices, there }
}

/** Takes everything in these entries, or what one author wrote of it, from one side. */
export function chooseAll(
  choices: Choices,
  entries: readonly PreviewRecord[],
  rows: readonly PreviewRecord[],
  take: 'mine' | 'theirs',
  author?: string,
): Choices {
  const fields = new Map(choices.fields)
  const come: string[] = []
  const go: string[] = []
  for (const entry of rows) {
    if (isAboutBeing(entry)) {
      if (author !== undefined && entry.author !== author) continue
      ;(theirsIsThere(entry) === (take === 'theirs') ? come : go).push(entry.id)
      continue
    }
    for (const one of entry.fields) {
      if (author === undefined || one.theirAuthor === author)
        fields.set(fieldKey(entry.id, one.field), { take })
    }
  }
  const gone = chooseBeing({ ...choices, fields }, entries, go, false)
  return chooseBeing(gone, entries, come, true)
}

/** Conflicts among these entries, and how many of them are decided. */
export function conflictCount(choices: Choices, rows: readonly PreviewRecord[]) {
  const all = rows.flatMap(entry =>
    isAboutBeing(entry) ? [] : entry.fields.filter(one => one.conflict).map(one => [entry.id, one] as const),
  )
  const open = all.filter(([id, one]) => choiceOf(choices, id, one).take === 'later')
  return { all: all.length, open: open.length, decided: all.length - open.length }
}

export const bothTexts = ({ mine, theirs }: Pick<PreviewField, 'mine' | 'theirs'>) =>
  [mine, theirs].filter(text => typeof text === 'string' && text !== '').join('\n')

/** The choices as the host wants them told. */
export function wishOf(choices: Choices, entries: readonly PreviewRecord[]): MergeWish {
  const records: MergeWish['records'][number][] = []
  const fields: MergeWish['fields'][number][] = []
  for (const entry of entries) {
    const { id } = entry
    if (isAboutBeing(entry)) {
      const is = isThere(choices, entry)
      // as the merge has it anyway
      if (is === (entry.kind !== 'removed')) continue
      records.push({ id, take: is === theirsIsThere(entry) ? 'theirs' : 'mine' })
      continue
    }
    for (const one of entry.fields) {
      const { take, text } = choiceOf(choices, id, one)
      if (take === 'later' || (take === 'theirs' && !one.conflict)) continue
      const { field } = one
      if (take === 'both') fields.push({ id, field, value: bothTexts(one) })
      else if (take === 'edit') fields.push({ id, field, value: text ?? '' })
      else fields.push({ id, field, ...(take in one ? { value: one[take] } : {}) })
    }
  }
  return { records, fields }
}
