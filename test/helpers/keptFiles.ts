/** The files of every format we ever wrote, as they were written: test/files/format-N. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RawRecord } from '../../shared/model'
import { root } from './folders'

const files = join(root, 'test/files')

/** Paths of all kept files with this ending, oldest format first. */
export const keptFiles = (extension: string): string[] =>
  readdirSync(files)
    .filter(name => /^format-\d+$/.test(name))
    .toSorted((a, b) => Number(a.slice(7)) - Number(b.slice(7)))
    .flatMap(folder => readdirSync(join(files, folder)).map(name => join(files, folder, name)))
    .filter(path => extname(path) === extension)

export interface KeptRecords {
  readonly path: string
  readonly recordVersions: Readonly<Record<string, number>>
  readonly records: readonly RawRecord[]
}

/** The records of every kept format, as its dump has them. */
export const keptRecords = (): KeptRecords[] =>
  keptFiles('.json').map(path => ({
    path,
    ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<KeptRecords, 'path'>),
  }))
