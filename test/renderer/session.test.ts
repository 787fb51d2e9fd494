import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DocumentSession, type SaveTarget } from '../../renderer/document/session'
import { settleConflict, touchpointCommands, updateProject } from '../../shared/commands'
import { historyOf, type Change } from '../../shared/document'
import { KnownError, type OpenDocument } from '../../shared/ipc/contract'
import { smallJourney } from '../helpers/build'

const { doc, ids } = smallJourney()
const till = ids['Till'] as string

const opened = (over: Partial<OpenDocument> = {}): OpenDocument => ({
  handle: 'doc-12345678',
  documentId: 'd',
  isPart: false,
  fileName: 'Journey.jboard',
  readOnly: null,
  records: JSON.stringify([...doc.records()]),
  revision: 7,
  history: JSON.stringify({ undo: [], redo: [] }),
  actor: 'actor00001',
  view: null,
  state: { saved: 7, published: 7, place: 'ok' },
  conflicts: [],
  copyOf: null,
  notices: [],
  ...over,
})

/** Takes saves as the host does: each change is one revision; can be told to fail. */
function target() {
  const saved: Change[] = []
  const bases: number[] = []
  const state = { fail: 0 }
  const save: SaveTarget['save'] = async (_document, base, changes) => {
    if (state.fail-- > 0) throw new KnownError('document.notSaved')
    bases.push(base)
    saved.push(...changes)
    return { revision: base + changes.length }
  }
  return { saved, bases, state, save }
}

const titleOf = (session: DocumentSession) => session.doc.find('touchpoint', till)?.title

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('typing into one field is one save and one undo step', async () => {
  const host = target()
  const session = new DocumentSession(opened(), host)
  for (const title of ['D', 'De', 'Des', 'Desk']) {
    session.dispatch(touchpointCommands.update, { id: till, title }, `${till}.title`)
  }
  await vi.advanceTimersByTimeAsync(400)
  expect(host.saved).toHaveLength(1)
  expect(host.saved[0]?.patch.updated).toEqual([{ id: till, field: 'title', from: 'Till', to: 'Desk' }])
  session.dispatch(touchpointCommands.update, { id: till, title: 'Desk 2' }, `${till}.title`)
  await session.flush()
  expect(session.history.undo).toHaveLength(1)
  session.undo()
  expect(titleOf(session)).toBe('Till')
  session.redo()
  expect(titleOf(session)).toBe('Desk 2')
  await session.flush()
  expect(host.bases).toEqual([7, 8, 9])
  expect(historyOf(host.saved)).toEqual(session.history)
})

test('a drag begins a new step although the field is the same', () => {
  const session = new DocumentSession(opened(), target())
  session.dispatch(touchpointCommands.update, { id: till, title: 'A' })
  session.dispatch(touchpointCommands.update, { id: till, title: 'B' })
  expect(session.history.undo).toHaveLength(2)
})

test('several commands as one gesture are one step', () => {
  const session = new DocumentSession(opened(), target())
  session.dispatchAll('both', dispatch => {
    dispatch(touchpointCommands.update, { id: till, title: 'A' })
    dispatch(updateProject, { title: 'B' })
  })
  expect(session.history.undo).toHaveLength(1)
  session.undo()
  expect(titleOf(session)).toBe('Till')
  expect(session.doc.project().title).toBe('Test')
})

test('F7 undo of what settled a conflict opens it again, redo settles it', async () => {
  const host = target()
  const others = [{ value: 'Cash desk', author: 'Jana', at: '2026-03-01T10:00:00.000Z' }]
  const open = [{ id: till, field: 'title', author: '', others }]
  const session = new DocumentSession(opened({ conflicts: open }), host)
  const settled = () => expect(session.conflicts).toEqual([])
  const isOpen = () => expect(session.conflicts).toEqual(open)
  session.dispatch(settleConflict, { id: till, field: 'title', value: 'Till' })
  settled()
  session.undo()
  isOpen()
  session.redo()
  settled()
  session.undo()
  // written over letter by letter
  for (const title of ['T', 'Ti']) session.dispatch(touchpointCommands.update, { id: till, title }, 'typing')
  settled()
  session.undo()
  isOpen()
  expect(titleOf(session)).toBe('Till')
  // it goes and comes with its touchpoint
  session.dispatch(touchpointCommands.remove, { id: till })
  settled()
  session.undo()
  isOpen()
  await session.flush()
  // what was done meanwhile is done again on a document that came from elsewhere
  session.dispatch(settleConflict, { id: till, field: 'title', value: 'Cash desk' })
  const came = [{ ...open[0]!, others: [...others, { ...others[0]!, value: 'Checkout' }] }]
  await session.replaced(opened({ revision: 8, conflicts: came }))
  settled()
  session.undo()
  expect(session.conflicts).toEqual(came)
})

test('a save that fails keeps the change, says so once and tries again', async () => {
  const host = target()
  host.state.fail = 3
  const session = new DocumentSession(opened(), host)
  const told = vi.fn()
  session.onFailure(told)
  session.dispatch(touchpointCommands.update, { id: till, title: 'Kept' })
  await vi.advanceTimersByTimeAsync(350)
  expect(session.saveState).toBe('failing')
  expect(titleOf(session)).toBe('Kept')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(told).toHaveBeenCalledTimes(1)
  expect(session.saveState).toBe('saved')
  expect(host.saved[0]?.patch.updated[0]?.to).toBe('Kept')
})

test('a read-only document stays as it is and says why', () => {
  const session = new DocumentSession(opened({ readOnly: 'file.readOnly' }), target())
  const told = vi.fn()
  session.onFailure(told)
  expect(session.dispatch(touchpointCommands.update, { id: till, title: 'X' })).toBeNull()
  expect(titleOf(session)).toBe('Till')
  expect(told).toHaveBeenCalledWith({ code: 'file.readOnly', params: {} })
})

test('a change to something that went meanwhile is said, not thrown', () => {
  const session = new DocumentSession(opened(), target())
  const told = vi.fn()
  session.onFailure(told)
  session.dispatch(touchpointCommands.remove, { id: till })
  expect(session.dispatch(touchpointCommands.update, { id: till, title: 'X' }, 'join')).toBeNull()
  expect(told).toHaveBeenCalledWith({ code: 'missing', params: {} })
  expect(session.history.undo).toHaveLength(1)
})
