/**
 * One document that holds every record type with every field set, and beside them what a newer version may write: a
 * field and a type this version does not know. The files in test/files/format-1 are made of it (writeSamples.mjs).
 */
import { createHash } from 'node:crypto'
import type { RawRecord } from '../../shared/model'
import { journeyRecords } from './samples/journeyRecords'
import { common, make, second } from './samples/make'
import { modelRecords } from './samples/modelRecords'

/** One black pixel. */
export const samplePng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
)
export const samplePngHash = createHash('sha256').update(samplePng).digest('hex')

/** A type and a field this version does not know; both must come back as they are. */
export const newerRecords = (): RawRecord[] => [
  { id: 'hologram:one', type: 'hologram', depth: 3, layers: [{ name: 'front' }, null, 0.5] },
  {
    ...make('system', 'newer', { ...common('system-newer'), title: 'Door locks', order: second }),
    vendor: { name: 'unknown', since: 2031 },
    retired: null,
  },
]

export const everyRecord = (): RawRecord[] => [
  ...journeyRecords(),
  ...modelRecords(),
  make('asset', 'one', {
    ...common('asset'),
    title: 'Black',
    sha256: samplePngHash,
    mime: 'image/png',
    width: 1,
    height: 1,
  }),
  ...newerRecords(),
]
