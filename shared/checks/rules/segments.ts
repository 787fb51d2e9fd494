/** L19-L23: whether segments are measured, tested and told apart. */
import type { Segment } from '../../model'
import { norm } from '../../queries/norm'
import { documentRule, found, foundAmong, type Rule } from '../rule'

/** The most likely of what is known of a size. */
const sizeOf = ({ size: { low, likely, high } }: Segment) => likely ?? high ?? low
const scoreOf = ({ tests }: Segment, wanted: string) =>
  tests.find(({ test }) => test === wanted)?.score ?? null

export const segments: readonly Rule[] = [
  documentRule('L19', ({ document, setting }) =>
    document.all('segment').flatMap(segment => {
      if (sizeOf(segment) === null) return [found('warning', 'noSize', segment.id)]
      const measurable = scoreOf(segment, 'measurable')
      const guessed = segment.sizeBasis === 'guess' && measurable !== null
      return guessed && measurable >= setting('L19.measurable')
        ? [found('warning', 'guessed', segment.id, { score: measurable })]
        : []
    }),
  ),
  documentRule('L20', ({ document, setting }) => {
    const all = document.all('segment')
    const first = Math.min(...all.map(({ focusRank }) => focusRank ?? Infinity))
    return all.flatMap(({ id, focusRank, tests }) => {
      if (focusRank === null || focusRank !== first) return []
      const weak = tests.filter(({ score }) => score !== null && score <= setting('L20.score'))
      return weak.length === 0 ? [] : [found('warning', 'weak', id, { tests: weak.map(({ test }) => test) })]
    })
  }),
  documentRule('L21', ({ document, words }) =>
    document.all('segment').flatMap(({ id, title, criteria }) => {
      const word = words.everyoneIn(title)
      return [
        ...(word === undefined ? [] : [found('hint', 'everyone', id, { word })]),
        ...(criteria.some(({ text }) => text.trim()) ? [] : [found('hint', 'noCriterion', id)]),
      ]
    }),
  ),
  documentRule('L22', ({ document }) => {
    const same = new Map<string, string[]>()
    for (const { id, parentId, criteria } of document.all('segment')) {
      // research is the evidence for criteria, not one of them
      const told = criteria.filter(({ base, text }) => base !== 'research' && text.trim())
      if (told.length === 0) continue
      const values = told.map(({ base, variable, text }) => `${base} ${norm(variable ?? '')} ${norm(text)}`)
      const key = [parentId ?? '', ...new Set(values.toSorted())].join('\n')
      same.set(key, [...(same.get(key) ?? []), id])
    }
    return [...same.values()].flatMap(([first, ...others]) =>
      first && others.length > 0 ? [foundAmong('warning', 'same', [first, ...others])] : [],
    )
  }),
  documentRule('L23', ({ document }, skip) =>
    document.all('segment').flatMap(parent => {
      const parts = document.pointing('segment', 'parentId', parent.id)
      if (parts.length === 0) return []
      const whole = parent.size.high ?? parent.size.likely ?? parent.size.low
      // people and firms cannot be added up
      const counted = parts.filter(part => norm(part.sizeUnit) === norm(parent.sizeUnit))
      const sizes = counted.flatMap(part => sizeOf(part) ?? [])
      if (whole === null || sizes.length === 0) {
        skip('noSize', [parent.id])
        return []
      }
      const sum = sizes.reduce((total, size) => total + size, 0)
      const ids = counted.map(({ id }) => id)
      return sum > whole
        ? [foundAmong('warning', 'sum', [parent.id, ...ids], { names: ids, sum, whole })]
        : []
    }),
  ),
]
