/** L05, L06: who pays. */
import type { Segment } from '../../model'
import type { CanvasContext } from '../context'
import { canvasRule, found, type Rule } from '../rule'

/** Whether a segment is meant to pay. */
const meantToPay = ({ role }: Segment) => role !== 'user'

/** Whether a side neither pays nor is paid for by another. */
export const sideWithoutMoney = ({ document, linksFrom }: CanvasContext, { id }: Segment): boolean =>
  linksFrom('pays', id).length === 0 &&
  !document.pointing('segmentDependency', 'toId', id).some(({ kind }) => kind === 'subsidises')

export const payers: readonly Rule[] = [
  canvasRule('L05', context => {
    const { model, sides, linksFrom } = context
    return (
      model.segments
        .filter(segment => meantToPay(segment) && linksFrom('pays', segment.id).length === 0)
        // L15 says it of a side
        .filter(segment => !(sides.includes(segment) && sideWithoutMoney(context, segment)))
        .map(({ id }) => found('warning', 'paysNothing', id))
    )
  }),
  canvasRule('L06', ({ model, canvas }) =>
    model.segments.length > 0 && !model.segments.some(meantToPay)
      ? [found('hint', 'nobodyPays', canvas.id)]
      : [],
  ),
]
