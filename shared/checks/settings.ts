/** Thresholds of the rules. A project changes them in `checkSettings`, by the same keys. */
import type { DocumentView } from '../document'

export const defaultSettings = {
  /** A "measurable" score from which on a guessed size is a contradiction. */
  'L19.measurable': 3,
  /** A test score up to which the first segment to serve is doubtful. */
  'L20.score': 1,
  /** The share of revenue from which on everything hangs on one stream or segment. */
  'L31.share': 0.7,
  /** Lifetime value in acquisition costs; a rule of thumb. */
  'L32.ratio': 3,
  /** The most notes of a block that are still seen at a glance. */
  'L34.most': 9,
  /** The longest title of a note, in characters. */
  'L35.length': 60,
  /** How alike two titles are, 0 to 1, to be the same said twice. */
  'L36.similarity': 0.85,
  'L37.criticality': 4,
  'L37.certainty': 2,
  /** Months after which evidence is old. */
  'L37.months': 12,
  /** The severity from which on a pain needs an answer. */
  'L40.severity': 4,
} as const
export type SettingName = keyof typeof defaultSettings
export type Setting = (name: SettingName) => number

/** Words of the project's own beside the lists: `L21.words` for everybody, `L35.words` for vague ones. */
export type WordSetting = 'L21.words' | 'L35.words'

/** Reads a threshold: the project's where it is a number, else the default. */
export function settingsOf(document: DocumentView): Setting {
  const { checkSettings } = document.project()
  return name => {
    const own = checkSettings[name]
    return typeof own === 'number' ? own : defaultSettings[name]
  }
}
