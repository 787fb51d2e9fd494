// S2: whatever crosses the contract's border, the host answers with data and goes on.
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  calls,
  notice,
  type Answer,
  type CallName,
  type OpenDocument,
  type OutputOf,
} from '../../shared/ipc/contract'
import { callNames, isCallName, isEventName } from '../../shared/ipc/names'
import type { RawRecord } from '../../shared/model'
import { startHost, type TestHost } from '../helpers/host'

// 10,000 malformed calls at night, about a tenth of it in every run
const runs = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 440 : 44

let host: TestHost
beforeAll(() => {
  host = startHost()
})
afterAll(() => host.end())

const paths = [
  '/etc/passwd',
  '../../etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'file:///etc/passwd',
  'doc-',
  'doc-../../x',
  '\0',
]
const path = fc.constantFrom(...paths)
const handle = fc.oneof(path, fc.stringMatching(/^(doc|recent|version)-[A-Za-z0-9]{8,12}$/))
const text = fc.oneof(path, handle, fc.string({ unit: 'binary' }), fc.constant('x'.repeat(1_000_000)))
// what crosses between processes need not be JSON
const cyclic: Record<string, unknown> = {}
cyclic['self'] = [cyclic]
const odd = fc.oneof(
  fc.anything({ withBigInt: false, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 3 }),
  text,
  fc.constantFrom<unknown>(NaN, Infinity, -1, 1e308, undefined, null, [], [[]], 1n, cyclic),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  fc
    .integer({ min: 500, max: 20_000 })
    .map(depth => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
)

/** Objects with the fields a call wants, filled with what it does not; the document is often one that is open. */
function malformed(name: CallName, open: string): fc.Arbitrary<unknown> {
  const fields = Object.keys(calls[name].input.shape)
  const filled = fc
    .tuple(
      ...fields.map(field =>
        field === 'document' ? fc.oneof(fc.constant(open), handle) : fc.oneof(handle, odd),
      ),
    )
    .map(values => Object.fromEntries(fields.map((field, i) => [field, values[i]])))
  return fc.oneof(
    odd,
    filled,
    fc.tuple(filled, fc.dictionary(fc.string(), odd)).map(([a, b]) => ({ ...b, ...a })),
  )
}

/** An error with a code of its own: 'unknown' is what the host says to what nobody thought of. */
function expectForeseen(error: unknown): void {
  expect(notice.parse(error)).toEqual(error)
  expect(error, host.logged.at(-1)?.slice(0, 2000)).not.toHaveProperty('code', 'unknown')
}

async function created(title: string): Promise<OpenDocument> {
  const made = await host.call('document.create', { template: null, title })
  if (!made.ok) throw new Error(made.error.code)
  return made.value as OpenDocument
}

test('every call is declared with what goes in and what comes out, and the preload knows the same names', () => {
  expect(callNames.toSorted()).toEqual(Object.keys(calls).toSorted())
  for (const name of callNames) expect(calls[name]).toHaveProperty('output')
  for (const name of [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'document',
    null,
    1,
    {},
  ]) {
    expect(isCallName(name) || isEventName(name)).toBe(false)
  }
})

test.each(callNames)(`%s answers ${runs} malformed inputs with data`, async name => {
  const open = await created('Open')
  await fc.assert(
    fc.asyncProperty(malformed(name, open.handle), async input => {
      const answer = await host.call(name, input)
      const accepted = calls[name].input.safeParse(input).success
      if (!accepted)
        expect(answer).toEqual({ ok: false, error: { code: 'call.malformed', params: { name } } })
      else if (!answer.ok) expectForeseen(answer.error)
      expect(JSON.stringify(answer)).not.toMatch(/root:.*:0:0|\[fonts\]/)
    }),
    { numRuns: runs },
  )
  expect({}).not.toHaveProperty('polluted')
})

test('changes that no command would make are refused, or kept whole', async () => {
  const { handle: document, records, revision } = await created('Changed')
  const known = (JSON.parse(records) as RawRecord[]).map(({ id }) => id)
  const id = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom('stage:x', 'step:y', '__proto__', ''),
    fc.string(),
  )
  const type = fc.constantFrom(
    'stage',
    'step',
    'touchpoint',
    'journey',
    'project',
    'nothing',
    '__proto__',
    '',
  )
  const field = fc.constantFrom('id', 'type', 'title', 'order', 'journeyId', '__proto__', 'constructor', '')
  const record = fc
    .tuple(fc.dictionary(field, odd), id, type)
    .map(([rest, id, type]) => ({ ...rest, id, type }))
  const change = fc.record({
    step: fc.string({ maxLength: 60 }),
    command: fc.string({ maxLength: 80 }),
    patch: fc.record({
      added: fc.array(record, { maxLength: 3 }),
      updated: fc.array(fc.record({ id, field, from: odd, to: odd }), { maxLength: 3 }),
      removed: fc.array(record, { maxLength: 3 }),
    }),
  })
  const batches = fc.tuple(fc.constantFrom(0, -1, 1), fc.array(change, { minLength: 1, maxLength: 3 }))
  // a record of a kind that a later version may know is welcome
  const welcome = {
    step: 's',
    command: 'later.add',
    patch: { added: [{ id: 'later:x', type: 'later' }], updated: [], removed: [] },
  }
  let last = revision
  await fc.assert(
    fc.asyncProperty(batches, async ([off, changes]) => {
      const answer = await host.call('document.save', { document, base: last + off, changes })
      if (answer.ok) last = (answer.value as OutputOf<'document.save'>).revision
      else expectForeseen(answer.error)
    }),
    { numRuns: runs * 2, examples: [[[0, [welcome]] as never]] },
  )
  expect(last).toBeGreaterThan(revision)
  // what is there now can be written, closed and read again
  expect(await host.call('document.publish', { document })).toMatchObject({
    ok: true,
    value: { saved: last },
  })
  expect(await host.call('document.close', { document })).toMatchObject({ ok: true })
  const recent = (await host.call('recent.list', {})) as Answer<OutputOf<'recent.list'>>
  const entry = recent.ok ? recent.value.find(({ fileName }) => fileName === 'Changed.jboard') : undefined
  expect(await host.call('document.openRecent', { recent: entry?.handle })).toMatchObject({
    ok: true,
    value: { readOnly: null, revision: last, notices: [] },
  })
})

test('names that are no call are refused as such', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
      async name => {
        expect(await host.call(name, {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
      },
    ),
    { numRuns: runs * 4 },
  )
})

test('after all that the host works, and wrote nowhere but in its folders', async () => {
  const made = await host.call('document.create', { template: null, title: 'Still here' })
  expect(made).toMatchObject({ ok: true, value: { fileName: 'Still here.jboard' } })
  expect(readdirSync(host.folder).sort()).toEqual(['data', 'documents'])
  for (const name of readdirSync(join(host.folder, 'documents'))) expect(name).toMatch(/\.jboard$/)
})
