import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForeign, type GuardOptions } from '../../electron/host/guard/openForeign'
import { answerFor } from '../../electron/host/guard/refuse'
import { spawnWithNode } from '../../electron/host/guard/spawnGuard'
import { languages } from '../../shared/ipc/contract'
import { textsIn, wordsOf } from '../../shared/i18n'
import { tempFolder } from '../helpers/folders'
import { altered, contentOf, fingerprint, healthy, resealed } from '../helpers/guarded'

let folder: ReturnType<typeof tempFolder>
let temporary: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
  temporary = tempFolder()
})
afterEach(() => {
  folder.remove()
  temporary.remove()
})

/** Opens, and makes sure that nothing beside the private folder was touched and nothing stays behind. */
async function opening(path: string, options: GuardOptions = {}) {
  const before = fingerprint(folder.path)
  const result = await openForeign(path, { temporary: temporary.path, ...options })
  const content = result.ok ? contentOf(result.path) : undefined
  await result.discard()
  expect(fingerprint(folder.path), 'the folder of the file is as it was').toBe(before)
  expect(readdirSync(temporary.path), 'nothing stays in the private place').toEqual([])
  return { result, content }
}

async function codeOf(path: string, options: GuardOptions = {}) {
  const { result } = await opening(path, options)
  return result.ok ? (result.readOnly ?? 'ok') : result.error.code
}

const inFolder = (name: string, content?: string | Buffer) => {
  const path = join(folder.path, name)
  if (content !== undefined) writeFileSync(path, content)
  return path
}

describe('a healthy file', () => {
  test('opens as a fresh file with the same content', async () => {
    const path = healthy(folder.path)
    const { result, content } = await opening(path)
    expect(result).toMatchObject({ ok: true, readOnly: null, notices: [] })
    expect(result.ok && result.facts).toMatchObject({
      documentId: 'sampleDocument',
      revision: 64,
      records: 64,
      changes: 1,
      blobs: 1,
      format: 1,
    })
    expect(content).toEqual(contentOf(path))
  })

  test('opens through a link and from a name of 255 bytes with composed and decomposed letters', async () => {
    const path = healthy(folder.path)
    const link = inFolder('link.jboard')
    symlinkSync(path, link)
    const name = `ž${'z\u030C'.repeat(82)}.jboard`
    expect(Buffer.byteLength(name)).toBe(255)
    copyFileSync(path, inFolder(name))
    expect(await codeOf(link)).toBe('ok')
    expect(await codeOf(inFolder(name))).toBe('ok')
  })

  /** What plain SQLite makes of a file and what lies beside it. */
  function openedPlainly(path: string, sidecar: string) {
    const target = join(temporary.path, 'plain.jboard')
    copyFileSync(path, target)
    copyFileSync(`${path}${sidecar}`, `${target}${sidecar}`)
    try {
      return contentOf(altered(target, 'SELECT 1 FROM meta'))
    } finally {
      for (const name of readdirSync(temporary.path)) rmSync(join(temporary.path, name))
    }
  }

  test('a write-ahead log beside it is not honoured', async () => {
    const sent = healthy(folder.path, undefined, 'sent.jboard')
    const wanted = contentOf(sent)
    const path = inFolder('Received.jboard')
    const db = new Database(sent)
    db.pragma('journal_mode = WAL')
    copyFileSync(sent, path)
    db.exec("INSERT INTO meta VALUES ('trap', 'sprung')")
    copyFileSync(`${sent}-wal`, `${path}-wal`)
    db.close()
    expect((await opening(path)).content).toEqual(wanted)
    expect(openedPlainly(path, '-wal'), 'control: plain SQLite falls for it').not.toEqual(wanted)
  })

  test('a hot journal beside it is not honoured', async () => {
    const path = healthy(folder.path)
    const db = new Database(path)
    db.pragma('synchronous = OFF')
    db.exec(
      "BEGIN IMMEDIATE; UPDATE meta SET value = 'other' WHERE key = 'documentId'; UPDATE record SET rev = 5",
    )
    db.pragma('cache_size = 1')
    db.exec('UPDATE record SET rev = 6')
    copyFileSync(`${path}-journal`, inFolder('kept'))
    db.exec('COMMIT')
    db.close()
    resealed(path)
    renameSync(inFolder('kept'), `${path}-journal`)
    const result = await openForeign(path, { temporary: temporary.path })
    expect(result).toMatchObject({ ok: true, facts: { documentId: 'other' } })
    const content = result.ok && contentOf(result.path)
    await result.discard()
    expect(openedPlainly(path, '-journal'), 'control: plain SQLite rolls back').not.toEqual(content)
  })
})

describe('one clear code for every file that is not a document', () => {
  const truncated = () => {
    const path = healthy(folder.path)
    truncateSync(path, readFileSync(path).length / 2)
    return path
  }
  const foreign = () => {
    const path = inFolder('notes.db')
    altered(path, 'CREATE TABLE notes (text)', "INSERT INTO notes VALUES ('hello')")
    return path
  }
  const cases: readonly [string, () => string, string][] = [
    ['no bytes', () => inFolder('empty.jboard', ''), 'file.empty'],
    [
      'text',
      () => inFolder('letter.jboard', 'Dear colleague, here is the map.\n'.repeat(50)),
      'file.notADocument',
    ],
    [
      'ninety bytes of a document',
      () => inFolder('a', readFileSync(healthy(folder.path)).subarray(0, 90)),
      'file.truncated',
    ],
    ['half a document', truncated, 'file.truncated'],
    ['another program’s database', foreign, 'file.foreignDatabase'],
    ['a folder', () => (mkdirSync(inFolder('maps.jboard')), inFolder('maps.jboard')), 'file.isFolder'],
    ['nothing there', () => inFolder('gone.jboard'), 'file.missing'],
    ['a link to nothing', () => (symlinkSync('gone', inFolder('l')), inFolder('l')), 'file.missing'],
    ['an impossible name', () => inFolder(`${'x'.repeat(300)}.jboard`), 'file.missing'],
    [
      'a document with another mark',
      () => altered(healthy(folder.path), 'PRAGMA application_id = 7'),
      'file.damaged',
    ],
    [
      'a document without layout number',
      () => altered(healthy(folder.path), 'PRAGMA user_version = 0'),
      'file.damaged',
    ],
    [
      'a document without hash',
      () => altered(healthy(folder.path), "DELETE FROM meta WHERE key = 'contentHash'"),
      'file.damaged',
    ],
    [
      'a changed text',
      () => altered(healthy(folder.path), "UPDATE record SET json = replace(json, 'Journey', 'Yourney')"),
      'file.damaged',
    ],
  ]
  test.each(cases)('%s', async (_name, make, code) => {
    const path = make()
    expect(await codeOf(path)).toBe(code)
  })

  test.skipIf(process.platform === 'win32')('a pipe, which would never end', async () => {
    execFileSync('mkfifo', [inFolder('pipe.jboard')])
    expect(await codeOf(inFolder('pipe.jboard'))).toBe('file.notAFile')
  })

  test('more than 256 MB', async () => {
    const path = healthy(folder.path)
    truncateSync(path, 256 * 1024 * 1024 + 1)
    const before = process.memoryUsage.rss()
    const result = await openForeign(path, { temporary: temporary.path })
    expect(result).toMatchObject({ ok: false, error: { code: 'file.tooBig', params: { megabytes: 256 } } })
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })

  test.each([
    ['EACCES', 'file.noPermission'],
    ['EPERM', 'file.noPermission'],
    ['ENOSPC', 'disk.full'],
    ['EIO', 'file.unreadable'],
    ['ESTALE', 'file.unreadable'],
  ])('the system says %s', (code, wanted) => {
    expect(answerFor(Object.assign(new Error(code), { code })).code).toBe(wanted)
  })

  test('every code is a sentence in every language', async () => {
    const codes = readFileSync(join(import.meta.dirname, '../../electron/host/guard/refuse.ts'), 'utf8')
      .split('export type FileErrorCode =')[1]!
      .split('\n\n')[0]!
      .matchAll(/'(file\.[a-zA-Z]+)'/g)
    const params = { megabytes: 256, limit: 200_000, reason: 'EIO', recovered: 1, total: 2, number: 3 }
    const notices = ['file.salvaged', 'file.cleaned', 'file.newerSkipped']
    for (const code of [...[...codes].map(found => found[1]!), ...notices]) {
      const sentences = new Set<string>()
      for (const language of languages) {
        const { t } = await textsIn(language)
        sentences.add(wordsOf(t, { code, params }))
      }
      expect(sentences.size, code).toBe(languages.length)
      for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]{20,}\.$/)
      expect([...sentences][0]).not.toContain('Something went wrong')
    }
  })
})

describe('a file of a newer version', () => {
  const newer = (...more: string[]) =>
    altered(
      healthy(folder.path),
      'ALTER TABLE record ADD COLUMN mood TEXT',
      'CREATE TABLE layer (id TEXT PRIMARY KEY)',
      ...more,
      'PRAGMA user_version = 2',
    )

  test('opens for reading, with what this version knows', async () => {
    const { result, content } = await opening(newer())
    expect(result).toMatchObject({ ok: true, readOnly: 'file.newer', facts: { format: 2, records: 64 } })
    expect((content as { record: unknown[] }).record).toHaveLength(64)
  })

  test('leaves out and counts what this version cannot show', async () => {
    const { result } = await opening(
      newer(`UPDATE record SET json = '{"id":"step:one","type":"step"}' WHERE id = 'step:one'`),
    )
    expect(result).toMatchObject({
      ok: true,
      readOnly: 'file.newer',
      facts: { records: 63 },
      notices: [{ code: 'file.newerSkipped', params: { number: 1 } }],
    })
  })

  test('opens for reading when it names a newer reader', async () => {
    const path = resealed(
      altered(healthy(folder.path), "UPDATE meta SET value = '2' WHERE key = 'minimumReader'"),
    )
    expect(await codeOf(path)).toBe('file.newer')
  })

  test('a flipped layout number over changed content is damage, not a newer version', async () => {
    const path = altered(
      healthy(folder.path),
      "UPDATE record SET json = replace(json, 'Journey', 'Yourney')",
      'PRAGMA user_version = 65537',
    )
    expect(await codeOf(path)).toBe('file.damaged')
  })

  test.each([
    ['a view posing as our table', ['DROP TABLE session', 'CREATE VIEW session AS SELECT 1 AS actor']],
    [
      'a generated column',
      [
        'ALTER TABLE change RENAME COLUMN author TO a2',
        "ALTER TABLE change ADD COLUMN author TEXT AS (printf('%200000000d', 1))",
      ],
    ],
    ['a virtual table', ['DROP TABLE blob', 'CREATE VIRTUAL TABLE blob USING fts5(sha256, mime, bytes)']],
  ])('%s is refused there too', async (_name, statements) => {
    expect(await codeOf(newer(...statements))).toBe('file.tampered')
  })
})

describe('the process that examines', () => {
  const script = (body: string) => {
    const path = join(temporary.path, 'guard.mjs')
    const pid = join(temporary.path, 'pid')
    writeFileSync(
      path,
      `import { writeFileSync } from 'node:fs'
       writeFileSync(${JSON.stringify(pid)}, String(process.pid))
       process.on('message', () => { ${body} })`,
    )
    return { spawn: () => spawnWithNode(path), pid: () => Number(readFileSync(pid, 'utf8')) }
  }
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  const run = async (body: string, limits: GuardOptions['limits'] = {}) => {
    const { spawn, pid } = script(body)
    const since = performance.now()
    const result = await openForeign(healthy(folder.path), { spawn, limits })
    const took = performance.now() - since
    await result.discard()
    expect(isAlive(pid())).toBe(false)
    return { code: result.ok ? 'ok' : result.error.code, took }
  }

  test('is killed when it hangs without a word', async () => {
    const { code, took } = await run('for (;;);', { milliseconds: 1000 })
    expect(code).toBe('file.tookTooLong')
    expect(took).toBeLessThan(5000)
  })

  test('is killed when it keeps talking but never ends', async () => {
    const { code } = await run('setInterval(() => process.send({ resident: 1 }), 20)', { milliseconds: 1000 })
    expect(code).toBe('file.tookTooLong')
  })

  test('is killed when it eats memory', async () => {
    const eating = `const eaten = []
      setInterval(() => {
        eaten.push(Buffer.alloc(16 * 1024 * 1024, 1))
        process.send({ resident: process.memoryUsage.rss() })
      }, 10)`
    const { code, took } = await run(eating, { resident: 256 * 1024 * 1024 })
    expect(code).toBe('file.tookTooLong')
    expect(took).toBeLessThan(8000)
  })

  test('may crash or talk nonsense without harm', async () => {
    expect((await run('process.abort()')).code).toBe('file.notChecked')
    expect((await run('process.send({ verdict: { ok: true } })')).code).toBe('file.notChecked')
  })

  test('that cannot be started is an answer too', async () => {
    const spawn = () => spawnWithNode(join(temporary.path, 'not-there.mjs'))
    const answer = { ok: false, error: { code: 'file.notChecked' } }
    expect(await openForeign(healthy(folder.path), { spawn })).toMatchObject(answer)
  })

  test('ends after its work', async () => {
    const path = healthy(folder.path)
    let ended = false
    const spawn = (entry: string) => {
      const child = spawnWithNode(entry)
      child.onExit(() => (ended = true))
      return child
    }
    const result = await openForeign(path, { spawn })
    await sleep(0)
    expect(result.ok && existsSync(result.path)).toBe(true)
    expect(ended).toBe(true)
    await result.discard()
  })
})
