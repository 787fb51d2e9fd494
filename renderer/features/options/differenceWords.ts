/** A difference between two canvases, in words. */
import { writtenRange } from '../../../shared/i18n/money'
import { noteTitle, type Difference, type QuantitySays } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { useLanguage, useText } from '../../ui/text'

interface Words {
  /** What differs, e.g. a note's name. */
  readonly what: string
  /** How, one entry for each field. */
  readonly details: readonly string[]
  /** The note to show. */
  readonly noteId: string | null
}

/** @returns a function that words a difference between these two canvases */
export function useDifferenceWords(fromId: string, toId: string): (difference: Difference) => Words {
  const t = useText()
  const language = useLanguage()
  const { doc } = useSession()
  const [before, after] = [useCanvas(fromId), useCanvas(toId)]
  const unnamed = t($ => $.board.unnamed.any)
  const nameOf = (id: string): string => {
    const placed = after?.note(id) ?? before?.note(id)
    if (placed) return placed.title || unnamed
    const record = doc.find('note', id)
    if (record) return noteTitle(doc, record) || unnamed
    return doc.find('segment', id)?.title || doc.find('painPoint', id)?.title || unnamed
  }
  const change = (from: string, to: string) => t($ => $.options.says.change, { from, to })
  const nothing = t($ => $.options.says.nothing)
  const number = (says: QuantitySays | null) => {
    const written = says && writtenRange(says, says.unit, language, false)
    if (!written) return says?.formula ? '=' : nothing
    return [written.low, written.likely, written.high].filter(Boolean).join('–') + ` ${written.unit}`
  }
  const value = (field: string, said: unknown): string => {
    if (said === null || said === '' || said === undefined) return nothing
    if (typeof said === 'boolean') return t($ => $.terms.check[said ? 'yes' : 'no'])
    // a picture's id tells nobody anything
    return field === 'pictureId' || typeof said !== 'string' ? t($ => $.options.fields.pictureId) : said
  }
  return difference => {
    switch (difference.thing) {
      case 'note': {
        const { id } = difference
        if (difference.kind === 'moved') {
          const [from, to] = [blockName(t, difference.from), blockName(t, difference.to)]
          return { what: nameOf(id), details: [t($ => $.options.says.moved, { from, to })], noteId: id }
        }
        if (difference.kind === 'changed') {
          const details = difference.fields.map(
            ({ field, from, to }) =>
              `${t($ => $.options.fields[field])}: ${change(value(field, from), value(field, to))}`,
          )
          return { what: nameOf(id), details, noteId: id }
        }
        return { what: nameOf(id), details: [blockName(t, difference.block)], noteId: id }
      }
      case 'link': {
        const [from, to] = [nameOf(difference.fromId), nameOf(difference.toId)]
        const ends = [difference.fromId, difference.toId]
        return {
          what: t($ => $.options.says.link, { from, to }),
          details: [t($ => $.linkWords[difference.linkKind].from)],
          noteId: ends.find(id => id.startsWith('note:')) ?? null,
        }
      }
      case 'quantity': {
        const { name, noteId } = difference
        return {
          what: t($ => $.options.says.number, { name, note: nameOf(noteId) }),
          details: [change(number(difference.before), number(difference.after))],
          noteId,
        }
      }
    }
  }
}
