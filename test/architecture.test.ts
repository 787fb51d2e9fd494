/** The folder says where code runs and whom it knows (docs/ARCHITECTURE.md). */
import { builtinModules } from 'node:module'
import { describe, expect, test } from 'vitest'
import { importsOf, sourcesIn, type Source } from './helpers/sources'

interface Rule {
  readonly says: string
  /** Whom the rule is for. */
  readonly files: (path: string) => boolean
  /** Whether a file of this path may not import this. */
  readonly forbids: (target: string, path: string) => boolean
  /** A file that breaks the rule: the control. */
  readonly offender: Source
}

const inside =
  (...folders: string[]) =>
  (path: string) =>
    folders.some(folder => path === folder || path.startsWith(`${folder}/`))
const builtin = (target: string) => target.startsWith('node:') || builtinModules.includes(target)
const sql = (target: string) => target === 'better-sqlite3' || target === 'node:sqlite'
const electron = (target: string) => target === 'electron' || target.startsWith('electron/main')
const records = inside(
  'shared/model',
  'shared/document',
  'shared/commands',
  'shared/queries',
  'shared/checks',
)
/** Whom each folder of shared may know beside itself: arrows lead down to model. */
const below: Readonly<Record<string, readonly string[]>> = {
  model: [],
  document: ['model'],
  commands: ['queries', 'document', 'model'],
  queries: ['document', 'model'],
  checks: ['queries', 'document', 'model', 'i18n'],
  layout: ['queries', 'document', 'model'],
  words: ['queries', 'document', 'model', 'i18n'],
  ipc: ['model'],
  i18n: ['ipc'],
  export: ['layout', 'words', 'queries', 'document', 'model', 'i18n', 'ipc'],
  formats: ['layout', 'queries', 'commands', 'document', 'model', 'ipc'],
}
const room = (path: string) => /^shared\/([^/]+)/.exec(path)?.[1]
/** `home` of `renderer/features/home/Home.tsx`. */
const feature = (path: string) => /^renderer\/features\/([^/]+)/.exec(path)?.[1]

const rules: readonly Rule[] = [
  {
    says: 'shared knows neither page nor disk',
    files: inside('shared'),
    forbids: target =>
      inside('electron', 'renderer', 'build', 'test', 'react', 'react-dom', '@xyflow')(target) ||
      builtin(target) ||
      sql(target),
    offender: { path: 'shared/queries/x.ts', text: "import { readFileSync } from 'node:fs'" },
  },
  {
    says: 'inside shared arrows lead down to model',
    files: inside('shared'),
    forbids: (target, path) => {
      const [to, from] = [room(target), room(path)]
      return to !== undefined && to !== from && !below[from ?? '']?.includes(to)
    },
    offender: { path: 'shared/document/x.ts', text: "import { commands } from '../commands'" },
  },
  {
    says: 'the page reaches the host through the contract alone',
    files: inside('renderer'),
    forbids: target => inside('electron', 'build', 'test')(target) || builtin(target) || sql(target),
    offender: { path: 'renderer/app/x.ts', text: "export * from '../../electron/host/documents'" },
  },
  {
    says: 'the host and its shells know no page',
    files: inside('electron'),
    forbids: inside('renderer', 'build', 'test', 'react'),
    offender: { path: 'electron/web/x.ts', text: "const page = await import('../../renderer/main')" },
  },
  {
    says: 'the host knows no Electron and no shell',
    files: inside('electron/host'),
    forbids: target => electron(target) || inside('electron/shell', 'electron/web', 'electron/cli')(target),
    offender: { path: 'electron/host/x.ts', text: "import type { BrowserWindow } from 'electron'" },
  },
  {
    says: 'Electron is known to the window alone, so that serve and the command line run without it',
    files: path => !inside('electron/shell', 'electron/main.ts', 'electron/preload.ts')(path),
    forbids: (target, path) => electron(target) && !inside('test/e2e', 'build')(path),
    offender: { path: 'electron/serve.ts', text: "import { app } from 'electron'" },
  },
  {
    says: 'SQL is spoken where files are kept and where received ones are examined, nowhere else',
    files: path => !inside('electron/host/store', 'electron/host/guard', 'test')(path),
    forbids: sql,
    offender: { path: 'electron/host/documents.ts', text: "import Database from 'better-sqlite3'" },
  },
  {
    says: 'ui knows no record',
    files: inside('renderer/ui'),
    forbids: target => records(target) || inside('renderer/document', 'renderer/app', 'renderer/api')(target),
    offender: { path: 'renderer/ui/x.tsx', text: "import type { Step } from '../../shared/model'" },
  },
  {
    says: 'what features stand on knows no feature',
    files: inside('renderer/ui', 'renderer/api', 'renderer/document', 'renderer/canvas'),
    forbids: inside('renderer/features'),
    offender: { path: 'renderer/canvas/x.ts', text: "import { cards } from '../features/board/cards'" },
  },
  {
    says: 'a feature imports no other feature',
    files: path => feature(path) !== undefined,
    forbids: (target, path) => feature(target) !== undefined && feature(target) !== feature(path),
    offender: { path: 'renderer/features/table/x.tsx', text: "export { Board } from '../board/Board'" },
  },
]

const broken = ({ files, forbids }: Rule, sources: readonly Source[]) =>
  sources
    .filter(({ path }) => files(path))
    .flatMap(source =>
      importsOf(source)
        .filter(target => forbids(target, source.path))
        .map(target => `${source.path} imports ${target}`),
    )

const folders = ['shared', 'electron', 'renderer', 'build', 'test']
const everything = folders.flatMap(sourcesIn)

describe.each(rules.map(rule => [rule.says, rule] as const))('%s', (_, rule) => {
  test('every file keeps to it', () => {
    expect(everything.filter(({ path }) => rule.files(path)).length).toBeGreaterThan(0)
    expect(broken(rule, everything)).toEqual([])
  })
  test('control: a file that does not is found', () => {
    expect(broken(rule, [rule.offender])).toHaveLength(1)
  })
})

const longest = 400
const tooLong = (sources: readonly Source[]) =>
  sources.filter(({ text }) => text.split('\n').length - 1 > longest).map(({ path }) => path)

test('no file is longer than 400 lines', () => {
  expect(everything.length).toBeGreaterThan(100)
  expect(tooLong(everything)).toEqual([])
  expect(tooLong([{ path: 'shared/long.ts', text: 'x\n'.repeat(longest + 1) }])).toEqual(['shared/long.ts'])
})
