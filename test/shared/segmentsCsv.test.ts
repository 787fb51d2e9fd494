/** Segments as a table in a text file (R54), safe to open and read back as it was written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentCommands } from '../../shared/commands'
import { csvOptions, readCsv, writeCsv } from '../../shared/formats/csv'
import { segmentColumns, segmentRows, segmentsCsv, type SegmentWords } from '../../shared/formats/segmentsCsv'
import { bench } from '../helpers/build'

const words: SegmentWords = { heading: column => column, value: (_, value) => value.toUpperCase() }
const english = csvOptions('en')

describe('csv', () => {
  test('separator and decimals are those of the language', () => {
    expect(csvOptions('en')).toEqual({ separator: ',', decimal: '.' })
    for (const language of ['sk', 'cs', 'pl', 'sl'])
      expect(csvOptions(language)).toEqual({ separator: ';', decimal: ',' })
    expect(writeCsv([['a', 1.5, null]], csvOptions('sk'))).toBe('\uFEFFa;1,5;\r\n')
    expect(writeCsv([[1.5]], { separator: ',', decimal: ',' })).toBe('\uFEFF"1,5"\r\n')
  })

  test('quotes, separators and line breaks stand in quotes', () => {
    expect(writeCsv([['say "hi"', 'a,b', 'two\nlines', ' edge ']], english)).toBe(
      '\uFEFF"say ""hi""","a,b","two\nlines"," edge "\r\n',
    )
  })

  test('nothing that starts like a formula reaches a spreadsheet as one', () => {
    for (const text of ['=1+1', '+49 30', '-5', '@SUM(A1)', '\tx', '\rx', '=cmd|x', "'=1"]) {
      const line = writeCsv([[text]], english).slice(1)
      expect(line.replace(/^"/, ''), text).toMatch(/^'/)
      expect(readCsv(`\uFEFF${line}`, ',')[0]).toEqual([text])
    }
    // a number is no text, and a text that is none of these stays as it is
    expect(writeCsv([[-5, "it's", 'a=b']], english)).toBe("\uFEFF-5,it's,a=b\r\n")
  })

  test('any texts come back as they were', () => {
    const piece = fc.constantFrom('"', ',', ';', '\n', '\r\n', '\r', "'", '=', '-', '@', '\t', 'ľ', 'a', ' ')
    const cell = fc.array(piece, { maxLength: 8 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain(width =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        fc.constantFrom(csvOptions('en'), csvOptions('sk')),
        (rows, options) => {
          expect(readCsv(writeCsv(rows, options), options.separator)).toEqual(rows)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('segments', () => {
  const filled = () => {
    const { doc, run } = bench()
    const { id } = run(segmentCommands.add, {
      title: '=Families; "big" ones',
      marketType: 'niche',
      role: 'payer',
      criteria: [
        { base: 'demographic', text: '30 to 45', variable: 'Age' },
        { base: 'demographic', text: 'Two children, or more' },
        { base: 'geographic', text: 'Žilina' },
        { base: 'psychographic', text: 'Wants calm' },
        { base: 'behavioural', text: '-10 % in January' },
        { base: 'research', text: 'Survey\n640 answers' },
      ],
      size: { low: 1000, likely: 1250.5, high: null },
      sizeUnit: 'households',
      sizeBasis: 'estimate',
      tests: [
        { test: 'measurable', score: 3, reason: 'Register' },
        { test: 'actionable', score: 1, reason: '' },
      ],
      largeEnough: true,
      focusedEnough: false,
      reason: 'Why',
      revenueShare: 40,
      growth: -2.5,
    }).args
    run(segmentCommands.add, { title: 'With pram', parentId: id })
    return doc
  }

  test('card and table say the same: every criterion, number and judgement', () => {
    const [headings, families, part] = segmentRows(filled(), words)
    const row = Object.fromEntries(headings!.map((heading, at) => [heading, families![at]]))
    expect(row).toMatchObject({
      title: '=Families; "big" ones',
      code: 'FAM',
      marketType: 'NICHE',
      role: 'PAYER',
      demographic: 'Age: 30 to 45\nTwo children, or more',
      geographic: 'Žilina',
      psychographic: 'Wants calm',
      behavioural: '-10 % in January',
      research: 'Survey\n640 answers',
      low: 1000,
      likely: 1250.5,
      high: null,
      sizeUnit: 'households',
      sizeBasis: 'ESTIMATE',
      largeEnough: 'YES',
      focusedEnough: 'NO',
      revenueShare: 40,
      growth: -2.5,
      margin: null,
      measurable: '3: Register',
      actionable: 1,
      substantial: null,
    })
    expect(part![segmentColumns.indexOf('partOf')]).toBe('=Families; "big" ones')
  })

  test.each(['en', 'sk'])('the text reads back cell by cell: %s', language => {
    const options = csvOptions(language)
    const doc = filled()
    const read = readCsv(segmentsCsv(doc, words, options), options.separator)
    const wanted = segmentRows(doc, words).map(row =>
      row.map(cell => (typeof cell === 'number' ? String(cell).replace('.', options.decimal) : (cell ?? ''))),
    )
    expect(read).toEqual(wanted)
  })
})
