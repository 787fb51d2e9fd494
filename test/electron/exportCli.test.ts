/** `export` on the command line, and the same asked by the page. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureFacts } from '../../electron/host/pictureFacts'
import { cliFolder } from '../helpers/cli'
import { startHost } from '../helpers/host'
import { readPdf } from '../helpers/pdf'
import { pictureWish as wish } from '../helpers/pictureWish'
import { strictSvg } from '../helpers/strictSvg'

const cli = cliFolder()
const [journey, canvas, both] = [cli.at('yacht.jboard'), cli.at('cafe.jboard'), cli.at('both.jboard')]
beforeAll(async () => {
  await cli.run('new', journey, '--template', 'yacht-charter')
  await cli.run('new', canvas, '--template', 'cafe-chain-bmc')
  await cli.run('new', both, '--template', 'yacht-charter')
  const commands = [
    { command: 'canvas.add', args: { title: 'Boats' } },
    { command: 'canvas.add', args: { title: 'Boats' } },
    { command: 'canvas.add', args: { title: 'Marina' } },
  ]
  expect((await cli.run('apply', both, cli.write('commands.json', commands))).err).toBe('')
})
afterAll(cli.end)

describe('export FILE -o OUT', () => {
  test('makes SVG, PNG and PDF, by the name of the file or as told', async () => {
    const svg = cli.at('yacht.svg')
    expect(await cli.run('export', journey, '-o', svg)).toEqual({ code: 0, out: `${svg}\n`, err: '' })
    expect(strictSvg(readFileSync(svg, 'utf8')).texts).toContain('Yacht charter: a week on a sailing boat')
    const png = cli.at('cafe.png')
    await cli.run('export', canvas, '-o', png, '--scale', '0.5', '--dark')
    expect(pictureFacts(readFileSync(png)).mime).toBe('image/png')
    const pdf = cli.at('poster')
    const told = await cli.json(
      'export',
      journey,
      '-o',
      pdf,
      '--format',
      'pdf',
      '--paper',
      'a1',
      '--portrait',
    )
    expect(told).toMatchObject({ path: pdf, format: 'pdf', title: 'Yacht charter: a week on a sailing boat' })
    const { pages } = await readPdf(readFileSync(pdf))
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[594, 841]])
    const tiles = cli.at('tiles.pdf')
    await cli.run('export', journey, '-o', tiles, '--tile')
    expect((await readPdf(readFileSync(tiles))).pages.length).toBeGreaterThan(1)
  })

  test('has its words in the language asked for', async () => {
    const out = cli.at('sk.svg')
    await cli.run('export', journey, '-o', out, '--lang', 'sk')
    expect(strictSvg(readFileSync(out, 'utf8')).texts).toContain('Kontaktné body')
  })

  test('asks which board where there are several, and takes an id or a title', async () => {
    const out = cli.at('which.svg')
    const asked = await cli.run('export', both, '-o', out)
    expect(asked.code).toBe(2)
    expect(asked.err).toMatch(/--board.*Yacht charter.*Marina \(canvas:/)
    const unknown = await cli.run('export', both, '-o', out, '--board', 'Harbour')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('“Harbour”')])
    // two of one name are told apart by their ids
    expect((await cli.run('export', both, '-o', out, '--board', 'Boats')).code).toBe(2)
    expect(existsSync(out)).toBe(false)
    const [, id = ''] = /Boats \((canvas:[^)]+)\)/.exec(asked.err) ?? []
    expect((await cli.run('export', both, '-o', out, '--board', id)).code).toBe(0)
    expect((await cli.run('export', both, '-o', cli.at('m.svg'), '--board', 'Marina')).code).toBe(0)
    expect(strictSvg(readFileSync(cli.at('m.svg'), 'utf8')).texts[0]).toBe('Marina')
  })

  test('refuses what it cannot do, and leaves nothing behind', async () => {
    const before = readdirSync(cli.path).toSorted()
    const refused = async (...args: readonly string[]) => (await cli.run('export', journey, ...args)).code
    expect(await refused('-o', cli.at('x.gif'))).toBe(2)
    expect(await refused()).toBe(2)
    expect(await refused('-o', cli.at('x.png'), '--scale', '0')).toBe(2)
    expect(await refused('-o', cli.at('x.png'), '--scale', '20')).toBe(2)
    expect(await refused('-o', cli.at('x.pdf'), '--paper', 'B5')).toBe(2)
    expect(await refused('-o', journey, '--format', 'svg')).toBe(2)
    expect(await refused('-o', cli.at('nowhere/x.svg'))).toBe(2)
    expect(readdirSync(cli.path).toSorted()).toEqual(before)
  })
})

describe('document.export', () => {
  /** A host whose person always saves at this place; without one there are no dialogs. */
  async function opened(place?: (suggested: string) => string | null) {
    const asked: string[] = []
    const host = startHost({
      language: 'en',
      shell: {
        dialogs: place !== undefined,
        ...(place && {
          pickSave: (suggested: string) => {
            asked.push(suggested)
            return Promise.resolve(place(suggested))
          },
        }),
      },
    })
    const answer = await host.call('document.create', { template: 'yacht-charter' })
    if (!answer.ok) throw new Error(answer.error.code)
    const { handle, records } = answer.value as { handle: string; records: string }
    const board = (JSON.parse(records) as { id: string; type: string }[]).find(
      one => one.type === 'journey',
    )!.id
    const run = (input: object = {}) =>
      host.call('document.export', { document: handle, board, wish, ...input })
    return { run, asked, folder: host.folder, end: host.end }
  }

  test('without dialogs the page gets the bytes and a name', async () => {
    const { run, end } = await opened()
    const answer = await run()
    expect(answer).toMatchObject({ ok: true, value: { name: 'Yacht charter a week on a sailing boat.svg' } })
    const { base64 } = (answer as { value: { base64: string } }).value
    expect(strictSvg(Buffer.from(base64, 'base64').toString()).counts.get('svg')).toBe(1)
    expect(await run({ board: 'journey:gone' })).toMatchObject({
      ok: false,
      error: { code: 'export.noBoard' },
    })
    await end()
  })

  test('with dialogs it is saved where the person says, whole, in place of what was there', async () => {
    let place: string | null = null
    const { run, asked, folder, end } = await opened(() => place)
    expect(await run()).toEqual({ ok: true, value: null })
    expect(asked[0]).toMatch(/Yacht charter a week on a sailing boat\.svg$/)
    place = join(folder, 'map')
    writeFileSync(`${place}.svg`, 'old')
    // the dialog asked about "map", not about "map.svg"
    expect(await run()).toEqual({ ok: true, value: { name: 'map 2.svg', base64: null } })
    expect(readFileSync(`${place}.svg`, 'utf8')).toBe('old')
    place = `${place}.svg`
    expect(await run()).toEqual({ ok: true, value: { name: 'map.svg', base64: null } })
    expect(strictSvg(readFileSync(place, 'utf8')).counts.get('svg')).toBe(1)
    place = join(folder, 'data', 'map.svg')
    expect(await run()).toMatchObject({ ok: false, error: { code: 'file.inAppFolder' } })
    place = join(folder, 'nowhere', 'map.svg')
    expect(await run()).toMatchObject({ ok: false, error: { code: 'export.cannotWrite' } })
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
    await end()
  })
})
