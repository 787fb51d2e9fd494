/** app://journeyboard/…: the built page for the window, and nothing else. */
import { protocol, type Session } from 'electron'
import { safeHeaders, type PageFiles } from '../pageFiles'

export const pageOrigin = 'app://journeyboard'
export const pageUrl = `${pageOrigin}/index.html`

/** Whether this is the address of the page itself, wherever in it. */
export function isPageUrl(url: string): boolean {
  return url === pageUrl || url.startsWith(`${pageUrl}#`)
}

/** Makes app:// a proper origin; must happen before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers GET for exactly the listed files; every other address is 404, whatever tricks it is written with. */
export function serveAppScheme(session: Session, files: PageFiles): void {
  session.protocol.handle('app', async ({ method, url }) => {
    const path = url.startsWith(`${pageOrigin}/`) ? url.slice(pageOrigin.length) : ''
    const file = method === 'GET' ? await files(path) : undefined
    if (!file) return new Response(null, { status: 404, headers: safeHeaders })
    return new Response(file.bytes, { headers: { ...safeHeaders, 'Content-Type': file.type } })
  })
}
