/** Taking in another copy of the document on screen: read first, decided on in the merge screen, then joined. */
import { create } from 'zustand'
import { KnownError } from '../../shared/ipc/contract'
import type { PreviewRecord } from '../../shared/document/merge'
import type { DocumentSession } from '../document/session'
import { contentOf, type FileContent } from '../api/web'
import { copiesWith } from './copies'
import { chooseDocument, openFile, openGiven } from './files'
import { openOverlay } from './overlay'
import { activate, attempt, close, show, tell, useApp } from './store'

/** A copy that was read and waits for a decision. */
export interface Received {
  readonly session: DocumentSession
  readonly plan: string
  readonly fileName: string
  readonly isPart: boolean
  /** The handle of the copy where it is open itself. */
  readonly from: string | null
  readonly entries: readonly PreviewRecord[]
}

export const useReceived = create<{ readonly received: Received | null }>(() => ({ received: null }))

/** A copy that is open itself, by its handle. */
interface OpenCopy {
  readonly from: string
}

/** Opens a document of the recent list and shows what a copy that is open brings to it, or the other way round. */
export async function receiveKnown(recent: string, copy: DocumentSession): Promise<void> {
  await attempt(async () => {
    show(await useApp.getState().bridge.call('document.openRecent', { recent }))
    const { sessions } = useApp.getState()
    const copies = copiesWith(copy, sessions)
    const [into, from] = [copies?.into, copies?.from].map(one =>
      sessions.find(({ handle }) => handle === one),
    )
    if (!into || !from) throw new KnownError('document.readOnly')
    await receiveOpen(into, from)
  })
}

/** Lets the person choose a file of which another copy is here, and says so where there is none; it is open then. */
export async function receiveAnywhere(): Promise<void> {
  const before = useApp.getState().active
  await openFile()
  const { active, beside, sessions } = useApp.getState()
  const opened = sessions.find(({ handle }) => handle === active && handle !== before)
  if (opened && !beside.some(({ from, into }) => [from, into].includes(opened.handle)))
    tell({ code: 'merge.alone', params: { name: opened.fileName } })
}

/** Lets the person choose a copy of the document and shows what it would bring. */
export async function receiveFile(session: DocumentSession): Promise<void> {
  if (useApp.getState().dialogs) return attempt(() => receive(session, null))
  const file = await chooseDocument()
  if (file) await attempt(async () => receive(session, await contentOf(file)))
}

/** A file was dropped on the open document: a copy of it is merged, anything else is opened. */
export async function receiveOrOpen(session: DocumentSession, file: File): Promise<void> {
  await attempt(async () => {
    try {
      await receive(session, await contentOf(file))
    } catch (error) {
      if (error instanceof KnownError && error.code === 'merge.otherDocument') await openGiven(file)
      else throw error
    }
  })
}

/** Shows what a copy that is open would bring to another. */
export async function receiveOpen(into: DocumentSession, from: DocumentSession): Promise<void> {
  activate(into.handle)
  await attempt(async () => {
    await from.flush()
    await receive(into, { from: from.handle })
  })
}

async function receive(session: DocumentSession, file: FileContent | OpenCopy | null): Promise<void> {
  const { bridge } = useApp.getState()
  const document = session.handle
  await session.flush()
  const read = await bridge.call('merge.read', { document, file })
  if (!read) return
  const { plan, fileName, isPart } = read
  const from = file && 'from' in file ? file.from : null
  const entries = JSON.parse(read.entries) as readonly PreviewRecord[]
  if (entries.length === 0) {
    await bridge.call('merge.drop', { document, plan })
    tell({ code: 'merge.nothing', params: { name: fileName } })
    await takenIn(from)
    return
  }
  useReceived.setState({ received: { session, plan, fileName, isPart, from, entries } })
  openOverlay('merge')
}

/** All that an open copy had is in the document: its tab closes. @param from null where it was not open */
export async function takenIn(from: string | null): Promise<void> {
  if (from !== null) await close(from)
}
