/** Every record we ever wrote still opens (SPEC-document D11 to D15). */
import { describe, expect, test } from 'vitest'
import { Doc, targetsOf } from '../../shared/document'
import { definitionOf, recordTypes, recordVersions, upgradeRecord, type RawRecord } from '../../shared/model'
import { everyRecord, newerRecords } from '../helpers/everyRecord'
import { keptRecords } from '../helpers/keptFiles'

const kept = keptRecords()
const isSet = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

describe.each(kept.map(sample => [sample.path.split('/').slice(-2).join('/'), sample] as const))(
  '%s',
  (_, { records, recordVersions: versions }) => {
    test('D13 each record is upgraded and parses, with every field it had', () => {
      for (const record of records) {
        const upgraded = upgradeRecord(record, versions)
        const parsed = definitionOf(record.type)?.schema.parse(upgraded) ?? upgraded
        expect(parsed).toMatchObject(upgraded)
        if (versions[record.type] === recordVersions[record.type]) expect(parsed).toEqual(record)
      }
    })

    test('D11 D12 fields and types of a newer version come back as they were', () => {
      for (const record of newerRecords()) {
        const { schema } = definitionOf(record.type) ?? {}
        const found = upgradeRecord(
          records.find(({ id }) => id === record.id)!,
          versions,
        )
        expect(schema ? schema.parse(found) : found).toEqual(record)
      }
    })

    test('D8 every reference of the sample leads to a record', () => {
      const doc = new Doc(records)
      expect(records.flatMap(record => targetsOf(record).filter(id => !doc.get(id)))).toEqual([])
    })
  },
)

test('D15 each version of each type is kept in a file', () => {
  for (const [type, version] of Object.entries(recordVersions)) {
    const seen = kept.map(({ recordVersions: versions }) => versions[type])
    for (let wanted = 1; wanted <= version; wanted++) expect(seen, type).toContain(wanted)
  }
})

test('the sample of today has every type with every field set', () => {
  const byId = (records: readonly RawRecord[]) => new Map(records.map(record => [record.id, record]))
  expect(byId(kept.at(-1)?.records ?? [])).toEqual(byId(everyRecord()))
  for (const { type, fields } of Object.values(recordTypes)) {
    const ofType = everyRecord().filter(record => record.type === type)
    const full = ofType.filter(record => Object.keys(fields).every(field => isSet(record[field])))
    expect(full.length, type).toBeGreaterThan(0)
  }
})
