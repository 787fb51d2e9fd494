/** What a user's file holds, as the guard of another app reads it that has never seen it. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '../../electron/host/guard/examine'
import { readRecords } from '../../electron/host/store/checkDocument'
import type { RawRecord } from '../../shared/model'
import { tempFolder } from './folders'
import { byId } from './randomEdits'

/** @returns its revision and its records in order of id. Throws where the file is not there or not whole. */
export function fileContent(file: string): { readonly revision: number; readonly records: RawRecord[] } {
  const own = tempFolder()
  const [copy, fresh] = [join(own.path, 'copy'), join(own.path, 'fresh')]
  try {
    copyFileSync(file, copy)
    const verdict = examine({ copy, fresh, salvage: false })
    if (!verdict.ok) throw new Error(verdict.error.code)
    return { revision: verdict.facts.revision, records: byId(readRecords(fresh)) }
  } finally {
    own.remove()
  }
}
