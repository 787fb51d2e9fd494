import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { languages } from '../../shared/ipc/contract'
import { cliFolder, type CliFolder } from '../helpers/cli'

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

interface Line {
  readonly rule: string
  readonly severity: string
  readonly records: readonly string[]
  readonly message: string
}
const check = async (path: string, ...args: readonly string[]) => {
  const { code, out } = await cli.run('check', path, '--json', ...args)
  return { code, found: JSON.parse(out) as Line[] }
}
const recordsOf = async (path: string) => JSON.parse(await cli.dump(path)).records as any[]

test('snack-startup-bmc: the expected warning about the sport clubs, in exactly four fields', async () => {
  const path = cli.at('snack.jboard')
  await cli.run('new', path, '--template', 'snack-startup-bmc')
  const { code, found } = await check(path)
  expect(code).toBe(1)
  expect(new Set(found.flatMap(one => Object.keys(one)))).toEqual(
    new Set(['rule', 'severity', 'records', 'message']),
  )
  const gyms = (await recordsOf(path)).find(record => record.key === 'gyms').id
  const about = found.filter(({ records }) => records.includes(gyms))
  expect(about).toEqual(
    expect.arrayContaining([
      { rule: 'L01', severity: 'error', records: [gyms], message: 'Nothing is offered to “Sport clubs”.' },
      { rule: 'L07', severity: 'warning', records: [gyms], message: 'No channel reaches “Sport clubs”.' },
      {
        rule: 'L05',
        severity: 'warning',
        records: [gyms],
        message: '“Sport clubs” is meant to pay, but no revenue stream comes from there.',
      },
      {
        rule: 'L18',
        severity: 'warning',
        records: [gyms],
        message: '“Sport clubs” fails the size rule. Not fulfilled: Large enough.',
      },
    ]),
  )
})

test('the sentences are in the language asked for', async () => {
  const path = cli.at('snack.jboard')
  await cli.run('new', path, '--template', 'snack-startup-bmc')
  const told = await Promise.all(languages.map(language => check(path, '--lang', language)))
  const sentences = told.map(({ found }) => found.find(({ rule }) => rule === 'L01')?.message)
  expect(new Set(sentences).size).toBe(languages.length)
  expect(sentences[1]).toBe('Pre „Sport clubs“ nie je žiadna hodnotová ponuka.')
})

test('what was set aside is no finding, is listed with its reason, and survives dump and load', async () => {
  const path = cli.at('snack.jboard')
  await cli.run('new', path, '--template', 'snack-startup-bmc')
  const before = (await check(path)).found
  const aside = before.find(({ rule }) => rule === 'L01')!
  const commands = [
    {
      command: 'waiver.add',
      args: { rule: 'L01', targetIds: aside.records, reason: 'An idea' },
    },
  ]
  await cli.json('apply', path, cli.write('waive.json', commands))
  const again = cli.at('again.jboard')
  await cli.run('load', cli.write('dump.json', await cli.dump(path)), '-o', again)
  for (const file of [path, again]) {
    expect((await check(file)).found).toEqual(before.filter(one => one !== aside))
    const { out } = await cli.run('check', file)
    expect(out).toContain('Set aside:\n  L01 Error: Nothing is offered to “Sport clubs”. (An idea)\n')
    expect(out).toContain('Not checked:\n  L08: No channel says in which phases it serves.\n')
  }
})

test('ends with 0 when there are hints alone, with 2 when the file is none', async () => {
  const path = cli.at('plain.jboard')
  await cli.run('new', path, '--lang', 'en')
  await cli.json(
    'apply',
    path,
    cli.write('canvas.json', [{ command: 'canvas.add', args: { title: 'Empty' } }]),
  )
  expect(await check(path)).toMatchObject({ code: 0, found: [{ rule: 'L34', severity: 'hint' }] })
  const { code, out } = await cli.run('check', path)
  expect([code, out.split('\n')[0]]).toEqual([0, 'L34 Hint: “Empty” is still empty.'])
  expect(await cli.run('check', cli.write('bad.jboard', 'not a document'))).toMatchObject({
    code: 2,
    out: '',
  })
})

test('several canvases are told one after the other; the file is only read', async () => {
  const path = cli.at('all.jboard')
  await cli.run('new', path, '--template', 'snack-startup-bmc')
  await cli.json(
    'apply',
    path,
    cli.write('canvas.json', [{ command: 'canvas.add', args: { title: 'Second' } }]),
  )
  const bytes = readFileSync(path)
  const { out } = await cli.run('check', path)
  expect(out).toMatch(
    /^Healthy-snack start-up\n {2}L01 .*\nSecond\n {2}L34 Hint: “Second” is still empty\.\n/s,
  )
  expect(readFileSync(path)).toEqual(bytes)
})
