import { expect, test } from 'vitest'
import { textsIn } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { spokenIn } from '../../renderer/ui/text'

type Tree = { readonly [key: string]: string | Tree }
type Selector = ($: Tree) => string

/** The ways to all texts of a tree. */
const paths = (tree: Tree, above: readonly string[] = []): string[][] =>
  Object.entries(tree).flatMap(([key, at]) =>
    typeof at === 'string' ? [[...above, key]] : paths(at, [...above, key]),
  )
const along =
  (path: readonly string[]): Selector =>
  $ =>
    path.reduce<string | Tree>((at, key) => (at as Tree)[key]!, $) as string

test.each(languages)('in %s every text is read as the library reads it', async language => {
  const texts = await textsIn(language)
  const library = texts.getFixedT(language) as unknown as (select: Selector, options?: object) => string
  const t = spokenIn(texts).t as unknown as typeof library
  const all = paths(texts.getResourceBundle(language, 'translation') as Tree)
  expect(all.length).toBeGreaterThan(1000)
  const other = all.filter(path => t(along(path)) !== library(along(path)))
  expect(other).toEqual([])
})

test('what is filled in, counted, or known to newer versions only is left to the library', async () => {
  const texts = await textsIn('sk')
  const { t } = spokenIn(texts)
  expect(t($ => $.frame.stages, { count: 3 })).toBe(texts.t($ => $.frame.stages, { count: 3 }))
  const unknown = t as unknown as (select: ($: Record<string, Record<string, string>>) => unknown) => string
  expect(unknown($ => $['nothing']!['here'])).toBe('nothing.here')
})
