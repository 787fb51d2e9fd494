/**
 * A copy for people who are not to see everything: without the names of those who answer for something, without money,
 * without what lies behind the line of visibility, without comments. What this version does not know cannot be judged
 * and stays out, as does what was thrown away.
 */
import { applied, Doc, edit, type DocumentView } from '../../document'
import { definitionOf, type RawRecord } from '../../model'
import type { LaneRole } from '../../model/lane'
import { overridable } from '../canvas/model'
import { norm } from '../norm'
import { currencyOf } from '../value/units'
import { namedInFormula, pictureHere } from './part'

/** What can be left out. */
export const leavable = ['owners', 'costs', 'backstage', 'comments'] as const
export type Leavable = (typeof leavable)[number]

/** One place to be emptied. */
interface Place {
  readonly id: string
  readonly field: string
  readonly empty: unknown
}

interface Found {
  readonly records: readonly string[]
  readonly places: readonly Place[]
}

/** How much of each there is. */
export interface Confidential {
  /** Different names. */
  readonly owners: number
  /** Numbers that are money or made of it. */
  readonly costs: number
  readonly lanes: number
  /** Systems, departments and texts behind the line of visibility. */
  readonly behind: number
  readonly comments: number
}

/** What there is in a document that can be left out. */
export function confidentialIn(document: DocumentView): Confidential {
  const size = ({ records, places }: Found) => records.length + places.length
  const lanes = lanesBehind(document).length
  return {
    owners: new Set(ownersIn(document).places.map(({ id, field }) => document.get(id)?.[field])).size,
    costs: size(costsIn(document)),
    lanes,
    behind: size(backstageIn(document)) - lanes,
    comments: size(commentsIn(document)),
  }
}

/**
 * The records of a redacted copy, in order of id.
 * @param records of a whole document or of a part, with its own record
 * @param leaveOut what is not to be in it; what was thrown away, named versions, unknown types and fields, and pictures
 *   nothing shows are never in it
 */
export function redacted(records: Iterable<RawRecord>, leaveOut: readonly Leavable[]): RawRecord[] {
  const before = new Doc(records)
  const finders = { owners: ownersIn, costs: costsIn, backstage: backstageIn, comments: commentsIn }
  const found = [thrownAway(before), ...leaveOut.map(kind => finders[kind](before))]
  const draft = edit(before)
  for (const id of found.flatMap(one => one.records)) draft.remove(id)
  for (const { id, field, empty } of found.flatMap(one => one.places)) {
    const record = draft.get(id)
    if (record) draft.put({ ...record, [field]: empty })
  }
  const known = [...applied(before, draft.patch()).records()].flatMap(asKnown)
  return settled(known).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every field that names somebody who answers for something, or who wrote a comment. */
function ownersIn(document: DocumentView): Found {
  const fields = {
    journey: 'owner',
    opportunity: 'owner',
    action: 'owner',
    department: 'owner',
    comment: 'author',
  }
  return {
    records: [],
    places: Object.entries(fields).flatMap(([type, field]) => filled(document, type, field, '')),
  }
}

/** Numbers that are money by their unit, name or place, what is computed from them, and the fields that hold money. */
function costsIn(document: DocumentView): Found {
  const quantities = document.all('quantity')
  const money = new Set(
    quantities.filter(one => isMoney(document, one.name, one.unit, one.ownerId)).map(({ id }) => id),
  )
  for (let before = -1; before !== money.size;) {
    before = money.size
    for (const one of quantities) if (namedInFormula(one.formula).some(id => money.has(id))) money.add(one.id)
  }
  const metrics = document.all('metric').filter(({ unit }) => isMoneyUnit(unit))
  return {
    records: [...money, ...metrics.map(({ id }) => id)],
    places: [
      ...filled(document, 'segment', 'revenueShare', null),
      ...filled(document, 'segment', 'margin', null),
      ...filled(document, 'loyalty', 'costPerMember', null),
      ...filled(document, 'project', 'discountRate', null),
    ],
  }
}

const moneyNames = new Set(['amount', 'price', 'unitCost', 'acquisitionCost', 'margin'].map(norm))
/** Well-known numbers that are no money wherever they stand. */
const otherNames = new Set(['frequency', 'payers', 'driver', 'retention', 'churn', 'reachable'].map(norm))

function isMoney(document: DocumentView, name: string, unit: string, ownerId: string): boolean {
  if (moneyNames.has(norm(name)) || isMoneyUnit(unit)) return true
  const note = document.find('note', document.find('placement', ownerId)?.noteId ?? ownerId)
  return !otherNames.has(norm(name)) && (note?.block === 'costStructure' || note?.block === 'revenueStreams')
}

const isMoneyUnit = (unit: string) =>
  currencyOf(unit) !== undefined ||
  /[€$£¥]|(^|[^\p{L}])(eur\p{L}{0,3}|usd|gbp|czk|pln|chf|kč|zł|korun\p{L}*|złot\p{L}*)(?!\p{L})/iu.test(unit)

const behindRoles: readonly LaneRole[] = ['backstage', 'support', 'systems']

/** Lanes behind the line of visibility: those of a role that lies there, and custom ones below the first of them. */
const lanesBehind = (document: DocumentView): string[] =>
  document.all('journey').flatMap(({ id }) => {
    const lanes = document.pointing('lane', 'journeyId', id)
    const line = lanes.findIndex(({ role }) => behindRoles.includes(role))
    return lanes
      .filter(({ role }, at) => behindRoles.includes(role) || (line >= 0 && at > line && role === 'custom'))
      .map(lane => lane.id)
  })

function backstageIn(document: DocumentView): Found {
  const causes = document
    .all('painPoint')
    .filter(({ cause, causeLayer }) => causeLayer === 'backOffice' && cause !== '')
  return {
    records: [
      ...lanesBehind(document),
      ...document.all('system').map(({ id }) => id),
      ...document.all('department').map(({ id }) => id),
    ],
    places: [
      ...filled(document, 'touchpoint', 'backstage', ''),
      ...causes.map(({ id }) => ({ id, field: 'cause', empty: '' })),
    ],
  }
}

const commentsIn = (document: DocumentView): Found => ({
  records: document.all('comment').map(({ id }) => id),
  places: filled(document, 'checklistAnswer', 'comment', ''),
})

/** Trashed placements and the notes that only they show; named versions, which this copy has none of. */
function thrownAway(document: DocumentView): Found {
  const notes = document.all('note').filter(({ id }) => {
    const places = document.pointing('placement', 'noteId', id)
    return places.length > 0 && places.every(({ trashed }) => trashed)
  })
  const trashed = document.all('placement').filter(one => one.trashed)
  return { records: [...notes, ...trashed, ...document.all('snapshot')].map(({ id }) => id), places: [] }
}

/** The places of a field that holds something. */
function filled(document: DocumentView, type: string, field: string, empty: unknown): Place[] {
  const isFilled = (record: RawRecord) =>
    record.type === type && record[field] !== empty && record[field] !== undefined
  return [...document.records()].filter(isFilled).map(({ id }) => ({ id, field, empty }))
}

/** A record with what the fields of its type allow, and no more; none for a type that is not known. */
function asKnown(record: RawRecord): RawRecord[] {
  const definition = definitionOf(record.type)
  if (!definition) return []
  const fields = Object.entries(definition.fields).flatMap(([field, schema]) => {
    if (!Object.hasOwn(record, field)) return []
    // parsing leaves out what a newer version put inside
    const value: unknown = field === 'override' ? wordedHere(record[field]) : schema.parse(record[field])
    return [[field, value]]
  })
  return [{ ...Object.fromEntries(fields), id: record.id, type: record.type }]
}

const wordedHere = (override: unknown) =>
  Object.fromEntries(
    Object.entries(override ?? {}).filter(([field]) => (overridable as readonly string[]).includes(field)),
  )

/** The records without those that nothing holds up or shows any more, and without references that lead nowhere. */
function settled(records: readonly RawRecord[]): readonly RawRecord[] {
  const next = withoutUnused(records.flatMap(holding(new Set(records.map(({ id }) => id)))))
  return next.length === records.length ? next : settled(next)
}

/** A record without references to what is not there; none where it cannot be without that. */
const holding =
  (there: ReadonlySet<unknown>) =>
  (record: RawRecord): RawRecord[] => {
    const next: Record<string, unknown> = { ...record }
    for (const { field, list, onDelete } of definitionOf(record.type)?.references ?? []) {
      const value = record[field]
      if (list && Array.isArray(value)) {
        const rest = value.filter(id => there.has(id))
        // a pain that a canvas answers says enough without its touchpoints
        const lost = value.length > 0 && rest.length === 0 && record.type !== 'painPoint'
        if (lost && onDelete === 'cascade') return []
        next[field] = rest
      } else if (typeof value === 'string' && !there.has(value)) {
        if (onDelete === 'cascade') return []
        next[field] = null
      }
    }
    return [next as unknown as RawRecord]
  }

/** The records without pictures that nothing shows. */
function withoutUnused(records: readonly RawRecord[]): readonly RawRecord[] {
  const used = new Set(records.flatMap(record => [record['pictureId'], pictureHere(record)]))
  return records.filter(({ id, type }) => type !== 'asset' || used.has(id))
}
