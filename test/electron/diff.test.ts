import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { differenceLines } from '../../electron/cli/diff'
import { stageCommands, touchpointCommands } from '../../shared/commands'
import { canonicalText, saysNothing } from '../../shared/formats/canonicalText'
import { Doc } from '../../shared/document'
import { textsIn } from '../../shared/i18n'
import { documentDifference, shownEntries } from '../../shared/queries'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { documentPairs } from '../helpers/documentPairs'

const filePairs = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 20 : 4

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

/** Makes two files of the same records before and after. */
async function files(before: readonly unknown[], after: readonly unknown[], name: string) {
  const paths: string[] = []
  for (const [side, records] of [before, after].entries()) {
    const input = cli.write(`${name}${side}.json`, {
      format: 'journeyboard-dump',
      formatVersion: 1,
      documentId: 'the-same',
      revision: 1,
      recordVersions: (await versions()) as object,
      meta: {},
      records,
      stamps: [],
      removed: [],
      changes: [],
      sessions: [],
      blobs: [],
    })
    const path = cli.at(`${name}${side}.jboard`)
    const { code, err } = await cli.run('load', input, '-o', path)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    paths.push(path)
  }
  return paths as [string, string]
}

async function versions(): Promise<unknown> {
  const path = cli.at('versions.jboard')
  await cli.run('new', path)
  return (JSON.parse(await cli.dump(path)) as { recordVersions: unknown }).recordVersions
}

describe('diff', () => {
  test(`${filePairs} random pairs of real files give the list that is computed in memory`, async () => {
    const pairs = fc.sample(documentPairs, { numRuns: filePairs, seed: 20 })
    let differing = 0
    for (const [n, { before, after }] of pairs.entries()) {
      const [a, b] = await files(before, after, `pair${n}-`)
      const { code, out } = await cli.run('diff', a, b, '--json')
      const expected = documentDifference(new Doc(before), new Doc(after))
      expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(expected)))
      expect(code).toBe(expected.length === 0 ? 0 : 1)
      differing += expected.length
    }
    expect(differing).toBeGreaterThan(filePairs)
  }, 120_000)

  test('of a template and its changed copy: grouped by board and stage, in the language asked for', async () => {
    const path = cli.at('a.jboard')
    await cli.run('new', path, '--template', 'yacht-charter')
    const { records } = JSON.parse(await cli.dump(path)) as { records: any[] }
    const stage = records.find(({ type }) => type === 'stage')
    const touchpoint = records.find(({ type }) => type === 'touchpoint')
    const copy = cli.at('b.jboard')
    cli.write('dump.json', await cli.dump(path))
    await cli.run('load', cli.at('dump.json'), '-o', copy)
    const commands = cli.write('commands.json', [
      { command: touchpointCommands.update.name, args: { id: touchpoint.id, title: 'Call the harbour' } },
      { command: stageCommands.update.name, args: { id: stage.id, perceptionAfter: -1 } },
    ])
    expect(await cli.run('apply', copy, commands)).toMatchObject({ code: 0, err: '' })
    const { code, out } = await cli.run('diff', path, copy)
    expect(code).toBe(1)
    expect(out).toContain('2 differences')
    expect(out).toContain('Call the harbour')
    expect(out).toContain('−1 Negative')
    const slovak = (await cli.run('diff', path, copy, '--lang', 'sk')).out
    expect(slovak).toContain('2 rozdiely')
    expect(slovak).toContain('zmenené: Kontaktný bod')
    expect(await cli.run('diff', path, path, '--json')).toMatchObject({ code: 0, out: '[]\n' })
    expect(await cli.run('diff', path, path)).toMatchObject({ code: 0, out: 'Nothing is otherwise.\n' })
  })

  test('an earlier version is a file with a revision behind it', async () => {
    const path = cli.at('a.jboard')
    await cli.run('new', path)
    const { records } = JSON.parse(await cli.dump(path)) as { records: any[] }
    const stage = records.find(({ type }) => type === 'stage')
    const args = { id: stage.id, title: 'Rigging' }
    await cli.run('apply', path, cli.write('c.json', [{ command: stageCommands.update.name, args }]))
    const [newest, oldest] = await cli.json<{ revision: number; id: string }[]>('versions', path)
    for (const version of [oldest!.revision, oldest!.id]) {
      const { code, out } = await cli.run('diff', `${path}@${version}`, path, '--json')
      expect(code).toBe(1)
      expect(JSON.parse(out)).toMatchObject([
        {
          id: stage.id,
          kind: 'changed',
          fields: [{ field: 'title', before: stage.title, after: 'Rigging' }],
        },
      ])
    }
    expect(await cli.run('diff', `${path}@${newest!.revision}`, path)).toMatchObject({ code: 0 })
    expect(await cli.run('diff', `${path}@999`, path)).toMatchObject({ code: 2, out: '' })
    expect(await cli.run('diff', path)).toMatchObject({ code: 2 })
    expect(await cli.run('diff', path, cli.at('none.jboard'))).toMatchObject({ code: 2 })
  })

  test('the lines for people name every entry that is shown', async () => {
    const { t } = await textsIn('en')
    fc.assert(
      fc.property(documentPairs, ({ before, after }) => {
        const [first, second] = [new Doc(before), new Doc(after)]
        const shown = shownEntries(documentDifference(first, second), first, second)
        const lines = differenceLines(t, 'en', first, second, shown)
        const kinds = /^ *(added|removed|changed|moved|moved and changed): /
        expect(lines.filter(line => kinds.test(line)).length).toBe(shown.length)
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})

describe('dump --canonical', () => {
  test('has no log, stamps or revision: a file and what was loaded from its dump give one text', async () => {
    const path = cli.at('a.jboard')
    await cli.run('new', path, '--template', 'yacht-charter')
    const records = (JSON.parse(await cli.dump(path)) as { records: unknown[] }).records
    await files([...records].reverse(), records, 'copy')
    const first = await cli.run('dump', '--canonical', path)
    expect(first.code).toBe(0)
    expect(first.out).toContain('  title: ')
    expect(first.out).not.toMatch(/stamps|revision|documentId/)
    expect((await cli.run('dump', '--canonical', cli.at('copy0.jboard'))).out).toBe(first.out)
  })

  test('1,000 random pairs have equal texts exactly when nothing is otherwise', () => {
    const counts = { same: 0, other: 0 }
    fc.assert(
      fc.property(documentPairs, fc.boolean(), ({ before, after }, shuffled) => {
        const pair = shuffled ? [before, [...before].reverse()] : [before, after]
        const [first, second] = [new Doc(pair[0]), new Doc(pair[1])]
        // an empty text and a missing one read the same
        const visible = documentDifference(first, second).filter(
          ({ kind, fields }) =>
            kind !== 'changed' || fields.some(one => !(silent(one.before) && silent(one.after))),
        )
        counts[visible.length === 0 ? 'same' : 'other']++
        expect(canonicalText(first) === canonicalText(second)).toBe(visible.length === 0)
      }),
      { numRuns: 1000, seed: 11 },
    )
    expect(Math.min(counts.same, counts.other)).toBeGreaterThan(300)
  })
})

const silent = (value: unknown) => value === undefined || saysNothing(value)
