import { execFile, spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '../../shared/commands'
import { languages } from '../../shared/ipc/contract'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { root } from '../helpers/folders'

const original = join(root, 'test/files/templates.json')
const { templates } = JSON.parse(readFileSync(original, 'utf8')) as { templates: any[] }
const journeys = templates.filter(({ kind }) => kind === 'journey')
const canvases = templates.filter(({ kind }) => kind === 'bmc')

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

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
    const { records } = JSON.parse(await cli.dump(cli.at('Cesta.jboard')))
    const stages = records.filter((record: any) => record.type === 'stage').map((stage: any) => stage.title)
    expect(stages).toHaveLength(8)
    expect(stages).toContain('Podpora')
    expect(records.find((record: any) => record.type === 'project').title).toBe('Cesta')
  })

  test('channels of a template have names in the language asked for', async () => {
    await cli.run('new', cli.at('a.jboard'), '--template', 'retail-purchase', '--lang', 'pl')
    const { records } = JSON.parse(await cli.dump(cli.at('a.jboard')))
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
    const path = cli.write('there.jboard', 'mine')
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
    const { records, changes } = JSON.parse(await cli.dump(path))
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
    const input = cli.write('broken.json', broken)
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
    const { code, err } = await cli.run('import', cli.write('a.json', file), '-o', cli.at('a.jboard'))
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
    const bad = await run('verify', cli.write('bad', ''), '--lang', 'cs').catch((error: unknown) => error)
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
