/** The one place where messages of the page come in: the sender is checked here, before anything is looked at. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import type { Answer } from '../../shared/ipc/contract'
import { isPageUrl } from './protocol'

/** Whether a frame is our own page at the top of its window. */
function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isPageUrl(frame.url)
}

const refused: Answer<never> = { ok: false, error: { code: 'request.refused', params: {} } }

/** Answers one kind of question of the page; others than our page are refused. */
export function answer(channel: string, work: (...args: unknown[]) => Promise<Answer<unknown>>): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) =>
    isOurPage(event.senderFrame) ? work(...args) : refused,
  )
}

/** Hears one kind of message of the page; those of others are dropped. */
export function hear(channel: string, work: () => void): void {
  ipcMain.on(channel, (event: IpcMainEvent) => {
    if (isOurPage(event.senderFrame)) work()
  })
}
