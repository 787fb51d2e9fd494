import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { root } from '../helpers/folders'

const { templates } = JSON.parse(readFileSync(join(root, 'test/files/templates.json'), 'utf8')) as {
  templates: any[]
}
const canvases = templates.filter(({ kind }) => kind === 'bmc')

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

test('the canvas templates keep their figures; money nobody entered is null', async () => {
  for (const { key, expectedFigures, segments } of canvases) {
    const path = cli.at(`${key}.jboard`)
    await cli.run('new', path, '--template', key)
    const [{ figures, values }] = (await cli.json<any>('figures', path)).canvases
    expect(figures).toEqual(expectedFigures)
    expect(values).toMatchObject({ currency: 'EUR', period: 'year', unassigned: null, problems: [] })
    expect(values.segments.map((one: any) => one.segment).toSorted()).toEqual(
      segments.map((one: any) => one.key).toSorted(),
    )
    for (const one of [...values.segments, values.all])
      expect(one).toMatchObject({ revenue: null, cost: null, profit: null, nothing: 'noNumbers' })
    const { out } = await cli.run('figures', path)
    expect(out).not.toContain('Money per year')
  }
})

test('numbers on notes and segments become money, printed in the language asked for', async () => {
  const [{ key, expectedFigures }] = canvases
  const path = cli.at('a.jboard')
  await cli.run('new', path, '--template', key)
  const { records } = JSON.parse(await cli.dump(path))
  const pays = records.find((one: any) => one.type === 'link' && one.kind === 'pays')
  const paying = records.filter(
    (one: any) => one.type === 'link' && one.kind === 'pays' && one.toId === pays.toId,
  )
  const segment = records.find((one: any) => one.id === pays.fromId)
  const add = (ownerId: string, name: string, fields: object) => ({
    command: 'quantity.add',
    args: { ownerId, name, ...fields },
  })
  const applied = await cli.run(
    'apply',
    path,
    cli.write('numbers.json', [
      add(pays.toId, 'price', { low: 20, likely: 25, high: 30, unit: 'EUR', per: 'purchase' }),
      add(segment.id, 'payers', { likely: 100 }),
      add(segment.id, 'frequency', { likely: 2, per: 'month' }),
      add(segment.id, 'unitCost', { likely: 10.333, unit: 'EUR', per: 'purchase' }),
      add(segment.id, 'retention', { likely: 0.8, per: 'year' }),
    ]),
  )
  expect(applied).toMatchObject({ code: 0 })
  const [{ figures, values }] = (await cli.json<any>('figures', path)).canvases
  expect(figures).toEqual(expectedFigures)
  const found = values.segments.find((one: any) => one.title === segment.title)
  expect(found).toMatchObject({
    revenue: { low: 48_000, likely: 60_000, high: 72_000 },
    cost: { low: 24_799.2, likely: 24_799.2, high: 24_799.2 },
    profit: { low: 23_200.8, likely: 35_200.8, high: 47_200.8 },
    lifetimeValue: { variant: 'undiscountedNow', likely: 1760.04 },
    nothing: null,
  })
  expect(values.all.revenue.likely).toBe(60_000)
  expect(values.segments.filter((one: any) => one.revenue !== null)).toHaveLength(1)
  expect(paying.length).toBeGreaterThan(0)
  const { out } = await cli.run('figures', path, '--lang', 'sk')
  expect(out).toContain('Peniaze za rok, EUR')
  expect(out.replaceAll(/\s/g, ' ')).toContain('výnosy 60 000 (48 000 – 72 000)')
  expect(out).toContain('nediskontovaná, prvá marža hneď')
})
