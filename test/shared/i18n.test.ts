import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../shared/ipc/contract'
import { root } from '../helpers/folders'
import { lineOf, sourcesIn } from '../helpers/sources'
import {
  allTexts,
  keyAndForm,
  leadsTo,
  literalsIn,
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
      const countLeftOut = form === 'one' || form === 'two' ? wanted.filter(name => name !== 'count') : wanted
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

test('every message that code sends has a sentence', () => {
  const sent = code.flatMap(({ text }) =>
    [...text.matchAll(/(?:new KnownError\(|refusal\(|\bcode: |refuse\(c, \d+, )'([a-z][\w.]*)'/g)].map(
      ([, name]) => name ?? '',
    ),
  )
  const unworded = [...new Set(sent)].filter(
    // 'custom' is zod's own word for an issue
    name => name !== 'custom' && !(`errors.${name}` in en) && !(`notices.${name}` in en),
  )
  expect(sent.length).toBeGreaterThan(20)
  expect(unworded.toSorted()).toEqual([])
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
