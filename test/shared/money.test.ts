import { describe, expect, test } from 'vitest'
import { amount, amountScale, isCurrency, unitSign, writeAmount, writtenRange } from '../../shared/i18n/money'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

describe('one amount', () => {
  test.each([
    ['en', 16_000, 'EUR', '16 k€'],
    ['en', 16_250, 'EUR', '16.3 k€'],
    ['en', 999, 'EUR', '999 €'],
    ['en', 2.4, 'EUR', '2.40 €'],
    ['en', -1_250_000, 'EUR', '−1.3 M€'],
    ['en', 0, 'EUR', '0 €'],
    ['sk', 16_250, 'EUR', '16,3 tis. €'],
    ['cs', 16_250, 'CZK', '16,3 tis. Kč'],
    ['pl', 2_500_000, 'PLN', '2,5 mln zł'],
    ['sl', 16_250, 'EUR', '16,3 tis. €'],
    ['en', 1_900, 'people', '1,900 people'],
    ['en', 0.25, '', '0.25'],
  ])('%s writes %d %s as %s', (language, value, unit, written) => {
    expect(plain(amount(value, unit, language))).toBe(written)
  })

  test('in full keeps every unit and the cents', () => {
    expect(plain(amount(16_250, 'EUR', 'en', false))).toBe('16,250 €')
    expect(plain(amount(16_250.5, 'EUR', 'sk', false))).toBe('16 250,50 €')
  })
})

describe('a scale for a table', () => {
  test('the largest says which, all get the same decimals', () => {
    const scale = amountScale([40_000, 6_500, 57_000], 'EUR', 'en')
    expect(scale).toEqual({ factor: 1000, digits: 1, unit: 'k€' })
    expect([40_000, 6_500].map(value => writeAmount(value, scale, 'en', true))).toEqual(['40.0', '6.5'])
  })
  test('nothing, and what has no end, do no harm', () => {
    expect(amountScale([], 'EUR', 'en').factor).toBe(1)
    expect(amountScale([Infinity, 2000], 'EUR', 'en').factor).toBe(1000)
    expect(writeAmount(Infinity, { factor: 1, digits: 0 }, 'en')).toBe('∞')
    expect(writeAmount(-0, { factor: 1, digits: 0 }, 'en')).toBe('0')
  })
})

describe('a range', () => {
  const of = (
    low: number | null,
    likely: number | null,
    high: number | null,
    unit = 'EUR',
    language = 'en',
  ) => writtenRange({ low, likely, high }, unit, language)
  test('three numbers in one scale', () => {
    expect(of(2500, 3000, 3500)).toEqual({ low: '2.5', likely: '3', high: '3.5', unit: 'k€' })
    expect(of(2.2, 2.4, 2.6)).toEqual({ low: '2.20', likely: '2.40', high: '2.60', unit: '€' })
    expect(of(250, 1900, 3500, 'firms')).toEqual({
      low: '250',
      likely: '1,900',
      high: '3,500',
      unit: 'firms',
    })
    expect(of(0.6, 0.825, 0.9, 'share')).toEqual({ low: '60', likely: '82.5', high: '90', unit: '%' })
    expect(of(13_000, 16_000, 20_000, 'EUR', 'sk')).toEqual({
      low: '13',
      likely: '16',
      high: '20',
      unit: 'tis. €',
    })
    expect(of(1_000_000, 2_500_000, 4_000_000, 'CZK', 'cs')).toEqual({
      low: '1',
      likely: '2,5',
      high: '4',
      unit: 'mil. Kč',
    })
  })
  test('a certain number is one number, no number is none', () => {
    expect(of(5, 5, 5)).toEqual({ low: null, likely: '5', high: null, unit: '€' })
    expect(of(null, 5, null)).toEqual({ low: null, likely: '5', high: null, unit: '€' })
    expect(of(null, null, null)).toBeNull()
    expect(of(2, null, 4)?.likely).toBe('3')
  })
})

test('words are no currency and stay as they are', () => {
  expect(['EUR', 'CZK', 'PLN'].every(isCurrency)).toBe(true)
  expect(['people', 'ABC', '', 'eur'].some(isCurrency)).toBe(false)
  expect(unitSign('packs', 'en')).toBe('packs')
  expect(unitSign('PLN', 'sk')).toBe('zł')
})
