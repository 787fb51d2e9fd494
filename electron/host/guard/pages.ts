/**
 * Reads rows straight from the pages of a damaged file, without SQLite: every leaf and branch page of the WITHOUT
 * ROWID tables is looked at on its own, so one bad page costs only the rows on it (SQLite file format, section 1.6).
 */
import { readSync } from 'node:fs'

export type Value = string | number | Uint8Array | null

/** What our files have; a header that says otherwise is part of the damage. No byte of a page is reserved. */
const pageSize = 4096

const branch = 2
const leaf = 10

/**
 * Every row that can be made out, in the order of pages; rows may be stale, twice or nonsense.
 * @param file an open file descriptor
 * @param size of the file in bytes
 */
export function* rowsOnPages(file: number, size: number): Generator<Value[]> {
  const reader = new Reader(file, size)
  for (let number = 1; number <= Math.ceil(size / pageSize); number++) yield* reader.rowsOf(number)
}

class Reader {
  readonly #file: number
  readonly #size: number
  /** Bytes of overflow that may still be read: pages that point in circles must not take for ever. */
  #budget: number

  constructor(file: number, size: number) {
    this.#file = file
    this.#size = size
    this.#budget = 2 * size
  }

  *rowsOf(number: number): Generator<Value[]> {
    const page = this.#page(number)
    const head = number === 1 ? 100 : 0
    const kind = page[head]
    if (kind !== leaf && kind !== branch) return
    const pointers = head + (kind === branch ? 12 : 8)
    const most = Math.floor((pageSize - pointers) / 2)
    const cells = Math.min(page.readUInt16BE(head + 3), Math.max(0, most))
    for (let cell = 0; cell < cells; cell++) {
      const at = page.readUInt16BE(pointers + 2 * cell) + (kind === branch ? 4 : 0)
      const payload = this.#payload(page, at)
      const row = payload && decode(payload)
      if (row) yield row
    }
  }

  /** A page; what a truncated file lacks of it is zero. */
  #page(number: number): Buffer {
    const page = Buffer.alloc(pageSize)
    readSync(this.#file, page, 0, pageSize, (number - 1) * pageSize)
    return page
  }

  #payload(page: Buffer, at: number): Buffer | undefined {
    const length = varint(page, at)
    if (!length || length.value > this.#size) return undefined
    const total = length.value
    const most = Math.floor(((pageSize - 12) * 64) / 255) - 23
    const least = Math.floor(((pageSize - 12) * 32) / 255) - 23
    const spill = least + ((total - least) % (pageSize - 4))
    const local = total <= most ? total : spill <= most ? spill : least
    const from = length.next
    // behind what lies on this page stands the number of the next
    if (from + local + (local < total ? 4 : 0) > pageSize) return undefined
    if (local === total) return page.subarray(from, from + total)
    return this.#withOverflow(page.subarray(from, from + local), page.readUInt32BE(from + local), total)
  }

  #withOverflow(local: Buffer, first: number, total: number): Buffer | undefined {
    this.#budget -= total
    if (this.#budget < 0) return undefined
    const parts = [local]
    let missing = total - local.length
    let next = first
    while (missing > 0) {
      if (next < 2 || (next - 1) * pageSize >= this.#size) return undefined
      const page = this.#page(next)
      const part = page.subarray(4, 4 + Math.min(missing, pageSize - 4))
      parts.push(part)
      missing -= part.length
      next = page.readUInt32BE(0)
    }
    return Buffer.concat(parts)
  }
}

/** A record's values (SQLite file format, section 2.1), or undefined when they do not fit the bytes. */
function decode(payload: Buffer): Value[] | undefined {
  const head = varint(payload, 0)
  if (!head || head.value > payload.length) return undefined
  const row: Value[] = []
  let at = head.next
  let body = head.value
  while (at < head.value) {
    const kind = varint(payload, at)
    if (!kind || row.length >= 8) return undefined
    at = kind.next
    const length = lengthOf(kind.value)
    if (length === undefined || body + length > payload.length) return undefined
    row.push(valueOf(kind.value, payload.subarray(body, body + length)))
    body += length
  }
  return row
}

const fixedLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const

function lengthOf(kind: number): number | undefined {
  return kind >= 12 ? Math.floor((kind - 12) / 2) : fixedLengths[kind]
}

function valueOf(kind: number, bytes: Buffer): Value {
  if (kind >= 12) return kind % 2 ? bytes.toString('utf8') : new Uint8Array(bytes)
  if (kind === 0) return null
  if (kind === 7) return bytes.readDoubleBE(0)
  if (kind >= 8) return kind - 8
  return bytes.length === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length)
}

/** SQLite's variable-length number, up to 2^49; longer ones are nonsense here. */
function varint(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0
  for (let i = 0; i < 7; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) return undefined
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + i + 1 }
  }
  return undefined
}
