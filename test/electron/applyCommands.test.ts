import { copyFileSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { fingerprint } from '../helpers/guarded'

let cli: CliFolder
beforeEach(() => {
  cli = cliFolder()
})
afterEach(() => cli.end())

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
      cli.write('commands.json', [
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
    expect(JSON.parse(await cli.dump(path)).changes).toMatchObject([{ command: 'commands.apply', rev: 2 }])
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
    const { code, out, err } = await cli.run('apply', path, cli.write('commands.json', entries))
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
    await cli.json('apply', cli.at('link.jboard'), cli.write('commands.json', [stage]))
    expect((await cli.json<any>('figures', path)).journeys[0].figures.stages).toBe(8)
  })

  test('versions lists what was before each change, newest first', async () => {
    for (const title of ['One', 'Two']) {
      const args = { id: journeyId, title }
      await cli.json('apply', path, cli.write('commands.json', [{ command: 'journey.update', args }]))
    }
    const kept = await cli.json<any[]>('versions', path)
    expect(kept.map(version => version.revision)).toEqual([3, 2, 1])
    expect((await cli.run('versions', path)).out.trim().split('\n')).toHaveLength(3)
    copyFileSync(path, cli.at('copy.jboard'))
    expect(await cli.json('versions', cli.at('copy.jboard'))).toEqual([])
  })

  test('a folder for app data that takes nothing keeps no version and no command from its work', async () => {
    process.env['JOURNEYBOARD_DATA'] = cli.write('no folder', 'but a file')
    expect(await cli.json('apply', path, cli.write('commands.json', [stage]))).toMatchObject({ revision: 2 })
    expect(await cli.json('versions', path)).toEqual([])
  })
})

/** Read without the guard, which takes its time. */
function journeyIn(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], string>("SELECT id FROM record WHERE type = 'journey'").pluck().get()!
  } finally {
    db.close()
  }
}
