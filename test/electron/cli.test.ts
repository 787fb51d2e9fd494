import { execFile, spawn } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../shared/commands'
import { textsIn, wordsOf } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { root } from '../helpers/folders'
import { contentOf, fingerprint, healthy } from '../helpers/guarded'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

const original = join(root, 'test/files/templates.json')
const { templates } = JSON.parse(readFileSync(original, 'utf8')) as { templates: any[] }
const journeys = templates.filter(({ kind }) => kind === 'journey')
const canvases = templates.filter(({ kind }) => kind === 'bmc')

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

const write = (name: string, content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(cli.at(name), text)
  return cli.at(name)
}

const dump = async (path: string) => {
  const { code, out, err } = await cli.run('dump', path)
  expect([code, err]).toEqual([0, ''])
  return out
}

describe('new and figures', () => {
  test('every journey template becomes a document with the figures it states', async () => {
    for (const { key, expectedFigures, metricReadings } of journeys) {
      const path = cli.at(`${key}.jboard`)
      expect((await cli.run('new', path, '--template', key)).out).toBe(`${path}\n`)
      const found = await cli.json<any>('figures', path)
      const [made] = found.journeys
      expect(found).toEqual({ journeys: [made], canvases: [] })
      expect(made).toMatchObject({ key, figures: expectedFigures })
      expect(Object.keys(made.figures)).toEqual(Object.keys(expectedFigures))
      for (const [at, reading] of metricReadings.entries()) {
        expect(made.metricReadings[at]).toMatchObject({ metric: reading.metric, figures: reading.expected })
      }
    }
    expect(readdirSync(cli.path).toSorted()).toEqual(journeys.map(({ key }) => `${key}.jboard`).toSorted())
  })

  test('without a template there are the usual stages, in the language asked for', async () => {
    await cli.run('new', cli.at('Cesta.jboard'), '--lang', 'sk')
    const { records } = JSON.parse(await dump(cli.at('Cesta.jboard')))
    const stages = records.filter((record: any) => record.type === 'stage').map((stage: any) => stage.title)
    expect(stages).toHaveLength(8)
    expect(stages).toContain('Podpora')
    expect(records.find((record: any) => record.type === 'project').title).toBe('Cesta')
  })

  test('channels of a template have names in the language asked for', async () => {
    await cli.run('new', cli.at('a.jboard'), '--template', 'retail-purchase', '--lang', 'pl')
    const { records } = JSON.parse(await dump(cli.at('a.jboard')))
    expect(records.find((record: any) => record.key === 'store').title).toBe('Sklep stacjonarny')
  })

  test('figures for people are labelled in their language', async () => {
    await cli.run('new', cli.at('a.jboard'), '--template', 'retail-purchase')
    const { out } = await cli.run('figures', cli.at('a.jboard'), '--lang', 'sk')
    expect(out).toContain('Kontaktné body: 21')
    expect(out).toContain('Priemerná emócia: 0,19')
    expect(out).toContain('Priemer: 3,86')
  })

  test('a file that is there is left alone', async () => {
    const path = write('there.jboard', 'mine')
    const { code, out } = await cli.run('new', path)
    expect([code, out, readFileSync(path, 'utf8')]).toEqual([2, '', 'mine'])
  })

  test('an unknown template, a missing folder and the app folder are refused', async () => {
    const noTemplate = await cli.run('new', cli.at('a.jboard'), '--template', 'none')
    expect(noTemplate).toMatchObject({ code: 2, err: expect.stringContaining('retail-purchase') })
    expect((await cli.run('new', cli.at('no/such/a.jboard'))).code).toBe(2)
    await cli.run('new', cli.at('a.jboard'))
    expect((await cli.run('new', join(process.env['JOURNEYBOARD_DATA']!, 'a.jboard'))).code).toBe(2)
    expect(readdirSync(cli.path)).toEqual(['a.jboard'])
  })
})

describe('import', () => {
  test('a file of several templates becomes one document; one of them can be chosen', async () => {
    const all = await cli.json<any>('import', original, '-o', cli.at('all.jboard'))
    expect(all.imported).toHaveLength(8)
    const figures = await cli.json<any>('figures', cli.at('all.jboard'))
    expect(figures.journeys.map((one: any) => one.figures)).toEqual(journeys.map(one => one.expectedFigures))
    expect(figures.canvases.map((one: any) => one.figures)).toEqual(canvases.map(one => one.expectedFigures))
    await cli.json('import', original, '-o', cli.at('one.jboard'), '--template', 'yacht-charter')
    expect((await cli.json<any>('figures', cli.at('one.jboard'))).journeys).toHaveLength(1)
  })

  test('into a document that is there: one undo step, channels of the same name are used', async () => {
    const path = cli.at('a.jboard')
    await cli.json('new', path, '--template', 'retail-purchase')
    await cli.json('import', original, '--into', path, '--template', 'eshop-bargain-hunters')
    const { records, changes } = JSON.parse(await dump(path))
    expect(changes).toMatchObject([{ command: 'document.import', rev: 2 }])
    const titles = records.filter((one: any) => one.type === 'channel').map((one: any) => one.title)
    expect(new Set(titles).size).toBe(titles.length)
    const figures = (await cli.json<any>('figures', path)).journeys
    expect(figures.map((one: any) => one.key)).toEqual(['retail-purchase', 'eshop-bargain-hunters'])
    for (const { key, figures: counted } of figures) {
      expect(counted).toEqual(templates.find(one => one.key === key).expectedFigures)
    }
  })

  test('with another place for the result the document itself stays', async () => {
    const path = cli.at('a.jboard')
    await cli.json('new', path)
    const before = readFileSync(path)
    await cli.json(
      'import',
      original,
      '--into',
      path,
      '-o',
      cli.at('b.jboard'),
      '--template',
      'yacht-charter',
    )
    expect(readFileSync(path)).toEqual(before)
    expect((await cli.json<any>('figures', cli.at('b.jboard'))).journeys).toHaveLength(2)
  })

  test('a broken file is refused with the place of the fault, and nothing is written', async () => {
    const broken = structuredClone({ format: 'cx-starter-templates', formatVersion: 1, templates })
    broken.templates[0].stages[2].steps[0].touchpoints[1].emotion = 7
    const input = write('broken.json', broken)
    const { code, out, err } = await cli.run('import', input, '-o', cli.at('a.jboard'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('templates[0].stages[2].steps[0].touchpoints[1].emotion')
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(cli.path)).toEqual(['broken.json'])
  })

  test('what the form does not know is told', async () => {
    const file = structuredClone({
      format: 'cx-starter-templates',
      formatVersion: 1,
      templates: [templates[0]],
    })
    file.templates[0].stages[0].mood = 'sunny'
    const { code, err } = await cli.run('import', write('a.json', file), '-o', cli.at('a.jboard'))
    expect([code, err.includes('templates[0].stages[0].mood')]).toEqual([0, true])
  })

  test.each([
    ['no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['no JSON', Buffer.from('stages: 3')],
    ['another form', Buffer.from('{"format":"other"}')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', async (_, bytes) => {
    writeFileSync(cli.at('in'), bytes)
    const { code, err } = await cli.run('import', cli.at('in'), '-o', cli.at('a.jboard'))
    expect([code, readdirSync(cli.path)]).toEqual([2, ['in']])
    expect(err).not.toContain('Something went wrong')
  })
})

describe('dump and load', () => {
  test('dump, load, dump is byte-equal, with the log, removed records, pictures and what a newer version wrote', async () => {
    const rows = sampleRows(5, [
      sampleRecord('segment', 'strange', { title: 'S', order: 'a', futureField: { deep: [1, null, 'ž'] } }),
      { id: 'hologram:one', type: 'hologram', shape: 'cube', 10: 'ten', 9: 'nine' },
    ])
    const gone = {
      ...rows.records.at(-3)!,
      gone: 1,
      stamps: '{"*":["sampleActor",3,3],"-":["sampleActor",9,9]}',
    }
    const path = healthy(cli.path, { ...rows, records: rows.records.with(-3, gone) })
    const first = await dump(path)
    const loaded = cli.at('loaded.jboard')
    await cli.json('load', write('dump.json', first), '-o', loaded)
    expect(await dump(loaded)).toBe(first)
    const { records, removed, blobs, changes, documentId } = JSON.parse(first)
    expect(records).toContainEqual({
      id: 'hologram:one',
      type: 'hologram',
      shape: 'cube',
      10: 'ten',
      9: 'nine',
    })
    expect(records.find((one: any) => one.id === 'segment:strange').futureField).toEqual({
      deep: [1, null, 'ž'],
    })
    expect([removed.length, blobs.length, changes.length, documentId]).toEqual([1, 1, 1, 'sampleDocument'])
    const ids = records.map((one: any) => one.id)
    expect(ids).toEqual(ids.toSorted())
  })

  test('a loaded file holds the very rows', async () => {
    await cli.json('new', cli.at('a.jboard'), '--template', 'bank-account-opening')
    await cli.json('load', write('dump.json', await dump(cli.at('a.jboard'))), '-o', cli.at('b.jboard'))
    const parsed = (path: string) =>
      JSON.parse(JSON.stringify(contentOf(path)), (_, value) => unfolded(value))
    expect(parsed(cli.at('b.jboard'))).toEqual(parsed(cli.at('a.jboard')))
    expect((await cli.run('verify', cli.at('b.jboard'))).code).toBe(0)
  })

  test('records put into a dump by hand come back', async () => {
    await cli.json('new', cli.at('a.jboard'))
    const text = JSON.parse(await dump(cli.at('a.jboard')))
    text.records.push({ id: 'hologram:x', type: 'hologram', colours: ['red'] })
    text.records[0].fromTomorrow = 1
    await cli.json('load', write('dump.json', text), '-o', cli.at('b.jboard'))
    const second = await dump(cli.at('b.jboard'))
    expect(JSON.parse(second).records).toContainEqual({
      id: 'hologram:x',
      type: 'hologram',
      colours: ['red'],
    })
    expect(JSON.parse(second).records).toContainEqual(text.records[0])
    await cli.json('load', write('second.json', second), '-o', cli.at('c.jboard'))
    expect(await dump(cli.at('c.jboard'))).toBe(second)
  })

  test('a dump that does not fit is refused and nothing is written', async () => {
    await cli.json('new', cli.at('a.jboard'), '--template', 'retail-purchase')
    const text = await dump(cli.at('a.jboard'))
    const broken: ((content: any) => unknown)[] = [
      () => 'no json',
      () => [],
      content => ({ ...content, format: 'other' }),
      content => ({ ...content, records: undefined }),
      content => ({ ...content, records: [{ type: 'stage' }] }),
      content => ({ ...content, records: [...content.records, content.records[0]] }),
      content => ({ ...content, records: content.records.filter((one: any) => one.type !== 'project') }),
      content => ({
        ...content,
        records: content.records.map((one: any) =>
          one.type === 'experience' ? { ...one, emotion: 9 } : one,
        ),
      }),
      content => ({ ...content, blobs: [{ sha256: '0'.repeat(64), mime: 'image/png', base64: 'AAAA' }] }),
      content => ({ ...content, sessions: [{ actor: '*', author: '', counter: 1, at: '' }] }),
    ]
    for (const [at, change] of broken.entries()) {
      const input = write('dump.json', change(JSON.parse(text)))
      const { code, out, err } = await cli.run('load', input, '-o', cli.at('b.jboard'))
      expect([at, code, out]).toEqual([at, 2, ''])
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(readdirSync(cli.path).toSorted()).toEqual(['a.jboard', 'dump.json'])
    }
  })
})

/** JSON inside a column as what it says. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** Read without the guard, which takes its time. */
function journeyIn(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], string>("SELECT id FROM record WHERE type = 'journey'").pluck().get()!
  } finally {
    db.close()
  }
}

describe('apply', () => {
  const stage = { command: 'stage.add', args: { id: 'stage:mine', title: 'Mine' } as Record<string, unknown> }
  let path: string
  let journeyId: string

  beforeEach(async () => {
    path = cli.at('a.jboard')
    await cli.json('new', path, '--template', 'retail-purchase')
    journeyId = journeyIn(path)
    stage.args['journeyId'] = journeyId
  })

  test('several commands are one undo step, and a changed record changes the figures', async () => {
    const before = (await cli.json<any>('figures', path)).journeys[0].figures
    const done = await cli.json<any>(
      'apply',
      path,
      write('commands.json', [
        stage,
        { command: 'step.add', args: { id: 'step:mine', stageId: 'stage:mine', title: 'Step' } },
        { command: 'touchpoint.add', args: { id: 'touchpoint:mine', stepId: 'step:mine', title: 'Point' } },
        { command: 'experience.rate', args: { touchpointId: 'touchpoint:mine', emotion: 2 } },
      ]),
    )
    expect(done).toMatchObject({ revision: 2, updated: [], removed: [] })
    expect(done.added).toHaveLength(4)
    const { figures } = (await cli.json<any>('figures', path)).journeys[0]
    expect(figures.stages).toBe(before.stages + 1)
    expect(figures.touchpoints).toBe(before.touchpoints + 1)
    // 4 of 21 before, one more with +2
    expect(figures.meanEmotion).toBe(0.27)
    expect(JSON.parse(await dump(path)).changes).toMatchObject([{ command: 'commands.apply', rev: 2 }])
    expect(readdirSync(cli.path).toSorted()).toEqual(['a.jboard', 'commands.json'])
    const db = new Database(path, { readonly: true })
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    db.close()
  })

  test.each<[string, unknown, string]>([
    ['a command that is not there', [stage, { command: 'stage.fly', args: {} }], '[1]'],
    [
      'an argument that does not fit',
      [stage, { command: 'stage.update', args: { id: 'stage:mine', title: 7 } }],
      'args.title',
    ],
    [
      'an argument nobody knows',
      [stage, { command: 'stage.update', args: { id: 'stage:mine', colour: 'red' } }],
      'args.colour',
    ],
    [
      'a record that is not there',
      [stage, { command: 'stage.update', args: { id: 'stage:none', title: '' } }],
      'stage:none',
    ],
    [
      'a parent that is not there',
      [stage, { command: 'step.add', args: { stageId: 'stage:none', title: '' } }],
      'stage:none',
    ],
    ['no entry', [stage, 'stage.add'], '[1]'],
    ['no list', stage, 'JSON'],
    ['no JSON', 'stage.add', 'JSON'],
  ])('%s: nothing is written', async (_, entries, named) => {
    const before = readFileSync(path)
    const { code, out, err } = await cli.run('apply', path, write('commands.json', entries))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(named)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(path)).toEqual(before)
    expect(readdirSync(cli.path).toSorted()).toEqual(['a.jboard', 'commands.json'])
  })

  test('what changes nothing touches no file', async () => {
    const before = fingerprint(cli.path)
    const input = join(cli.path, '../nothing.json')
    writeFileSync(input, '[]')
    expect(await cli.json('apply', path, input)).toMatchObject({ revision: 1, added: [] })
    expect(fingerprint(cli.path)).toBe(before)
  })

  test('a document behind a link is changed where it is', async () => {
    symlinkSync(path, cli.at('link.jboard'))
    await cli.json('apply', cli.at('link.jboard'), write('commands.json', [stage]))
    expect((await cli.json<any>('figures', path)).journeys[0].figures.stages).toBe(8)
  })

  test('versions lists what was before each change, newest first', async () => {
    for (const title of ['One', 'Two']) {
      const args = { id: journeyId, title }
      await cli.json('apply', path, write('commands.json', [{ command: 'journey.update', args }]))
    }
    const kept = await cli.json<any[]>('versions', path)
    expect(kept.map(version => version.revision)).toEqual([3, 2, 1])
    expect((await cli.run('versions', path)).out.trim().split('\n')).toHaveLength(3)
    copyFileSync(path, cli.at('copy.jboard'))
    expect(await cli.json('versions', cli.at('copy.jboard'))).toEqual([])
  })
})

describe('bad files', () => {
  const makers: Readonly<Record<string, () => string>> = {
    'nothing in it': () => write('bad', ''),
    'a text': () => write('bad', 'Once upon a time there was a customer.\n'.repeat(400)),
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
    const bad = await cli.run('verify', write('bad', ''), '--json')
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

describe('usage', () => {
  test.each([
    [['fly'], 'fly'],
    [['new'], 'journeyboard new FILE'],
    [['figures'], 'journeyboard figures FILE'],
    [['figures', 'a', 'b'], 'journeyboard figures FILE'],
    [['figures', 'a', '--colour'], 'journeyboard figures FILE'],
    [['load', 'a'], '-o FILE'],
    [['import', 'a'], '-o FILE'],
    [['figures', 'a', '--lang', 'xx'], 'en, sk, cs, pl, sl'],
  ])('%j is refused with what to write', async (args, told) => {
    const { code, out, err } = await cli.run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(told)
  })

  test('help names every command in five languages', async () => {
    const helps = new Set<string>()
    for (const language of languages) {
      const { code, out } = await cli.run('--help', '--lang', language)
      expect(code).toBe(0)
      for (const name of [
        'commands',
        'new',
        'import',
        'figures',
        'dump',
        'load',
        'apply',
        'verify',
        'versions',
        'serve',
      ]) {
        expect(out).toContain(`journeyboard ${name}`)
      }
      helps.add(out)
    }
    expect(helps.size).toBe(languages.length)
    expect(await cli.run('new', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('[--template KEY]'),
    })
  })

  test('commands lists every command with the JSON Schema of its arguments', async () => {
    const list = await cli.json<any[]>('commands')
    expect(list.map(one => one.command)).toEqual([...commands.keys()])
    for (const { args } of list) expect(args).toHaveProperty('type', 'object')
    const add = list.find(one => one.command === 'touchpoint.add').args
    expect(add.required).toContain('stepId')
    expect(add.required).not.toContain('id')
  })
})

describe('the built command line', () => {
  const script = join(root, 'out/main/cli.js')
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [script, ...args], { env: process.env })

  test('results on stdout, messages on stderr, the exit code', async () => {
    const path = cli.at('a.jboard')
    expect(await run('new', path, '--template', 'yacht-charter')).toEqual({ stdout: `${path}\n`, stderr: '' })
    const { stdout } = await run('figures', path, '--json')
    const expected = templates.find(one => one.key === 'yacht-charter').expectedFigures
    expect(JSON.parse(stdout).journeys[0].figures).toEqual(expected)
    const bad = await run('verify', write('bad', ''), '--lang', 'cs').catch((error: unknown) => error)
    expect(bad).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('prázdný') })
  })

  test('serve prints its address, answers, and ends when told', async () => {
    const child = spawn(process.execPath, [script, 'serve', '--port', '0'], {
      env: { ...process.env, JOURNEYBOARD_DOCUMENTS: cli.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise(done => child.once('exit', done))
    const said = new Promise<string>(done => child.stdout.once('data', data => done(String(data))))
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(await Promise.race([said, ended])))?.[0]
    expect(address).toBeDefined()
    expect((await fetch(address!)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})
