/** Earlier versions of files that the command line writes: the same ones the app keeps and shows. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { KnownError } from '../../shared/ipc/contract'
import { foldersIn } from '../host/hostState'
import { AppState, type VersionRow } from '../host/store/appState'
import { Versions } from '../host/store/versions'
import { logIn } from '../log'
import type { CliContext } from './context'

export interface Kept {
  /** A complete file to be copied. */
  readonly source: string
  /** The user's file it is a version of. */
  readonly path: string
  readonly documentId: string
  readonly revision: number
}

/**
 * Keeps a version, unless it is kept already or the app is running, which keeps its own. The user's file is written by
 * then, so what goes wrong here is for the log alone.
 */
export async function keepVersion(context: CliContext, kept: Kept): Promise<void> {
  try {
    await keep(context, kept)
  } catch (error) {
    if (error instanceof KnownError && error.code === 'app.alreadyRunning') return
    logIn(context.dataFolder)(String(error))
  }
}

async function keep(context: CliContext, { source, ...version }: Kept): Promise<void> {
  const { versions: folder } = foldersIn(context.dataFolder, context.dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const app = new AppState(context.dataFolder, beginning(context))
  try {
    const versions = new Versions(app, folder, Date.now)
    const known = versions
      .of(version.documentId)
      .some(({ path, revision }) => path === version.path && revision === version.revision)
    if (known) return
    const { id, path } = versions.newPath()
    await copyFile(source, path)
    const { size } = await stat(path)
    versions.keep({ id, ...version, at: new Date().toISOString(), bytes: size })
  } finally {
    app.close()
  }
}

/**
 * The versions kept of a document, newest first.
 * @throws KnownError app.alreadyRunning
 */
export function keptVersions(context: CliContext, documentId: string): VersionRow[] {
  const { versions: folder } = foldersIn(context.dataFolder, context.dataFolder)
  if (!existsSync(folder)) return []
  const app = new AppState(context.dataFolder, beginning(context))
  try {
    return new Versions(app, folder, Date.now).of(documentId)
  } finally {
    app.close()
  }
}

/** Settings before anybody chose any. */
const beginning = ({ language }: CliContext) => ({
  language,
  theme: 'system' as const,
  author: '',
  closedHints: [],
})
