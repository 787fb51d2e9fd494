/** The touchpoints of a journey or of the whole document as rows of a table: filtered, sorted, each with its figures (R3, R18). */
import type { DocumentView } from '../document'
import type { Channel, Department, Experience, PainPoint, Stage, Step, Touchpoint } from '../model'
import { painRisk } from './friction'
import { concerns, ratingOf, type Rating } from './ratings'
import { journeyParts } from './structure'

export interface InventoryRow {
  readonly id: string
  /** Its place on the walk through all journeys; the order where nothing else sorts. */
  readonly at: number
  readonly touchpoint: Touchpoint
  readonly step: Step
  readonly stage: Stage
  readonly channel: Channel | undefined
  readonly department: Department | undefined
  readonly rating: Rating
  /** The most severe first. */
  readonly pains: readonly PainPoint[]
}

export const inventoryColumns = [
  'touchpoint',
  'stage',
  'step',
  'channel',
  'emotion',
  'expectation',
  'experience',
  'gap',
  'effort',
  'level',
  'wait',
  'completeness',
  'department',
  'momentOfTruth',
  'pains',
] as const
export type InventoryColumn = (typeof inventoryColumns)[number]

export interface InventoryFilter {
  /** Found in the names of touchpoint, step, stage, channel, department or pains; compared by `fold`. */
  readonly text: string
  readonly channelId: string | null
  readonly level: string | null
  readonly stageId: string | null
  readonly personaId: string | null
  /** Experience below expectation. */
  readonly missed: boolean
  readonly momentsOfTruth: boolean
  /** The customer's question is not solved completely. */
  readonly notFull: boolean
}

export const everything: InventoryFilter = {
  text: '',
  channelId: null,
  level: null,
  stageId: null,
  personaId: null,
  missed: false,
  momentsOfTruth: false,
  notFull: false,
}

export interface InventorySort {
  readonly column: InventoryColumn
  readonly descending: boolean
}

/**
 * A source of rows that computes again only what changed: a row is the same object for as long as nothing it shows
 * has changed, so that ten thousand rows can follow every key press.
 */
export function inventory() {
  const rows = new Map<
    string,
    { row: InventoryRow; experiences: readonly Experience[]; personaId: string | null }
  >()
  /**
   * All rows, in the order they are walked.
   * @param journeyId null asks for the whole document
   * @param personaId whose ratings; null pools all
   */
  return (document: DocumentView, journeyId: string | null, personaId: string | null): InventoryRow[] => {
    const journeys = journeyId ? [journeyId] : document.all('journey').map(({ id }) => id)
    const found: InventoryRow[] = []
    for (const id of journeys) {
      for (const { stage, steps } of journeyParts(document, id).stages)
        for (const { step, touchpoints } of steps)
          for (const touchpoint of touchpoints) found.push(rowOf(touchpoint, step, stage, found.length))
    }
    return found

    function rowOf(touchpoint: Touchpoint, step: Step, stage: Stage, at: number): InventoryRow {
      const known = rows.get(touchpoint.id)
      const experiences = document.pointing('experience', 'touchpointId', touchpoint.id)
      const pointing = document.pointing('painPoint', 'touchpointIds', touchpoint.id)
      const channel = document.find('channel', touchpoint.channelId)
      const department = document.find('department', touchpoint.departmentId)
      const before = known?.row
      const pains = before && sameRecords(before.pains, pointing) ? before.pains : byRiskOf(pointing)
      if (
        before &&
        before.at === at &&
        before.touchpoint === touchpoint &&
        before.step === step &&
        before.stage === stage &&
        before.channel === channel &&
        before.department === department &&
        before.pains === pains &&
        known.personaId === personaId &&
        known.experiences === experiences
      )
        return before
      const rating = ratingOf(document, touchpoint.id, personaId ?? undefined)
      const row = { id: touchpoint.id, at, touchpoint, step, stage, channel, department, rating, pains }
      rows.set(touchpoint.id, { row, experiences, personaId })
      return row
    }
  }
}

const byRiskOf = (pains: readonly PainPoint[]) => pains.toSorted((a, b) => painRisk(b) - painRisk(a))
const sameRecords = (a: readonly object[], b: readonly object[]) =>
  a.length === b.length && a.every(one => b.includes(one))

/**
 * The rows that pass the filter.
 * @param fold how texts are compared: without accents and capitals
 */
export function filterInventory(
  rows: readonly InventoryRow[],
  filter: InventoryFilter,
  fold: (text: string) => string,
): readonly InventoryRow[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  const passes = ({ touchpoint, step, stage, channel, department, rating, pains }: InventoryRow) => {
    if (filter.channelId !== null && touchpoint.channelId !== filter.channelId) return false
    if (filter.level !== null && touchpoint.level !== filter.level) return false
    if (filter.stageId !== null && stage.id !== filter.stageId) return false
    if (filter.personaId !== null && !concerns(touchpoint, filter.personaId)) return false
    if (filter.missed && !(rating.gap !== null && rating.gap < 0)) return false
    if (filter.momentsOfTruth && !touchpoint.momentOfTruth) return false
    if (filter.notFull && (touchpoint.completeness ?? 'full') === 'full') return false
    if (words.length === 0) return true
    const names = [touchpoint, step, stage, channel, department, ...pains].map(one => one?.title ?? '')
    const text = fold(names.join(' '))
    return words.every(word => text.includes(word))
  }
  return rows.filter(passes)
}

const completenessRank = { none: 0, partial: 1, full: 2 } as const

/**
 * The rows in the order of a column; what says nothing there comes last both ways, equal ones as they are walked.
 * @param levels ids of the pyramid's levels, base first
 * @param language of the names
 */
export function sortInventory(
  rows: readonly InventoryRow[],
  sort: InventorySort | null,
  levels: readonly string[],
  language: string,
): readonly InventoryRow[] {
  if (!sort) return rows
  const { compare } = new Intl.Collator(language, { numeric: true })
  const keyed = rows.map(row => ({ row, key: sortKey(row, sort.column, levels) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null)
      return a.key === b.key ? a.row.at - b.row.at : a.key === null ? 1 : -1
    const order =
      typeof a.key === 'string' && typeof b.key === 'string'
        ? compare(a.key, b.key)
        : Number(a.key) - Number(b.key)
    return (sort.descending ? -order : order) || a.row.at - b.row.at
  })
  return keyed.map(({ row }) => row)
}

function sortKey(
  row: InventoryRow,
  column: InventoryColumn,
  levels: readonly string[],
): string | number | null {
  const { touchpoint, rating } = row
  switch (column) {
    case 'touchpoint':
      return touchpoint.title || null
    // stages and steps have an order of their own
    case 'stage':
    case 'step':
      return row.at
    case 'channel':
      return row.channel?.title ?? null
    case 'emotion':
    case 'expectation':
    case 'experience':
    case 'gap':
    case 'effort':
      return rating[column]
    case 'level': {
      const at = levels.indexOf(touchpoint.level ?? '')
      return at < 0 ? null : at
    }
    case 'wait':
      return touchpoint.waitMinutes
    case 'completeness':
      return touchpoint.completeness === null ? null : completenessRank[touchpoint.completeness]
    case 'department':
      return row.department?.title ?? null
    case 'momentOfTruth':
      return touchpoint.momentOfTruth ? 1 : null
    case 'pains':
      return row.pains[0] ? painRisk(row.pains[0]) : null
  }
}
