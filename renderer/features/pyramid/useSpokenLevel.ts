import type { Project } from '../../../shared/model'
import { levelWords } from '../../document/words'
import { useLanguage, useText } from '../../ui/text'

interface Placed {
  readonly level: Project['pyramid'][number]
  readonly at: number
}

/** A level's name inside a sentence: the usual names begin small there, people's own stay as they were written. */
export function useSpokenLevel() {
  const t = useText()
  const language = useLanguage()
  return ({ level, at }: Placed): string => {
    const { name } = levelWords(t, level, at)
    return level.name ? name : name.toLocaleLowerCase(language)
  }
}
