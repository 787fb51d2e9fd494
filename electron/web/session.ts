/** The right to this host: a token in the printed address, exchanged once for a cookie that no script can read. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Web } from './guards'

export interface WebSession {
  /** Goes into the fragment of the address, which browsers send to nobody. */
  readonly token: string
  isOpenFor(c: Context<Web>): boolean
  /** Gives the browser its cookie; false when the token is wrong or was used before by another. */
  enter(c: Context<Web>, token: unknown): boolean
}

const secret = () => randomBytes(32).toString('base64url')

/** A session for one run of the server; it ends with it. */
export function webSession(): WebSession {
  const token = secret()
  const ticket = secret()
  let used = false

  const isOpenFor = (c: Context<Web>) => isSame(getCookie(c, cookieName(c)), ticket)
  return {
    token,
    isOpenFor,
    enter(c, given) {
      if (!isSame(given, token)) return false
      // the same browser may follow the printed address again
      if (used) return isOpenFor(c)
      used = true
      setCookie(c, cookieName(c), ticket, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: 2_592_000,
      })
      return true
    },
  }
}

/** Cookies do not tell ports apart, so the name does: two running apps leave each other's alone. */
const cookieName = (c: Context<Web>) => `journeyboard-${c.env.incoming.socket.localPort}`

/** Compares in constant time, whatever the lengths. */
function isSame(given: unknown, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(wanted))
}
