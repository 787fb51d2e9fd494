/** F12: places where files cannot be kept. It says so clearly, loses nothing, and Save As works. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OpenFile } from '../../electron/host/openFile'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import type { FileState, KnownError, OpenDocument } from '../../shared/ipc/contract'
import { recordsOf, startApp, Typist, type App } from '../helpers/app'
import { fileContent } from '../helpers/fileContent'
import { tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'
import { placeFaults } from '../helpers/placeFaults'
import { swallowFailures } from '../helpers/swallowFailures'
import { sentencesOf } from '../helpers/words'

const delays = { quiet: 1e8, longest: 1e8, retry: 1e8, retryLongest: 1e8, watch: 1e8 }
const isWindows = process.platform === 'win32'

let app: App
let good: ReturnType<typeof tempFolder>
/** Where the next Save As goes. */
let picked: string
beforeEach(() => {
  good = tempFolder()
  picked = join(good.path, 'Kept.jboard')
  const shell = { dialogs: true, pickSave: () => Promise.resolve(picked) }
  app = startApp({ publishDelays: delays, shell, spawnGuard: guardHere })
})
afterEach(async () => {
  await app.remove()
  good.remove()
})

const at = (name: string) => join(app.documents, name)
const publish = (open: OpenDocument) => app.call('document.publish', { document: open.handle })

const contentOf = (path: string) => fileContent(path).records

/** F12 holds, and the document lives on in the good place. */
async function saveAsWorks(open: OpenDocument, typist: Typist, file = at('Map.jboard')) {
  picked = join(good.path, 'Kept.jboard')
  const troubled = { host: app, open, file, picked, records: typist.records() }
  expect(await placeFaults(troubled)).toEqual([])
  const revision = await typist.edit()
  expect(await publish(open)).toEqual({ saved: revision, published: revision, place: 'ok' })
  expect(contentOf(picked)).toEqual(typist.records())
  expect(readdirSync(good.path)).toEqual(['Kept.jboard'])
}

/** Files half written, ours or SQLite's. */
const strays = (folder: string) =>
  readdirSync(folder).filter(name => /\.tmp$|-wal$|-shm$|-journal$/.test(name))

describe('a place that changes while the document is open', () => {
  interface Case {
    readonly name: string
    readonly happens: (file: string) => void
    readonly place: FileState['place']
    /** What lies in the folder afterwards; null where there is no folder. */
    readonly left: readonly string[] | null
  }
  const map = 'Map.jboard'
  const cases: readonly Case[] = [
    {
      name: 'the folder vanishes',
      happens: () => rmSync(app.documents, { recursive: true }),
      place: 'unreachable',
      left: null,
    },
    {
      name: 'the folder is replaced by a file',
      happens: () => {
        rmSync(app.documents, { recursive: true })
        writeFileSync(app.documents, 'a file')
      },
      place: 'unreachable',
      left: null,
    },
    {
      name: 'the folder becomes a link to nowhere, as to a network place that is away',
      happens: () => {
        rmSync(app.documents, { recursive: true })
        symlinkSync(join(good.path, 'away'), app.documents)
      },
      place: 'unreachable',
      left: null,
    },
    { name: 'the file is deleted', happens: file => rmSync(file), place: 'unreachable', left: [] },
    {
      name: 'the file is renamed',
      happens: file => renameSync(file, at('Moved.jboard')),
      place: 'unreachable',
      left: ['Moved.jboard'],
    },
    {
      name: 'the file is replaced by a folder',
      happens: file => {
        rmSync(file)
        mkdirSync(file)
      },
      place: 'unreachable',
      left: [map],
    },
    {
      name: 'the file becomes a link to nowhere',
      happens: file => {
        rmSync(file)
        symlinkSync(join(good.path, 'away'), file)
      },
      place: 'unreachable',
      left: [map],
    },
    {
      name: 'the file becomes a link to itself',
      happens: file => {
        rmSync(file)
        symlinkSync(file, file)
      },
      place: 'unreachable',
      left: [map],
    },
    {
      name: 'the file is emptied',
      happens: file => writeFileSync(file, ''),
      place: 'changedElsewhere',
      left: [map],
    },
    {
      name: 'the file becomes a text',
      happens: file => writeFileSync(file, 'Once upon a time'),
      place: 'changedElsewhere',
      left: [map],
    },
    {
      name: 'only capitals of its name change',
      happens: file => renameSync(file, at('MAP.jboard')),
      place: existsSync(import.meta.filename.toUpperCase()) ? 'ok' : 'unreachable',
      left: ['MAP.jboard'],
    },
  ]

  test.each(cases)('$name: $place, nothing is lost, Save As works', async ({ happens, place, left }) => {
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    await typist.edit(3)
    await publish(open)
    happens(at(map))
    const revision = await typist.edit(3)
    expect(await publish(open)).toMatchObject({ saved: revision, place })
    if (left) expect(readdirSync(app.documents)).toEqual(left)
    await saveAsWorks(open, typist)
    if (left) expect(readdirSync(app.documents)).toEqual(left)
  })

  test('the folder vanishes and comes back: the file follows', async () => {
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    renameSync(app.documents, `${app.documents}-away`)
    const revision = await typist.edit(3)
    expect(await publish(open)).toMatchObject({ place: 'unreachable' })
    renameSync(`${app.documents}-away`, app.documents)
    expect(await publish(open)).toEqual({ saved: revision, published: revision, place: 'ok' })
    expect(contentOf(at(map))).toEqual(typist.records())
    expect(readdirSync(app.documents)).toEqual([map])
  })

  test('the folder is away at the next start too: what was saved is there', async () => {
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    renameSync(app.documents, `${app.documents}-away`)
    await typist.edit(3)
    app = await app.restart()
    const [again] = (await app.call('app.start', {})).open
    expect(recordsOf(again!)).toEqual(typist.records())
    expect(again!.state.place).toBe('unreachable')
    await saveAsWorks(again!, new Typist(app, again!, 2))
  })

  test('it gets a second name: the other name keeps the old content, whole', async () => {
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    const before = typist.records()
    linkSync(at(map), at('Second.jboard'))
    await typist.edit(3)
    await publish(open)
    expect(contentOf(at('Second.jboard'))).toEqual(before)
    await saveAsWorks(open, typist)
  })
})

describe('what cannot be opened says why in five languages and is left alone', () => {
  const cases: Readonly<Record<string, readonly [code: string, make: () => string]>> = {
    'no file': ['file.missing', () => at('None.jboard')],
    'a folder': ['file.isFolder', () => (mkdirSync(at('Folder.jboard')), at('Folder.jboard'))],
    'a pipe': ['file.notAFile', () => (spawnSync('mkfifo', [at('Pipe.jboard')]), at('Pipe.jboard'))],
    'a device': ['file.notAFile', () => '/dev/null'],
    'a link to nowhere': [
      'file.missing',
      () => (symlinkSync(at('None.jboard'), at('Link.jboard')), at('Link.jboard')),
    ],
    'a link to itself': [
      'file.missing',
      () => (symlinkSync(at('Loop.jboard'), at('Loop.jboard')), at('Loop.jboard')),
    ],
    'a name of 300 bytes': ['file.missing', () => at(`${'n'.repeat(293)}.jboard`)],
    'a path of 5,000 bytes': ['file.missing', () => join(app.documents, ...Array(50).fill('n'.repeat(100)))],
    'a path through a file': [
      'file.missing',
      () => (writeFileSync(at('File'), 'a file'), at('File/Map.jboard')),
    ],
    'an empty file': ['file.empty', () => (writeFileSync(at('Empty.jboard'), ''), at('Empty.jboard'))],
  }
  test.skipIf(isWindows).each(Object.keys(cases))('%s', async name => {
    const [wanted, make] = cases[name]!
    mkdirSync(app.documents, { recursive: true })
    const path = make()
    const before = readdirSync(app.documents)
    const error = await app.host.openPath(path).then(
      () => expect.unreachable(),
      (thrown: unknown) => thrown as KnownError,
    )
    expect(error.code).toBe(wanted)
    expect(await sentencesOf({ code: error.code, params: { ...error.params } })).toHaveLength(5)
    expect(readdirSync(app.documents)).toEqual(before)
  })
})

describe('Save As to a place that takes nothing', () => {
  const cases: Readonly<Record<string, readonly [code: string, make: () => string]>> = {
    'a folder': ['file.isFolder', () => (mkdirSync(at('Folder.jboard')), at('Folder.jboard'))],
    'our own folder': ['file.inAppFolder', () => join(app.data, 'Map.jboard')],
    'a file with a second name': [
      'file.linked',
      () => {
        writeFileSync(at('One.jboard'), 'one')
        linkSync(at('One.jboard'), at('Two.jboard'))
        return at('One.jboard')
      },
    ],
  }
  test.each(Object.keys(cases))('%s is refused in five languages, and the document goes on', async name => {
    const [wanted, make] = cases[name]!
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    await typist.edit(3)
    picked = make()
    const error = await app.call('document.saveAs', { document: open.handle }).then(
      () => expect.unreachable(),
      (thrown: unknown) => thrown as KnownError,
    )
    expect(error.code).toBe(wanted)
    expect(await sentencesOf({ code: error.code, params: { ...error.params } })).toHaveLength(5)
    expect(await publish(open)).toMatchObject({ place: 'ok' })
    expect(strays(app.documents)).toEqual([])
    await saveAsWorks(open, typist)
  })

  test.each([
    ['a folder that is not there', () => join(good.path, 'none', 'Map.jboard')],
    ['a name too long', () => join(good.path, `${'n'.repeat(300)}.jboard`)],
    ['a path through a file', () => (writeFileSync(at('File'), 'a file'), at('File/Map.jboard'))],
  ])('%s: it says that the place cannot be reached, and keeps everything', async (_, make) => {
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    await typist.edit(3)
    picked = make()
    expect((await app.call('document.saveAs', { document: open.handle }))?.state.place).toBe('unreachable')
    await typist.edit(2)
    app = await app.restart()
    const again = (await app.call('app.start', {})).open[0]!
    expect(recordsOf(again)).toEqual(typist.records())
    await saveAsWorks(again, new Typist(app, again, 2), picked)
  })
})

describe('control: the judgement notices', () => {
  const isPublished = 'says of a file that it is up to date, and it is not'
  const cases: Readonly<Record<string, readonly [fault: string, breaks: () => () => void]>> = {
    'a publish that swallows what the place refuses': [isPublished, swallowFailures],
    'a place called good whatever it is': [
      isPublished,
      () => {
        const good = { saved: 1, published: 1, place: 'ok' as const }
        const spy = vi.spyOn(OpenFile.prototype, 'state').mockReturnValue(good)
        return () => spy.mockRestore()
      },
    ],
    'edits that are acknowledged and not kept': [
      'lost what was saved',
      () => {
        const spy = vi.spyOn(WorkingCopy.prototype, 'save')
        spy.mockImplementation((base, changes) => base + changes.length)
        return () => spy.mockRestore()
      },
    ],
  }
  test.each(Object.keys(cases))('%s', async name => {
    const [fault, breaks] = cases[name]!
    const open = await app.call('document.create', { template: null, title: 'Map' })
    const typist = new Typist(app, open)
    rmSync(app.documents, { recursive: true })
    const mends = breaks()
    try {
      await typist.edit(3)
      const troubled = { host: app, open, file: at('Map.jboard'), picked, records: typist.records() }
      expect(await placeFaults(troubled)).toContain(fault)
    } finally {
      mends()
    }
  })
})
