/**
 * Random documents and random commands, derived from the same schemas that check real ones. References are drawn as
 * `Pick`s and resolved against the document at hand, so everything generated is valid and shrinks well.
 */
import fc from 'fast-check'
import type { z } from 'zod'
import { commands } from '../../shared/commands'
import {
  completed,
  copied,
  copyable,
  type Doc,
  freshArgs,
  MissingRecord,
  positions,
  RefusedCommand,
  type AnyCommand,
  type Patch,
  type Session,
} from '../../shared/document'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import { overridable } from '../../shared/queries/canvas/model'
import { aimed, withFittingLinks } from './arbitraryCanvas'
import { nowhere, Pick } from './pick'

const types = Object.keys(recordTypes) as RecordType[]

/** Valid positions, few enough that equal ones are common, as merges leave them. */
const orderKeys = positions('generator', [], undefined, 6)

const shortText = (max: number) => fc.string({ maxLength: Math.min(max, 12), unit: 'grapheme' })

/** Values that a schema takes; ids come as picks. */
export function valueOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.ZodType)._zod as unknown as { def: any }
  switch (def.type) {
    case 'string':
      return stringOf(schema as z.ZodString)
    case 'number':
      return numberOf(schema as z.ZodNumber)
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'nullable':
      return fc.option(valueOf(def.innerType), { nil: null }).map(value => {
        return value instanceof Pick ? new Pick(value.of, value.index, true) : value
      })
    case 'optional':
    case 'default':
      return valueOf(def.innerType)
    case 'array': {
      const { minimum, maximum } = limitsOf(schema)
      return fc.array(valueOf(def.element), { minLength: minimum, maxLength: Math.min(maximum, minimum + 3) })
    }
    case 'object':
      return objectOf(def.shape)
    case 'record':
      return fc.dictionary(valueOf(def.keyType) as fc.Arbitrary<string>, valueOf(def.valueType), {
        maxKeys: 3,
      })
    case 'union':
      return fc.oneof(...def.options.map(valueOf))
    case 'unknown':
      return fc.jsonValue({ maxDepth: 1 })
    default:
      throw new Error(`no values known for ${def.type}`)
  }
}

/** Objects of a shape; a field that may be left out sometimes is. */
function objectOf(shape: Record<string, z.ZodType>) {
  const optional = Object.keys(shape).filter(name => shape[name]!.safeParse(undefined).success)
  const fields = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, valueOf(schema)]))
  const requiredKeys = Object.keys(shape).filter(name => !optional.includes(name))
  return fc.record(fields, { requiredKeys })
}

function stringOf(schema: z.ZodString): fc.Arbitrary<unknown> {
  const targets = types.filter(type => schema.safeParse(`${type}:x`).success)
  if (targets.length > 0 && !schema.safeParse('no id').success)
    return fc.nat(1000).map(n => new Pick(targets, n))
  const { minimum, maximum, pattern } = limitsOf(schema)
  if (pattern) return fc.stringMatching(pattern)
  return shortText(maximum).filter(text => text.length >= minimum && text.length <= maximum)
}

/** How long a text or a list may be, and what it has to look like. */
function limitsOf(schema: z.core.$ZodType) {
  const checks = ((schema._zod.def.checks ?? []) as any[]).map(check => check._zod.def)
  return {
    minimum: Math.max(0, ...checks.flatMap(check => (check.check === 'min_length' ? check.minimum : []))),
    maximum: Math.min(50, ...checks.flatMap(check => (check.check === 'max_length' ? check.maximum : []))),
    pattern: checks.find(check => check.check === 'string_format')?.pattern as RegExp | undefined,
  }
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { minValue, maxValue } = schema
  const min = Math.max(minValue ?? -1e6, -1e6)
  const max = Math.min(maxValue ?? 1e6, 1e6)
  if (schema.safeParse(min + (max - min) / Math.PI).success) {
    return fc.double({ min, max, noNaN: true }).map(value => value + 0)
  }
  return fc.integer({ min, max })
}

/** A value with its picks made; `nowhere` when one cannot be made. */
function resolved(value: unknown, idsOf: (type: string) => readonly string[]): unknown {
  if (value instanceof Pick) {
    const ids = value.of.flatMap(type => idsOf(type))
    return ids[value.index % (ids.length || 1)] ?? (value.nullable ? null : nowhere)
  }
  if (Array.isArray(value)) return value.map(item => resolved(item, idsOf)).filter(item => item !== nowhere)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolved(item, idsOf)]))
  }
  return value
}

interface Seed {
  readonly type: string
  readonly fields: Record<string, unknown>
}

/** What a record of a type may hold; now and then a field of a newer version is among it. */
const newSeedOf = (type: RecordType): fc.Arbitrary<Seed> => {
  const { order, ...fields } = recordTypes[type].fields as Record<string, z.ZodType>
  return fc
    .record({
      fields: type === 'placement' ? placementFields(fields) : objectOf(fields),
      order: order ? fc.constantFrom(...orderKeys) : fc.constant(undefined),
      newer: fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined, freq: 8 }),
    })
    .map(({ fields, order, newer }) => ({
      type,
      fields: {
        ...recordTypes[type].defaults(),
        ...(fields as object),
        ...(order === undefined ? {} : { order }),
        ...(newer === undefined ? {} : { fromANewerVersion: newer }),
      },
    }))
}

/** What a canvas says differently about a note is mostly what it may say differently. */
const placementFields = (fields: Record<string, z.ZodType>) => {
  const noteFields = recordTypes.note.fields
  const words = Object.fromEntries(overridable.map(field => [field, noteFields[field]!.optional()]))
  return fc
    .tuple(objectOf(fields), fc.option(objectOf(words), { freq: 4 }))
    .map(([given, override]) => (override ? { ...given, override } : given))
}

const seedsByType = new Map(types.map(type => [type, newSeedOf(type)]))
const seedOf = (type: RecordType) => seedsByType.get(type)!

/** What any file may hold; the guard takes names out that reach into every object of the language. */
const anything = fc
  .jsonValue({ maxDepth: 2 })
  .filter(value => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))

/** A record of a type this version does not know. */
const unknownSeed: fc.Arbitrary<Seed> = fc
  .record({ text: shortText(20), anything })
  .map(fields => ({ type: 'hologram', fields }))

const seeds: fc.Arbitrary<Seed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(...(['journey', 'stage', 'step', 'touchpoint', 'experience'] as const).map(seedOf)),
  },
  { weight: 6, arbitrary: fc.oneof(...types.filter(type => type !== 'project').map(seedOf)) },
  { weight: 1, arbitrary: unknownSeed },
)

/** The records of seeds; those whose references lead nowhere are left out, with those that lead to them. */
function recordsOf(
  list: readonly Seed[],
  idOfSeed: (type: string, at: number) => string,
  existing?: Doc,
): RawRecord[] {
  let records = list.map(({ type, fields }, at) => ({ ...fields, id: idOfSeed(type, at), type }) as RawRecord)
  for (;;) {
    const idsOf = (type: string) => [
      ...(existing ? [...existing.records()] : []).filter(one => one.type === type).map(({ id }) => id),
      ...records.filter(one => one.type === type).map(({ id }) => id),
    ]
    const next = records.map(record => resolved(record, idsOf) as RawRecord)
    const whole = next.filter(isWhole)
    if (whole.length === records.length) return withFittingLinks(whole)
    const ids = new Set(whole.map(({ id }) => id))
    records = records.filter(({ id }) => ids.has(id))
  }
}

/** Nothing missing, and a list of parents not empty. */
function isWhole(record: RawRecord): boolean {
  if (Object.values(record).includes(nowhere)) return false
  const references = recordTypes[record.type as RecordType]?.references ?? []
  return references.every(
    ({ field, list, onDelete }) =>
      !(list && onDelete === 'cascade') || (record[field] as unknown[]).length > 0,
  )
}

const shownTwice = ['canvas', 'note', 'placement', 'placement', 'placement'] as const

/**
 * The records of a valid document: a project and up to `most` others, of every type, unknown ones among them.
 * @param complete begin with one record of every type, and with two canvases that show something
 */
export const documents = (most = 40, complete = false): fc.Arbitrary<RawRecord[]> => {
  const first = complete ? [...types, ...shownTwice] : (['project'] as const)
  return fc
    .tuple(fc.tuple(...first.map(seedOf)), fc.array(seeds, { maxLength: most }))
    .map(([given, rest]) => recordsOf([...given, ...rest], (type, at) => `${type}:${at.toString(36)}`))
}

export interface Doing {
  /** A command's name. */
  readonly command: string
  readonly args: object
}

const argsOf = (command: AnyCommand): fc.Arbitrary<object> => {
  if (command.name === 'records.put') return fc.record({ records: fc.array(seeds, { maxLength: 5 }) })
  if (command.name === 'records.paste') {
    const pick = (of: readonly string[]) => fc.nat(1000).map(n => new Pick(of, n))
    const chosen = fc.array(pick(copyable), { minLength: 1, maxLength: 3 })
    return fc.record({ parentId: pick(['journey', 'stage', 'step', 'touchpoint']), ids: chosen })
  }
  const fresh = freshArgs(command)
  const shape = Object.entries(command.args.shape).filter(([name]) => !fresh.has(name))
  return objectOf(Object.fromEntries(shape) as Record<string, z.ZodType>) as fc.Arbitrary<object>
}

/** A command of any kind with arguments that fit it; `perform` finds the records it is about. */
export const doings: fc.Arbitrary<Doing> = fc.oneof(
  ...[...commands.values()].map(command => argsOf(command).map(args => ({ command: command.name, args }))),
)

/** A session whose ids count up, so that a run can be repeated. */
export function countingSession(actor: string): Session {
  let n = 0
  return { actor, random: () => `${actor}${(n++).toString(36)}`, now: () => '2026-01-01T00:00:00.000Z' }
}

/**
 * Lets a command act on a document.
 * @returns what it changes, or undefined where there is nothing it could act on and where it is refused
 */
export function perform(doc: Doc, { command: name, args }: Doing, session: Session): Patch | undefined {
  const command = commands.get(name)!
  const run = (given: object) => {
    const full = completed(command, given, session)
    try {
      return command.run(doc, full as never)
    } catch (error) {
      if (error instanceof MissingRecord || error instanceof RefusedCommand) return undefined
      throw error
    }
  }
  if (name === 'records.put') {
    const { records } = args as { records: Seed[] }
    return run({ records: recordsOf(records, type => `${type}:${session.random()}`, doc) })
  }
  const idsOf = (type: string) => [...doc.records()].filter(one => one.type === type).map(({ id }) => id)
  const wanted = aimed(doc, name, args) as Record<string, unknown>
  const given = resolved(wanted, idsOf) as Record<string, unknown>
  const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)
  const lost = Object.keys(given).some(field => lengthOf(wanted[field]) > 0 && lengthOf(given[field]) === 0)
  if (lost || Object.values(given).includes(nowhere)) return undefined
  if (name !== 'records.paste') return run(given)
  const clipboard = copied(doc, given['ids'] as string[])
  if (!clipboard) return undefined
  const { chosen, records, used } = clipboard
  return run({ parentId: given['parentId'], chosen, records, used })
}
