/** F12's judgement of a document whose place gives trouble. */
import { equal } from '../../shared/document'
import type { EventOf, FileState, OpenDocument } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import type { App } from './app'
import { fileContent } from './fileContent'

export interface Troubled {
  readonly host: Pick<App, 'call' | 'heard'>
  readonly open: OpenDocument
  /** Where its file is, or should be. */
  readonly file: string
  /** A good place, where Save As goes. */
  readonly picked: string
  /** All that was saved. */
  readonly records: readonly RawRecord[]
}

/**
 * Whether what it says of its file is so, whether the page is told, and whether Save As brings all that was saved to a
 * good place. The document lives on there.
 * @returns what is wrong; empty when F12 holds
 */
export async function placeFaults({ host, open, file, picked, records }: Troubled): Promise<string[]> {
  const faults: string[] = []
  const state = await host.call('document.publish', { document: open.handle })
  const isGood = state.place === 'ok' || state.published === state.saved
  if (isGood && !holds(file, records)) faults.push('says of a file that it is up to date, and it is not')
  if (toldState(host, open).place !== state.place) faults.push('does not tell the page')
  const kept = await host.call('document.saveAs', { document: open.handle })
  if (kept?.state.place !== 'ok') faults.push('cannot be saved elsewhere')
  if (!holds(picked, records)) faults.push('lost what was saved')
  return faults
}

/** What the page knows of the file. */
function toldState({ heard }: Troubled['host'], { handle, state }: OpenDocument): FileState {
  const told = heard.flatMap(({ name, value }) => {
    const event = value as EventOf<'document.state'>
    return name === 'document.state' && event.document === handle ? [event.state] : []
  })
  return told.at(-1) ?? state
}

function holds(file: string, records: readonly RawRecord[]): boolean {
  try {
    return equal(fileContent(file).records, records)
  } catch {
    return false
  }
}
