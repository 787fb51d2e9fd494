import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, match } from '../../renderer/ui/match'

const score = (text: string, query: string) => match(fold(text), fold(query))

describe('finding by typing', () => {
  test('diacritics and capitals make no difference', () => {
    expect(fold('Zriadenie ÚČTU, Łódź, Đuro')).toBe('zriadenie uctu, lodz, duro')
    expect(score('Práčka: od pokazenia po odporúčanie', 'pracka')).not.toBeNull()
    expect(score('Practice', 'práčt')).not.toBeNull()
  })

  test('a beginning comes before a word, a word before a piece of one, a piece before initials', () => {
    const texts = ['journey', 'new journey', 'adjourn', 'just one unique result next']
    const found = texts.map(text => score(text, 'journ'))
    expect(found).not.toContain(null)
    expect(found).toEqual(found.toSorted((a, b) => Number(a) - Number(b)))
    expect(score('New journey', 'nj')).toBeGreaterThan(score('Enjoy', 'nj') ?? Infinity)
  })

  test('words may stand in any order and all must be there', () => {
    expect(score('Bank account opening', 'opening bank')).not.toBeNull()
    expect(score('Bank account opening', 'opening shop')).toBeNull()
  })

  test('initials are beginnings of words one after another, not any letters', () => {
    expect(score('Bank account opening', 'bao')).not.toBeNull()
    expect(score('Bank account opening', 'banop')).not.toBeNull()
    expect(score('Bank account opening', 'nkcc')).toBeNull()
    expect(score('Bank account opening', 'oab')).toBeNull()
  })

  test('of two equal answers the shorter comes first', () => {
    expect(score('Yacht charter', 'yacht')).toBeLessThan(score('Yacht charter, season 2027', 'yacht') ?? 0)
  })

  test('every text answers each of its own pieces, and an empty query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const folded = fold(text)
          const [from, to] = [a % (folded.length + 1), b % (folded.length + 1)].toSorted((x, y) => x - y)
          expect(match(folded, folded.slice(from, to))).not.toBeNull()
        },
      ),
    )
  })
})
