/** Notes of a canvas written as a list: pasted from a mail, a document, a spreadsheet or a chat. */
import type { Block } from '../model/note'
import { norm } from '../queries/norm'
import { blockCalled } from './blockNames'

/** One note to be, in the order of the lines. */
export interface ListedNote {
  readonly title: string
  /** The block whose heading stands above it or before it; null when none does. */
  readonly block: Block | null
}

export interface NoteList {
  readonly notes: readonly ListedNote[]
  /** How many more there were than one list may bring. */
  readonly beyond: number
}

/** As many as one command takes. */
export const longestList = 1000
const longestTitle = 500

/**
 * Reads a list of notes. A line with nothing but the name of a block (any of five languages; with or without '#', '**'
 * and ':') heads the lines below it; 'Block: note' and 'Block<tab>note' say it in one line. List marks and indents are
 * taken off. A '#' heading that is no block ends the block before it and is a note itself, so that nothing is lost.
 */
export function readNoteList(text: string): NoteList {
  const notes: ListedNote[] = []
  let block: Block | null = null
  let beyond = 0
  const keep = (title: string) => {
    if (title === '') return
    if (notes.length < longestList) notes.push({ title, block })
    else beyond++
  }
  for (const raw of text.split(/\r\n|[\r\n\u0085\u2028\u2029]/)) {
    const { heading, marked, words } = lineOf(raw)
    const called = marked ? undefined : blockCalled(words.replace(/\s*:$/, ''))
    const inLine = called ? undefined : blockBefore(words)
    if (called) block = called
    else if (inLine) {
      block = inLine.block
      keep(inLine.rest)
    } else {
      if (heading) block = null
      keep(words)
    }
  }
  return { notes, beyond }
}

interface Line {
  /** Begins with '#'. */
  readonly heading: boolean
  /** Begins with a list mark. */
  readonly marked: boolean
  readonly words: string
}

const listMark = /^(?:[-–—*+•‣▪▫◦●○·]|\d{1,3}[.)]|[a-z][.)])\s+(?:\[[ xX]?\]\s+)?/

function lineOf(raw: string): Line {
  const clean = readable(raw).trim()
  const hashes = /^#{1,6}\s*/.exec(clean)?.[0] ?? ''
  const mark = listMark.exec(clean.slice(hashes.length))?.[0] ?? ''
  const rest = clean.slice(hashes.length + mark.length)
  const words = withoutStress(hashes ? rest.replace(/\s#+$/, '') : rest)
  // a number or mark before the name of a block is part of the heading: '## 1. Key partners'
  return { heading: hashes !== '', marked: mark !== '' && hashes === '', words }
}

/** A line without signs nobody can read (but with its tabs), cut to what can become a title and a block's name. */
const readable = (raw: string) =>
  raw
    .slice(0, 4 * longestTitle)
    .replaceAll(/(?!\t)\p{Cc}|[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll(/^[>\s]+/g, '')

/** '**Channels**' and '__Channels:__' are Channels; what is cut off at the end ends in whole letters. */
function withoutStress(words: string): string {
  const inner = /^(\*\*|__)(.+?)\1(:?)$/.exec(words)
  const plain = (inner ? `${inner[2]}${inner[3]}` : words).trim()
  // a letter of two units that was cut in half goes
  return plain
    .slice(0, longestTitle)
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim()
}

/** 'Channels: own web shop', '**Channels:** own web shop' and the two cells of a spreadsheet. */
function blockBefore(words: string): { readonly block: Block; readonly rest: string } | undefined {
  const [, before = '', rest = ''] = /^([^:\t]{1,80})[:\t](.*)$/.exec(words) ?? []
  const block = blockCalled(before.replaceAll(/\*\*|__/g, ''))
  return block && { block, rest: rest.replace(/^(?:\*\*|__)?:?\s*/, '').trim() }
}

/**
 * Which notes of a list say again what stands in the block already, or further up in the list.
 * @param blockOf where a note will go
 * @param known titles that stand on the canvas, by block
 */
export function repeated(
  notes: readonly ListedNote[],
  blockOf: (note: ListedNote, at: number) => Block,
  known: (block: Block) => readonly string[],
): readonly boolean[] {
  const seen = new Map<Block, Set<string>>()
  return notes.map((note, at) => {
    const block = blockOf(note, at)
    const titles = seen.get(block) ?? new Set(known(block).map(norm))
    seen.set(block, titles)
    const title = norm(note.title)
    const again = titles.has(title)
    titles.add(title)
    return again
  })
}
