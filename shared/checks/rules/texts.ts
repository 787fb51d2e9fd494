/** L34-L36: how the notes read. */
import { blocksOf } from '../../queries/canvas/model'
import { alike } from '../similar'
import type { Found } from '../finding'
import { canvasRule, found, foundAmong, type Rule } from '../rule'

/** Line breaks, list marks and semicolons: several statements on one note. */
const several = /\S\s*\n\s*\S|;\s*\S|^\s*[-*•–]\s+\S|[•·]\s*\S/u

export const texts: readonly Rule[] = [
  canvasRule('L34', ({ canvas, model, inBlock, setting }): Found[] => {
    if (model.notes.length === 0) return [found('hint', 'emptyCanvas', canvas.id)]
    const most = setting('L34.most')
    return blocksOf(canvas.kind).flatMap(block => {
      const count = inBlock(block).length
      if (count === 0) return [found('hint', `empty.${block}`, canvas.id, { block })]
      return count > most ? [found('hint', `many.${block}`, canvas.id, { block, notes: count, most })] : []
    })
  }),
  canvasRule('L35', ({ model, setting, words }) =>
    model.notes.flatMap(({ id, title }) => {
      const most = setting('L35.length')
      const length = [...title].length
      const word = words.vagueIn(title)
      return [
        ...(length > most ? [found('hint', 'long', id, { length, most })] : []),
        ...(several.test(title) ? [found('hint', 'several', id)] : []),
        ...(word === undefined ? [] : [found('hint', 'vague', id, { word })]),
      ]
    }),
  ),
  canvasRule('L36', ({ canvas, inBlock, setting }) =>
    blocksOf(canvas.kind).flatMap(block => {
      const notes = inBlock(block)
      return alike(
        notes.map(({ title }) => title),
        setting('L36.similarity'),
      ).map(([first = 0, ...others]) =>
        foundAmong('hint', 'alike', [notes[first]!.id, ...others.map(at => notes[at]!.id)]),
      )
    }),
  ),
]
