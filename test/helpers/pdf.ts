/** PDFs read back: pages and texts by a reader that is not ours, drawing by the file's own streams. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

export interface ReadPdf {
  /** mm */
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  /** Page by page; lines and blanks as the reader finds them. */
  readonly texts: readonly string[]
}

const mm = (points: number) => (points * 25.4) / 72

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const pages = await Promise.all(
    Array.from({ length: proxy.numPages }, async (_, at) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await proxy.getPage(at + 1)).view
      return { width: mm(right - left), height: mm(top - bottom) }
    }),
  )
  const { text } = await extractText(proxy, { mergePages: false })
  return { pages, texts: text }
}

/** What is drawn, as PDF writes it: all streams that are text, unpacked. */
export function drawing(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const parts: string[] = []
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at)) {
    const end = file.indexOf('\nendstream', at)
    try {
      parts.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // a picture or a font that is packed otherwise
    }
    at = end + 10
  }
  return parts.join('\n')
}

const pdftotext = (process.env['PATH'] ?? '')
  .split(':')
  .map(folder => join(folder, 'pdftotext'))
  .find(existsSync)

/** What Poppler finds in a file, where it is there. */
export const popplerText = (path: string): string | undefined =>
  pdftotext && execFileSync(pdftotext, ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
