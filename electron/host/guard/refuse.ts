/** The sentences a file can be answered with, and which of them salvage may help. */
import { KnownError } from '../../../shared/ipc/contract'

export type FileErrorCode =
  | 'file.missing'
  | 'file.isFolder'
  | 'file.notAFile'
  | 'file.noPermission'
  | 'file.unreadable'
  | 'disk.full'
  | 'file.empty'
  | 'file.tooBig'
  | 'file.notADocument'
  | 'file.foreignDatabase'
  | 'file.newer'
  | 'file.tooManyRecords'
  | 'file.tampered'
  | 'file.truncated'
  | 'file.damaged'
  | 'file.tookTooLong'
  | 'file.notChecked'

/** Makes the error to throw. */
export const refusal = (code: FileErrorCode, params: Record<string, string | number> = {}) =>
  new KnownError(code, params)

/** Whether what can still be read of the file is worth gathering. */
export const isDamage = (error: KnownError) =>
  error.code === 'file.damaged' || error.code === 'file.truncated'

/** A row that breaks a rule; the file as a whole is then damaged, a salvage drops the row. */
export class Unfit extends Error {}

/** Turns what reading a received file or writing its copy threw into an answer for people. */
export function answerFor(error: unknown): KnownError {
  if (error instanceof KnownError) return error
  if (error instanceof Unfit) return refusal('file.damaged')
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return refusal('file.missing')
    case 'EISDIR':
      return refusal('file.isFolder')
    case 'EACCES':
    case 'EPERM':
      return refusal('file.noPermission')
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return refusal('disk.full')
    case 'SQLITE_NOMEM':
      return refusal('file.tookTooLong')
    default:
      // whatever else SQLite says of a file that has our mark, the file is not as we wrote it
      if (code.startsWith('SQLITE_')) return refusal('file.damaged')
      if (/^E[A-Z]+$/.test(code)) return refusal('file.unreadable', { reason: code })
      throw error
  }
}
