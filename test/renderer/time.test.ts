import { expect, test } from 'vitest'
import { fileSize } from '../../renderer/ui/number'
import { ago, dateAndTime } from '../../renderer/ui/time'

// local times: what counts is the calendar on the wall
const now = new Date(2026, 10, 21, 14, 30)
const at = (...parts: [number, number, number, number, number, number?]) => new Date(...parts).toISOString()

test('times are said the way people say them', () => {
  const said = (iso: string) => ago(iso, now, 'en')
  expect(said(at(2026, 10, 21, 14, 29, 30))).toBe('now')
  expect(said(at(2026, 10, 21, 14, 5))).toBe('25 minutes ago')
  expect(said(at(2026, 10, 21, 12, 29))).toBe('2 hours ago')
  expect(said(at(2026, 10, 20, 23, 55))).toBe('yesterday')
  expect(said(at(2026, 10, 20, 0, 5))).toBe('yesterday')
  expect(said(at(2026, 10, 18, 9, 0))).toBe('18 November')
  expect(said(at(2025, 10, 18, 9, 0))).toBe('18 November 2025')
})

test('what was just before midnight is minutes ago, not yesterday', () => {
  expect(ago(at(2026, 10, 20, 23, 55), new Date(2026, 10, 21, 0, 10), 'en')).toBe('15 minutes ago')
})

test('a clock that went back does not make the past a future', () => {
  expect(ago(at(2026, 10, 21, 15, 0), now, 'en')).toBe('now')
})

test('times are said in the language of the reader', () => {
  const two = at(2026, 10, 21, 12, 29)
  expect(['sk', 'cs', 'pl', 'sl'].map(language => ago(two, now, language))).toEqual([
    'pred 2 hodinami',
    'před 2 hodinami',
    '2 godziny temu',
    'pred 2 urama',
  ])
})

test('a moment is told by day and time, to the second where that is asked for', () => {
  const moment = at(2026, 10, 18, 9, 5, 7)
  expect(dateAndTime(moment, 'en')).toBe('18 November 2026 at 09:05')
  expect(dateAndTime(moment, 'en', true)).toBe('18 November 2026 at 09:05:07')
})

test('sizes are in kB and MB of a thousand', () => {
  expect(fileSize(10, 'en')).toBe('1 kB')
  expect(fileSize(24_576, 'en')).toBe('25 kB')
  expect(fileSize(999_499, 'en')).toBe('999 kB')
  expect(fileSize(999_500, 'en')).toBe('1 MB')
  expect(fileSize(2_340_000, 'sk')).toBe('2,3 MB')
})
