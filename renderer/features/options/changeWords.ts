/** A change between two canvases, in words. */
import { withUnit, writtenRange } from '../../../shared/i18n/money'
import type { Note } from '../../../shared/model'
import { noteTitle, type QuantitySays } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { quantityWord } from '../../document/quantities/words'
import { subtypeWords } from '../../document/subtypeWords'
import { useLanguage, useText } from '../../ui/text'
import type { Change } from './changes'

interface Line {
  /** Which field, e.g. 'name', or what it is at all. */
  readonly field: string
  /** On either canvas; null where there is nothing. */
  readonly before: string | null
  readonly after: string | null
}

interface Words {
  /** What differs, e.g. a note's name. */
  readonly what: string
  /** The note to show. */
  readonly noteId: string | null
  readonly lines: readonly Line[]
}

/** @returns a function that words a change between these two canvases */
export function useChangeWords(fromId: string, toId: string): (change: Change) => Words {
  const t = useText()
  const language = useLanguage()
  const { doc } = useSession()
  const [before, after] = [useCanvas(fromId), useCanvas(toId)]
  const unnamed = t($ => $.board.unnamed.any)
  const nameOf = (id: string): string => {
    const placed = before?.note(id) ?? after?.note(id)
    if (placed) return placed.title || unnamed
    const record = doc.find('note', id)
    if (record) return noteTitle(doc, record) || unnamed
    return doc.find('segment', id)?.title || doc.find('painPoint', id)?.title || unnamed
  }
  const number = (says: QuantitySays | null) => {
    const written = says && writtenRange(says, says.unit, language, false)
    if (!written) return says?.formula ? t($ => $.quantities.formula) : null
    const { low, likely, high, unit } = written
    return withUnit([low, likely, high].filter(Boolean).join('–'), unit)
  }
  const value = (id: string, field: string, said: unknown): string | null => {
    if (said === null || said === '' || said === undefined) return null
    if (field === 'status') return t($ => $.canvas.status[said as Note['status']].title)
    const block = (after?.note(id) ?? before?.note(id))?.block
    if (field === 'subtype' && block && typeof said === 'string') return subtypeWords(t, block, said)
    if (typeof said === 'boolean') return t($ => $.terms.check[said ? 'yes' : 'no'])
    // a picture's id tells nobody anything
    return field === 'pictureId' || typeof said !== 'string' ? t($ => $.options.fields.pictureId) : said
  }
  return ({ difference, keys, mark }) => {
    switch (difference.thing) {
      case 'note': {
        const { id, kind } = difference
        const what = nameOf(id)
        if (kind === 'changed') {
          const lines = difference.fields.map(({ field, from, to }) => ({
            field: t($ => $.options.fields[field]),
            before: value(id, field, from),
            after: value(id, field, to),
          }))
          return { what, noteId: id, lines }
        }
        const links = keys.length - 1
        const field =
          links > 0 ? t($ => $.options.says.noteLinks, { count: links }) : t($ => $.options.says.note)
        const [from, to] =
          kind === 'moved'
            ? [difference.from, difference.to]
            : kind === 'added'
              ? [null, difference.block]
              : [difference.block, null]
        const named = (block: typeof from) => block && blockName(t, block)
        return { what, noteId: id, lines: [{ field, before: named(from), after: named(to) }] }
      }
      case 'link': {
        const ends = [difference.fromId, difference.toId]
        const words = t($ => $.linkWords[difference.linkKind].from)
        const line = {
          field: t($ => $.options.says.link),
          before: mark === 'added' ? null : words,
          after: mark === 'removed' ? null : words,
        }
        return {
          what: ends.map(nameOf).join(' → '),
          noteId: ends.find(id => id.startsWith('note:')) ?? null,
          lines: [line],
        }
      }
      case 'quantity': {
        const { name, noteId } = difference
        const line = {
          field: quantityWord(t, name),
          before: number(difference.before),
          after: number(difference.after),
        }
        return { what: nameOf(noteId), noteId, lines: [line] }
      }
    }
  }
}
