import { basename } from 'node:path'
import { Doc, equal, type DocumentView } from '../../shared/document'
import type { MergedRecord, MergeKind } from '../../shared/document/merge'
import { KnownError } from '../../shared/ipc/contract'
import { fieldWord, recordName, typeWord, valueText } from '../../shared/words'
import { readCopy } from '../host/store/merging'
import type { WorkingCopy } from '../host/store/workingCopy'
import { asJson, type CliCommand, type CliContext } from './context'
import { guarded, workOn } from './documentFile'

/**
 * Takes another copy of the same document in; 1 when fields are left in conflict. As git's merge driver it is run with
 * `--driver BASE MINE THEIRS`: the copies know what they have in common, so the base is not read.
 */
export const mergeCommand: CliCommand = {
  name: 'merge',
  args: ['MINE', 'THEIRS'],
  options: { output: { takes: 'OUT', short: 'o', mayMiss: true }, driver: { takes: 'BASE' } },
  async run(context, [mine = '', theirs = ''], { output, driver }) {
    const asDriver = driver !== undefined
    // git's names for the files are of a moment: nobody would look for an earlier version of them
    const place = { target: output, kept: !asDriver }
    const { result } = await workOn(context, mine, working => takenIn(context, working, theirs), place)
    if (context.json) context.print(asJson(jsonOf(result)))
    else for (const line of lines(context, result)) (asDriver ? context.tell : context.print)(line)
    return result.conflicts.length > 0 ? 1 : 0
  },
}

/** A field that was written on both sides; a value that is null was taken away. */
interface OpenConflict {
  readonly record: string
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
}

interface Outcome {
  readonly entries: readonly MergedRecord[]
  readonly conflicts: readonly OpenConflict[]
  readonly document: DocumentView
}

/** @throws KnownError merge.otherDocument, and those of the guard and of WorkingCopy.merge */
const takenIn = (context: CliContext, working: WorkingCopy, theirs: string): Promise<Outcome> =>
  guarded(context, theirs, ({ path }) => {
    if (readCopy(path).documentId !== working.documentId)
      throw new KnownError('merge.otherDocument', { name: basename(theirs) })
    const entries = working.merge(path, { author: '', at: new Date().toISOString() })
    const document = new Doc(working.records())
    return { entries, document, conflicts: openConflicts(working, document, entries) }
  })

/** What stands against each other now, by record and field; of several other values each is one entry. */
function openConflicts(
  working: WorkingCopy,
  document: DocumentView,
  entries: readonly MergedRecord[],
): OpenConflict[] {
  const before = new Map(
    entries.flatMap(({ id, fields }) => fields.map(one => [`${id} ${one.field}`, one.mine ?? null] as const)),
  )
  const open = working.conflicts().flatMap(({ id, field, others }) => {
    const shown = document.get(id)?.[field] ?? null
    const values = [shown, ...others.map(({ value }) => value ?? null)]
    const was = before.get(`${id} ${field}`)
    // what was mine may be the one that no longer shows
    const mine = was !== undefined && values.some(value => equal(value, was)) ? was : shown
    return values.filter(value => !equal(value, mine)).map(theirs => ({ record: id, field, mine, theirs }))
  })
  const key = ({ record, field }: OpenConflict) => `${record} ${field}`
  return open.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** A record counts as changed also where only a conflict came up in it, whichever value shows. */
function jsonOf({ entries, conflicts }: Outcome) {
  const count = (...kinds: readonly MergeKind[]) =>
    entries.filter(({ kind, fields }) => kinds.includes(kind) && (kind !== 'kept' || fields.length > 0))
      .length
  return {
    changed: count('changed', 'kept'),
    added: count('added', 'returned'),
    removed: count('removed'),
    conflicts,
  }
}

function lines({ t, language }: CliContext, outcome: Outcome): string[] {
  const { entries, conflicts, document } = outcome
  const { changed, added, removed } = jsonOf(outcome)
  const namesOf = (wanted: MergeKind) =>
    entries
      .filter(({ kind }) => kind === wanted)
      .map(({ record }) => `${typeWord(t, record.type)} “${recordName(t, document, record)}”`)
      .join(', ')
  const [kept, returned] = [namesOf('kept'), namesOf('returned')]
  const value = ({ record, field }: OpenConflict, said: unknown) => {
    const own = document.get(record)!
    return valueText({ t, language, document }, own.type, field, said, own) ?? t($ => $.compare.nothing)
  }
  return [
    entries.length === 0
      ? t($ => $.cli.merge.nothing)
      : t($ => $.cli.merge.done, { changed, added, removed }),
    ...(kept ? [t($ => $.cli.merge.kept, { names: kept })] : []),
    ...(returned ? [t($ => $.cli.merge.returned, { names: returned })] : []),
    ...(conflicts.length > 0 ? [t($ => $.cli.merge.conflicts, { count: conflicts.length })] : []),
    ...conflicts.map(one => {
      const own = document.get(one.record)!
      return `  ${t($ => $.cli.merge.conflict, {
        type: typeWord(t, own.type),
        name: recordName(t, document, own),
        field: fieldWord(t, own.type, one.field),
        mine: value(one, one.mine),
        theirs: value(one, one.theirs),
      })}`
    }),
  ]
}
