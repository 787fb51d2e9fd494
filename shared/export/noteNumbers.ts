/** What the notes of a canvas say of their numbers, and how sure they are. */
import type { DocumentView } from '../document'
import { writtenRange } from '../i18n/money'
import type { Confidence, NumberLine } from '../layout/canvas'
import { noteConfidence, type CanvasModel, type CanvasQuantities, type ResolvedQuantity } from '../queries'
import { compiledQuantities } from '../queries/value/quantities'

export interface NoteNumbers {
  readonly numberLine: (noteId: string) => NumberLine | null
  readonly confidence: (noteId: string) => Confidence | null
}

/** Which number a note shows first: its money, else a price or cost of one, else the first amount of money. */
const first = ['amount', 'price', 'unitCost']

/** The numbers of a canvas as it is now; of none where there is no canvas. */
export function noteNumbers(
  document: DocumentView,
  model: CanvasModel | undefined,
  language: string,
): NoteNumbers {
  let quantities: CanvasQuantities | undefined
  return {
    numberLine: noteId => {
      // a segment says how large it is; what it pays stands with its revenue streams
      if (!model || model.note(noteId)?.block === 'customerSegments') return null
      quantities ??= compiledQuantities(document, model)
      const own = quantities.of(noteId)
      const money = own.filter(({ unit, likely }) => likely !== null && /^[A-Z]{3}$/.test(unit))
      const chosen = first.flatMap(name => money.filter(one => one.name === name))[0] ?? money[0]
      return chosen ? lineOf(chosen, language) : null
    },
    confidence: noteId => (model ? noteConfidence(document, model, noteId) : null),
  }
}

/** Numbers as they were written last: on a large canvas writing them anew takes longer than all else that a key does. */
const lines = new Map<string, NumberLine | null>()

function lineOf({ low, likely, high, unit }: ResolvedQuantity, language: string): NumberLine | null {
  const key = [language, unit, low, likely, high].join()
  if (!lines.has(key)) {
    if (lines.size > 2000) lines.clear()
    lines.set(key, writtenRange({ low, likely, high }, unit, language))
  }
  return lines.get(key) ?? null
}
