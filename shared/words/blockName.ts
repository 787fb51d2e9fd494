/** Words of the business model, in the reader's language. */
import type { T } from '../i18n'
import { bmcBlocks, type Block } from '../model/note'

/** What a block is called; the four of the Lean layout and the parking lot included. */
export function blockName(t: T, block: Block): string {
  return isUsual(block) ? t($ => $.terms.bmc[block]) : t($ => $.canvas.blocks[block])
}

type UsualBlock = (typeof bmcBlocks)[number]

const isUsual = (block: Block): block is UsualBlock => bmcBlocks.some(one => one === block)
