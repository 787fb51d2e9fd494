/** The numbers of a canvas: which of them count, and what their formulas come to. */
import type { DocumentView } from '../../document'
import type { Quantity } from '../../model'
import { canvasModel, type CanvasModel } from '../canvas/model'
import { norm } from '../norm'
import { compile, hasResult, lack, problem, type Compiled, type Outcome } from './compile'
import { parseFormula, referencesIn, type Formula } from './formula'
import { Program } from './program'
import type { CanvasQuantities, QuantityProblem, Range3, ResolvedQuantity } from './types'
import { contradiction, declarationOf, dimensionOf } from './units'

/** Quantities with the steps they are worked out by. */
export interface CompiledQuantities extends CanvasQuantities {
  readonly program: Program
  readonly outcome: (quantityId: string) => Outcome
}

/**
 * What counts on a canvas.
 * @returns nothing of anything when there is no such canvas
 */
export function quantitiesOf(document: DocumentView, canvasId: string): CanvasQuantities {
  const model = canvasModel(document, canvasId)
  if (!model) return { of: () => [], value: () => undefined, problems: [] }
  const { of, value, problems } = compiledQuantities(document, model)
  return { of, value, problems }
}

/** The same with its program, for what is worked out further. */
export function compiledQuantities(document: DocumentView, model: CanvasModel): CompiledQuantities {
  const owners = ownersOf(document, model)
  const program = new Program()
  const { outcome, problems } = workedOut(document, program, owners)
  const lists = new Map<string, readonly ResolvedQuantity[]>()
  const of = (ownerId: string) => {
    const known = lists.get(ownerId)
    if (known) return known
    const list = [...(owners.byOwner.get(ownerId)?.values() ?? [])].map(record =>
      resolved(program, record, outcome),
    )
    lists.set(ownerId, list)
    return list
  }
  const value = (ownerId: string, name: string) => {
    const record = owners.byOwner.get(ownerId)?.get(owners.folded(name))
    return record && of(ownerId).find(({ id }) => id === record.id)
  }
  return { of, value, problems, program, outcome }
}

interface Owners {
  /** Owner → name → the quantity that counts here. */
  readonly byOwner: ReadonlyMap<string, ReadonlyMap<string, Quantity>>
  /** A quantity that another one stands in for here → that one. */
  readonly instead: ReadonlyMap<string, string>
  /** A name as names are compared; few names are asked for very often. */
  readonly folded: (name: string) => string
}

/** Placement before note before segment; the note of a segment and the segment have the same. */
function ownersOf(document: DocumentView, model: CanvasModel): Owners {
  const byOwner = new Map<string, ReadonlyMap<string, Quantity>>()
  const instead = new Map<string, string>()
  const known = new Map<string, string>()
  const folded = (name: string) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const after = norm(name)
    known.set(name, after)
    return after
  }
  const group = (layers: readonly string[], names: readonly string[]) => {
    const counting = new Map<string, Quantity>()
    for (const layer of layers) {
      for (const record of document.pointing('quantity', 'ownerId', layer)) {
        const name = folded(record.name)
        const winner = counting.get(name)
        if (!winner) counting.set(name, record)
        else if (!instead.has(record.id)) instead.set(record.id, winner.id)
      }
    }
    for (const name of names) if (!byOwner.has(name)) byOwner.set(name, counting)
  }
  for (const { id, placement, note, block } of [...model.notes, ...model.parked, ...model.elsewhere]) {
    const segmentId = block === 'customerSegments' ? document.find('segment', note.segmentId)?.id : undefined
    const stands = segmentId !== undefined && model.noteOf(segmentId)?.id === id
    group(
      [placement.id, id, ...(segmentId ? [segmentId] : [])],
      [id, placement.id, ...(stands ? [segmentId] : [])],
    )
  }
  for (const { id } of model.segments) group([id], [id])
  for (const { id, canvasId } of document.all('loyalty'))
    if (canvasId === null || canvasId === model.canvas.id) group([id], [id])
  return { byOwner, instead, folded }
}

/**
 * Works out everything that counts here and what that names, wherever it stands. Those that are named come first, so
 * a chain of any length needs no deep calls.
 */
function workedOut(document: DocumentView, program: Program, { byOwner, instead }: Owners) {
  const outcomes = new Map<string, Outcome>()
  const problems: QuantityProblem[] = []
  const formulas = new Map<string, Formula>()
  /** A name means what counts here; a number that stands in for another can still name that one. */
  const meant = (id: string, by: string) => {
    const other = instead.get(id)
    return other === undefined || other === by ? id : other
  }
  const settle = (record: Quantity, outcome: Outcome) => {
    outcomes.set(record.id, outcome)
    if (hasResult(outcome) || !('params' in outcome)) return
    const { id: quantityId, ownerId, name } = record
    problems.push({ quantityId, ownerId, code: outcome.code, params: { quantity: name, ...outcome.params } })
  }
  /** Reads a quantity; says what it needs, or settles it when it needs nothing. */
  const open = (record: Quantity): readonly string[] => {
    if (record.formula.trim() === '') {
      settle(record, plain(program, record))
      return []
    }
    const parsed = parseFormula(record.formula)
    if (!parsed.ok) {
      const { code: reason, position } = parsed.error
      settle(record, problem('syntax', { reason, position }))
      return []
    }
    formulas.set(record.id, parsed.formula)
    return referencesIn(parsed.formula).map(id => meant(id, record.id))
  }
  const close = (record: Quantity) => {
    const formula = formulas.get(record.id)
    if (!formula || outcomes.has(record.id)) return
    settle(
      record,
      declared(
        record,
        compile(program, formula, id => named(outcomes.get(meant(id, record.id)))),
      ),
    )
  }
  for (const counting of byOwner.values()) {
    for (const start of counting.values()) {
      if (outcomes.has(start.id)) continue
      const way: { readonly record: Quantity; readonly needs: readonly string[]; next: number }[] = []
      const onWay = new Map<string, number>()
      const enter = (record: Quantity) => {
        onWay.set(record.id, way.length)
        way.push({ record, needs: open(record), next: 0 })
      }
      enter(start)
      for (let step = way.at(-1); step; step = way.at(-1)) {
        const need = step.needs[step.next++]
        if (need === undefined) {
          close(step.record)
          onWay.delete(step.record.id)
          way.pop()
          continue
        }
        const from = onWay.get(need)
        const other = document.find('quantity', need)
        if (from !== undefined) {
          const round = way.slice(from).map(({ record }) => record)
          const names = round.map(({ name }) => name).join(' → ')
          for (const record of round)
            if (!outcomes.has(record.id)) settle(record, problem('cycle', { names }))
        } else if (other && !outcomes.has(need)) enter(other)
      }
    }
  }
  const empty = lack('empty')
  return { problems, outcome: (id: string) => outcomes.get(id) ?? empty }
}

/** What a quantity without a result is to those that name it: the problem stays its own. */
const named = (outcome: Outcome | undefined): Outcome | undefined =>
  !outcome || hasResult(outcome) ? outcome : lack(outcome.code === 'empty' ? 'empty' : 'broken')

/** A result counts as what its quantity declares; where that says nothing, as what the formula gives. */
function declared(record: Quantity, found: Outcome): Outcome {
  if (!hasResult(found)) return found
  const against = contradiction(record, found.dimension)
  if (against) return problem(against.code, { left: against.left, right: against.right })
  const says = record.unit.trim() !== '' || found.dimension.bare
  return says ? { ...found, dimension: dimensionOf({ ...record, per: perOf(record, found) }) } : found
}

const perOf = ({ per }: Quantity, { dimension }: Compiled) =>
  per === 'none' ? declarationOf(dimension).per : per

/** A number of its own: a missing bound is the likely value, a missing likely value the middle. */
function plain(program: Program, { id, low, likely, high, ...declared }: Quantity): Outcome {
  const given = [low, likely, high].filter(value => value !== null)
  if (given.length === 0) return lack('empty')
  const [least, most] = [Math.min(...given), Math.max(...given)]
  const middle = likely ?? (least + most) / 2
  const range: Range3 = { low: least, likely: middle, high: most }
  return { node: program.input(id, range), dimension: dimensionOf(declared) }
}

function resolved(program: Program, record: Quantity, outcome: (id: string) => Outcome): ResolvedQuantity {
  const { id, ownerId, name, basis, formula } = record
  const found = outcome(id)
  const range = hasResult(found) ? program.range(found.node) : { low: null, likely: null, high: null }
  // a formula says what its quantity leaves open
  const inferred = hasResult(found) && formula.trim() !== '' ? declarationOf(found.dimension) : record
  return {
    id,
    ownerId,
    name,
    low: range.low,
    likely: range.likely,
    high: range.high,
    unit: record.unit.trim() || inferred.unit,
    per: record.per === 'none' ? inferred.per : record.per,
    basis,
    formula,
  }
}
