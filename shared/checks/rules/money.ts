/** L18, L29-L33: whether the numbers carry the model. */
import type { Note, Segment } from '../../model'
import { subtypeParts } from '../../model/subtype'
import type { Range3, ValueColumn } from '../../queries/value'
import type { CanvasContext } from '../context'
import type { Found } from '../finding'
import { ringsIn, type Arrow } from '../rings'
import { canvasRule, found, foundAmong, type Rule, type Skip } from '../rule'

/** Kinds of costs and revenues that grow with something, as `note.subtype` names them. */
const growing = { costStructure: 'variable', revenueStreams: 'usageFee' } as const

const isKind = (block: keyof typeof growing, { subtype }: Note) =>
  subtypeParts(block, subtype).kind === growing[block]

export const money: readonly Rule[] = [
  canvasRule('L18', (context, skip) =>
    context.model.segments.flatMap(segment => [...quality(segment), ...tooSmall(context, segment, skip)]),
  ),
  canvasRule('L29', ({ inBlock, values }) => [
    ...inBlock('costStructure')
      .filter(({ note }) => isKind('costStructure', note))
      .filter(({ id }) => !grows(values().quantities.of(id), ['driver']))
      .map(({ id }) => found('warning', 'costDriver', id)),
    ...inBlock('revenueStreams')
      .filter(({ note }) => isKind('revenueStreams', note))
      .filter(({ id }) => !grows(values().quantities.of(id), ['driver', 'frequency']))
      .map(({ id }) => found('warning', 'revenueDriver', id)),
  ]),
  canvasRule('L30', ({ canvas, values }, skip) => {
    const { currency, columns } = values()
    const { revenue, cost } = total(columns) ?? {}
    if (!revenue || !cost) {
      skip('noMoney')
      return []
    }
    const amounts = (got: number, spent: number) => ({ revenue: got, cost: spent, currency })
    if (revenue.high < cost.low)
      return [found('error', 'sureLoss', canvas.id, amounts(revenue.high, cost.low))]
    return revenue.likely < cost.likely
      ? [found('warning', 'loss', canvas.id, amounts(revenue.likely, cost.likely))]
      : []
  }),
  canvasRule('L31', ({ model, values, setting }, skip) => {
    const { columns } = values()
    const all = total(columns)?.revenue?.likely ?? 0
    const most = setting('L31.share')
    if (all <= 0) {
      const stated = model.segments.filter(({ revenueShare }) => revenueShare !== null)
      if (stated.length === 0) skip('noMoney')
      return stated.flatMap(({ id, revenueShare }) => bigShare('segment', id, revenueShare! / 100, most))
    }
    return [
      ...[...byStream(columns)].flatMap(([id, sum]) => bigShare('stream', id, sum / all, most)),
      ...columns.flatMap(({ segmentId, revenue }) =>
        segmentId && revenue ? bigShare('segment', segmentId, revenue.likely / all, most) : [],
      ),
    ]
  }),
  canvasRule('L32', ({ model, values, setting }, skip) =>
    model.segments.flatMap(({ id }) => {
      const { clv, acquisitionCost } = columnOf(values().columns, id)?.lifetime ?? {}
      if (!clv || !acquisitionCost) {
        skip('noMoney', [id])
        return []
      }
      if (clv.high < acquisitionCost.low) return [found('error', 'never', id)]
      const ratio = setting('L32.ratio')
      return clv.likely < ratio * acquisitionCost.likely
        ? [found('warning', 'low', id, { times: clv.likely / acquisitionCost.likely, ratio })]
        : []
    }),
  ),
  canvasRule('L33', context => [...formulas(context), ...otherCurrency(context)]),
]

const total = (columns: readonly ValueColumn[]) => columns.find(({ kind }) => kind === 'all')
const columnOf = (columns: readonly ValueColumn[], segmentId: string) =>
  columns.find(column => column.segmentId === segmentId)

/** R57: judged not large or not focused enough. Not yet judged is no finding. */
function quality({ id, largeEnough, focusedEnough }: Segment): Found[] {
  const judgements = [
    ...(largeEnough === false ? ['largeEnough'] : []),
    ...(focusedEnough === false ? ['focusedEnough'] : []),
  ]
  return judgements.length === 0 ? [] : [found('warning', 'quality', id, { judgements })]
}

function tooSmall({ values }: CanvasContext, { id, size }: Segment, skip: Skip): Found[] {
  const most = size.high ?? size.likely ?? size.low
  const needed = columnOf(values().columns, id)?.breakEvenPayers?.likely
  if (most === null || needed === undefined || !Number.isFinite(needed)) {
    skip(most === null ? 'noSize' : 'noBreakEven', [id])
    return []
  }
  // a share nobody has given may be all of them
  const reachable = most * (values().quantities.value(id, 'reachable')?.high ?? 1)
  return reachable < needed
    ? [found('warning', 'tooSmall', id, { reachable, needed: Math.ceil(needed) })]
    : []
}

/** Whether one of these numbers is there, or a formula that follows others. */
const grows = (
  quantities: readonly { name: string; likely: number | null; formula: string }[],
  names: string[],
) =>
  quantities.some(
    ({ name, likely, formula }) =>
      formula.includes('{quantity:') || (likely !== null && names.includes(name)),
  )

/** Likely revenue of each stream, whoever pays it. */
function byStream(columns: readonly ValueColumn[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { noteId, kind, money: amount } of columns.flatMap(one =>
    one.kind === 'all' ? [] : one.parts,
  )) {
    if (kind === 'revenue') sums.set(noteId, (sums.get(noteId) ?? 0) + likely(amount))
  }
  return sums
}

const likely = (range: Range3) => range.likely

const bigShare = (slug: string, id: string, share: number, most: number): Found[] =>
  share > most ? [found('warning', slug, id, { share, most })] : []

/** Formulas without a result, each said at the thing whose number it is; a round is told once. */
function formulas({ document, values }: CanvasContext): Found[] {
  const { problems } = values()
  const thing = (ownerId: string) => document.find('placement', ownerId)?.noteId ?? ownerId
  const plain = problems.flatMap(({ quantityId, ownerId, code, params }) => {
    if (code === 'cycle') return []
    const { name: unknown = '', ...rest } = params
    // what was taken away has left its id behind
    const gone = code === 'unknownName' && String(unknown).startsWith('quantity:')
    const slug = gone ? 'deleted' : code
    return [foundAmong('error', slug, [thing(ownerId), quantityId], { ...rest, unknown })]
  })
  const turning = new Map(
    problems.flatMap(one => (one.code === 'cycle' ? [[one.quantityId, one] as const] : [])),
  )
  const arrows = [...turning.keys()].flatMap(id => {
    const formula = document.find('quantity', id)?.formula ?? ''
    const named = [...formula.matchAll(/\{(quantity:[^}]+)\}/g)].map(([, other = '']) => other)
    return named.filter(other => turning.has(other)).map((other): Arrow => [id, other])
  })
  return [
    ...plain,
    ...ringsIn(arrows).map(([first, ...others]) => {
      const [owner = '', ...owners] = [first, ...others].map(id => thing(turning.get(id)!.ownerId))
      return foundAmong('error', 'cycle', [owner, ...owners, first, ...others], {
        names: [...new Set([owner, ...owners])],
      })
    }),
  ]
}

/** Numbers that cannot be added up because they are in other currencies. */
function otherCurrency({ canvas, values }: CanvasContext): Found[] {
  const { columns, currency } = values()
  return total(columns)?.nothing === 'otherCurrency'
    ? [found('error', 'currencies', canvas.id, { currency })]
    : []
}
