/** The names of pyramid levels: the project's own, else the glossary's in the reader's language. */
import type { T } from '../../shared/i18n'
import type { Project } from '../../shared/model'

export interface LevelName {
  readonly id: string
  /** E.g. "Functional". */
  readonly name: string
  /** What it means to the customer, e.g. "meets needs". */
  readonly meaning: string
}

/** The levels of a project, base first. */
export function levelNames(t: T, pyramid: Project['pyramid']): LevelName[] {
  const known: Readonly<Record<string, Omit<LevelName, 'id'>>> = {
    functional: { name: t($ => $.terms.pyramid.functional), meaning: t($ => $.terms.pyramid.meetsNeeds) },
    emotional: { name: t($ => $.terms.pyramid.emotional), meaning: t($ => $.terms.pyramid.makesEasy) },
    experiential: { name: t($ => $.terms.pyramid.experiential), meaning: t($ => $.terms.pyramid.enjoyable) },
  }
  return pyramid.map(({ id, name, meaning }) => ({
    id,
    name: name || (known[id]?.name ?? id),
    meaning: meaning || (known[id]?.meaning ?? ''),
  }))
}
