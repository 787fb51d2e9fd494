/** A file, or an earlier version of one: FILE@VERSION. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError } from '../../shared/ipc/contract'
import type { Doc } from '../../shared/document'
import { foldersIn } from '../host/hostState'
import { truePath } from '../host/places'
import type { CliContext } from './context'
import { documentIn, guarded } from './documentFile'
import { keptVersions } from './keptVersions'

/**
 * The document that is named.
 * @param given a path, or a path, '@' and the number of a revision, the id or the name of a version that is kept
 * @throws KnownError file.*, cli.noSuchVersion, app.alreadyRunning
 */
export async function documentAt(context: CliContext, given: string): Promise<Doc> {
  const at = given.lastIndexOf('@')
  if (at <= 0 || existsSync(given)) return documentIn(context, given)
  const [file, wanted] = [given.slice(0, at), given.slice(at + 1)]
  const path = await truePath(file)
  const documentId = await guarded(context, path, ({ facts }) => facts.documentId)
  const version = keptVersions(context, documentId)
    .filter(one => one.path === path)
    .find(one => [one.id, String(one.revision), one.name].includes(wanted))
  if (!version) throw new KnownError('cli.noSuchVersion', { version: wanted, file })
  const { versions } = foldersIn(context.dataFolder, context.dataFolder)
  return documentIn(context, join(versions, `${version.id}.jboard`))
}
