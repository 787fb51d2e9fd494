/** What uncertain numbers do to revenue, cost and profit: many runs with drawn numbers, and one number at a time. */
import type { DocumentView } from '../../document'
import { compiledCanvas } from './canvasValues'
import { pertDraws, randomNumbers, seedFor } from './draws'
import type { Node } from './program'
import type { Percentiles, Simulation, TornadoBar, ValueColumn } from './types'

export interface SimulationOptions {
  /** A whole number; the same seed gives the same result. */
  readonly seed: number
  /** Default 2000, at most 100,000. */
  readonly runs?: number
}

/**
 * Draws every quantity with a range (PERT-beta, each on its own) and carries it through formulas to the money of each
 * column. Quantities without a range and formulas themselves are not drawn.
 * @returns the 10th, 50th and 90th percentile and the mean; null where a column has no such money
 */
export function simulate(
  document: DocumentView,
  canvasId: string,
  { seed, runs = 2000 }: SimulationOptions,
): Simulation {
  const count = Math.max(1, Math.min(100_000, Math.round(runs)))
  const compiled = compiledCanvas(document, canvasId)
  if (!compiled) return { seed, runs: count, columns: [] }
  const { program } = compiled.ledger
  const outputs: Node[] = []
  const results: Float64Array[] = []
  const output = (node: Node | undefined) => {
    if (node === undefined) return undefined
    outputs.push(node)
    results.push(new Float64Array(count))
    return results.at(-1)!
  }
  const columns = compiled.columns.map(({ kind, segmentId, revenue, cost, profit }) => ({
    kind,
    segmentId,
    revenue: output(revenue),
    cost: output(cost),
    profit: output(profit),
  }))
  const { inputs, run } = program.compiled(outputs)
  const tables = new Map<number, Float64Array>()
  const draws = inputs.map(({ id, node }) =>
    pertDraws(program.range(node), randomNumbers(seedFor(seed, id)), tables),
  )
  const values = new Float64Array(inputs.length)
  for (let at = 0; at < count; at++) {
    for (let input = 0; input < values.length; input++) values[input] = draws[input]!()
    const found = run(values)
    for (let one = 0; one < results.length; one++) results[one]![at] = found[one]!
  }
  return {
    seed,
    runs: count,
    columns: columns.map(({ kind, segmentId, revenue, cost, profit }) => ({
      kind,
      segmentId,
      chanceOfProfit: profit ? profit.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) / count : null,
      revenue: percentiles(revenue),
      cost: percentiles(cost),
      profit: percentiles(profit),
    })),
  }
}

/** Between the two runs that stand nearest, by distance. */
function percentiles(results: Float64Array | undefined): Percentiles | null {
  if (!results) return null
  const mean = results.reduce((sum, one) => sum + one, 0) / results.length
  const sorted = results.toSorted()
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean }
}

/**
 * What each uncertain number does to the profit of a column while all others stay at their likely values; the largest
 * swing first. Numbers without any effect are left out; nothing where the column has no profit.
 */
export function tornado(
  document: DocumentView,
  canvasId: string,
  column: Pick<ValueColumn, 'kind' | 'segmentId'>,
): readonly TornadoBar[] {
  const compiled = compiledCanvas(document, canvasId)
  const profit = compiled?.columns.find(
    ({ kind, segmentId }) => kind === column.kind && segmentId === column.segmentId,
  )?.profit
  if (!compiled || profit === undefined) return []
  const { program } = compiled.ledger
  const { inputs, run } = program.compiled([profit])
  const values = Float64Array.from(inputs, ({ node }) => program.range(node).likely)
  const bars = inputs.flatMap(({ id, node }, at): TornadoBar[] => {
    const { low: least, likely, high: most } = program.range(node)
    const [low, high] = [least, most].map(value => {
      values[at] = value
      return run(values)[0]!
    }) as [number, number]
    values[at] = likely
    const quantity = document.find('quantity', id)
    const swing = Math.abs(high - low)
    return quantity && swing > 0
      ? [{ quantityId: id, ownerId: quantity.ownerId, name: quantity.name, low, high, swing }]
      : []
  })
  return bars.sort((a, b) => b.swing - a.swing || (a.quantityId < b.quantityId ? -1 : 1))
}
