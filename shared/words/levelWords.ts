/** Words for emotions and the levels of the pyramid. */
import type { T } from '../i18n'
import type { Project } from '../model'

type Level = Project['pyramid'][number]

/** A pyramid level's name and what it means: the project's own words, else those of the three usual levels. */
export function levelWords(
  t: T,
  level: Level,
  at: number,
): { readonly name: string; readonly meaning: string } {
  const usual: Readonly<Record<string, { name: string; meaning: string }>> = {
    functional: {
      name: t($ => $.pyramid.functional),
      meaning: t($ => $.terms.pyramid.meetsNeeds),
    },
    emotional: { name: t($ => $.pyramid.emotional), meaning: t($ => $.terms.pyramid.makesEasy) },
    experiential: { name: t($ => $.pyramid.experiential), meaning: t($ => $.terms.pyramid.enjoyable) },
  }
  const known = Object.hasOwn(usual, level.id) ? usual[level.id] : undefined
  const name = level.name || known?.name || t($ => $.pyramid.numbered, { number: at + 1 })
  // a renamed level has lost its usual meaning
  return { name, meaning: level.meaning || (level.name ? '' : (known?.meaning ?? '')) }
}

/** The word for an emotion; a mean takes that of the nearest, half away from zero. */
export function emotionWord(t: T, emotion: number): string {
  const nearest = Math.sign(emotion) * Math.round(Math.abs(emotion))
  if (nearest <= -2) return t($ => $.terms.emotion.minus2)
  if (nearest === -1) return t($ => $.terms.emotion.minus1)
  if (nearest === 0) return t($ => $.terms.emotion.zero)
  return nearest === 1 ? t($ => $.terms.emotion.plus1) : t($ => $.terms.emotion.plus2)
}
