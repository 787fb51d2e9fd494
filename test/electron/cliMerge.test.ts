import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeRecords, stageCommands, touchpointCommands, updateProject } from '../../shared/commands'
import { cliFolder, type CliFolder } from '../helpers/cli'
import { guardHere } from '../helpers/guardHere'

let cli: CliFolder
/** Done when a file is examined, which is after the command began. */
let meanwhile: () => unknown
let mine: string
let theirs: string
let stages: any[]
let touchpoints: any[]
beforeEach(async () => {
  meanwhile = () => {}
  cli = cliFolder({
    spawnGuard: entry => {
      meanwhile()
      return guardHere(entry)
    },
  })
  mine = cli.at('mine.jboard')
  theirs = cli.at('theirs.jboard')
  await cli.run('new', mine, '--template', 'yacht-charter')
  copyFileSync(mine, theirs)
  stages = await records(mine, 'stage')
  touchpoints = await records(mine, 'touchpoint')
})
afterEach(() => cli.end())

const records = async (file: string, type: string) =>
  (JSON.parse(await cli.dump(file)).records as any[]).filter(record => record.type === type)

async function apply(file: string, ...entries: readonly { command: string; args: object }[]) {
  expect(await cli.run('apply', file, cli.write('commands.json', entries))).toMatchObject({
    code: 0,
    err: '',
  })
}
const title = (id: string, text: string) => ({
  command: stageCommands.update.name,
  args: { id, title: text },
})
const remove = (...ids: readonly string[]) => ({ command: removeRecords.name, args: { ids } })

interface Result {
  changed: number
  added: number
  removed: number
  conflicts: readonly { record: string; field: string; mine: unknown; theirs: unknown }[]
}
async function merge(...args: readonly string[]): Promise<{ code: number; result: Result }> {
  const { code, out, err } = await cli.run('merge', ...args, '--json')
  expect(err).toBe('')
  return { code, result: JSON.parse(out) }
}

describe('cli merge', () => {
  test('joins what two people did in two copies, in place, and keeps what was there', async () => {
    await apply(mine, title(stages[0].id, 'Ours'))
    await apply(theirs, title(stages[1].id, 'Theirs'), remove(touchpoints[0].id), {
      command: touchpointCommands.add.name,
      args: { stepId: touchpoints[1].stepId, title: 'New' },
    })
    const before = JSON.parse(await cli.dump(mine)).revision
    const { code, result } = await merge(mine, theirs)
    expect(code).toBe(0)
    expect(result).toMatchObject({ changed: 1, added: 1, conflicts: [] })
    expect(result.removed).toBeGreaterThanOrEqual(1)
    const titles = (await records(mine, 'stage')).map(stage => stage.title)
    expect(titles).toEqual(expect.arrayContaining(['Ours', 'Theirs']))
    expect((await records(mine, 'touchpoint')).some(({ id }) => id === touchpoints[0].id)).toBe(false)
    const versions = await cli.json<{ revision: number }[]>('versions', mine)
    expect(versions.slice(0, 2).map(({ revision }) => revision)).toEqual([before + 1, before])
    expect(readdirSync(cli.path).toSorted()).toEqual(['commands.json', 'mine.jboard', 'theirs.jboard'])
    expect((await cli.run('verify', mine)).code).toBe(0)
  })

  test('what both wrote is a conflict, told with both values; 1 until it is settled', async () => {
    await apply(mine, title(stages[0].id, 'Ours'), title(stages[1].id, 'Both'))
    await apply(theirs, title(stages[0].id, 'Theirs'), title(stages[1].id, 'Both'))
    const out = cli.at('out.jboard')
    const untouched = readFileSync(mine)
    const wanted = [{ record: stages[0].id, field: 'title', mine: 'Ours', theirs: 'Theirs' }]
    expect(await merge(mine, theirs, '-o', out)).toEqual({
      code: 1,
      result: { changed: 1, added: 0, removed: 0, conflicts: wanted },
    })
    expect(readFileSync(mine).equals(untouched)).toBe(true)
    // from the other side mine is theirs, and nothing else is otherwise
    const flipped = [{ ...wanted[0], mine: 'Theirs', theirs: 'Ours' }]
    expect(await merge(theirs, mine, '-o', cli.at('other.jboard'))).toMatchObject({
      code: 1,
      result: { changed: 1, conflicts: flipped },
    })
    expect((await cli.run('dump', '--canonical', out)).out).toBe(
      (await cli.run('dump', '--canonical', cli.at('other.jboard'))).out,
    )
    const words = await cli.run('merge', mine, theirs)
    expect(words).toMatchObject({ code: 1, err: '' })
    expect(words.out).toContain('1 conflict.')
    expect(words.out).toContain(', Name: mine Ours · theirs Theirs')
    expect((await cli.run('merge', mine, theirs, '--lang', 'sk')).out).toContain('moje ')
    await apply(mine, title(stages[0].id, 'Agreed'))
    expect(await merge(mine, theirs)).toMatchObject({ code: 0, result: { changed: 0, conflicts: [] } })
    expect((await records(mine, 'stage'))[0].title).not.toBe('Theirs')
  })

  test('an edit beats a removal made elsewhere, and that is said', async () => {
    const [kept, back] = [touchpoints[0], touchpoints[1]]
    const edit = (id: string) => ({ command: touchpointCommands.update.name, args: { id, title: 'Kept' } })
    await apply(mine, edit(kept.id), remove(back.id))
    await apply(theirs, edit(back.id), remove(kept.id))
    const { code, out } = await cli.run('merge', mine, theirs)
    expect(code).toBe(0)
    expect(out).toMatch(/Removed there but changed here, so kept: .*“Kept”/)
    expect(out).toMatch(/Removed here but changed there, so back again: .*“Kept”/)
    const ids = (await records(mine, 'touchpoint')).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([kept.id, back.id]))
  })

  test('itself and an older copy are nothing new: the file stays byte for byte', async () => {
    await apply(mine, title(stages[0].id, 'Newer'))
    const before = readFileSync(mine)
    const versions = await cli.json('versions', mine)
    for (const other of [mine, theirs]) {
      expect(await cli.run('merge', mine, other)).toEqual({
        code: 0,
        out: 'There is nothing new in the other file.\n',
        err: '',
      })
      expect(readFileSync(mine).equals(before)).toBe(true)
    }
    expect(await cli.json('versions', mine)).toEqual(versions)
    // asked for a file, one is made all the same
    expect((await merge(mine, theirs, '-o', cli.at('out.jboard'))).code).toBe(0)
    expect(await cli.dump(cli.at('out.jboard'))).toBe(await cli.dump(mine))
  })

  test('what cannot be merged is refused with 2, and nothing is written', async () => {
    const other = cli.at('other.jboard')
    await cli.run('new', other)
    const broken = cli.write('broken.jboard', 'no document')
    const before = readFileSync(mine)
    for (const [args, said] of [
      [[mine, other], '“other.jboard” is another document'],
      [[mine, broken], 'not a Journeyboard document'],
      [[broken, mine], 'not a Journeyboard document'],
      [[mine, cli.at('none.jboard')], 'not there any more'],
      [[mine, theirs, '-o', other], 'exists already'],
      [[mine], 'merge MINE THEIRS [-o OUT] [--driver BASE]'],
      [[mine, theirs, other], 'merge MINE THEIRS'],
    ] as const) {
      const { code, out, err } = await cli.run('merge', ...args)
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
      expect(err).toContain(said)
    }
    expect(readFileSync(mine).equals(before)).toBe(true)
    expect(readFileSync(broken, 'utf8')).toBe('no document')
  })

  test('a file that somebody else writes meanwhile is left alone', async () => {
    await apply(theirs, title(stages[1].id, 'Theirs'))
    const other = cli.at('newer.jboard')
    copyFileSync(mine, other)
    await apply(other, { command: updateProject.name, args: { vision: 'Somebody else' } })
    const newer = readFileSync(other)
    meanwhile = () => existsSync(other) && renameSync(other, mine)
    const { code, err } = await cli.run('merge', mine, theirs)
    expect(code).toBe(2)
    expect(err).toContain('was changed by somebody else meanwhile')
    expect(readFileSync(mine).equals(newer)).toBe(true)
  })

  test('a part adds and changes; what it lacks or removed stays', async () => {
    const [journey] = await records(mine, 'journey')
    const part = cli.at('part.jboard')
    await cli.run('share', mine, '-o', part, '--part', journey.id)
    await apply(part, title(stages[0].id, 'From the part'), remove(touchpoints[0].id), {
      command: touchpointCommands.add.name,
      args: { stepId: touchpoints[1].stepId, title: 'New in the part' },
    })
    const before = JSON.parse(await cli.dump(mine)).records.map(({ id }: any) => id)
    const { code, result } = await merge(mine, part)
    expect(code).toBe(0)
    expect(result).toMatchObject({ changed: 1, added: 1, removed: 0, conflicts: [] })
    const after = JSON.parse(await cli.dump(mine)).records
    expect(after.map(({ id }: any) => id)).toEqual(expect.arrayContaining(before))
    expect(after.find(({ id }: any) => id === stages[0].id).title).toBe('From the part')
    expect(JSON.parse(await cli.dump(mine)).meta).not.toHaveProperty('part')
    // what was written over it here is not brought back by the same part
    await apply(mine, title(stages[0].id, 'Written over'))
    expect(await merge(mine, part)).toMatchObject({ code: 0, result: { changed: 0, conflicts: [] } })
    expect((await records(mine, 'stage')).find(({ id }) => id === stages[0].id).title).toBe('Written over')
  })
})
