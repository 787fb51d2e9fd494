/** A record type tells everything about its kind in one place: fields, references, defaults, upgrades. */
import { z } from 'zod'
import { idOf, referenceOf, text, title, type Reference } from './field'

/** What every record carries. `key` names a record that came from a template. */
const common = {
  note: text(),
  key: z.string().max(100).optional(),
} as const

type Common = typeof common
type Shape = Record<string, z.ZodType>
type Upgrade = (old: Record<string, unknown>) => Record<string, unknown>

export interface RecordDefinition<T extends string, F extends Shape> {
  readonly type: T
  /** Counts up with each upgrade; a fresh type is 1. */
  readonly version: number
  /** Parses a whole record; unknown fields are kept. */
  readonly schema: z.ZodType<RecordShape<T, F>>
  /** Each field's own schema, for checking one written value. */
  readonly fields: Readonly<Shape>
  readonly references: readonly Reference[]
  /** The fields of a fresh record; those without a sensible default are missing here and must be given. */
  readonly defaults: () => Readonly<Record<string, unknown>>
  /** Step n turns version n+1 into n+2. */
  readonly upgrades: readonly Upgrade[]
}

export type RecordShape<T extends string, F extends Shape> = Readonly<
  { id: string; type: T } & z.infer<z.ZodObject<F & Common>>
>

/**
 * Declares a record type.
 * @param type the name used in ids and files
 * @param spec fields (without id, type, note and key, which all have), defaults and upgrades
 */
export function defineRecord<const T extends string, F extends Shape>(
  type: T,
  spec: { fields: F; defaults: () => Record<string, unknown>; upgrades?: readonly Upgrade[] },
): RecordDefinition<T, F> {
  const fields: Shape = { ...common, ...spec.fields }
  const upgrades = spec.upgrades ?? []
  return {
    type,
    version: upgrades.length + 1,
    schema: z.looseObject({ id: idOf(type), type: z.literal(type), ...fields }) as unknown as z.ZodType<
      RecordShape<T, F>
    >,
    fields,
    references: Object.entries(fields).flatMap(([field, schema]) => referenceOf(field, schema) ?? []),
    defaults: () => ({ note: '', ...spec.defaults() }),
    upgrades,
  }
}

export { title }
