/** F12: names that are hard. The document opens under them and is published there, or gets a name that every system takes. */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDocument } from '../../shared/ipc/contract'
import { startApp, Typist, type App } from '../helpers/app'
import { fileContent } from '../helpers/fileContent'
import { tempFolder } from '../helpers/folders'
import { guardHere } from '../helpers/guardHere'

const delays = { quiet: 1e8, longest: 1e8, retry: 1e8, retryLongest: 1e8, watch: 1e8 }

let app: App
beforeEach(() => {
  app = startApp({ publishDelays: delays, spawnGuard: guardHere })
})
afterEach(() => app.remove())

const at = (name: string) => join(app.documents, name)
const publish = (open: OpenDocument) => app.call('document.publish', { document: open.handle })
const contentOf = (path: string) => fileContent(path).records

describe('names', () => {
  const names = {
    'of 255 bytes': `${'ž'.repeat(124)}.jboard`,
    'with a blank and a dot at its end': 'Plan. .jboard',
    'reserved on Windows': 'con.jboard',
    'with quotes, line feed and star': 'a"b\n*?.jboard',
    'from right to left': '\u202Emap.jboard',
    'that begins with a dash': '-rf.jboard',
    'that only is an ending': '.jboard',
  }
  test.skipIf(process.platform === 'win32').each(Object.entries(names))(
    '%s: it opens and is published there',
    async (_, name) => {
      const made = await app.call('document.create', { template: null, title: 'Map' })
      await app.call('document.close', { document: made.handle })
      renameSync(at('Map.jboard'), at(name))
      const open = await app.host.openPath(at(name))
      expect(open).toMatchObject({ fileName: name, readOnly: null })
      const typist = new Typist(app, open)
      await typist.edit(3)
      expect(await publish(open)).toMatchObject({ place: 'ok' })
      expect(contentOf(at(name))).toEqual(typist.records())
      expect(readdirSync(app.documents)).toEqual([name])
    },
  )

  test.each([
    ['composed and decomposed', 'Žltý.jboard', 'Žltý.jboard'.normalize('NFD')],
    ['with capitals and without', 'Map.jboard', 'map.jboard'],
  ])('%s: two names are two files where the disk says so, one where it says so', async (_, one, other) => {
    const made = await app.call('document.create', { template: null, title: 'Map' })
    await app.call('document.close', { document: made.handle })
    renameSync(at('Map.jboard'), at(one))
    const areTwo = !existsSync(at(other))
    if (areTwo) copyFileSync(at(one), at(other))
    const before = readFileSync(at(one))
    const open = await app.host.openPath(at(other))
    const typist = new Typist(app, open)
    await typist.edit(3)
    await publish(open)
    expect(contentOf(at(other))).toEqual(typist.records())
    expect(readFileSync(at(one)).equals(before)).toBe(areTwo)
    expect(readdirSync(app.documents)).toHaveLength(areTwo ? 2 : 1)
  })

  test.each([
    'CON',
    'Plan. ',
    ' . ',
    'a/b\\c',
    '../../up',
    'x'.repeat(500),
    'Ž'.repeat(300),
    'n\u0000ul',
    '',
  ])('a new document titled %j gets a name that every system takes', async title => {
    const open = await app.call('document.create', { template: null, title })
    expect(open.state.place).toBe('ok')
    expect(readdirSync(app.documents)).toEqual([open.fileName])
    expect(open.fileName).toMatch(/^[^\s.][^/\\:*?"<>|]*\.jboard$/)
    expect(Buffer.byteLength(open.fileName)).toBeLessThan(256)
  })

  test('through a link to a file or a folder the real file is written, and the link stays one', async () => {
    const made = await app.call('document.create', { template: null, title: 'Map' })
    await app.call('document.close', { document: made.handle })
    const elsewhere = tempFolder()
    const real = join(elsewhere.path, 'Real.jboard')
    renameSync(at('Map.jboard'), real)
    symlinkSync(real, at('Link.jboard'))
    const open = await app.host.openPath(at('Link.jboard'))
    const typist = new Typist(app, open)
    await typist.edit(3)
    expect(await publish(open)).toMatchObject({ place: 'ok' })
    expect(lstatSync(at('Link.jboard')).isSymbolicLink()).toBe(true)
    expect(contentOf(real)).toEqual(typist.records())
    expect(readdirSync(app.documents)).toEqual(['Link.jboard'])
    expect(readdirSync(elsewhere.path)).toEqual(['Real.jboard'])
    elsewhere.remove()
  })
})
