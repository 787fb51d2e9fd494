/** How the page begins: what the host has open, and what it opens in the meantime. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../renderer/api/bridge'
import { start, useApp } from '../../renderer/app/store'
import { emptyHistory } from '../../shared/document'
import type { OpenDocument } from '../../shared/ipc/contract'
import { sampleRecord } from '../helpers/sampleRows'

afterEach(() => vi.unstubAllGlobals())

/** Copies of one document begin with the same letter. */
const opened = (handle: string): OpenDocument =>
  ({
    handle,
    documentId: handle[0],
    isPart: false,
    fileName: `${handle}.jboard`,
    state: 'updated',
    readOnly: null,
    records: JSON.stringify([sampleRecord('project', 'p')]),
    history: JSON.stringify(emptyHistory),
    revision: 1,
    actor: 'tester01',
    view: null,
    notices: [],
  }) as unknown as OpenDocument

/** A host that opens files before it has answered, and tells of them as they open. */
function hostThatOpens(
  before: readonly string[],
  meanwhile: readonly string[],
  named: readonly string[] = [],
): Bridge & { readonly opens: (handle: string) => void } {
  const heard = new Set<(value: never) => unknown>()
  const opens = (handle: string) => {
    for (const listener of heard) listener(opened(handle) as never)
  }
  return {
    opens,
    on: (name, listener) => {
      if (name === 'document.opened') heard.add(listener as never)
      return () => void heard.delete(listener as never)
    },
    call: () => {
      for (const handle of meanwhile) opens(handle)
      return Promise.resolve({ settings: {}, notices: [], named, open: before.map(opened) } as never)
    },
    openFile: () => Promise.reject(new Error('nobody drops a file')),
  }
}

const handles = () => useApp.getState().sessions.map(({ handle }) => handle)

test('a file that opens while the page begins is shown, each once, the last one in front', async () => {
  vi.stubGlobal('window', { addEventListener: () => {} })
  await start(hostThatOpens(['a'], ['a', 'b']))
  expect(handles()).toEqual(['a', 'b'])
  expect(useApp.getState().active).toBe('b')
})

test('with nothing open Home is shown', async () => {
  vi.stubGlobal('window', { addEventListener: () => {} })
  await start(hostThatOpens([], []))
  expect(handles()).toEqual([])
  expect(useApp.getState().active).toBeNull()
})

test('copies of one document that come back are left as they are; about one that was opened people are asked', async () => {
  vi.stubGlobal('window', { addEventListener: () => {} })
  await start(hostThatOpens(['a1', 'a2'], []))
  expect(useApp.getState().beside).toEqual([])
  await start(hostThatOpens(['a1', 'a2'], ['a3', 'b']))
  expect(useApp.getState().beside).toEqual([{ into: 'a1', from: 'a3' }])
  // what somebody named comes to the front, whatever comes back with it
  await start(hostThatOpens(['a1', 'b', 'a2'], [], ['a1']))
  expect(handles()).toEqual(['b', 'a2', 'a1'])
  expect(useApp.getState().active).toBe('a1')
  expect(useApp.getState().beside).toEqual([{ into: 'a2', from: 'a1' }])
})

test('a document that is opened once more comes forward and goes on as it is', async () => {
  vi.stubGlobal('window', { addEventListener: () => {} })
  const host = hostThatOpens(['a', 'b'], [])
  await start(host)
  const [session] = useApp.getState().sessions
  host.opens('a')
  expect(handles()).toEqual(['a', 'b'])
  expect(useApp.getState().active).toBe('a')
  // a session of its own would not know what the first has not saved yet
  expect(useApp.getState().sessions[0]).toBe(session)
  host.opens('a2')
  expect(useApp.getState().beside).toEqual([{ into: 'a', from: 'a2' }])
})
