import { afterEach, beforeEach, expect, test } from 'vitest'
import { cliFolder, type CliFolder } from '../helpers/cli'

let cli: CliFolder
let path: string
beforeEach(async () => {
  cli = cliFolder()
  path = cli.at('yacht.jboard')
  await cli.run('new', path, '--template', 'yacht-charter')
})
afterEach(() => cli.end())

const records = async (file: string, type: string) =>
  (JSON.parse(await cli.dump(file)).records as any[]).filter(record => record.type === type)

test('a copy without owners, costs and backstage is a document of its own', async () => {
  const out = cli.at('guests.jboard')
  const sent = await cli.json<any>('share', path, '-o', out, '--without', 'owners,costs,backstage,comments')
  const before = JSON.parse(await cli.dump(path))
  expect(sent).toMatchObject({ path: out })
  expect(sent.documentId).not.toBe(before.documentId)
  expect(await records(out, 'department')).toEqual([])
  expect((await records(out, 'action')).map(action => action.owner).filter(Boolean)).toEqual([])
  // the control: they were there
  expect((await records(path, 'department')).length).toBeGreaterThan(0)
  expect((await records(path, 'action')).filter(action => action.owner).length).toBeGreaterThan(0)
  expect(await records(out, 'touchpoint')).toHaveLength((await records(path, 'touchpoint')).length)
  expect((await cli.run('verify', out)).code).toBe(0)
})

test('a part keeps the document’s identity and is no earlier version of it', async () => {
  const [journey] = await records(path, 'journey')
  const out = cli.at('part.jboard')
  expect(await cli.run('share', path, '-o', out, '--part', journey.id)).toEqual({
    code: 0,
    out: `${out}\n`,
    err: '',
  })
  const [whole, part] = [JSON.parse(await cli.dump(path)), JSON.parse(await cli.dump(out))]
  expect(part.documentId).toBe(whole.documentId)
  expect(part.meta.part).toBe('1')
  expect(whole.meta).not.toHaveProperty('part')
  expect(await cli.json('versions', out)).toEqual([])
})

test('what is changed in a part comes back by merging; a redacted copy does not', async () => {
  const [journey] = await records(path, 'journey')
  const [touchpoint] = await records(path, 'touchpoint')
  const part = cli.at('part.jboard')
  await cli.run('share', path, '-o', part, '--part', journey.id)
  const commands = [
    { command: 'touchpoint.update', args: { id: touchpoint.id, title: 'Said in the part' } },
    { command: 'comment.add', args: { targetId: touchpoint.id, text: 'Look here', author: 'Jana' } },
  ]
  await cli.run('apply', part, cli.write('changes.json', commands))
  const joined = cli.at('joined.jboard')
  const found = await cli.json<any>('merge', path, part, '-o', joined)
  expect(found).toMatchObject({ changed: 1, added: 1, removed: 0, conflicts: [] })
  const all = async (file: string) => JSON.parse(await cli.dump(file)).records as any[]
  expect((await all(joined)).length).toBe((await all(path)).length + 1)
  expect((await records(joined, 'touchpoint')).find(({ id }) => id === touchpoint.id).title).toBe(
    'Said in the part',
  )
  const copy = cli.at('redacted.jboard')
  await cli.run('share', path, '-o', copy, '--without', 'owners')
  expect(await cli.run('merge', path, copy, '-o', cli.at('no.jboard'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('another document'),
  })
})

test('the whole is a copy', async () => {
  const out = cli.at('copy.jboard')
  await cli.run('share', path, '-o', out)
  expect(await cli.dump(out)).toBe(await cli.dump(path))
})

test('what cannot be left out or is no part is said, with what there is', async () => {
  const out = cli.at('x.jboard')
  expect(await cli.run('share', path, '-o', out, '--without', 'owners,secrets')).toMatchObject({
    code: 2,
    err: expect.stringContaining('owners, costs, backstage, comments'),
  })
  const [journey] = await records(path, 'journey')
  expect(await cli.run('share', path, '-o', out, '--part', 'journey:none')).toMatchObject({
    code: 2,
    err: expect.stringContaining(journey.id),
  })
  expect((await cli.run('share', path)).code).toBe(2)
  expect((await cli.run('share', path, '-o', path)).code).toBe(2)
})
