/**
 * The built page: the files its manifest lists and no others, each with the headers it is given in both shells.
 * Nothing of a request ever becomes a path: a request names an entry of the manifest exactly, or nothing.
 */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** On every answer of ours, pages and data alike. */
export const safeHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** Gives the file for a path as it stands in the request (`/`, `/assets/x.js`), or undefined. */
export type PageFiles = (rawPath: string) => Promise<PageFile | undefined>

/**
 * The files that the manifest in this folder lists, read when they are asked for; `/` is the page itself.
 * Throws where the manifest is missing: the app was not built.
 */
export function pageFiles(folder: string): PageFiles {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: Record<string, { type: string }>
  }
  const known = new Map(
    Object.entries(manifest.files).map(([name, { type }]) => [`/${name}`, { name, type }]),
  )
  const page = known.get('/index.html')
  if (page) known.set('/', page)
  return async rawPath => {
    const file = known.get(rawPath)
    return file && { bytes: new Uint8Array(await readFile(join(folder, file.name))), type: file.type }
  }
}
