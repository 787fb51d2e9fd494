/** What no page of ours ever needs is refused here, for every window and frame there will ever be. */
import { app, type Session, type WebContents } from 'electron'
import { isPageUrl } from './protocol'

const outside = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] }

/** Refuses the network, navigation, redirects, new windows, embedded pages, permissions and downloads. */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(outside, (_details, answer) => answer({ cancel: true }))
  session.on('will-download', event => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  // reloading the page itself is fine; `will-frame-navigate` covers frames and the page alike
  contents.on('will-frame-navigate', event => {
    if (!isPageUrl(event.url) || !event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
