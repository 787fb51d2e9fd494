/** What the sample records are made with. */
import type { RawRecord, RecordOf, RecordType } from '../../../shared/model'

/** All fields of a type, `key` among them: leaving one out does not compile. */
type AllFields<T extends RecordType> = Required<Omit<RecordOf<T>, 'id' | 'type'>>

/** A moment. */
export const at = '2026-03-02T09:30:00.000Z'

/** Positions as one editing session makes them. */
export const [first, second] = ['sampleActor.B', 'sampleActor.D'] as const

/** One record with every field of its type. */
export const make = <T extends RecordType>(type: T, name: string, fields: AllFields<T>): RawRecord => ({
  id: `${type}:${name}`,
  type,
  ...fields,
})

/** What every record has. */
export const common = (key: string) => ({ key, note: `Note on ${key}\nin two lines: ľščťžýáíé` })
