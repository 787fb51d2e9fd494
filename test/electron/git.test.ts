/** docs/GIT.md: its lines are run in a real repository, with the real command line. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { root, tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'

const page = readFileSync(join(root, 'docs/GIT.md'), 'utf8')
const blocks = [...page.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '')
const [attributes = '', settings = ''] = blocks

const folder = tempFolder()
const repository = join(folder.path, 'repository')
const file = 'yacht.jboard'
const env = {
  ...process.env,
  HOME: folder.path,
  XDG_CONFIG_HOME: folder.path,
  GIT_CONFIG_NOSYSTEM: '1',
  JOURNEYBOARD_DATA: join(folder.path, 'data'),
  LC_ALL: 'C.UTF-8',
  PATH: `${join(folder.path, 'bin')}${delimiter}${process.env['PATH']}`,
}
const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: repository, env, encoding: 'utf8' })
const tried = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { cwd: repository, env, encoding: 'utf8' })
/** The command line in this process; git starts the real one. */
async function journeyboard(...args: readonly string[]): Promise<string> {
  let out = ''
  const streams = { out: (text: string) => (out += text), err: (text: string) => (out += text) }
  const inRepository = args.map(arg => (arg === file ? join(repository, file) : arg))
  expect({ code: await runCli(inRepository, { spawnGuard: guardHere, ...streams }), out }).toMatchObject({
    code: 0,
  })
  return out
}

interface Dumped {
  readonly records: readonly { readonly id: string; readonly type: string; readonly title: string }[]
}
const records = async (type: string) =>
  (JSON.parse(await journeyboard('dump', file)) as Dumped).records.filter(one => one.type === type)

/** Gives stages other titles. */
async function rename(titles: Readonly<Record<string, string>>) {
  const entries = Object.entries(titles).map(([id, title]) => ({
    command: 'stage.update',
    args: { id, title },
  }))
  writeFileSync(join(folder.path, 'commands.json'), JSON.stringify(entries))
  await journeyboard('apply', file, join(folder.path, 'commands.json'))
}
const commit = (message: string) => git('commit', '-qam', message)

beforeAll(async () => {
  process.env['JOURNEYBOARD_DATA'] = env.JOURNEYBOARD_DATA
  mkdirSync(join(folder.path, 'bin'))
  mkdirSync(repository)
  const script = join(folder.path, 'bin/journeyboard')
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'out/main/cli.js')}" "$@"\n`)
  chmodSync(script, 0o755)
  git('init', '-q', '-b', 'main')
  git('config', '--global', 'user.name', 'Tester')
  git('config', '--global', 'user.email', 'tester@example.org')
  for (const line of settings.trim().split('\n')) execFileSync('sh', ['-c', line], { cwd: repository, env })
  writeFileSync(join(repository, '.gitattributes'), attributes)
  await journeyboard('new', file, '--template', 'yacht-charter', '--lang', 'en')
  git('add', '.')
  commit('A document')
})
afterAll(() => folder.remove())

test('differences are lines of content; two branches join; a conflict holds both sides', async () => {
  const [first, second, third] = (await records('stage')) as [
    Dumped['records'][0],
    Dumped['records'][0],
    Dumped['records'][0],
  ]

  git('checkout', '-qb', 'theirs')
  await rename({ [first.id]: 'Theirs alone', [third.id]: 'Theirs of both' })
  const diff = git('diff')
  const changed = diff.split('\n').filter(line => /^[-+] /.test(line))
  expect(changed).toEqual(
    [
      `-  title: ${first.title}`,
      '+  title: Theirs alone',
      `-  title: ${third.title}`,
      '+  title: Theirs of both',
    ].toSorted(byPlaceIn(diff)),
  )
  commit('Theirs')

  git('checkout', '-q', 'main')
  await rename({ [second.id]: 'Mine alone' })
  commit('Mine')
  expect(tried('git', 'merge', '-q', '-m', 'Joined', 'theirs')).toMatchObject({ status: 0 })
  const titles = async () => (await records('stage')).map(({ title }) => title)
  expect(await titles()).toEqual(expect.arrayContaining(['Theirs alone', 'Mine alone', 'Theirs of both']))
  expect(git('status', '--porcelain')).toBe('')

  // now both write one field
  git('checkout', '-q', 'theirs')
  await rename({ [third.id]: 'Theirs again' })
  commit('Theirs again')
  git('checkout', '-q', 'main')
  await rename({ [third.id]: 'Mine again' })
  commit('Mine again')
  const conflict = tried('git', 'merge', '-q', 'theirs')
  expect(conflict.status).toBe(1)
  expect(conflict.stdout).toContain('CONFLICT')
  expect(conflict.stderr).toContain('1 conflict.')
  expect(await journeyboard('verify', file)).toMatch(/^ok/)
  const dump = await journeyboard('dump', file)
  expect(dump).toContain('Mine again')
  expect(dump).toContain('Theirs again')

  // chosen, added, committed: git and the document are of one mind
  await rename({ [third.id]: 'Agreed' })
  git('add', 'yacht.jboard')
  commit('Agreed')
  expect(await titles()).toContain('Agreed')
  expect(await journeyboard('dump', file)).not.toContain('"?"')
})

test('another document under the same name is refused and mine stays', async () => {
  git('checkout', '-qb', 'other')
  git('rm', '-q', 'yacht.jboard')
  commit('Gone')
  await journeyboard('new', file, '--lang', 'en')
  git('add', 'yacht.jboard')
  commit('Another')
  git('checkout', '-q', 'main')
  await rename({ [(await records('stage'))[0]!.id]: 'Mine stays' })
  commit('Mine stays')
  const before = readFileSync(join(repository, 'yacht.jboard'))
  const { status, stdout, stderr } = tried('git', 'merge', '-q', 'other')
  expect(status).toBe(1)
  expect(stdout).toContain('CONFLICT')
  expect(stderr).toContain('is another document')
  expect(readFileSync(join(repository, 'yacht.jboard')).equals(before)).toBe(true)
  git('merge', '--abort')
})

/** Stages stand in a dump by their ids, which are random: in which order the lines come is not ours to say. */
const byPlaceIn = (text: string) => (a: string, b: string) => text.indexOf(a) - text.indexOf(b)
