/** What the documents say and a machine can check. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { applicationId, formatVersion, keptChanges, tables } from '../electron/host/store/schema'
import { defaultSettings, ruleIds } from '../shared/checks'
import { root } from './helpers/folders'
import { sourcesIn } from './helpers/sources'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = ['README.md', 'CHANGELOG.md', ...markdownIn('docs'), ...markdownIn('docs/decisions')]

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter(name => name.endsWith('.md'))
  return names.map(name => `${folder}/${name}`)
}

const specs = { D: read('docs/SPEC-document.md'), F: read('docs/SPEC-file.md') }
const rulesIn = (spec: string) => [...spec.matchAll(/^- \*\*([DF]\d+)\b/gm)].map(([, rule]) => rule ?? '')
const rules = Object.values(specs).flatMap(rulesIn)

test('SPEC-file has the tables letter for letter, the mark and the numbers', () => {
  const sql = [...(/```sql\n([\s\S]*?)```/.exec(specs.F)?.[1] ?? '').matchAll(/CREATE.*/g)].map(
    ([line]) => line,
  )
  expect(sql).toEqual(Object.values(tables))
  expect(specs.F).toContain(`0x${applicationId.toString(16)}`)
  expect(specs.F).toContain(`layout, now ${formatVersion}.`)
  expect(specs.D).toContain(`${keptChanges.toLocaleString('en')} changes`)
})

test('every rule has a number of its own', () => {
  expect(rules.length).toBeGreaterThan(60)
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
})

/** Rules that are named in the texts of tests and of the specifications. */
const named = (text: string) => [...text.matchAll(/\b([DF]\d{1,2})\b/g)].map(([, rule]) => rule ?? '')

test('every rule that a test or a rule names is there', () => {
  const titles = sourcesIn('test').flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*['"`]((?:[DF]\d+ )+)/g)].map(
      ([, numbers]) => [path, numbers ?? ''] as const,
    ),
  )
  expect(titles.length).toBeGreaterThan(5)
  const unknown = [...titles, ...Object.entries(specs)].flatMap(([where, text]) =>
    named(text)
      .filter(rule => !rules.includes(rule))
      .map(rule => `${where}: ${rule}`),
  )
  expect(unknown).toEqual([])
})

test('no link of a page leads nowhere', () => {
  const broken = pages.flatMap(page =>
    [...read(page).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target ?? '')
      .filter(target => !/^(https?|mailto):/.test(target) && !existsSync(join(root, dirname(page), target)))
      .map(target => `${page} → ${target}`),
  )
  expect(broken).toEqual([])
})

test('every npm script that a page names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const wanted = pages.flatMap(page =>
    [...read(page).matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name]) => name ?? ''),
  )
  expect(wanted.length).toBeGreaterThan(3)
  expect(wanted.filter(name => !(name in scripts))).toEqual([])
})

test('SPEC-checks has every rule in its order and every threshold with its default', () => {
  const text = read('docs/SPEC-checks.md')
  expect([...text.matchAll(/^- \*\*(L\d+) [EWH]\*\*/gm)].map(([, rule]) => rule)).toEqual(ruleIds)
  const rows = [...text.matchAll(/^\| `(L\d+\.\w+)` \| ([\d.]+) \|/gm)]
  expect(Object.fromEntries(rows.map(([, name, value]) => [name, Number(value)]))).toEqual(defaultSettings)
})
