import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { contentOf, healthy } from '../helpers/guarded'
import { sampleRecord, sampleRows } from '../helpers/sampleRows'

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

describe('dump and load', () => {
  test('dump, load, dump is byte-equal, with the log, removed records, pictures and what a newer version wrote', async () => {
    const rows = sampleRows(5, [
      sampleRecord('segment', 'strange', { title: 'S', order: 'a', futureField: { deep: [1, null, 'ž'] } }),
      { id: 'hologram:one', type: 'hologram', shape: 'cube', 10: 'ten', 9: 'nine' },
    ])
    const gone = {
      ...rows.records.at(-3)!,
      gone: 1,
      stamps: '{"*":["sampleActor",3,3],"-":[["sampleActor",9,9],["sampleActor",3,3]]}',
    }
    const path = healthy(cli.path, { ...rows, records: rows.records.with(-3, gone) })
    const first = await cli.dump(path)
    const loaded = cli.at('loaded.jboard')
    await cli.json('load', cli.write('dump.json', first), '-o', loaded)
    expect(await cli.dump(loaded)).toBe(first)
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
    await cli.json(
      'load',
      cli.write('dump.json', await cli.dump(cli.at('a.jboard'))),
      '-o',
      cli.at('b.jboard'),
    )
    const parsed = (path: string) =>
      JSON.parse(JSON.stringify(contentOf(path)), (_, value) => unfolded(value))
    expect(parsed(cli.at('b.jboard'))).toEqual(parsed(cli.at('a.jboard')))
    expect((await cli.run('verify', cli.at('b.jboard'))).code).toBe(0)
  })

  test('records put into a dump by hand come back', async () => {
    await cli.json('new', cli.at('a.jboard'))
    const text = JSON.parse(await cli.dump(cli.at('a.jboard')))
    text.records.push({ id: 'hologram:x', type: 'hologram', colours: ['red'] })
    text.records[0].fromTomorrow = 1
    await cli.json('load', cli.write('dump.json', text), '-o', cli.at('b.jboard'))
    const second = await cli.dump(cli.at('b.jboard'))
    expect(JSON.parse(second).records).toContainEqual({
      id: 'hologram:x',
      type: 'hologram',
      colours: ['red'],
    })
    expect(JSON.parse(second).records).toContainEqual(text.records[0])
    await cli.json('load', cli.write('second.json', second), '-o', cli.at('c.jboard'))
    expect(await cli.dump(cli.at('c.jboard'))).toBe(second)
  })

  test('a dump that does not fit is refused and nothing is written', async () => {
    await cli.json('new', cli.at('a.jboard'), '--template', 'retail-purchase')
    const text = await cli.dump(cli.at('a.jboard'))
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
      const input = cli.write('dump.json', change(JSON.parse(text)))
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
