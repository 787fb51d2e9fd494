/** What leaves in a file that is sent: the whole, a part, or no more than others are to see. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHost, type Host } from '../../electron/host'
import { sharedRows } from '../../electron/host/share'
import { openForeign } from '../../electron/host/guard/openForeign'
import { readRows } from '../../electron/host/store/readRows'
import { writeFile } from '../../electron/host/store/rows'
import { leavable, partOf } from '../../shared/queries'
import { Doc } from '../../shared/document'
import { KnownError, type InputOf, type OpenDocument, type OutputOf } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { tempFolder } from '../helpers/folders'
import { plantedSecrets } from '../helpers/plantedSecrets'

let folder: ReturnType<typeof tempFolder>
const hosts: Host[] = []
beforeEach(() => {
  folder = tempFolder()
})
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
  folder.remove()
})

/** @param pickSave where the person wants it; without it there are no dialogs */
function start(pickSave?: (suggested: string) => Promise<string | null>): Host {
  const host = createHost({
    dataFolder: join(folder.path, 'data'),
    documentsFolder: join(folder.path, 'documents'),
    version: '0.0.0',
    platform: process.platform,
    checkOutput: true,
    shell: { dialogs: pickSave !== undefined, ...(pickSave ? { pickSave } : {}) },
  })
  hosts.push(host)
  return host
}

async function ask(host: Host, input: InputOf<'document.share'>): Promise<OutputOf<'document.share'>> {
  const answer = await host.call('document.share', input)
  if (!answer.ok) throw new KnownError(answer.error.code, answer.error.params)
  return answer.value as OutputOf<'document.share'>
}

const { rows, secrets } = plantedSecrets()
const planted = () => {
  const path = join(folder.path, 'Planted.jboard')
  writeFile(path, rows)
  return path
}
const foundIn = (bytes: Buffer) => secrets.filter(secret => bytes.includes(secret))

/** Opens a document and works on it, so that its file has pages that were used before. */
async function workedOn(host: Host): Promise<OpenDocument> {
  const open = await host.openPath(planted())
  const records = JSON.parse(open.records) as RawRecord[]
  const removed = records.filter(({ type }) => type === 'reading' || type === 'snapshot')
  const change = { step: 's', command: 'records.remove', patch: { added: [], updated: [], removed } }
  const saved = await host.call('document.save', {
    document: open.handle,
    base: open.revision,
    changes: [change],
  })
  expect(saved.ok).toBe(true)
  return open
}

describe('a redacted copy', () => {
  test('none of more than 200 secrets is anywhere in the bytes of the file', async () => {
    expect(secrets.length).toBeGreaterThan(200)
    const host = start()
    const { handle: document } = await workedOn(host)
    const send = async (leaveOut: InputOf<'document.share'>['leaveOut']) =>
      Buffer.from(
        (await ask(host, { document, roots: [], leaveOut, name: 'For guests' }))?.base64 ?? '',
        'base64',
      )
    expect(foundIn(await send([...leavable]))).toEqual([])
    // the control: the whole document has every one of them
    expect(foundIn(await send([]))).toEqual(secrets)
  })

  test('is a document of its own with no past, which opens and can be changed', async () => {
    const host = start()
    const { handle: document, documentId } = await workedOn(host)
    const sent = await ask(host, { document, roots: [], leaveOut: ['owners'], name: 'For: guests?' })
    expect(sent).toMatchObject({ name: 'For guests.jboard', folder: null })
    const opened = await host.call('document.openBytes', { name: sent!.name, base64: sent!.base64! })
    if (!opened.ok) throw new Error(opened.error.code)
    const open = opened.value as OpenDocument
    expect(open).toMatchObject({ readOnly: null, notices: [], history: '{"undo":[],"redo":[]}' })
    expect(open.documentId).not.toBe(documentId)
    const journey = (JSON.parse(open.records) as RawRecord[]).find(({ id }) => id === 'journey:x1')!
    expect(journey).toMatchObject({ title: 'Open', owner: '' })
    const updated = [{ id: journey.id, field: 'title', from: 'Open', to: 'Ours' }]
    const change = { step: 's', command: 'journey.update', patch: { added: [], updated, removed: [] } }
    const input = { document: open.handle, base: open.revision, changes: [change] }
    expect(await host.call('document.save', input)).toMatchObject({ ok: true })
  })

  test('keeps the pictures that are shown, and no others', () => {
    const whole = { ...rows, records: [...rows.records], changes: [], blobs: [...rows.blobs!], sessions: [] }
    const records = whole.records.map(row =>
      row.id === 'note:x1'
        ? { ...row, json: JSON.stringify({ ...JSON.parse(row.json), pictureId: 'asset:x2' }) }
        : row,
    )
    const by = { at: '2026-01-02T10:00:00.000Z', appVersion: '0.0.0' }
    const copy = sharedRows({ ...whole, records }, { roots: [], leaveOut: ['comments'] }, by)
    expect([...copy.blobs!]).toEqual([whole.blobs[2]])
  })
})

describe('a part', () => {
  test('is the same document with its stamps and sessions, says that it is a part, and opens', async () => {
    const host = start()
    const { handle: document, documentId } = await workedOn(host)
    const sent = await ask(host, { document, roots: ['canvas:x0'], leaveOut: [], name: 'Canvas' })
    const path = join(folder.path, 'part.jboard')
    writeFileSync(path, Buffer.from(sent!.base64!, 'base64'))
    const guarded = await openForeign(path, { temporary: folder.path })
    if (!guarded.ok) throw new Error(guarded.error.code)
    expect(guarded).toMatchObject({ readOnly: null, notices: [] })
    const part = readRows(guarded.path)
    await guarded.discard()
    expect(part.meta).toMatchObject({ documentId, part: '1' })
    expect(part.changes).toEqual([])
    // its own fields' writers are all known, and what each session has seen is as it was
    expect(part.sessions.length).toBe([...rows.sessions!].length + 1)
    const before = new Map([...rows.records].map(row => [row.id, row]))
    for (const { id, json, stamps } of part.records)
      expect({ json, stamps }).toMatchObject(pick(before.get(id)!))
    const living = [...rows.records]
      .filter(({ gone }) => !gone)
      .map(({ json }) => JSON.parse(json) as RawRecord)
    expect(part.records.map(({ id }) => id)).toEqual(
      partOf(new Doc(living), ['canvas:x0']).map(({ id }) => id),
    )
    expect(part.records.some(({ type }) => type === 'stage')).toBe(false)
    const opened = await host.openPath(path)
    expect(opened).toMatchObject({ readOnly: null, documentId })
  })

  test('of what is not there is refused', async () => {
    const host = start()
    const { handle: document } = await workedOn(host)
    const nothing = { document, roots: ['journey:none'], leaveOut: [], name: 'x' }
    await expect(ask(host, nothing)).rejects.toMatchObject({ code: 'share.nothing' })
  })
})

describe('with dialogs', () => {
  test('the file is saved where the person says, whole, and nothing stays beside it', async () => {
    const target = join(folder.path, 'sent')
    let suggested = ''
    const host = start(path => {
      suggested = path
      return Promise.resolve(`${target}.jboard`)
    })
    const { handle: document } = await workedOn(host)
    const before = readdirSync(folder.path)
    const sent = await ask(host, { document, roots: [], leaveOut: [...leavable], name: 'For guests' })
    expect(suggested).toBe(join(folder.path, 'For guests.jboard'))
    expect(sent).toEqual({ name: 'sent.jboard', folder: basename(folder.path), base64: null })
    expect(foundIn(readFileSync(`${target}.jboard`))).toEqual([])
    expect(readdirSync(folder.path).toSorted()).toEqual([...before, 'sent.jboard'].toSorted())
    expect(readdirSync(join(folder.path, 'data', 'incoming'))).toEqual([])
  })

  test('changing one’s mind writes nothing; an open document and our own folder are no places', async () => {
    let place: string | null = null
    const host = start(() => Promise.resolve(place))
    const { handle: document } = await workedOn(host)
    const input: InputOf<'document.share'> = { document, roots: [], leaveOut: ['costs'], name: 'x' }
    expect(await ask(host, input)).toBeNull()
    place = join(folder.path, 'Planted.jboard')
    await expect(ask(host, input)).rejects.toMatchObject({ code: 'file.openElsewhere' })
    place = join(folder.path, 'data', 'x.jboard')
    await expect(ask(host, input)).rejects.toMatchObject({ code: 'file.inAppFolder' })
    expect(readdirSync(join(folder.path, 'data', 'incoming'))).toEqual([])
  })
})

test('a file that finds no place in our own folder says that the disk is at fault', async () => {
  const host = start()
  const { handle: document } = await workedOn(host)
  rmSync(join(folder.path, 'data', 'incoming'), { recursive: true })
  for (const leaveOut of [[], ['costs'] as const]) {
    const input: InputOf<'document.share'> = { document, roots: [], leaveOut: [...leaveOut], name: 'x' }
    await expect(ask(host, input)).rejects.toMatchObject({ code: 'disk.failed' })
  }
})

const pick = ({ json, stamps }: { json: string; stamps: string }) => ({ json, stamps })
