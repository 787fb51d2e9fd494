/** Which colour, pattern and code a note carries, by what the reader wants colours to say. */
import type { DocumentView } from '../../document'
import { channelPhases } from '../../model/channel'
import type { Note } from '../../model'
import { segmentColours, segmentMarks, segmentPatterns } from '../../queries/canvas/marks'
import { canvasModel, type CanvasModel, type PlacedNote } from '../../queries/canvas/model'
import type {
  CanvasColouring,
  CanvasLabels,
  CanvasOptions,
  Confidence,
  LegendEntry,
  Mark,
  OptionState,
} from './types'

export interface NoteMarks {
  readonly of: (placed: PlacedNote) => readonly Mark[]
  /** Every mark there is, in the order a legend tells them. */
  readonly all: readonly Mark[]
  /** What no note on the canvas can carry: the code of the mark, and how many there are. */
  readonly absent?: readonly [code: string, count: number]
}

const none: readonly Mark[] = []
const statusMarks = {
  idea: ['ink-3', 'dotted'],
  assumed: ['s3', 'striped'],
  testing: ['s6', 'dotted'],
  supported: ['chance', 'solid'],
  refuted: ['pain', 'striped'],
} as const satisfies Record<Note['status'], unknown>
const confidenceMarks = {
  known: ['chance', 'solid'],
  estimated: ['s6', 'striped'],
  guessed: ['truth', 'dotted'],
} as const satisfies Record<Confidence, unknown>
const optionMarks = {
  shared: ['ink-3', 'solid'],
  hereOnly: ['s1', 'striped'],
  moved: ['s5', 'solid'],
  changed: ['s2', 'dotted'],
  missing: ['pain', 'dotted'],
} as const satisfies Record<OptionState, unknown>

/** What to colour the notes of a canvas by. */
export function noteMarks(
  document: DocumentView,
  model: CanvasModel,
  { colourBy, labels, confidence }: Pick<CanvasOptions, 'colourBy' | 'labels' | 'confidence'>,
): NoteMarks {
  switch (colourBy) {
    case 'segment':
      return bySegment(document, model, labels)
    case 'phase':
      return byPhase(document, model, labels)
    case 'status':
      return chosen(statusMarks, labels.status, ({ note }) => note.status)
    case 'confidence':
      return chosen(confidenceMarks, labels.confidence, ({ id }) => confidence?.(id) ?? undefined)
    case 'option':
      return byOption(document, model, labels)
    case 'manual':
      return byHand(labels)
  }
}

/** From this many segments on, a note for all of them says so once. */
const many = 3

function bySegment(document: DocumentView, model: CanvasModel, labels: CanvasLabels): NoteMarks {
  const known = segmentMarks(document)
  const marks = new Map(model.segments.map(({ id, title }) => [id, { ...known.get(id)!, title }]))
  const everyone: Mark = { ...labels.everyone, colour: 'ink-3', pattern: 'solid' }
  const shared = [everyone]
  return {
    all: [...marks.values(), everyone],
    of: ({ id }) => {
      const ids = model.segmentsOf(id)
      if (ids.length >= many && ids.length === model.segments.length) return shared
      return ids.flatMap(segment => marks.get(segment) ?? [])
    },
  }
}

function byPhase(document: DocumentView, model: CanvasModel, labels: CanvasLabels): NoteMarks {
  const all = channelPhases.map((phase, at): Mark => {
    const [colour, pattern] = [segmentColours[at]!, segmentPatterns[at % segmentPatterns.length]!]
    return { ...labels.phases[phase], colour, pattern }
  })
  return {
    all,
    of: placed => {
      if (placed.block !== 'channels') return none
      const own = document.find('channel', placed.note.channelId)?.phases ?? []
      const linked = model.linksOf(placed.id).flatMap(link => (link.kind === 'reaches' ? link.phases : []))
      return all.filter((_, at) => [...own, ...linked].includes(channelPhases[at]!))
    },
  }
}

function byHand(labels: CanvasLabels): NoteMarks {
  const all = segmentColours.map((colour, at): Mark => {
    const pattern = segmentPatterns[at % segmentPatterns.length]!
    return { code: String.fromCharCode(65 + at), colour, pattern, title: labels.colours[colour] }
  })
  return { all, of: ({ placement }) => all.filter(({ colour }) => colour === placement.colour) }
}

function chosen<K extends string>(
  looks: Readonly<Record<K, readonly [Mark['colour'], Mark['pattern']]>>,
  words: Readonly<Record<K, { readonly code: string; readonly title: string }>>,
  which: (placed: PlacedNote) => K | undefined,
): NoteMarks {
  const marks = new Map(
    (Object.keys(looks) as K[]).map(key => {
      const [colour, pattern] = looks[key]
      return [key, [{ ...words[key], colour, pattern }] as readonly Mark[]] as const
    }),
  )
  return {
    all: [...marks.values()].flat(),
    of: placed => {
      const key = which(placed)
      return key === undefined ? none : marks.get(key)!
    },
  }
}

/**
 * How each note stands to the canvas this one is an option of: there as here, there but worded otherwise or in another
 * block, or here only; and how many of its notes are not here. Where there is no such canvas, a note that any other
 * canvas shows is shared.
 */
function byOption(document: DocumentView, model: CanvasModel, { option }: CanvasLabels): NoteMarks {
  const base = canvasModel(document, model.canvas.baseId)
  const stateOf = ({ id, block, here, placement }: PlacedNote): OptionState => {
    if (here.length > 0) return 'changed'
    if (!base) {
      const others = document.pointing('placement', 'noteId', id)
      return others.some(one => one.canvasId !== placement.canvasId && !one.trashed) ? 'shared' : 'hereOnly'
    }
    const there = base.note(id)
    if (!there) return 'hereOnly'
    if (there.here.length > 0) return 'changed'
    return there.block === block ? 'shared' : 'moved'
  }
  const missing = base?.notes.filter(({ id }) => !model.note(id)).length ?? 0
  return { ...chosen(optionMarks, option, stateOf), absent: [option.missing.code, missing] }
}

/** What the colours on a canvas mean: each mark that is there, with how many notes carry it. */
export function legendOf(
  marks: NoteMarks,
  notes: readonly PlacedNote[],
  colourBy: CanvasColouring,
): readonly LegendEntry[] {
  const counts = new Map<string, number>(marks.absent ? [marks.absent] : [])
  for (const placed of notes) {
    for (const { code } of marks.of(placed)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return marks.all.flatMap(mark => {
    const count = counts.get(mark.code) ?? 0
    // a segment that nothing is for is worth seeing; another colour that is not there is not
    const stands = count > 0 || (colourBy === 'segment' && mark.colour !== 'ink-3')
    return stands ? { ...mark, count } : []
  })
}
