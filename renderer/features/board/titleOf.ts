import type { RawRecord } from '../../../shared/model'

/** What a record is called on the board: its title; cards have a text instead. */
export function titleOf(record: RawRecord | undefined): string {
  const { title, text }: Partial<RawRecord> = record ?? {}
  return typeof title === 'string' ? title : typeof text === 'string' ? text : ''
}
