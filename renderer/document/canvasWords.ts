/** Words of the business model, in the reader's language. */
import type { T } from '../../shared/i18n'
import type { Block } from '../../shared/model/note'

/** What a block is called; the four of the Lean layout and the parking lot included. */
export function blockName(t: T, block: Block): string {
  switch (block) {
    case 'problem':
    case 'solution':
    case 'keyMetrics':
    case 'unfairAdvantage':
    case 'parked':
      return t($ => $.canvas.blocks[block])
    default:
      return t($ => $.terms.bmc[block])
  }
}
