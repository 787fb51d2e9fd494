/** The command lines of the README are run, and what it shows of them is what they print. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { root, tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
/** The blocks of code, each without its fences. */
const blocks = [...readme.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '')
const block = (beginning: string) => blocks.find(text => text.startsWith(beginning)) ?? ''
const lines = block('npm run -s cli -- new').trim().split('\n')

const folder = tempFolder()
const before = { ...process.env }
beforeAll(() => {
  Object.assign(process.env, { JOURNEYBOARD_DATA: join(folder.path, 'data'), LC_ALL: 'en_GB.UTF-8' })
})
afterAll(() => {
  process.env = before
  folder.remove()
})

/** Runs a line of the README in the folder; `> FILE` at its end takes the output, as a shell does. */
async function run(line: string) {
  const [command = '', into] = line.replace('npm run -s cli -- ', '').split(' > ')
  const args = command
    .split(' ')
    .map(word => (/^[\w-]+\.(jboard|json|svg|png|pdf)$/.test(word) ? join(folder.path, word) : word))
  let out = ''
  let err = ''
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) }
  const code = await runCli(args, { spawnGuard: guardHere, ...streams })
  if (into) writeFileSync(join(folder.path, into), out)
  return { code, out, err }
}

test('every line does what it says, in the order it stands there', async () => {
  writeFileSync(
    join(folder.path, 'templates.json'),
    readFileSync(join(root, 'shared/formats/templates/starter.json')),
  )
  writeFileSync(join(folder.path, 'changes.json'), block('[\n  { "command"'))
  const toRun = lines.filter(line => !/ -- serve\b/.test(line))
  expect(toRun.length).toBeGreaterThan(7)
  for (const line of toRun) {
    const { code, out, err } = await run(line)
    // the template to check has a weak segment on purpose
    expect({ line, code, err }).toEqual({ line, code: / -- check\b/.test(line) ? 1 : 0, err: '' })
    if (/ -- check\b/.test(line)) expect(out.startsWith(block('L01 Error').replace('…\n', ''))).toBe(true)
    if (line.endsWith('figures yacht.jboard')) {
      const shown = block('Yacht charter').replace('  …\n', '')
      expect(out.startsWith(shown) && shown.length > 50).toBe(true)
    }
    if (/ -- apply\b/.test(line)) expect(out).toBe(block('Revision'))
  }
})

test('every command there is stands in the README', async () => {
  const { out } = await run('--help')
  const commands = [...out.matchAll(/^ {2}journeyboard (\w+)/gm)].map(([, name]) => name ?? '')
  expect(commands.length).toBeGreaterThan(8)
  for (const name of commands) expect(readme).toMatch(new RegExp(`(-- |\`)${name}\\b`))
})
