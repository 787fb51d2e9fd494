import { touchpointCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import type { InventoryRow } from '../../../shared/queries'
import { useSession } from '../../document/hooks'
import { rate, soleSpeaker, type RatingChange } from '../../document/rating'
import { useText } from '../../ui/text'
import type { Column } from './columns'
import type { Pressed } from './moving'

/**
 * What can be done with a cell.
 * @param personaId whose ratings the table shows; null pools all
 * @param onRefused told in words why a cell cannot be written
 */
export function useCellCommands(personaId: string | null, onRefused: (message: string) => void) {
  const t = useText()
  const session = useSession()

  /** Whose statement a rating is, or undefined where the table shows the mean of several. */
  const speaker = (row: InventoryRow) => personaId ?? soleSpeaker(session.doc, row.id)
  const write = (row: InventoryRow, fields: Fields<'touchpoint'>) =>
    session.dispatch(touchpointCommands.update, { id: row.id, ...fields })
  const isRating = ({ writing }: Column) => writing === 'scale' || writing === 'emotion'

  function rateRow(row: InventoryRow, change: RatingChange): void {
    const whose = speaker(row)
    if (whose !== undefined) rate(session, row.id, whose, change)
  }
  function mayWrite(row: InventoryRow, column: Column): boolean {
    if (session.readOnly || column.writing === 'none') return false
    if (!isRating(column) || speaker(row) !== undefined) return true
    onRefused(t($ => $.table.severalSpeak))
    return false
  }
  function clear(row: InventoryRow, column: Column): void {
    if (!mayWrite(row, column)) return
    const fields = emptied(column)
    if (isRating(column)) rateRow(row, { [column.id]: null })
    else if (fields) write(row, fields)
  }
  /** Writes what a single key means in the cell; false where it means nothing there. */
  function typed(row: InventoryRow, column: Column, { key, mod }: Pressed): boolean {
    if (mod || !isRating(column)) return false
    const score = column.writing === 'scale' && /^[1-5]$/.test(key) ? Number(key) : undefined
    const step = column.writing === 'emotion' ? { '+': 1, '-': -1 }[key] : undefined
    if (score === undefined && step === undefined) return false
    if (!mayWrite(row, column)) return true
    const emotion = Math.max(-2, Math.min(2, (row.rating.emotion ?? 0) + (step ?? 0)))
    rateRow(row, score === undefined ? { emotion } : { [column.id]: score })
    return true
  }
  const toggle = (row: InventoryRow) => write(row, { momentOfTruth: !row.touchpoint.momentOfTruth })
  return { rate: rateRow, mayWrite, clear, typed, toggle }
}

/** The fields behind a column without a value; undefined where something must stand. */
function emptied({ id }: Column): Fields<'touchpoint'> | undefined {
  switch (id) {
    case 'touchpoint':
      return { title: '' }
    case 'channel':
      return { channelId: null }
    case 'department':
      return { departmentId: null }
    case 'level':
      return { level: null }
    case 'wait':
      return { waitMinutes: null }
    case 'completeness':
      return { completeness: null }
    case 'momentOfTruth':
      return { momentOfTruth: false }
    case 'stage':
    case 'step':
    case 'emotion':
    case 'expectation':
    case 'experience':
    case 'gap':
    case 'effort':
    case 'pains':
      return undefined
  }
}
