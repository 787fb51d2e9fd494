/** Notes in Channels and Customer segments that are no record yet, and channels of journeys the canvas lacks. */
import { journeysIn } from './journeys'
import type { DocumentView } from '../../document'
import type { Channel, Journey } from '../../model'
import type { CanvasModel, PlacedNote } from '../canvas/model'
import { norm } from '../norm'

export interface NameSuggestion {
  readonly id: string
  readonly title: string
  /** How alike the names are, 0 … 1. */
  readonly likeness: number
}

export interface UnboundNote {
  readonly note: PlacedNote
  readonly type: 'channel' | 'segment'
  /** Records with a similar name that no note of the canvas is yet, the most alike first. */
  readonly suggestions: readonly NameSuggestion[]
}

const enough = 0.35
const most = 3

/** Notes of the blocks Channels and Customer segments that name no record, or one that is gone. */
export function unboundNotes(document: DocumentView, model: CanvasModel): UnboundNote[] {
  const unbound = (block: 'channels' | 'customerSegments', type: 'channel' | 'segment') => {
    const field = type === 'channel' ? 'channelId' : 'segmentId'
    const notes = model.inBlock(block)
    const taken = new Set(notes.map(({ note }) => note[field]))
    const free = document.all(type).filter(({ id }) => !taken.has(id))
    return notes
      .filter(({ note }) => !document.find(type, note[field]))
      .map((note): UnboundNote => ({ note, type, suggestions: suggestionsFor(note.title, free) }))
  }
  return [...unbound('channels', 'channel'), ...unbound('customerSegments', 'segment')]
}

/** Records whose names are like a title: at most three, the most alike first. */
export function suggestionsFor(
  title: string,
  records: readonly { readonly id: string; readonly title: string }[],
): NameSuggestion[] {
  return records
    .map(record => ({ id: record.id, title: record.title, likeness: likeness(title, record.title) }))
    .filter(one => one.likeness >= enough)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}

/**
 * How alike two names are: 1 the same without case and accents, 0.9 all words of one in the other, else the share of
 * three-letter pieces they have in common (Dice), so that endings count little in any language.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [norm(one), norm(other)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const [words, others] = [a.split(' '), b.split(' ')]
  const within = (some: string[], all: string[]) => some.every(word => all.includes(word))
  if (within(words, others) || within(others, words)) return 0.9
  const [p, q] = [pieces(words), pieces(others)]
  const shared = [...p].filter(piece => q.has(piece)).length
  return p.size + q.size === 0 ? 0 : (2 * shared) / (p.size + q.size)
}

/** Every three letters in a row; the beginning of a word is a piece of its own. */
const pieces = (words: readonly string[]): Set<string> =>
  new Set(
    words.flatMap(word => {
      const padded = ` ${word}`
      return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3))
    }),
  )

/**
 * The journeys of a canvas: those that name it, or an ancestor it is an option of, and of those that name no canvas the
 * ones of its segments.
 */
export function journeysOfCanvas(document: DocumentView, model: CanvasModel): Journey[] {
  const line = new Set<string>()
  for (let canvas = model.canvas; !line.has(canvas.id);) {
    line.add(canvas.id)
    canvas = document.find('canvas', canvas.baseId) ?? canvas
  }
  const { ofSegment } = journeysIn(document)
  const ofSegments = new Set(model.segments.flatMap(({ id }) => ofSegment(id)).map(({ id }) => id))
  return document
    .all('journey')
    .filter(({ id, canvasId }) => (canvasId === null ? ofSegments.has(id) : line.has(canvasId)))
}

export interface MissingChannel {
  readonly channel: Channel
  /** Touchpoints that use it, in the journeys of the canvas. */
  readonly uses: number
  readonly journeys: readonly Journey[]
  /** Segments of the canvas whose journeys use it. */
  readonly segmentIds: readonly string[]
}

/** Channels that journeys of the canvas use and no note of it is (L39); the most used first. */
export function missingChannels(document: DocumentView, model: CanvasModel): MissingChannel[] {
  const here = new Set(model.inBlock('channels').map(({ note }) => note.channelId))
  const { usesIn, ofSegment } = journeysIn(document)
  const journeys = journeysOfCanvas(document, model)
  const found = new Map<string, { uses: number; journeys: Journey[] }>()
  for (const journey of journeys) {
    for (const { channelId } of usesIn(journey.id)) {
      if (here.has(channelId)) continue
      const known = found.get(channelId) ?? { uses: 0, journeys: [] }
      known.uses++
      if (!known.journeys.includes(journey)) known.journeys.push(journey)
      found.set(channelId, known)
    }
  }
  return [...found]
    .flatMap(([id, use]): MissingChannel[] => {
      const channel = document.find('channel', id)
      const segmentIds = model.segments
        .filter(segment =>
          ofSegment(segment.id).some(one => use.journeys.some(({ id: at }) => at === one.id)),
        )
        .map(segment => segment.id)
      return channel ? [{ channel, ...use, segmentIds }] : []
    })
    .toSorted((a, b) => b.uses - a.uses)
}
