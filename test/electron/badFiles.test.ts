/** Files that are no documents, or not any more, on the command line. */
import { mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textsIn, wordsOf } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { root } from '../helpers/folders'
import { fingerprint, healthy } from '../helpers/guarded'
import { sampleRows } from '../helpers/sampleRows'

const original = join(root, 'test/files/templates.json')

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder({})
})
afterEach(() => cli.end())

describe('bad files', () => {
  const makers: Readonly<Record<string, () => string>> = {
    'nothing in it': () => cli.write('bad', ''),
    'a text': () => cli.write('bad', 'Once upon a time there was a customer.\n'.repeat(400)),
    'a folder': () => {
      mkdirSync(cli.at('bad'))
      return cli.at('bad')
    },
    'no file': () => cli.at('bad'),
    'a database of another program': () => changedBy(database => database.exec('CREATE TABLE t (a)'), true),
    'a newer layout': () => changedBy(database => database.pragma('user_version = 99')),
    'an extra view': () => changedBy(database => database.exec('CREATE VIEW v AS SELECT 1')),
    'an extra trigger': () =>
      changedBy(database =>
        database.exec('CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM record; END'),
      ),
    'a changed value': () =>
      changedBy(database => database.exec("UPDATE record SET json = replace(json, 'Step', 'Stop')")),
    'half of a document': () => {
      const path = healthy(cli.path, sampleRows(60), 'bad')
      truncateSync(path, Math.floor(readFileSync(path).length / 2))
      return path
    },
  }
  const changedBy = (change: (database: Database.Database) => unknown, foreign = false) => {
    const path = foreign ? cli.at('bad') : healthy(cli.path, sampleRows(5), 'bad')
    const database = new Database(path)
    change(database)
    database.close()
    return path
  }

  test.each(Object.keys(makers))('%s: one sentence in each language, exit 2, nothing written', async name => {
    const path = makers[name]!()
    const input = join(cli.path, '../input.json')
    writeFileSync(input, '[]')
    const before = fingerprint(cli.path)
    const { code, out, err } = await cli.run('verify', path, '--json')
    const { code: reason, params, message } = JSON.parse(out)
    expect([code, err]).toEqual([2, `${message}\n`])
    const sentences = new Set<string>()
    for (const language of languages) {
      const { t } = await textsIn(language)
      const sentence = wordsOf(t, { code: reason, params })
      expect(sentence).toMatch(/^\p{Lu}[^\n]{30,}$/u)
      sentences.add(sentence)
    }
    expect(sentences.size).toBe(languages.length)
    expect(sentences).toContain(message)
    expect(reason).toMatch(/^file\./)
    expect(await cli.run('apply', path, input)).toEqual({ code: 2, out: '', err })
    expect(fingerprint(cli.path)).toBe(before)
  })

  test.each([
    ['figures', 'sk'],
    ['dump', 'cs'],
    ['versions', 'pl'],
    ['verify', 'sl'],
  ] as const)('%s says it too, in the language asked for', async (command, language) => {
    const { code, out, err } = await cli.run(command, makers['a changed value']!(), '--lang', language)
    const { t } = await textsIn(language)
    expect([code, out, err]).toEqual([2, '', `${wordsOf(t, { code: 'file.damaged', params: {} })}\n`])
    expect(readdirSync(cli.path)).toEqual(['bad'])
  })

  test('nothing is imported into a bad file', async () => {
    const path = makers['a changed value']!()
    const before = fingerprint(cli.path)
    expect((await cli.run('import', original, '--into', path)).code).toBe(2)
    expect(fingerprint(cli.path)).toBe(before)
  })

  test('verify says what is wrong as JSON too, and that a good file is in order', async () => {
    const bad = await cli.run('verify', cli.write('bad', ''), '--json')
    expect([bad.code, JSON.parse(bad.out)]).toMatchObject([2, { ok: false, code: 'file.empty' }])
    const good = healthy(cli.path)
    expect(await cli.run('verify', good)).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok'),
      err: '',
    })
    expect(await cli.json('verify', good)).toMatchObject({
      ok: true,
      documentId: 'sampleDocument',
      records: 64,
    })
  })
})
