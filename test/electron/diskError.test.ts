import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { diskError } from '../../electron/host/store/diskError'

const sqlite = (code: string, message = '') => new Database.SqliteError(message, code)
const system = (code: string) => Object.assign(new Error(code), { code })

test.each([
  [sqlite('SQLITE_FULL'), 'disk.full'],
  [system('ENOSPC'), 'disk.full'],
  [sqlite('SQLITE_IOERR_FSYNC'), 'disk.failed'],
  // a read that failed
  [sqlite('SQLITE_CORRUPT'), 'disk.failed'],
  // VACUUM INTO, where the new file's size could not be asked for
  [sqlite('SQLITE_ERROR', 'output file already exists'), 'disk.failed'],
  [system('EROFS'), 'disk.failed'],
  // as it comes from the publishing thread
  [system('SQLITE_CANTOPEN'), 'disk.failed'],
])('%s is told as %s', (error, code) => expect(diskError(error)).toMatchObject({ code }))

test.each([
  sqlite('SQLITE_ERROR', 'no such table: record'),
  sqlite('SQLITE_CONSTRAINT'),
  new Error('x'),
  undefined,
])('what is no fault of the disk stays as it is: %s', error => expect(diskError(error)).toBe(error))
