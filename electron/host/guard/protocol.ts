/** What the host and the guard's process say to each other. Only data crosses; both sides know these shapes. */
import { z } from 'zod'
import { notice } from '../../../shared/ipc/contract'

/** The order to the guard's process. */
export interface GuardRequest {
  /** The private copy of the received file. */
  readonly copy: string
  /** Where to write our own file with its content; its folder is private too. */
  readonly fresh: string
  /** Whether to gather what is readable when the file is damaged. */
  readonly salvage: boolean
}

const facts = z.object({
  documentId: z.string(),
  revision: z.number(),
  /** Of the received file, as its meta table has it; null when it has none or was salvaged. */
  contentHash: z.string().nullable(),
  /** Number of the file's layout. */
  format: z.number(),
  records: z.number(),
  changes: z.number(),
  blobs: z.number(),
})
/** What the guard learned of the document. */
export type Facts = z.infer<typeof facts>

const opened = z.object({
  facts,
  /** Why the document cannot be changed, as an `errors.*` code; null when it can. */
  readOnly: z.string().nullable(),
  notices: z.array(notice),
})
/** A fresh file stands at `fresh` and holds this. */
export type Opened = z.infer<typeof opened>

const verdict = z.union([
  opened.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: notice, salvaged: opened.nullable() }),
])
export type Verdict = z.infer<typeof verdict>

/** What the guard's process reports: its memory now and then, its verdict once. */
export const guardReport = z.union([z.object({ resident: z.number() }), z.object({ verdict })])
export type GuardReport = z.infer<typeof guardReport>
