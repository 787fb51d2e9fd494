import type { DocumentView } from '../../shared/document'
import type { T } from '../../shared/i18n'
import { documentDifference, groupedEntries, shownEntries, type RecordDifference } from '../../shared/queries'
import { entryWords, type EntryWords } from '../../shared/words'
import { asJson, type CliCommand } from './context'
import { documentAt } from './versionFile'

/** Says what one file has otherwise than another; 1 when there is anything. */
export const diffCommand: CliCommand = {
  name: 'diff',
  args: ['A', 'B'],
  async run(context, [a = '', b = '']) {
    const [before, after] = [await documentAt(context, a), await documentAt(context, b)]
    const list = documentDifference(before, after)
    if (context.json) context.print(asJson(list))
    else {
      const shown = shownEntries(list, before, after)
      for (const line of differenceLines(context.t, context.language, before, after, shown))
        context.print(line)
    }
    return list.length === 0 ? 0 : 1
  },
}

/** The lines for people: by board, by stage or block, each entry with its fields under it. */
export function differenceLines(
  t: T,
  language: string,
  before: DocumentView,
  after: DocumentView,
  list: readonly RecordDifference[],
): string[] {
  if (list.length === 0) return [t($ => $.compare.same)]
  const worded = (entry: RecordDifference) => entryWords(t, language, before, after, entry)
  const lines = groupedEntries(list, before, after).flatMap(({ groups }) => [
    worded(groups[0]!.entries[0]!).board ?? t($ => $.inspector.document),
    ...groups.flatMap(({ groupId, entries }) => {
      const group = groupId === null ? [] : [`  ${worded(entries[0]!).group}`]
      const indent = groupId === null ? '  ' : '    '
      const said = entries.flatMap(entry => entryLines(t, entry, worded(entry)))
      return [...group, ...said.map(line => indent + line)]
    }),
  ])
  return [t($ => $.compare.differences, { count: list.length }), ...lines]
}

function entryLines(t: T, { kind }: RecordDifference, { type, name, fields }: EntryWords): string[] {
  const nothing = t($ => $.compare.nothing)
  return [
    `${t($ => $.compare.kind[kind])}: ${type} “${name}”`,
    ...fields.map(one => `  ${one.name}: ${one.before ?? nothing} → ${one.after ?? nothing}`),
  ]
}
