import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Doc } from '../../shared/document'
import { textsIn } from '../../shared/i18n'
import { languages } from '../../shared/ipc/contract'
import { recordTypes, type RawRecord } from '../../shared/model'
import { documentDifference } from '../../shared/queries'
import { entryWords, fieldWord, knowsField, typeWord, valueText } from '../../shared/words'
import { documentPairs } from '../helpers/documentPairs'
import { everyRecord } from '../helpers/everyRecord'

const { t } = await textsIn('en')
const document = new Doc(everyRecord())
const wording = { t, language: 'en', document }

/** A key instead of a text: words joined by points. */
const key = /^[a-z]\w*(\.\w+)+$/

function choicesOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return choicesOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return choicesOf(schema.element as z.ZodType)
  return schema instanceof z.ZodEnum ? (schema.options as string[]) : []
}

describe.each(languages)('differences in words (%s)', language => {
  test('every type, every field and every value of a closed list has a word', async () => {
    const { t } = await textsIn(language)
    const missing: string[] = []
    for (const [type, { fields }] of Object.entries(recordTypes)) {
      if (key.test(typeWord(t, type))) missing.push(type)
      for (const [field, schema] of Object.entries(fields)) {
        if (!knowsField(type, field) || key.test(fieldWord(t, type, field))) missing.push(`${type}.${field}`)
        for (const choice of choicesOf(schema)) {
          const word = valueText({ t, language, document }, type, field, choice)
          if (word === null || key.test(word) || (/[a-z][A-Z]/.test(choice) && word === choice))
            missing.push(`${type}.${field} ${choice}: ${word}`)
        }
      }
    }
    expect(missing).toEqual([])
  })

  test('every entry of 50 random pairs can be worded', async () => {
    const { t } = await textsIn(language)
    fc.assert(
      fc.property(documentPairs, ({ before, after }) => {
        const [first, second] = [new Doc(before), new Doc(after)]
        for (const entry of documentDifference(first, second)) {
          const words = entryWords(t, language, first, second, entry)
          expect(words.name).not.toBe('')
          expect(words.type).not.toMatch(key)
          expect(words.fields.map(one => one.field)).toEqual(entry.fields.map(one => one.field))
        }
      }),
      { numRuns: 50, seed: 7 },
    )
  })
})

const text = (type: string, field: string, value: unknown, record?: RawRecord) =>
  valueText(wording, type, field, value, record)

test('ratings, times, money and names read as people say them', () => {
  expect(text('experience', 'emotion', -2)).toBe('−2 Very negative')
  expect(text('experience', 'experience', 4)).toBe('4')
  expect(text('touchpoint', 'waitMinutes', 90)).toBe('90 min')
  expect(text('loyalty', 'retentionEffect', 0.05)).toBe('5%')
  expect(text('segment', 'margin', 12)).toBe('12\u00a0%')
  expect(text('quantity', 'likely', 16_000, { id: 'quantity:x', type: 'quantity', unit: 'EUR' })).toBe(
    '16,000\u00a0€',
  )
  expect(text('action', 'due', '2026-11-22')).toBe('22 November 2026')
  expect(text('touchpoint', 'momentOfTruth', true)).toBe('Yes')
  expect(text('touchpoint', 'level', 'functional')).toBe('Works')
  const channel = document.all('channel')[0]!
  expect(text('touchpoint', 'channelId', channel.id)).toBe(channel.title)
  expect(
    text(
      'touchpoint',
      'personaIds',
      document.all('persona').map(({ id }) => id),
    ),
  ).toBe(
    document
      .all('persona')
      .map(({ title }) => title)
      .join(', '),
  )
  expect(text('touchpoint', 'channelId', null)).toBeNull()
})
