import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duration, readNumber, writeNumber } from '../../renderer/ui/number'
import { languages } from '../../shared/ipc/contract'

describe('numbers as people write them', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['12', 12],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['−3', -3],
    ['-3', -3],
    ['.5', 0.5],
    ['5.', 5],
    ['1 234', 1234],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234', 1234],
    ["1'234.5", 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['soon', undefined],
    ['-', undefined],
    ['.', undefined],
    ['1-2', undefined],
    ['12e3', undefined],
    ['1,23,456', undefined],
    ['12 min', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
  ])('%j is %j in every language', (text, value) => {
    for (const language of languages) expect(readNumber(text, language), language).toBe(value)
  })

  test('one mark before three digits is what it is in the language', () => {
    expect(readNumber('1,500', 'en')).toBe(1500)
    expect(readNumber('1,500', 'sk')).toBe(1.5)
    expect(readNumber('1.500', 'sl')).toBe(1500)
    expect(readNumber('1.500', 'en')).toBe(1.5)
  })

  test('what a language writes it reads again, with and without groups', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: -1e9, max: 1e9 }),
        (language, hundredths) => {
          const value = hundredths / 100
          expect(readNumber(writeNumber(value, language), language)).toBe(value)
          expect(readNumber(new Intl.NumberFormat(language).format(value), language)).toBe(value)
        },
      ),
    )
  })

  test('no text makes it throw or say something that is no number', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...languages), (text, language) => {
        const value = readNumber(text, language)
        expect(value === null || value === undefined || Number.isFinite(value)).toBe(true)
      }),
    )
  })
})

test('durations say at most two units, the largest that fit', () => {
  expect(duration(5, 'en')).toBe('5 min')
  expect(duration(0, 'en')).toBe('0 min')
  expect(duration(95, 'en')).toBe('1 hr 35 min')
  expect(duration(120, 'en')).toBe('2 hr')
  expect(duration(10_080, 'en')).toBe('7 days')
  expect(duration(1_560, 'en')).toBe('1 day 2 hr')
  expect(duration(1_441, 'en')).toBe('1 day')
  expect(duration(2_880, 'sl')).toBe('2 dneva')
  expect(duration(7_200, 'sk')).toBe('5 dní')
})
