/** How segments are told apart: a colour, a pattern and a short code, never one of them alone. */
import type { DocumentView } from '../../document'
import type { Segment } from '../../model'

export const segmentColours = ['s1', 's2', 's3', 's4', 's5', 's6'] as const
export type SegmentColour = (typeof segmentColours)[number]
export const segmentPatterns = ['solid', 'striped', 'dotted'] as const
export type SegmentPattern = (typeof segmentPatterns)[number]

export interface SegmentMark {
  /** One to eight letters, unique in the document unless somebody gave the same one twice. */
  readonly code: string
  readonly colour: SegmentColour
  readonly pattern: SegmentPattern
}

/** The mark of every segment by its id: what was chosen, else what its place and name give. */
export function segmentMarks(document: DocumentView): ReadonlyMap<string, SegmentMark> {
  const segments = document.all('segment')
  const taken = new Set(segments.flatMap(({ code }) => (code ? [code.toLocaleUpperCase()] : [])))
  return new Map(
    segments.map((segment, at) => {
      const code = segment.code || freshCode(segment, at, taken)
      taken.add(code)
      const colour =
        segmentColours.find(one => one === segment.colour) ?? segmentColours[at % segmentColours.length]!
      // with the second round of colours the patterns move on, so that 18 segments have marks of their own
      const round = at + Math.floor(at / segmentColours.length)
      const pattern = segment.pattern ?? segmentPatterns[round % segmentPatterns.length]!
      return [segment.id, { code, colour, pattern }]
    }),
  )
}

/** Three letters of the name (or of the template's key), then others of it, then the place. */
function freshCode({ title, key }: Segment, at: number, taken: ReadonlySet<string>): string {
  const letters = [...(key || title).toLocaleUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')]
  const places = Array.from({ length: taken.size + 1 }, (_, n) => `S${at + 1 + n}`)
  const [first = '', second = ''] = letters
  const candidates = [
    letters.slice(0, 3).join(''),
    ...letters.slice(2).map(letter => first + second + letter),
    ...letters.slice(2).map((letter, n) => first + letter + (letters[n + 3] ?? '')),
  ]
  const free = (code: string) => code !== '' && !taken.has(code)
  return candidates.find(free) ?? places.find(free)!
}
