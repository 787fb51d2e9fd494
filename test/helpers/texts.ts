/** The texts in five languages as flat lists, and where the code uses them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Language } from '../../shared/ipc/contract'
import { root } from './folders'
import { nodesOf, type Node, type Source } from './sources'

/** Key with dots → text, plural endings included. */
export type Texts = Readonly<Record<string, string>>

const flat = (value: unknown, key: string): [string, string][] =>
  typeof value === 'string'
    ? [[key, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => flat(inner, key ? `${key}.${name}` : name))

export const textsOf = (language: Language): Texts =>
  Object.fromEntries(
    flat(JSON.parse(readFileSync(join(root, `shared/i18n/${language}.json`), 'utf8')) as object, ''),
  )

export const allTexts = Object.fromEntries(
  languages.map(language => [language, textsOf(language)]),
) as Readonly<Record<Language, Texts>>

const plural = /^(.*)_(zero|one|two|few|many|other)$/

/** The key as code writes it, and the plural form; null where the text has none. */
export function keyAndForm(key: string): { readonly key: string; readonly form: string | null } {
  const [, stem, form] = plural.exec(key) ?? []
  return stem && form ? { key: stem, form } : { key, form: null }
}

/** What stands between double braces, in order: names, each with the format it is written in, if it has one. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').toSorted()

/** The tags in a text that the page replaces by components, in order. */
export const tagsOf = (text: string): string[] =>
  [...text.matchAll(/<\/?[a-z]+ ?\/?>/gi)].map(([tag]) => tag).toSorted()

/**
 * The keys that selectors in a file name: `$ => $.board.go[direction]` is `board.go.*`.
 * @throws when the file does not parse
 */
export function selectorsIn(source: Source): string[] {
  if (source.path.endsWith('.css')) return []
  const inner = new Set<unknown>()
  return nodesOf(source).flatMap(node => {
    if (node.type !== 'MemberExpression' || inner.has(node)) return []
    const names: string[] = []
    let at: Node = node
    while (at.type === 'MemberExpression') {
      names.unshift(nameOf(at))
      at = at['object'] as Node
      inner.add(at)
    }
    return at.type === 'Identifier' && at['name'] === '$' ? names.join('.') : []
  })
}

function nameOf(member: Node): string {
  const property = member['property'] as Node
  if (!member['computed']) return String(property['name'])
  return property.type === 'Literal' ? String(property['value']) : '*'
}

/** Whether a selector leads to a key: to itself, through a place that is only known at run time, or from above. */
export function leadsTo(selector: string, key: string): boolean {
  const [wanted, given] = [selector.split('.'), key.split('.')]
  return wanted.length <= given.length && wanted.every((name, at) => name === '*' || name === given[at])
}

/** A message that code sends: its code, and the names of its parameters; null where only running tells them. */
export interface Sent {
  readonly code: string
  readonly params: readonly string[] | null
  readonly node: Node
}

/** Functions whose answers are messages, by the place of the code among their arguments; the parameters follow it. */
const senders: Readonly<Record<string, number>> = { KnownError: 0, refusal: 0, refused: 0, refuse: 2 }

/** The messages in a file: errors that are thrown, refusals, and objects with a code. */
export function messagesIn(source: Source): Sent[] {
  if (source.path.endsWith('.css')) return []
  return nodesOf(source).flatMap(node => {
    if (node.type === 'ObjectExpression') {
      const code = propertyOf(node, 'code')
      return code ? sentBy(code, propertyOf(node, 'params') ?? null, node) : []
    }
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return []
    const given = node['arguments'] as Node[]
    const place = senders[String((node['callee'] as Node)['name'])]
    const code = place === undefined ? undefined : (given[place] ?? given[0])
    return code ? sentBy(code, given[given.indexOf(code) + 1], node) : []
  })
}

function sentBy(code: Node, params: Node | null | undefined, node: Node): Sent[] {
  if (code.type === 'ConditionalExpression')
    return [code['consequent'], code['alternate']].flatMap(one => sentBy(one as Node, params, node))
  const { value } = code
  if (typeof value !== 'string' || !/^[a-z]\w*(\.\w+)*$/.test(value)) return []
  return [{ code: value, params: params === undefined ? [] : namesIn(params), node }]
}

/** The names of an object's properties; null where it is not written out. */
function namesIn(object: Node | null): string[] | null {
  if (object?.type !== 'ObjectExpression') return null
  const properties = object['properties'] as Node[]
  if (properties.some(({ type }) => type !== 'Property')) return null
  return properties.map(property => String((property['key'] as Node)['name']))
}

const propertyOf = (object: Node, name: string): Node | undefined =>
  (object['properties'] as Node[]).find(
    property => property.type === 'Property' && (property['key'] as Node)['name'] === name,
  )?.['value'] as Node | undefined

/** Every text that stands in a file as a literal. */
export const literalsIn = (source: Source): string[] =>
  source.path.endsWith('.css')
    ? []
    : nodesOf(source).flatMap(({ type, value }) =>
        type === 'Literal' && typeof value === 'string' ? value : [],
      )

const spoken = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'hint',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
])
const hasWord = (value: unknown) => typeof value === 'string' && /\p{L}{2}/u.test(value)

/**
 * Texts that people would read or hear in English whatever their language: between tags, in attributes that are shown
 * or spoken, and in objects that become such attributes.
 */
export function untranslatedIn(source: Source): Node[] {
  return nodesOf(source).flatMap(node => {
    if (node.type === 'JSXText') return hasWord(node['value']) ? node : []
    if (node.type === 'JSXAttribute') {
      const name = (node['name'] as Node)['name']
      return spoken.has(String(name)) ? wordsIn(node['value']) : []
    }
    if (node.type === 'Property') {
      const name = (node['key'] as Node)['name']
      return spoken.has(String(name)) ? wordsIn(node['value']) : []
    }
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return []
    return (node['children'] as Node[]).flatMap(child =>
      child.type === 'JSXExpressionContainer' ? wordsIn(child) : [],
    )
  })
}

/** Literal words that an expression may turn out to be. */
function wordsIn(value: unknown): Node[] {
  const node = value as Node | null
  if (!node) return []
  switch (node.type) {
    case 'Literal':
      return hasWord(node['value']) ? [node] : []
    case 'TemplateLiteral': {
      const words = (node['quasis'] as Node[]).some(part => hasWord((part['value'] as { raw: string }).raw))
      return words ? [node] : []
    }
    case 'JSXExpressionContainer':
      return wordsIn(node['expression'])
    case 'ConditionalExpression':
      return [...wordsIn(node['consequent']), ...wordsIn(node['alternate'])]
    case 'LogicalExpression':
      return [...wordsIn(node['left']), ...wordsIn(node['right'])]
    default:
      return []
  }
}
