/** What people call a record. */
import type { T } from '../i18n'
import type { DocumentView } from '../document'
import type { RawRecord } from '../model'
import { noteTitle } from '../queries'
import { blockName } from './blockName'
import { quantityWord } from './quantityWord'
import { choiceWord } from './valueWords'

/** Longest name made of a text, in UTF-16 units. */
const longest = 120

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const short = (text: string) => {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/**
 * The name of a record: its title, the beginning of its text, or the names of what it ties together.
 * @returns words for something without a name where it has none
 */
export function recordName(t: T, document: DocumentView, record: RawRecord): string {
  const unnamed = t($ => $.board.unnamed.any)
  return nameOf(t, document, record, 0) || unnamed
}

/** The name behind an id, or undefined where there is no such record. */
export function nameOfId(t: T, document: DocumentView, id: string): string | undefined {
  const record = document.get(id)
  return record && recordName(t, document, record)
}

function nameOf(t: T, document: DocumentView, record: RawRecord, depth: number): string {
  if (depth > 4) return ''
  const of = (id: unknown): string => {
    const target = document.get(textOf(id))
    return (target && nameOf(t, document, target, depth + 1)) || t($ => $.board.unnamed.any)
  }
  const joined = (...names: readonly string[]) => names.filter(name => name !== '').join(' · ')
  const first = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : undefined)
  switch (record.type) {
    case 'note': {
      const note = document.find('note', record.id)
      return note ? noteTitle(document, note) : textOf(record['title'])
    }
    case 'placement': {
      const note = document.find('note', textOf(record['noteId']))
      const own = (record['override'] as { title?: unknown } | null)?.title
      return textOf(own) || (note ? noteTitle(document, note) : '')
    }
    case 'lane':
      return textOf(record['title']) || choiceWord(t, 'lane', 'role', textOf(record['role']))
    case 'experience':
      return joined(of(record['touchpointId']), record['personaId'] ? of(record['personaId']) : '')
    case 'link': {
      const words = choiceWord(t, 'link', 'kind', textOf(record['kind']))
      return `${of(record['fromId'])} → ${of(record['toId'])} (${words})`
    }
    case 'flow':
    case 'segmentDependency':
      return `${of(record['fromId'])} → ${of(record['toId'])}`
    case 'quantity':
      return joined(of(record['ownerId']), quantityWord(t, textOf(record['name'])))
    case 'reading':
      return joined(of(record['metricId']), textOf(record['period']))
    case 'evidence':
      return short(textOf(record['text'])) || textOf(record['source'])
    case 'waiver':
      return joined(textOf(record['rule']), of(first(record['targetIds'])))
    case 'checklistRun':
      return textOf(record['list'])
    case 'checklistAnswer':
      return textOf(record['item'])
    default:
      return textOf(record['title']) || short(textOf(record['text']))
  }
}

/** What a stage or a block is called; `groupId` is as `belongingOf` gives it. */
export function groupName(t: T, document: DocumentView, groupId: string): string {
  return nameOfId(t, document, groupId) ?? blockName(t, groupId as Parameters<typeof blockName>[1])
}
