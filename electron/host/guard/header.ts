/** What the first hundred bytes of a file say, read without SQLite (its file format, section 1.3). */
import { applicationId, formatVersion, tables } from '../store/schema'
import { refusal } from './refuse'

/** A received file may have this many bytes. */
export const maxFileBytes = 256 * 1024 * 1024

/** Bytes of the file's beginning that `readHeader` wants to see: the largest page there is. */
export const headerBytes = 65_536

export interface Header {
  /** Number of the file's layout; higher than ours when a newer version wrote it. */
  readonly format: number
}

const magic = 'SQLite format 3\0'

/**
 * Checks the header of a file.
 * @param start the first `headerBytes` bytes, or all when the file is shorter
 * @param size of the whole file in bytes
 * @throws KnownError saying what the file is instead of a document
 */
export function readHeader(start: Buffer, size: number): Header {
  if (size === 0) throw refusal('file.empty')
  if (size > maxFileBytes) throw refusal('file.tooBig', { megabytes: maxFileBytes / 1024 / 1024 })
  if (start.toString('latin1', 0, 16) !== magic) {
    throw refusal(holdsOurTables(start) ? 'file.damaged' : 'file.notADocument')
  }
  if (start.length < 100) throw refusal('file.truncated')
  if (start.readUInt32BE(68) !== applicationId) {
    throw refusal(holdsOurTables(start) ? 'file.damaged' : 'file.foreignDatabase')
  }
  const pageSize = pageSizeOf(start)
  // fractions of a page that every SQLite file has, and UTF-8
  const fixed = start.readUIntBE(21, 3) === 0x402020 && start.readUInt32BE(56) === 1
  const format = start.readUInt32BE(60)
  if (!pageSize || !fixed || format < 1) throw refusal('file.damaged')
  const pages = start.readUInt32BE(28)
  const pagesAreValid = start.readUInt32BE(24) === start.readUInt32BE(92)
  if (pagesAreValid && pages * pageSize > size) throw refusal('file.truncated')
  return { format }
}

/** Bytes of a page, or undefined when the header names no possible size. */
function pageSizeOf(start: Buffer): number | undefined {
  const size = start.readUInt16BE(16)
  if (size === 1) return 65_536
  return size >= 512 && (size & (size - 1)) === 0 ? size : undefined
}

/** A file whose mark is gone is still ours when our own statements stand in it. */
function holdsOurTables(start: Buffer) {
  const found = Object.values(tables).filter(statement => start.includes(statement))
  return found.length * 2 > Object.keys(tables).length
}

/** Whether a newer version of the layout than ours wrote the file. */
export const isNewer = (header: Header) => header.format > formatVersion
