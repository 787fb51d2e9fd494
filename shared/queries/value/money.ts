/** Money of streams, costs and unit costs in the reporting period, as steps of a program. */
import type { DocumentView } from '../../document'
import type { Quantity } from '../../model'
import type { QuantityName } from '../../model/quantity'
import type { CanvasModel } from '../canvas/model'
import { hasResult } from './compile'
import { isPeriod, periodsIn } from './periods'
import type { Node, Program } from './program'
import type { CompiledQuantities } from './quantities'
import { causersOf, payersOf, shared, type Shares } from './sharing'
import type { MoneySplit, Period } from './types'
import { currencyOf } from './units'

/** What a number lacks that it cannot be added up. */
export type Fault = 'otherCurrency' | 'problem'

/** Money of one note for one segment (or for none). With payers it is payers x times x unit, else a sum of its own. */
export interface MoneyTerm {
  readonly noteId: string
  readonly segmentId: string | null
  readonly kind: 'revenue' | 'cost'
  readonly money: Node
  readonly share: Node
  /** What every payer brings or costs: how many, how often (undefined is once) and how much. */
  readonly each: { readonly payers: Node; readonly times: Node | undefined; readonly unit: Node } | undefined
}

export interface MoneyFault {
  readonly segmentId: string | null
  readonly kind: 'revenue' | 'cost'
  readonly fault: Fault
}

export interface Money {
  readonly terms: readonly MoneyTerm[]
  readonly faults: readonly MoneyFault[]
  readonly splits: readonly MoneySplit[]
}

export interface Ledger {
  readonly document: DocumentView
  readonly model: CanvasModel
  readonly quantities: CompiledQuantities
  readonly program: Program
  readonly currency: string
  readonly period: Period
}

/** A number that counts: its step and what it is per. */
export interface Found {
  readonly owner: string
  readonly node: Node
  readonly per: Quantity['per']
}

/** Thrown inside this area when a number is there but cannot be added up. */
class Stop {
  readonly fault: Fault
  constructor(fault: Fault) {
    this.fault = fault
  }
}

/**
 * The first of the owners that has a number of this name. Undefined when none has.
 * @throws a fault when its formula has a problem, or when money is in another currency
 */
function find(
  { quantities, currency }: Ledger,
  owners: readonly (string | null | undefined)[],
  name: QuantityName,
  money = false,
): Found | undefined {
  for (const owner of owners) {
    const quantity = owner ? quantities.value(owner, name) : undefined
    if (!quantity) continue
    const outcome = quantities.outcome(quantity.id)
    if (hasResult(outcome)) {
      const other = money ? currencyOf(quantity.unit) : undefined
      if (other !== undefined && other !== currency) throw new Stop('otherCurrency')
      // money without a currency is in that of the project; 5 people are no money
      if (!money || other !== undefined || quantity.unit === '')
        return { owner: owner!, node: outcome.node, per: quantity.per }
    } else if (outcome.code !== 'empty') throw new Stop('problem')
  }
  return undefined
}

/** The same for callers that treat what cannot be added up as not there. */
export function number(ledger: Ledger, owner: string, name: QuantityName, money = false): Found | undefined {
  try {
    return find(ledger, [owner], name, money)
  } catch (stop) {
    if (stop instanceof Stop) return undefined
    throw stop
  }
}

/** Everything a canvas earns and costs. */
export function moneyOf(ledger: Ledger): Money {
  const { model, program } = ledger
  const terms: MoneyTerm[] = []
  const faults: MoneyFault[] = []
  const splits: MoneySplit[] = []
  const collect = (kind: MoneyTerm['kind'], segmentId: string | null, of: () => readonly MoneyTerm[]) => {
    try {
      const found = of()
      // a number beyond all bounds is no number
      if (found.some(({ money }) => program.failure(money))) throw new Stop('problem')
      terms.push(...found)
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop
      faults.push({ kind, segmentId, fault: stop.fault })
    }
  }
  const each = (id: string, ids: readonly string[], add: (segmentId: string | null, share: Node) => void) => {
    const { by, nodes } = sharesOf(ledger, ids)
    const before = terms.length
    if (ids.length === 0) add(null, nodes[0]!)
    ids.forEach((segmentId, at) => add(segmentId, nodes[at]!))
    const divided = terms.slice(before).some(({ share }) => program.range(share).low < 1)
    if (divided) splits.push({ noteId: id, segmentIds: ids, by })
  }
  for (const { id } of model.inBlock('revenueStreams')) {
    each(id, payersOf(model, id), (segmentId, share) => {
      collect('revenue', segmentId, () => streamTerms(ledger, id, segmentId, share))
      collect('cost', segmentId, () => unitCosts(ledger, id, segmentId, share))
    })
  }
  for (const { id } of model.inBlock('costStructure')) {
    each(id, causersOf(model, id), (segmentId, share) => {
      collect('cost', segmentId, () => costTerms(ledger, id, segmentId, share))
    })
  }
  for (const { id } of model.segments) collect('cost', id, () => segmentUnitCost(ledger, id))
  return { terms, faults, splits }
}

function sharesOf(ledger: Ledger, ids: readonly string[]): Shares {
  const { program, document } = ledger
  if (ids.length <= 1) return { by: 'equally', nodes: [program.constant(1)] }
  const segments = ids.flatMap(id => document.find('segment', id) ?? [])
  return shared(
    program,
    segments,
    ids.map(id => number(ledger, id, 'payers')?.node),
  )
}

/** Where a stream's numbers may stand: on itself, on the offer it is for when there is one, on its segment. */
function placesOf({ model }: Ledger, noteId: string, segmentId: string | null) {
  const offers = model
    .linksOf(noteId)
    .flatMap(({ kind, from, to }) => (kind === 'for' && from === noteId ? [to] : []))
  const note = offers.length === 1 ? [noteId, offers[0]!] : [noteId]
  return { note, all: [...note, segmentId] }
}

function streamTerms(
  ledger: Ledger,
  noteId: string,
  segmentId: string | null,
  share: Node,
): readonly MoneyTerm[] {
  const { all } = placesOf(ledger, noteId, segmentId)
  const about = { noteId, segmentId, share, kind: 'revenue' } as const
  const amount = find(ledger, [noteId], 'amount', true)
  if (amount) return priced(ledger, about, amount, all)
  const price = find(ledger, all, 'price', true)
  return price ? priced(ledger, about, price, all, 'purchase') : []
}

function costTerms(
  ledger: Ledger,
  noteId: string,
  segmentId: string | null,
  share: Node,
): readonly MoneyTerm[] {
  const about = { noteId, segmentId, share, kind: 'cost' } as const
  const amount = find(ledger, [noteId], 'amount', true)
  if (amount) return priced(ledger, about, amount, [noteId, segmentId])
  const unitCost = find(ledger, [noteId], 'unitCost', true)
  return unitCost ? priced(ledger, about, unitCost, [noteId, segmentId], 'purchase') : []
}

/** What it costs to deliver what a stream sells. */
function unitCosts(
  ledger: Ledger,
  noteId: string,
  segmentId: string | null,
  share: Node,
): readonly MoneyTerm[] {
  const { note, all } = placesOf(ledger, noteId, segmentId)
  const unitCost = find(ledger, note, 'unitCost', true)
  return unitCost ? priced(ledger, { noteId, segmentId, share, kind: 'cost' }, unitCost, all, 'purchase') : []
}

/** The unit cost of a segment, once: over its own purchases, else over those of its only stream. */
function segmentUnitCost(ledger: Ledger, segmentId: string): readonly MoneyTerm[] {
  const { model } = ledger
  const unitCost = find(ledger, [segmentId], 'unitCost', true)
  if (!unitCost) return []
  const streams = model
    .linksOf(segmentId)
    .flatMap(({ kind, to }) => (kind === 'pays' && model.note(to)?.block === 'revenueStreams' ? [to] : []))
  const only = streams.length === 1 ? streams[0] : undefined
  const ids = only ? payersOf(model, only) : []
  const share = sharesOf(ledger, ids).nodes[Math.max(0, ids.indexOf(segmentId))]!
  const about = { noteId: model.noteOf(segmentId)?.id ?? segmentId, segmentId, share, kind: 'cost' } as const
  return priced(ledger, about, unitCost, [segmentId, only], 'purchase', only)
}

/**
 * A price, an amount or a unit cost in the reporting period. Per period: of every payer for a price, of the whole for
 * an amount. Per purchase: times frequency and payers, or times the driver. Per customer or once: times payers for a
 * price. Payers and driver that do not stand on the segment itself are shared by the segments of the note.
 * @param none what "per none" means: the whole for an amount, a purchase for a price
 * @param driven the note whose driver counts
 */
function priced(
  ledger: Ledger,
  about: Omit<MoneyTerm, 'money' | 'each'>,
  { node, per }: Pick<Found, 'node' | 'per'>,
  places: readonly (string | null | undefined)[],
  none: 'whole' | 'purchase' = 'whole',
  driven: string | undefined = about.noteId,
): readonly MoneyTerm[] {
  const { program } = ledger
  const mine = (one: Node) => program.of('multiply', one, about.share)
  const unit = converted(ledger, { node, per })
  if (none === 'whole' && per !== 'purchase' && per !== 'customer')
    return [{ ...about, money: mine(unit), each: undefined }]
  const driver = find(ledger, [driven], 'driver')
  if (driver) {
    const times = isPeriod(per) ? driver.node : converted(ledger, driver)
    return [{ ...about, money: mine(program.of('multiply', times, unit)), each: undefined }]
  }
  const perPurchase = per === 'purchase' || per === 'none'
  const frequency = perPurchase ? find(ledger, places, 'frequency') : undefined
  const found = find(ledger, places, 'payers')
  if (!found || (perPurchase && !frequency)) return []
  // 500 payers a month who pay a monthly price are 500 payers: one period is enough
  const timed = isPeriod(per) || (frequency !== undefined && isPeriod(frequency.per))
  const paying = timed ? found.node : converted(ledger, found)
  const own = found.owner === about.segmentId
  const payers = own ? paying : mine(paying)
  const times = frequency && converted(ledger, frequency)
  const apiece = times === undefined ? unit : program.of('multiply', times, unit)
  return [
    {
      ...about,
      share: own ? program.constant(1) : about.share,
      money: program.of('multiply', payers, apiece),
      each: { payers, times, unit },
    },
  ]
}

/** Per period becomes per reporting period; anything else stays. */
function converted({ program, period }: Ledger, { node, per }: Pick<Found, 'node' | 'per'>): Node {
  if (!isPeriod(per) || per === period) return node
  return program.of('multiply', node, program.constant(periodsIn(per, period)))
}
