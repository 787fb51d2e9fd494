/** The building blocks of a record's fields: texts, scales, references. Every record type is written with these. */
import { z } from 'zod'

/** What happens to the pointing record when its target is deleted. */
export type OnDelete = 'cascade' | 'clear'

/** A reference as the engine sees it: which field points, to what type ('*' is any), singly or as a list. */
export interface Reference {
  readonly field: string
  readonly target: string
  readonly onDelete: OnDelete
  readonly list: boolean
}

/** Longest text of any field, in UTF-16 units (DESIGN 2). */
export const MAX_TEXT = 20_000

/** Longest id; ids are `type:random`. */
export const idPattern = /^[A-Za-z]{1,40}:[A-Za-z0-9_-]{1,60}$/

const references = z.registry<{ target: string; onDelete: OnDelete }>()

/** Plain text with line breaks. */
export const text = (max = MAX_TEXT) => z.string().max(max)

/** A name of one line; line breaks are not refused so that any file of ours opens, the editors do not make them. */
export const title = () => z.string().max(500)

/** Position among siblings: a `position-strings` key, compared bytewise, then by id. */
export const orderKey = () => z.string().max(MAX_TEXT)

/** The id of any record. */
export const anyId = () => z.string().regex(idPattern)

/** The id of a record of one type. */
export const idOf = (type: string) =>
  anyId().refine(id => id.startsWith(`${type}:`), { error: `not the id of a ${type}` })

/** A reference to one record. `target` is a record type, or '*' for any. */
export function ref(target: string, onDelete: OnDelete) {
  const schema = target === '*' ? anyId() : idOf(target)
  references.add(schema, { target, onDelete })
  return schema
}

/** References to several records; with 'cascade' the record goes when the last of its targets goes. */
export const refs = (target: string, onDelete: OnDelete) => z.array(ref(target, onDelete)).max(1000)

/** A whole number on a closed scale, e.g. scale(1, 5). */
export const scale = (from: number, to: number) => z.number().int().min(from).max(to)

/** -2 very negative … 0 neutral … +2 very positive. */
export const emotion = () => scale(-2, 2)

/** A finite number of any size. */
export const quantityNumber = () => z.number()

/** A calendar day, `YYYY-MM-DD`. */
export const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A moment, ISO 8601 in UTC; shown to people, never used to decide anything. */
export const moment = () => z.string().max(40)

/** Low, likely and high of an uncertain number. */
export const range = () =>
  z.object({ low: z.number().nullable(), likely: z.number().nullable(), high: z.number().nullable() })

/** An empty range. */
export const noRange = { low: null, likely: null, high: null } as const

/** The reference behind a field's schema, or undefined when the field is no reference. */
export function referenceOf(field: string, schema: z.ZodType): Reference | undefined {
  let inner: z.core.$ZodType = schema
  let list = false
  for (;;) {
    const known = references.get(inner as never) as { target: string; onDelete: OnDelete } | undefined
    if (known) return { field, list, ...known }
    if (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) inner = inner.unwrap()
    else if (inner instanceof z.ZodArray) {
      inner = inner.element
      list = true
    } else return undefined
  }
}
