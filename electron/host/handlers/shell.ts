import { KnownError } from '../../../shared/ipc/contract'
import type { CallsOf, Context, Handlers } from './handlers'

export function shellHandlers({ host, documents }: Context): Handlers<CallsOf<'shell'>> {
  return {
    'shell.openExternal': async ({ url }) => {
      const address = externalAddress(url)
      if (!host.shell.openExternal) throw new KnownError('shell.unavailable')
      await host.shell.openExternal(address)
      return {}
    },
    'shell.showFile': async ({ document }) => {
      const file = documents.get(document)
      if (!host.shell.showFile) throw new KnownError('shell.unavailable')
      await host.shell.showFile(file.path)
      return {}
    },
  }
}

const allowed = new Set(['https:', 'http:', 'mailto:'])

/** Longest address that is passed on, in UTF-16 units. */
const longest = 2048

/**
 * The one gate for links: web and mail alone, without user names or passwords, and without characters that make an
 * address look like another.
 * @returns the address in the form the parser gives it
 * @throws KnownError link.refused
 */
export function externalAddress(url: string): string {
  const refused = new KnownError('link.refused')
  if (url.length > longest || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s\\]/u.test(url)) throw refused
  let address: URL
  try {
    address = new URL(url)
  } catch {
    throw refused
  }
  const { protocol, username, password, hostname, href } = address
  if (!allowed.has(protocol) || username || password || href.length > longest) throw refused
  const isMail = protocol === 'mailto:'
  // Without the slashes the parser makes an address of things that are none.
  if (!isMail && (!hostname || !/^https?:\/\/[^/]/i.test(url))) throw refused
  // A mail link may not attach files or carry lines of its own into the head of a mail.
  if (isMail && (/[?&]attach/i.test(href) || /%0[ad]/i.test(href.split('?')[0] ?? ''))) throw refused
  return href
}
