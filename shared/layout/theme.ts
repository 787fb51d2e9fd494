/** The colours of renderer/ui/tokens.css as data, for painters that know no CSS. A test keeps the two equal. */

const colours = {
  paper: ['#f5f5f2', '#17181b'],
  surface: ['#ffffff', '#1f2024'],
  sunken: ['#efefeb', '#131416'],
  line: ['#e6e6e1', '#2c2d32'],
  'line-strong': ['#d2d2cb', '#3b3d44'],
  ink: ['#1c1c1f', '#ececee'],
  'ink-2': ['#5c5d63', '#a5a6ad'],
  'ink-3': ['#65666d', '#9b9ca4'],
  accent: ['#3d4fd1', '#8c99ff'],
  'accent-soft': ['#3d4fd114', '#8c99ff24'],
  'emotion-m2': ['#b83226', '#ff7b6b'],
  'emotion-m1': ['#9a5208', '#f0a35c'],
  'emotion-0': ['#63646b', '#9a9ba3'],
  'emotion-p1': ['#357033', '#7cc47a'],
  'emotion-p2': ['#0b6f4d', '#3fd19c'],
  pain: ['#ab3044', '#ff8a9b'],
  'pain-soft': ['#fbeef0', '#33202a'],
  chance: ['#186a4d', '#5fd3a6'],
  'chance-soft': ['#ebf5f0', '#1b2d27'],
  truth: ['#7d5100', '#f2c14e'],
  functional: ['#6b7a90', '#93a4bd'],
  emotional: ['#8c6bb8', '#b79ae0'],
  experiential: ['#c07a1e', '#e8ad5a'],
  s1: ['#0b6e8a', '#58bcd8'],
  s2: ['#8a3a97', '#d394de'],
  s3: ['#7a5f00', '#d3b24c'],
  s4: ['#2f6b3a', '#86c98f'],
  s5: ['#a3423c', '#f09a92'],
  s6: ['#4a56a8', '#a6b0f5'],
  thumb: ['#cfcfc8', '#474952'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

/** A colour by its meaning: the name of a variable in tokens.css without the dashes. */
export type ColourToken = keyof typeof colours

/** What each token looks like: hex, with alpha where it is see-through. */
export type Theme = Readonly<Record<ColourToken, string>>

const themeOf = (at: 0 | 1) =>
  Object.fromEntries(Object.entries(colours).map(([token, pair]) => [token, pair[at]])) as Theme

export const lightTheme: Theme = themeOf(0)
export const darkTheme: Theme = themeOf(1)

/** Every token there is. */
export const colourTokens = Object.keys(colours) as readonly ColourToken[]

const byEmotion = ['emotion-m2', 'emotion-m1', 'emotion-0', 'emotion-p1', 'emotion-p2'] as const

/** The colour of an emotion from -2 to +2. */
export const emotionColour = (value: number): ColourToken =>
  byEmotion[Math.max(-2, Math.min(2, Math.round(value))) + 2] ?? 'emotion-0'

/** The colour of a mean of emotions; -1 is already very negative, for it takes several bad touchpoints. */
export function meanColour(mean: number): ColourToken {
  if (mean < 0) return mean <= -1 ? 'emotion-m2' : 'emotion-m1'
  if (mean === 0) return 'emotion-0'
  return mean > 1 ? 'emotion-p2' : 'emotion-p1'
}

/** The colour of a pyramid level by its place; more than three levels share the three. */
export function levelColour(at: number, of: number): ColourToken {
  const slices = ['functional', 'emotional', 'experiential'] as const
  return slices[of <= 1 ? 0 : Math.round((at / (of - 1)) * 2)] ?? 'functional'
}
