/** File names made from titles. */
import { extname } from 'node:path'

export const extension = '.jboard'

/** Longest name without its extension: characters, and bytes of UTF-8, since most disks take 255 bytes. */
const longest = { characters: 120, bytes: 200 }

// Windows gives these to devices, whatever follows the first dot.
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/**
 * A name every system takes, without extension; empty when nothing of the title is left. What cannot stand in a name
 * becomes a space; direction marks go, since they can make a name look like another.
 */
export function fileNameFrom(title: string): string {
  const plain = title
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u2028\u2029\ufffd]/g, ' ')
    .replace(/\p{Bidi_Control}|\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const short = shortened(plain).replace(/[. ]+$/, '')
  return reserved.test(short) ? `_${short}` : short
}

function shortened(name: string): string {
  let result = ''
  let bytes = 0
  for (const character of Array.from(name).slice(0, longest.characters)) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest.bytes) break
    result += character
  }
  return result
}

/** The first of "Name", "Name 2", "Name 3" … with the ending that is not taken. */
export async function freeName(
  name: string,
  taken: (fileName: string) => Promise<boolean>,
  ending = extension,
): Promise<string> {
  for (let n = 1; ; n++) {
    const candidate = `${name}${n === 1 ? '' : ` ${n}`}${ending}`
    if (!(await taken(candidate))) return candidate
  }
}

/** The path with our extension, added where it has another or none. */
export const withExtension = (path: string) =>
  extname(path).toLowerCase() === extension ? path : path + extension
