/** Revenue, cost and profit of a canvas: per segment, of what belongs to none, and in all. */
import type { DocumentView } from '../../document'
import { canvasModel } from '../canvas/model'
import { moneyOf, number, type Ledger, type Money, type MoneyTerm } from './money'
import type { Node, Program } from './program'
import { compiledQuantities } from './quantities'
import { segmentLifetime } from './segmentLifetime'
import type { CanvasValues, MoneyPart, NoMoney, Range3, ValueColumn } from './types'

/** A column with the steps of its money, for the simulation. */
export interface ColumnNodes {
  readonly kind: ValueColumn['kind']
  readonly segmentId: string | null
  readonly revenue: Node | undefined
  readonly cost: Node | undefined
  readonly profit: Node | undefined
  readonly nothing: NoMoney | null
  readonly terms: readonly MoneyTerm[]
}

export interface CompiledCanvas {
  readonly ledger: Ledger
  readonly money: Money
  readonly columns: readonly ColumnNodes[]
}

/** What a canvas is worth, as steps; undefined when there is no such canvas. */
export function compiledCanvas(document: DocumentView, canvasId: string): CompiledCanvas | undefined {
  const model = canvasModel(document, canvasId)
  if (!model) return undefined
  const { currency, period } = document.project()
  const quantities = compiledQuantities(document, model)
  const ledger: Ledger = { document, model, quantities, program: quantities.program, currency, period }
  const money = moneyOf(ledger)
  const column = (kind: ValueColumn['kind'], segmentId: string | null): ColumnNodes => ({
    kind,
    segmentId,
    ...totals(ledger.program, money, one => kind === 'all' || one === segmentId),
  })
  const unassigned = column('unassigned', null)
  return {
    ledger,
    money,
    columns: [
      ...model.segments.map(({ id }) => column('segment', id)),
      ...(unassigned.nothing === 'noNumbers' ? [] : [unassigned]),
      column('all', null),
    ],
  }
}

/**
 * Money of a canvas in the currency and the reporting period of the project.
 * @returns no columns when there is no such canvas
 */
export function canvasValues(document: DocumentView, canvasId: string): CanvasValues {
  const compiled = compiledCanvas(document, canvasId)
  const { currency, period } = document.project()
  if (!compiled) {
    const quantities = { of: () => [], value: () => undefined, problems: [] }
    return { currency, period, columns: [], quantities, problems: [] }
  }
  const { of, value, problems } = compiled.ledger.quantities
  return {
    currency,
    period,
    columns: compiled.columns.map(column => columnOf(compiled, column)),
    quantities: { of, value, problems },
    problems,
  }
}

/** Sums of a column. What has a fault is not added up at all: a total that leaves something out is a wrong number. */
function totals(program: Program, money: Money, mine: (segmentId: string | null) => boolean) {
  const terms = money.terms.filter(({ segmentId }) => mine(segmentId))
  const faults = money.faults.filter(({ segmentId }) => mine(segmentId))
  const sum = (kind: MoneyTerm['kind']) => {
    const nodes = terms.flatMap(term => (term.kind === kind ? [term.money] : []))
    return nodes.length === 0 || faults.some(fault => fault.kind === kind) ? undefined : whole(program, nodes)
  }
  const [revenue, cost] = [sum('revenue'), sum('cost')]
  const profit = terms.length === 0 || faults.length > 0 ? undefined : profitOf(program, terms)
  const fault = faults.find(one => one.fault === 'problem') ?? faults[0]
  const nothing: NoMoney | null =
    fault?.fault ??
    (terms.length === 0
      ? 'noNumbers'
      : revenue === undefined
        ? 'noRevenue'
        : cost === undefined
          ? 'noCost'
          : null)
  return {
    revenue,
    cost,
    profit: profit !== undefined && fails(program, profit) ? undefined : profit,
    nothing,
    terms,
  }
}

const fails = (program: Program, node: Node) => program.failure(node) !== undefined

/** A sum; undefined where it goes beyond all bounds. */
function whole(program: Program, nodes: readonly Node[]): Node | undefined {
  const node = program.sum(nodes)
  return fails(program, node) ? undefined : node
}

/**
 * Segment profit = payers * (price * freq - variable cost) - the other costs. Payers and frequency are taken out of the
 * brackets, so that the range of the profit does not count the same payers as many when they pay and as few when they
 * cost.
 */
function profitOf(program: Program, terms: readonly MoneyTerm[]): Node {
  const signed = (kind: MoneyTerm['kind'], node: Node) =>
    kind === 'revenue' ? node : program.of('multiply', node, program.constant(-1))
  const plain = terms.flatMap(({ kind, money, each }) => (each ? [] : [signed(kind, money)]))
  const paid = [...grouped(terms)].map(([payers, list]) =>
    program.of('multiply', payers, apiece(program, list)),
  )
  return program.sum([...paid, ...plain])
}

/** The terms that count payers, by who they are. */
function grouped(terms: readonly MoneyTerm[]): ReadonlyMap<Node, readonly MoneyTerm[]> {
  const groups = new Map<Node, MoneyTerm[]>()
  for (const term of terms) {
    if (!term.each) continue
    const group = groups.get(term.each.payers)
    if (group) group.push(term)
    else groups.set(term.each.payers, [term])
  }
  return groups
}

/** What one payer of these terms leaves: the sum of frequency * (price - unit cost). */
function apiece(program: Program, terms: readonly MoneyTerm[]): Node {
  const byTimes = new Map<Node | undefined, Node>()
  for (const { kind, each } of terms) {
    if (!each) continue
    const before = byTimes.get(each.times) ?? program.constant(0)
    byTimes.set(each.times, program.of(kind === 'revenue' ? 'add' : 'subtract', before, each.unit))
  }
  return program.sum(
    [...byTimes].map(([times, unit]) => (times === undefined ? unit : program.of('multiply', times, unit))),
  )
}

function columnOf({ ledger, money }: CompiledCanvas, column: ColumnNodes): ValueColumn {
  const { program, model } = ledger
  const { kind, segmentId, terms } = column
  const range = (node: Node | undefined) => (node === undefined ? null : program.range(node))
  const payers = segmentId ? payersOfColumn(ledger, segmentId, terms) : undefined
  const broken = money.faults.some(fault => fault.segmentId === segmentId)
  const margin = segmentId && payers !== undefined && !broken ? unitMargin(program, terms, payers) : undefined
  const all = kind === 'all' ? allPayers(ledger, money) : undefined
  return {
    kind,
    segmentId,
    revenue: range(column.revenue),
    cost: range(column.cost),
    profit: range(column.profit),
    payers: range(payers ?? all),
    breakEvenPayers: margin === undefined ? null : breakEven(program, terms, margin),
    lifetime:
      segmentId && model.segments.some(({ id }) => id === segmentId)
        ? segmentLifetime(ledger, segmentId, margin)
        : null,
    nothing: column.nothing,
    splits: money.splits.filter(
      ({ segmentIds }) => kind === 'all' || (segmentId && segmentIds.includes(segmentId)),
    ),
    parts: terms.map(term => partOf(program, term)),
  }
}

const partOf = (program: Program, { noteId, segmentId, kind, money, share }: MoneyTerm): MoneyPart => ({
  noteId,
  segmentId,
  kind,
  money: program.range(money),
  share: program.range(share).likely,
})

/** Its own, else those of its streams when these are the same people. */
function payersOfColumn(ledger: Ledger, segmentId: string, terms: readonly MoneyTerm[]): Node | undefined {
  const own = number(ledger, segmentId, 'payers')
  if (own) return own.node
  const found = new Set(terms.flatMap(({ kind, each }) => (kind === 'revenue' && each ? [each.payers] : [])))
  return found.size === 1 ? [...found][0] : undefined
}

/** Of all segments together, when all are known. */
function allPayers(ledger: Ledger, money: Money): Node | undefined {
  const { model, program } = ledger
  const each = model.segments.map(({ id }) =>
    payersOfColumn(
      ledger,
      id,
      money.terms.filter(({ segmentId }) => segmentId === id),
    ),
  )
  const known = each.filter(node => node !== undefined)
  return known.length > 0 && known.length === each.length ? whole(program, known) : undefined
}

/** What a payer leaves a period: revenue less what grows with the payers. Undefined without revenue or payers. */
function unitMargin(program: Program, terms: readonly MoneyTerm[], payers: Node): Node | undefined {
  if (!terms.some(({ kind }) => kind === 'revenue')) return undefined
  const groups = grouped(terms)
  const same = [...groups.keys()].every(one => one === payers)
  const flat = terms.filter(({ kind, each }) => kind === 'revenue' && !each)
  const per = (node: Node) => program.of('divide', node, payers)
  const node = same
    ? program.sum([apiece(program, groups.get(payers) ?? []), ...flat.map(({ money }) => per(money))])
    : per(
        profitOf(
          program,
          terms.filter(({ kind, each }) => each ?? kind === 'revenue'),
        ),
      )
  return fails(program, node) ? undefined : node
}

/** Assigned costs / unit margin. Null without either, or when a payer likely leaves nothing. */
function breakEven(program: Program, terms: readonly MoneyTerm[], margin: Node): Range3 | null {
  const fixed = whole(
    program,
    terms.flatMap(({ kind, each, money }) => (kind === 'cost' && !each ? [money] : [])),
  )
  if (fixed === undefined || !terms.some(({ kind, each }) => kind === 'cost' && !each)) return null
  const [costs, unit] = [program.range(fixed), program.range(margin)]
  if (unit.likely <= 0) return null
  return {
    low: Math.min(costs.low / unit.high, costs.likely / unit.likely),
    likely: costs.likely / unit.likely,
    high: unit.low > 0 ? costs.high / unit.low : Infinity,
  }
}
