/**
 * A command is a pure function from a document and arguments to a patch. Ids, the time and the editing session arrive
 * in the arguments, so the same call gives the same patch again; `fresh` fields may be left out by callers, and
 * `completed` fills them in.
 */
import { z } from 'zod'
import { idOf } from '../model/field'
import type { DocumentView } from './Doc'
import type { Patch } from './patch'

type Fresh =
  | { readonly kind: 'id'; readonly type: string }
  | { readonly kind: 'now' }
  | { readonly kind: 'actor' }
  | { readonly kind: 'token' }

const freshFields = z.registry<{ fresh: Fresh }>()

/** The id of a record the command makes. */
export function newId(type: string) {
  const schema = idOf(type)
  freshFields.add(schema, { fresh: { kind: 'id', type } })
  return schema
}

/** The moment of the call, ISO 8601 in UTC. */
export function now() {
  const schema = z.string().max(40)
  freshFields.add(schema, { fresh: { kind: 'now' } })
  return schema
}

/** A random token, from which a command makes the ids of several records. */
export function freshToken() {
  const schema = z.string().regex(/^[A-Za-z0-9]{4,40}$/)
  freshFields.add(schema, { fresh: { kind: 'token' } })
  return schema
}

/** The editing session, for positions among siblings. */
export function actorId() {
  const schema = z.string().regex(/^[A-Za-z0-9]{4,40}$/)
  freshFields.add(schema, { fresh: { kind: 'actor' } })
  return schema
}

export interface Command<A extends object = never> {
  readonly name: string
  readonly args: z.ZodObject
  readonly run: (document: DocumentView, args: A) => Patch
}

/** A command of any arguments, as lists of commands hold them. */
export type AnyCommand = Command<never>

/** What callers of a command give; fresh arguments may be left out. */
export type ArgsOf<C> = C extends Command<infer A> ? Partial<A> : never

/** Declares a command. Its name is `area.verb`; its arguments are refused when they hold unknown names. */
export function defineCommand<S extends z.ZodRawShape>(command: {
  name: string
  args: S
  run: (document: DocumentView, args: z.infer<z.ZodObject<S>>) => Patch
}): Command<z.infer<z.ZodObject<S>>> {
  return { ...command, args: z.strictObject(command.args) as unknown as z.ZodObject }
}

/** Where fresh values come from. */
export interface Session {
  readonly actor: string
  readonly random: () => string
  readonly now: () => string
}

/** The names of a command's fresh arguments. */
export const freshArgs = (command: AnyCommand): ReadonlyMap<string, Fresh> =>
  new Map(
    Object.entries(command.args.shape).flatMap(([name, schema]) => {
      const known = freshFields.get(schema as never) as { fresh: Fresh } | undefined
      return known ? [[name, known.fresh] as const] : []
    }),
  )

/**
 * Fills in what a caller may leave out and parses the whole.
 * @throws z.ZodError when the arguments do not fit
 */
export function completed<A extends object>(command: Command<A>, args: object, session: Session): A {
  const filled: Record<string, unknown> = { ...args }
  for (const [name, fresh] of freshArgs(command as AnyCommand)) {
    if (filled[name] !== undefined) continue
    filled[name] = valueOf(fresh, session)
  }
  return command.args.parse(filled) as A
}

function valueOf(fresh: Fresh, session: Session): string {
  switch (fresh.kind) {
    case 'id':
      return `${fresh.type}:${session.random()}`
    case 'now':
      return session.now()
    case 'actor':
      return session.actor
    case 'token':
      return session.random()
  }
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A random token of letters and digits; `bytes` come from a cryptographic source. */
export function token(bytes: Uint8Array): string {
  return Array.from(bytes, byte => alphabet[byte % 62]).join('')
}
