/** What the inspector offers to link: allowed by the closed list, and nothing twice. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkRowsOf } from '../../renderer/features/inspector/linkRows'
import { addLink } from '../../shared/commands'
import { isEmpty } from '../../shared/document'
import { bmcBlocks, leanBlocks, type Block } from '../../shared/model/note'
import { endOf } from '../../shared/queries'
import { canvasBench } from '../helpers/canvasBench'

const ofLayout = fc.constantFrom('bmc' as const, 'lean' as const).chain(kind =>
  fc.record({
    kind: fc.constant(kind),
    blocks: fc.array(fc.constantFrom<Block>(...(kind === 'bmc' ? bmcBlocks : leanBlocks)), {
      minLength: 2,
      maxLength: 14,
    }),
    choices: fc.array(fc.nat(), { maxLength: 12 }),
  }),
)

test('what is offered can be tied, is tied once, and then stands in its row at both ends', () => {
  fc.assert(
    fc.property(ofLayout, ({ kind, blocks, choices }) => {
      const { doc, run, canvasId, note, model } = canvasBench(kind)
      const ids = blocks.map((block, at) => note(block, `Note ${at}`))
      const rowsOf = (id: string) => linkRowsOf(model(), id, endOf(model(), doc, id)!)
      for (const choice of choices) {
        const id = ids[choice % ids.length]!
        const offers = rowsOf(id).flatMap(row => row.candidates.map(one => ({ row, other: one })))
        const offer = offers[choice % (offers.length || 1)]
        if (!offer) continue
        const { row, other } = offer
        const [fromId, toId] = row.outward ? [id, other.id] : [other.id, id]
        const { patch } = run(addLink, { canvasId, kind: row.kind, fromId, toId })
        expect(isEmpty(patch)).toBe(false)
        const mine = rowsOf(id).find(one => one.key === row.key)!
        expect(mine.links.map(one => one.other)).toContain(other.id)
        expect(mine.candidates.map(one => one.id)).not.toContain(other.id)
        const theirs = rowsOf(other.noteId).find(
          one => one.kind === row.kind && one.outward === !row.outward,
        )!
        expect(theirs.links.map(one => one.other)).toContain(model().thing(id))
      }
    }),
    { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 500 : 60 },
  )
})
