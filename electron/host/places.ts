/** Questions to the disk about the user's files and folders. */
import { constants } from 'node:fs'
import { access, lstat, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { KnownError } from '../../shared/ipc/contract'
import { extension, freeName } from './fileNames'
import { randomToken } from './store/tokens'

/** One path for one file: links and other spellings of a folder lead to the same. The file need not be there. */
export async function truePath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const full = resolve(path)
    const folder = dirname(full)
    return folder === full ? full : join(await truePath(folder), basename(full))
  }
}

export const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  )

/**
 * The path a person picked, with the ending it has to have. Where that had to be added, the dialog asked about another
 * name than this one, so a file that is already called so is left alone: the next free name is taken.
 * @param ending with its dot
 */
export async function pickedPath(picked: string, ending = extension): Promise<string> {
  if (extname(picked).toLowerCase() === ending) return truePath(picked)
  const folder = dirname(picked)
  return truePath(join(folder, await freeName(basename(picked), name => exists(join(folder, name)), ending)))
}

/** Whether `path` lies in `folder` or is it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
}

/**
 * Why a file that is there cannot be replaced by us, as an error code; null when it can. A file with a second name
 * is left alone: putting a new file in its place would leave the other name with the old content.
 */
export async function whyReadOnly(path: string): Promise<string | null> {
  const can = (what: string) =>
    access(what, constants.W_OK).then(
      () => true,
      () => false,
    )
  const { nlink } = await stat(path)
  if (nlink > 1) return 'file.linked'
  if (!(await can(path))) return 'file.readOnly'
  return (await can(dirname(path))) ? null : 'file.readOnlyFolder'
}

/** Throws KnownError when a file or folder stands at the path that we must not replace. */
export async function refuseUnwritable(path: string) {
  const there = await stat(path).catch(() => undefined)
  if (!there) return
  if (!there.isFile()) throw new KnownError('file.isFolder')
  const reason = await whyReadOnly(path)
  if (reason) throw new KnownError(reason)
}

const temporaryName = /^\.journeyboard-[A-Za-z0-9]{12}\.tmp$/

/** A name for a file half written in this folder; short, so that it fits wherever the document's own name fits. */
export const temporaryIn = (folder: string) => join(folder, `.journeyboard-${randomToken(12)}.tmp`)

/** An hour: a publish of somebody else in the same folder is long over, or it was killed. */
const abandonedAfter = 3_600_000

/**
 * Removes what killed publishes left in a folder: those known to be ours, and those of others that are old.
 * @param ours paths written down before they were made
 * @param now milliseconds since 1970
 */
export async function sweep(folder: string, ours: readonly string[], now: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const path of names.filter(name => temporaryName.test(name)).map(name => join(folder, name))) {
    const old = await stat(path).then(
      ({ mtimeMs }) => now - mtimeMs > abandonedAfter,
      () => false,
    )
    if (old || ours.includes(path)) await rm(path, { force: true }).catch(() => {})
  }
}
