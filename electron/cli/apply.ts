import { ZodError } from 'zod'
import { commands } from '../../shared/commands'
import {
  completed,
  emptyPatch,
  isEmpty,
  MissingRecord,
  RefusedCommand,
  squash,
  targetsOf,
  touchedIds,
  type AnyCommand,
  type Doc,
  type Patch,
  type Session,
} from '../../shared/document'
import { KnownError } from '../../shared/ipc/contract'
import { randomToken } from '../host/store/tokens'
import { asJson, type CliCommand } from './context'
import { changeFile } from './documentFile'
import { readText } from './textFile'

/** Lets commands change a document: one undo step, whole or nothing. */
export const applyCommand: CliCommand = {
  name: 'apply',
  args: ['FILE', 'COMMANDS.json'],
  async run(context, [file = '', input = '']) {
    const entries = entriesIn(await readText(input))
    const { path, revision, patch } = await changeFile(context, file, doc => ({
      command: entries.length === 1 ? entries[0]!.command : 'commands.apply',
      patch: runAll(doc, entries),
    }))
    const added = patch.added.map(({ id }) => id)
    const removed = patch.removed.map(({ id }) => id)
    const updated = [...new Set(patch.updated.map(({ id }) => id))]
    if (context.json) context.print(asJson({ path, revision, added, updated, removed }))
    else if (isEmpty(patch)) context.print(context.t($ => $.cli.nothingChanged))
    else {
      const counts = { added: added.length, updated: updated.length, removed: removed.length }
      context.print(context.t($ => $.cli.applied, { revision, ...counts }))
    }
    return 0
  },
}

interface Entry {
  readonly command: string
  readonly args: object
}

function entriesIn(text: string): Entry[] {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new KnownError('cli.notCommands')
  }
  if (!Array.isArray(input)) throw new KnownError('cli.notCommands')
  return input.map((entry: unknown, index) => {
    const { command, args = {} } = (entry ?? {}) as Record<string, unknown>
    if (typeof command !== 'string' || typeof args !== 'object' || args === null || Array.isArray(args)) {
      throw new KnownError('cli.badEntry', { index })
    }
    if (!commands.has(command)) throw new KnownError('cli.unknownCommand', { index, command })
    return { command, args }
  })
}

/** One patch of all entries, each on what those before it made. */
function runAll(doc: Doc, entries: readonly Entry[]): Patch {
  const session: Session = {
    actor: randomToken(),
    random: () => randomToken(14),
    now: () => new Date().toISOString(),
  }
  let all = emptyPatch
  for (const [index, { command, args }] of entries.entries()) {
    const patch = runOne(doc, index, commands.get(command)!, args, session)
    doc.apply(patch)
    for (const id of touchedIds(patch)) {
      const record = doc.get(id)
      const lost = record && targetsOf(record).find(target => !doc.get(target))
      if (lost) throw new KnownError('cli.noSuchRecord', { index, command, id: lost })
    }
    all = squash(all, patch)
  }
  return all
}

function runOne(doc: Doc, index: number, command: AnyCommand, args: object, session: Session): Patch {
  const { name } = command
  try {
    return command.run(doc, completed(command, args, session) as never)
  } catch (error) {
    if (error instanceof MissingRecord) {
      throw new KnownError('cli.noSuchRecord', { index, command: name, id: error.id })
    }
    if (error instanceof RefusedCommand) throw new KnownError(error.code)
    if (error instanceof ZodError) {
      const issue = error.issues[0]
      const place = [
        'args',
        ...(issue?.path ?? []),
        ...(issue?.code === 'unrecognized_keys' ? issue.keys : []),
      ]
      throw new KnownError('cli.badArguments', { index, command: name, place: place.join('.') })
    }
    throw error
  }
}
