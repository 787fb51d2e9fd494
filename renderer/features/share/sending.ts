/** What a file for others would hold, counted before it is made. */
import { Doc, type DocumentView } from '../../../shared/document'
import { confidentialIn, partOf, redacted, type Confidential, type Leavable } from '../../../shared/queries'

export interface Sending {
  /** What there is in it that could be left out. */
  readonly found: Confidential
  /** How many of each type go along. */
  readonly goes: Readonly<Record<string, number>>
}

interface Wish {
  readonly part: boolean
  readonly roots: readonly string[]
  readonly leaveOut: readonly Leavable[]
}

/** Counts what would go and what could stay, on the records as they are now. */
export function sendingOf(document: DocumentView, { part, roots, leaveOut }: Wish): Sending {
  const records = part ? partOf(document, roots) : [...document.records()]
  const goes: Record<string, number> = {}
  const going = leaveOut.length > 0 && records.length > 0 ? redacted(records, leaveOut) : records
  for (const { type } of going) goes[type] = (goes[type] ?? 0) + 1
  return { found: confidentialIn(new Doc(records)), goes }
}
