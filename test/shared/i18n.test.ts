import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textsIn, wordsOf } from '../../shared/i18n'
import { calls, events, languages, type Language } from '../../shared/ipc/contract'
import { root } from '../helpers/folders'
import { lineOf, sourcesIn } from '../helpers/sources'
import {
  allTexts,
  keyAndForm,
  leadsTo,
  literalsIn,
  messagesIn,
  placeholdersOf,
  selectorsIn,
  tagsOf,
  untranslatedIn,
  type Texts,
} from '../helpers/texts'

/** How many forms each language counts in: Slovak, Czech and Polish four, Slovene four with a dual. */
const forms: Readonly<Record<Language, readonly string[]>> = {
  en: ['one', 'other'],
  sk: ['few', 'many', 'one', 'other'],
  cs: ['few', 'many', 'one', 'other'],
  pl: ['few', 'many', 'one', 'other'],
  sl: ['few', 'one', 'other', 'two'],
}
const { en } = allTexts

/** Key → its plural forms, sorted; empty where the text has none. */
function formsOf(texts: Texts): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {}
  for (const [whole] of Object.entries(texts)) {
    const { key, form } = keyAndForm(whole)
    const list = (found[key] ??= [])
    if (form) list.push(form)
  }
  return Object.fromEntries(Object.entries(found).map(([key, list]) => [key, list.toSorted()]))
}

describe.each(languages)('%s', language => {
  const texts = allTexts[language]

  test('has the keys English has, in the plural forms of the language', () => {
    const wanted = Object.entries(formsOf(en)).map(([key, list]) => [
      key,
      list.length > 0 ? forms[language] : [],
    ])
    expect(formsOf(texts)).toEqual(Object.fromEntries(wanted))
  })

  test('has the plural forms the language counts in', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    expect([...categories].toSorted()).toEqual(forms[language])
  })

  test('has no empty text and none with blanks round it', () => {
    expect(Object.entries(texts).filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
  })

  test('has the placeholders and tags of English; a form for one or two may leave the number out', () => {
    const wrong = Object.entries(texts).filter(([whole, text]) => {
      const { key, form } = keyAndForm(whole)
      const english = en[form ? `${key}_other` : key] ?? ''
      const wanted = placeholdersOf(english)
      const given = placeholdersOf(text)
      const countLeftOut =
        form === 'one' || form === 'two' ? wanted.filter(name => !/^count\b/.test(name)) : wanted
      const same = [wanted, countLeftOut].some(list => list.join() === given.join())
      return !same || tagsOf(english).join() !== tagsOf(text).join()
    })
    expect(wrong).toEqual([])
  })

  test("says the glossary's terms as the glossary has them", () => {
    const terms = Object.fromEntries(glossary().map(row => [`terms.${row['key']}`, row[language]]))
    const inUse = Object.entries(texts).filter(([key]) => key.startsWith('terms.'))
    expect(Object.fromEntries(inUse)).toEqual(terms)
  })
})

/** Rows of the glossary: key and one column for each language. Every value stands in quotes, a quote is doubled. */
function glossary(): Readonly<Record<string, string>>[] {
  const csv = readFileSync(join(root, 'test/files/glossary.csv'), 'utf8')
  const [head = [], ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map(line => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell?.replaceAll('""', '"') ?? ''))
  expect(head).toEqual(['key', ...languages])
  return rows.map(row => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const code = ['shared', 'electron', 'renderer'].flatMap(sourcesIn)

/** The glossary is kept whole, for screens to come. */
const keptWhole = ['terms']
/** Looked up by names that are put together, where a template of the app has a name in the reader's language. */
const putTogether = ['home.templates.names', 'home.templates.industries']

test('what is said to be looked up by put-together names is', () => {
  const missing = putTogether.filter(prefix => !code.some(({ text }) => text.includes(`\`${prefix}.\${`)))
  expect(missing).toEqual([])
})

test('every text is used somewhere', () => {
  const selectors = [...keptWhole, ...putTogether, ...new Set(code.flatMap(selectorsIn))]
  const literals = new Set(code.flatMap(literalsIn))
  const unused = Object.keys(formsOf(en)).filter(key => {
    // what people are told comes as a code and is looked up under these two
    const message = /^(?:errors|notices)\.(.+)$/.exec(key)?.[1]
    if (message) return !literals.has(message)
    return !selectors.some(selector => leadsTo(selector, key))
  })
  expect(unused).toEqual([])
})

/** 'custom' is zod's own word for an issue. */
const sentIn = (sources: typeof code) =>
  sources.flatMap(source =>
    messagesIn(source)
      .filter(({ code: name }) => name !== 'custom')
      .map(sent => ({ ...sent, at: `${source.path}:${lineOf(source, sent.node)}` })),
  )

/** What a document's log calls changes of the host itself; a file of the app's own folder. */
const notMessages = new Set(['document.import', 'document.merge', 'document.restore', 'app.sqlite'])

/** Codes that wait in a variable or a list before they are sent: all of these areas but what names calls and events. */
const waiting = code
  .filter(({ path }) => /^electron\/(host|web|cli)\//.test(path))
  .flatMap(literalsIn)
  .filter(text =>
    /^(app|call|cli|disk|document|file|import|link|serve|session|version)\.[a-z]\w*$/i.test(text),
  )
  .filter(text => !(text in calls) && !(text in events) && !notMessages.has(text))

const worded = (texts: Texts, name: string) => texts[`errors.${name}`] ?? texts[`notices.${name}`]

test('every message that code sends has a sentence in every language', () => {
  const sent = sentIn(code).map(({ code: name }) => name)
  expect(sent.length).toBeGreaterThan(60)
  expect(waiting).toContain('file.linked')
  const unworded = [...new Set([...sent, ...waiting])].flatMap(name =>
    languages.filter(language => !worded(allTexts[language], name)).map(language => `${language} ${name}`),
  )
  expect(unworded).toEqual([])
})

/** Where a message leaves out what its sentence names; `name` and `code` also come from further up. */
const leftOutIn = (sources: typeof code) =>
  sentIn(sources).flatMap(({ code: name, params, at }) =>
    params === null
      ? []
      : placeholdersOf(worded(en, name) ?? '')
          .map(placeholder => placeholder.replace(/,.*/, ''))
          .filter(wanted => wanted !== 'code' && !params.includes(wanted))
          .map(wanted => `${at} ${name} ${wanted}`),
  )

test('every message brings what its sentence names', () => {
  expect(leftOutIn(code)).toEqual([])
})

test('control: messages are found with what they bring, in errors, refusals and notices', () => {
  const text = [
    "throw new KnownError(full ? 'version.missing' : 'version.damaged')",
    "tell({ code: 'document.recovered', params: { name } })",
    "throw refusal('file.unreadable', { ...more })",
    "return refuse(c, 404, 'serve.port')",
  ].join('\n')
  const source = [{ path: 'x.ts', text: `function f() {\n${text}\n}` }]
  expect(sentIn(source).map(({ code: name, params }) => [name, params])).toEqual([
    ['version.missing', []],
    ['version.damaged', []],
    ['document.recovered', ['name']],
    ['file.unreadable', null],
    ['serve.port', []],
  ])
  expect(leftOutIn(source)).toEqual([
    'x.ts:2 version.damaged at',
    'x.ts:3 document.recovered copy',
    'x.ts:5 serve.port port',
  ])
})

test.each([
  ['en', '18 November 2026 at 09:05:07', '200,000'],
  ['sk', '18. novembra 2026 o 9:05:07', '200\u00a0000'],
  ['cs', '18. listopadu 2026 v 9:05:07', '200\u00a0000'],
  ['pl', '18 listopada 2026 09:05:07', '200\u00a0000'],
  ['sl', '18. november 2026 ob 09:05:07', '200.000'],
] as const)(
  '%s: dates and numbers in sentences are written as the language writes them',
  async (language, at, limit) => {
    const { t } = await textsIn(language)
    const moment = new Date(2026, 10, 18, 9, 5, 7).toISOString()
    expect(wordsOf(t, { code: 'version.damaged', params: { at: moment } })).toContain(at)
    expect(wordsOf(t, { code: 'file.tooManyRecords', params: { limit: 200_000 } })).toContain(limit)
  },
)

test('a sentence about a file says which, and a failure nobody foresaw what it was', async () => {
  const { t } = await textsIn('en')
  const empty = wordsOf(t, { code: 'file.empty', params: {} })
  expect(wordsOf(t, { code: 'file.empty', params: { name: 'Plan.jboard' } })).toBe(`Plan.jboard: ${empty}`)
  const exists = wordsOf(t, { code: 'file.exists', params: { name: 'Plan.jboard' } })
  expect(exists.match(/Plan\.jboard/g)).toHaveLength(1)
  expect(wordsOf(t, { code: 'unknown', params: { code: 'TypeError' } })).toContain('(TypeError)')
  expect(wordsOf(t, { code: 'no.such', params: {} })).toContain('(no.such)')
})

/** Names, which are the same in every language. */
const names = new Set(['Journeyboard', 'Inter'])

const literalsOnScreen = (sources: typeof code) =>
  sources
    .filter(({ path }) => /^(renderer|electron\/shell)\/.*\.tsx?$/.test(path))
    .flatMap(source =>
      untranslatedIn(source)
        .map(node => ({ node, words: typeof node['value'] === 'string' ? node['value'] : 'template' }))
        .filter(({ words }) => !names.has(words.trim()))
        .map(({ node, words }) => `${source.path}:${lineOf(source, node)} ${words.trim()}`),
    )

test('no component, action or menu says anything that is not translated', () => {
  expect(literalsOnScreen(code)).toEqual([])
})

test('control: words between tags, in spoken attributes, in expressions and in objects are found', () => {
  const action = "const action = { id: 'x', label: 'Rename', keys: ['F2'] }"
  expect(literalsOnScreen([{ path: 'renderer/x.ts', text: action }])).toEqual(['renderer/x.ts:1 Rename'])
  const text =
    '<b title="Close" className="grid" aria-label={open ? `Open ${n}` : label}>Hello {"there"}{x && "you"}</b>'
  expect(literalsOnScreen([{ path: 'renderer/x.tsx', text }])).toEqual([
    'renderer/x.tsx:1 there',
    'renderer/x.tsx:1 you',
    'renderer/x.tsx:1 Close',
    'renderer/x.tsx:1 template',
    'renderer/x.tsx:1 Hello',
  ])
})

test('control: selectors are read as they are written', () => {
  const text = 'const x = [t($ => $.a.b), t($ => $.c[d].e), t($ => (one ? $.f : $["g"]))]'
  const found = selectorsIn({ path: 'x.ts', text })
  expect(found).toEqual(['a.b', 'c.*.e', 'f', 'g'])
  expect(leadsTo('c.*.e', 'c.any.e')).toBe(true)
  expect(leadsTo('a.b', 'a.bc')).toBe(false)
  expect(leadsTo('a.b.c', 'a.b')).toBe(false)
})
