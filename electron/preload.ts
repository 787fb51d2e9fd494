/** All that the page in the window can reach: the calls and events of the contract, by name, and a dropped file. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Answer, EventName, OpenDocument } from '../shared/ipc/contract'
import { isCallName, isEventName } from '../shared/ipc/names'
import type { Preloaded } from '../shared/ipc/preload'

type Listener = (event: unknown) => void | Promise<void>

const listeners = new Map<EventName, Set<Listener>>()

ipcRenderer.on('event', (_, name: EventName, value: unknown) => {
  const heard = Array.from(listeners.get(name) ?? [], async listener => listener(value))
  void Promise.allSettled(heard).then(() => {
    if (name === 'app.flush') ipcRenderer.send('flushed')
  })
})

const preloaded: Preloaded<File> = {
  call: (name, input) =>
    isCallName(name) ? (ipcRenderer.invoke('call', name, input) as Promise<Answer<unknown>>) : unknown(name),
  on(name, listener) {
    if (!isEventName(name)) throw new Error('no such event')
    const heard = listeners.get(name) ?? new Set()
    listeners.set(name, heard.add(listener))
    return () => void heard.delete(listener)
  },
  openFile: file =>
    ipcRenderer.invoke('openFile', webUtils.getPathForFile(file)) as Promise<Answer<OpenDocument>>,
}

function unknown(name: unknown): Promise<Answer<never>> {
  const params = { name: String(name).slice(0, 80) }
  return Promise.resolve({ ok: false, error: { code: 'call.unknown', params } })
}

contextBridge.exposeInMainWorld('journeyboard', preloaded)
