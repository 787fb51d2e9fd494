import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../../electron/host/guard/examine'
import { openForeign } from '../../electron/host/guard/openForeign'
import type { BlobRow, RecordRow, SessionRow } from '../../electron/host/store/rows'
import { tempFolder } from '../helpers/folders'
import { altered, contentOf, fingerprint, healthy } from '../helpers/guarded'
import { sampleRows } from '../helpers/sampleRows'

let folder: ReturnType<typeof tempFolder>
let path: string
const rows = sampleRows(400)
beforeEach(() => {
  folder = tempFolder()
  path = healthy(folder.path, rows)
})
afterEach(() => folder.remove())

interface Content {
  readonly meta: { key: string; value: string }[]
  readonly record: RecordRow[]
  readonly change: unknown[]
  readonly blob: BlobRow[]
  readonly session: SessionRow[]
}

/** Salvages the file and looks at the result; the file itself must stay untouched. */
async function salvaged() {
  const before = fingerprint(folder.path)
  const result = await openForeign(path, { salvage: true })
  expect(fingerprint(folder.path)).toBe(before)
  if (result.ok || !result.salvaged) throw new Error(`not salvaged: ${JSON.stringify(result)}`)
  const content = contentOf(result.salvaged.path) as Content
  const reopened = examine({ copy: result.salvaged.path, fresh: `${result.salvaged.path}2`, salvage: false })
  expect(reopened, 'a salvaged file is a document of ours').toMatchObject({ ok: true, notices: [] })
  await result.discard()
  const { recovered, total } = result.salvaged.notices[0]!.params as { recovered: number; total: number }
  return { error: result.error.code, recovered, total, content, facts: result.salvaged.facts }
}

/** Every record that came back is, letter for letter, one that was there. */
function expectNothingInvented(content: Content) {
  const known = new Map(rows.records.map(row => [row.id, row]))
  for (const row of content.record) expect(row).toEqual(known.get(row.id))
}

const pages = () => readFileSync(path).length / 4096
function overwritePages(...numbers: number[]) {
  const bytes = readFileSync(path)
  for (const number of numbers) bytes.fill(0xa5, (number - 1) * 4096, number * 4096)
  writeFileSync(path, bytes)
}

describe('salvage', () => {
  test('of a healthy file is not done', async () => {
    const result = await openForeign(path, { salvage: true })
    expect(result).toMatchObject({ ok: true, notices: [] })
    await result.discard()
  })

  test('is done when asked for only', async () => {
    overwritePages(20)
    const result = await openForeign(path)
    expect(result).toMatchObject({ ok: false, error: { code: 'file.damaged' }, salvaged: null })
    await result.discard()
  })

  test('of damaged pages brings everything but what lay on them, and says how much', async () => {
    overwritePages(20, 21, 50)
    const { error, recovered, total, content } = await salvaged()
    expect(error).toBe('file.damaged')
    expect(total).toBe(404)
    expect(recovered).toBeGreaterThan(404 - 40)
    expect(recovered).toBeLessThan(404)
    expect(content.record).toHaveLength(recovered)
    expectNothingInvented(content)
  })

  test.each([1, 2, 3, 4, 5, 6, 8, 10])('survives the loss of page %i, whatever it held', async number => {
    overwritePages(number)
    const { recovered, content } = await salvaged()
    expect(recovered).toBeGreaterThan(404 - 60)
    expect(content.record.filter(row => row.type === 'project')).toHaveLength(1)
  })

  test('of half a file brings about half', async () => {
    truncateSync(path, Math.floor(pages() / 2) * 4096 + 100)
    const { error, recovered, total, content } = await salvaged()
    expect(error).toBe('file.truncated')
    expect(total).toBe(404)
    expect(recovered).toBeGreaterThan(100)
    expect(recovered).toBeLessThan(404)
    expectNothingInvented(content)
  })

  test('without the header brings everything', async () => {
    const bytes = readFileSync(path)
    bytes.fill(0, 0, 64)
    writeFileSync(path, bytes)
    const { recovered, total, content } = await salvaged()
    expect([recovered, total]).toEqual([404, 404])
    expectNothingInvented(content)
    expect(content.blob).toEqual(rows.blobs)
  })

  test('of a changed text keeps the document and its number, and never passes in silence', async () => {
    altered(path, "UPDATE record SET json = replace(json, 'Journey', 'Yourney') WHERE type = 'journey'")
    const { error, recovered, facts, content } = await salvaged()
    expect(error).toBe('file.damaged')
    expect(recovered).toBe(404)
    expect(facts).toMatchObject({ documentId: 'sampleDocument', revision: 404 })
    expect(content.meta).toContainEqual({ key: 'lamport', value: '404' })
  })

  test('takes over neither the log nor what was seen, which would turn losses into deletions', async () => {
    overwritePages(20)
    const { content } = await salvaged()
    expect(content.change).toEqual([])
    expect(content.session).toEqual([])
  })

  test('gives a document whose own record is lost a fresh one', async () => {
    altered(path, "DELETE FROM record WHERE type = 'project'")
    const { recovered, total, content } = await salvaged()
    expect([recovered, total]).toEqual([403, 404])
    const project = content.record.find(row => row.type === 'project')!
    expect(JSON.parse(project.json)).toMatchObject({ title: '', currency: 'EUR' })
  })

  test('of nothing readable is not done', async () => {
    overwritePages(...Array.from({ length: pages() - 1 }, (_, n) => n + 2))
    const result = await openForeign(path, { salvage: true })
    expect(result).toMatchObject({ ok: false, error: { code: 'file.damaged' }, salvaged: null })
    await result.discard()
  })

  test('ends when overflow pages point in circles', async () => {
    const bytes = readFileSync(path)
    // every page of the file claims that the next one is page 9
    for (let at = 4096; at < bytes.length; at += 4096) if (bytes[at] === 0) bytes.writeUInt32BE(9, at)
    writeFileSync(path, bytes)
    const since = performance.now()
    await salvaged()
    expect(performance.now() - since).toBeLessThan(5000)
  })
})
