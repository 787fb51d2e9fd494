/** What the commands of the command line work with. */
import type { T } from '../../shared/i18n'
import type { Language, Notice } from '../../shared/ipc/contract'
import type { SpawnGuard } from '../host/guard/spawnGuard'

export interface CliContext {
  readonly t: T
  readonly language: Language
  /** Results as JSON. */
  readonly json: boolean
  /** A line of the result. */
  readonly print: (line: string) => void
  /** A message to the person. */
  readonly tell: (line: string) => void
  /** The sentence for a notice. */
  readonly words: (notice: Notice) => string
  readonly dataFolder: string
  readonly version: string
  readonly spawnGuard: SpawnGuard
}

/** Values of a command's options; those that were not given are missing. */
export type Options = Readonly<Record<string, string | undefined>>

export interface CliOption {
  readonly takes?: string
  /** Its letter, for one that is usually needed. */
  readonly short?: string
  /** Whether one with a letter may be left out too; those without always may. */
  readonly mayMiss?: boolean
}

export interface CliCommand {
  readonly name: string
  /** Names of the arguments, as the help shows them; those in brackets may be missing. */
  readonly args: readonly string[]
  /** Options beside --json, --lang and --help, each with what it takes; one that takes nothing is 'true' when given. */
  readonly options?: Readonly<Record<string, CliOption>>
  /** @returns the exit code: 0 done, 1 findings; what cannot be done is thrown as KnownError and ends with 2 */
  readonly run: (context: CliContext, args: readonly string[], options: Options) => Promise<0 | 1>
}

/** Lays out a result as JSON. */
export const asJson = (value: unknown) => JSON.stringify(value, null, 2)
