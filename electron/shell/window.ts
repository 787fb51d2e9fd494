/** The window: one page, sandboxed, shown when it has something to show. */
import { BrowserWindow, nativeTheme } from 'electron'
import { join } from 'node:path'
import { lastPlace, rememberPlace } from './place'
import { isPageUrl, pageUrl } from './protocol'

/** The page's background in both themes (renderer/ui/tokens.css), so that nothing flashes before the first paint. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#17181b' : '#f5f5f2')

export interface WindowOptions {
  /** Where the place of the window is kept. */
  readonly placeFile: string
  /** The page's process ended by itself; the window is still there. */
  readonly onCrash: () => void
}

/** Opens the window on the page. */
export function openWindow({ placeFile, onCrash }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = lastPlace(placeFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Journeyboard',
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()))
  window.on('close', () => rememberPlace(placeFile, window))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onCrash()
  })
  // what no event announces (about:blank) is undone
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isPageUrl(url)) void window.loadURL(pageUrl)
  })
  void window.loadURL(pageUrl)
  return window
}

/** The first theme a person sees is the one they chose. */
export function showTheme(theme: 'system' | 'light' | 'dark', window?: BrowserWindow): void {
  nativeTheme.themeSource = theme
  window?.setBackgroundColor(background())
}
