/** The app in its window, from the first call of the page to the last edit brought home. */
import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { textsIn } from '../../shared/i18n'
import type { EventName, EventOf, Settings } from '../../shared/ipc/contract'
import type { Host } from '../host'
import { noticeOf } from '../host/noticeOf'
import { answer, hear } from './ipc'
import { showMenu } from './menu'
import { openWindow, showTheme } from './window'

/** Milliseconds the page, then the host, may take to bring the last edits home before the window closes anyway. */
const patience = { page: 2_000, host: 4_000 }
/** A page whose process ends by itself is loaded again, at most so often within a minute. */
const mostCrashes = 3

export interface Desktop {
  /** The window, unless it is closed (macOS keeps the app without one). */
  window(): BrowserWindow | undefined
  /** Shows the window, in front of all others. */
  show(): void
}

export interface DesktopOptions {
  readonly host: Host
  /** The app data folder. */
  readonly data: string
  readonly log: (line: string) => void
}

/** Shows the window over a host. Closing it flushes and asks nothing; the host is closed as the app quits. */
export function startDesktop({ host, data, log }: DesktopOptions): Desktop {
  let window: BrowserWindow | undefined
  let quitting = false
  let pageFlushed = () => {}
  let crashes: number[] = []

  const send = <N extends EventName>(name: N, value: EventOf<N>) =>
    window?.webContents.send('event', name, value)

  async function take(settings: Settings): Promise<void> {
    showTheme(settings.theme, window)
    await showMenu(settings, action => send('menu.action', { action }))
  }

  async function bringHome(): Promise<void> {
    const answered = new Promise<void>(done => (pageFlushed = done))
    send('app.flush', {})
    await Promise.race([answered, sleep(patience.page)])
    await Promise.race([host.flush(), sleep(patience.host)])
  }

  function open(): BrowserWindow {
    const opened = openWindow({ placeFile: join(data, 'window.json'), onCrash: () => void recover(opened) })
    let closing = false
    opened.on('close', event => {
      event.preventDefault()
      if (closing) return
      closing = true
      bringHome()
        .catch((error: unknown) => log(String(error)))
        .finally(() => opened.destroy())
    })
    opened.on('closed', () => {
      window = undefined
      // a window that wanted to flush first has held up the quitting
      if (quitting) app.quit()
    })
    return opened
  }

  async function recover(opened: BrowserWindow): Promise<void> {
    const now = Date.now()
    crashes = [...crashes.filter(at => now - at < 60_000), now]
    log(`the page's process ended (${crashes.length} within a minute)`)
    if (crashes.length <= mostCrashes) return opened.webContents.reload()
    const { t } = await textsIn(host.settings().language)
    dialog.showErrorBox(
      t($ => $.dialog.crashed),
      t($ => $.dialog.crashedDetail),
    )
    opened.destroy()
    app.quit()
  }

  host.on(send)
  hear('flushed', () => pageFlushed())
  answer('openFile', async path => {
    try {
      return { ok: true, value: await host.openPath(String(path)) }
    } catch (error) {
      return { ok: false, error: noticeOf(error, log) }
    }
  })
  answer('call', async (name, input) => {
    const result = await host.call(String(name), input)
    if (name === 'app.set' && result.ok) await take(result.value as Settings)
    return result
  })

  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => show())
  let ending = false
  app.on('will-quit', event => {
    event.preventDefault()
    if (ending) return
    ending = true
    Promise.race([host.close(), sleep(patience.host)])
      .catch((error: unknown) => log(String(error)))
      .finally(() => app.exit(0))
  })

  function show(): void {
    window ??= open()
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  showTheme(host.settings().theme)
  window = open()
  void take(host.settings())
  return { window: () => window, show }
}
