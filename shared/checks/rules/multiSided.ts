/** L12-L17: sides that need each other, and segments that are no different. */
import type { Segment } from '../../model'
import type { CanvasContext } from '../context'
import type { Found } from '../finding'
import { ringsIn } from '../rings'
import { canvasRule, found, foundAmong, type Rule, type Skip } from '../rule'
import { sideWithoutMoney } from './payers'

export const multiSided: readonly Rule[] = [
  canvasRule('L12', ({ canvas, model, sides }) => {
    const { segments } = model
    if (canvas.marketType === 'multiSided' || sides.length > 0)
      return sides.length < 2 ? [found('error', 'sides', canvas.id, { sides: sides.length })] : []
    const mass =
      canvas.marketType === 'mass' ||
      (canvas.marketType === null && segments.every(({ marketType }) => marketType === 'mass'))
    return mass && segments.length > 1
      ? [found('hint', 'massWithMany', canvas.id, { segments: segments.length })]
      : []
  }),
  canvasRule('L13', needsOf),
  canvasRule('L14', ({ sides, linksTo, linksFrom }, skip) => {
    if (tooFew(sides, skip)) return []
    return sides.flatMap(({ id }) => {
      const own = linksTo('offers', id)
      const shared = own.every(({ from }) => {
        const reached = new Set(linksFrom('offers', from).map(({ to }) => to))
        return sides.every(side => reached.has(side.id))
      })
      // no value proposition at all is L01's to say
      return own.length > 0 && shared ? [found('error', 'noOwnOffer', id)] : []
    })
  }),
  canvasRule('L15', (context, skip) => {
    if (tooFew(context.sides, skip, 1)) return []
    return context.sides
      .filter(side => sideWithoutMoney(context, side))
      .map(({ id }) => found('warning', 'paysNothing', id))
  }),
  canvasRule('L16', ({ document, model }) => {
    const paid = document.all('segmentDependency').filter(({ kind }) => kind === 'subsidises')
    return ringsIn(paid.map(({ fromId, toId }) => [fromId, toId]))
      .filter(ring => ring.some(id => model.segments.some(segment => segment.id === id)))
      .map(ring => foundAmong('error', 'ring', ring))
  }),
  canvasRule('L17', ({ model, sides, linksTo, linksFrom }) => {
    const alike = new Map<string, string[]>()
    for (const segment of model.segments) {
      if (sides.includes(segment)) continue
      const ties = [
        ...(['offers', 'reaches', 'relates'] as const).flatMap(kind =>
          linksTo(kind, segment.id).map(({ from }) => from),
        ),
        ...linksFrom('pays', segment.id).map(({ to }) => to),
      ]
      // what is tied to nothing is told by L01, L05, L07 and L10
      if (ties.length === 0) continue
      const key = ties.toSorted().join(' ')
      alike.set(key, [...(alike.get(key) ?? []), segment.id])
    }
    return [...alike.values()].flatMap(([first, ...others]) =>
      first && others.length > 0 ? [foundAmong('warning', 'same', [first, ...others])] : [],
    )
  }),
]

function tooFew(sides: readonly Segment[], skip: Skip, least = 2): boolean {
  if (sides.length === 0) skip('notMultiSided')
  return sides.length < least
}

/** Sides that nothing ties to the others, and sides they need that are not on the canvas. */
function needsOf({ document, canvas, model, sides }: CanvasContext, skip: Skip): Found[] {
  if (tooFew(sides, skip, 1)) return []
  const onCanvas = new Set(model.segments.map(({ id }) => id))
  const ties = sides.map(({ id }) => [
    ...document.pointing('segmentDependency', 'fromId', id),
    ...document.pointing('segmentDependency', 'toId', id),
  ])
  const alone = sides.filter((_, at) => ties[at]!.length === 0)
  // a single side is L12's to say
  const apart = sides.length < 2 ? [] : alone.map(({ id }) => found('error', 'alone', id))
  const missing = new Map<string, string[]>()
  sides.forEach(({ id }, at) => {
    for (const { fromId, toId } of ties[at]!) {
      const other = fromId === id ? toId : fromId
      const segment = document.find('segment', other)
      const side = (segment?.marketType ?? canvas.marketType) === 'multiSided'
      if (segment && side && !onCanvas.has(other))
        missing.set(other, [...new Set([...(missing.get(other) ?? []), id])])
    }
  })
  return [
    ...apart,
    ...[...missing].map(([other, needing]) =>
      foundAmong('error', 'sideMissing', [other, ...needing], { names: needing }),
    ),
  ]
}
