import type { CallName, Calls } from '../../../shared/ipc/contract'
import type { z } from 'zod'
import type { Documents } from '../documents'
import type { HostState } from '../hostState'

/** What handlers work with. */
export interface Context {
  readonly host: HostState
  readonly documents: Documents
}

type Input<N extends CallName> = z.output<Calls[N]['input']>
type Output<N extends CallName> = z.input<Calls[N]['output']>

/** Answers a call; the input has been parsed. Throws KnownError with what people are to be told. */
export type Handler<N extends CallName> = (input: Input<N>) => Output<N> | Promise<Output<N>>

export type Handlers<N extends CallName = CallName> = { readonly [K in N]: Handler<K> }

/** The calls of some areas: `CallsOf<'app' | 'log'>`. */
export type CallsOf<Area extends string> = Extract<CallName, `${Area}.${string}`>
