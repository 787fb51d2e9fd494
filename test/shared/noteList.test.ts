import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCanvas, addNotes } from '../../shared/commands'
import { blockCalled } from '../../shared/formats/blockNames'
import { longestList, readNoteList, repeated } from '../../shared/formats/noteList'
import cs from '../../shared/i18n/cs.json'
import en from '../../shared/i18n/en.json'
import pl from '../../shared/i18n/pl.json'
import sk from '../../shared/i18n/sk.json'
import sl from '../../shared/i18n/sl.json'
import { blocks, bmcBlocks } from '../../shared/model/note'
import { bench } from '../helpers/build'

/** 'channels: web shop' for each note, in order. */
const read = (...lines: string[]) =>
  readNoteList(lines.join('\n')).notes.map(({ block, title }) => `${block}: ${title}`)

describe('headings', () => {
  test.each([
    ['en', en],
    ['sk', sk],
    ['cs', cs],
    ['pl', pl],
    ['sl', sl],
  ])('the blocks are known by the names the page gives them: %s', (_, texts) => {
    for (const block of bmcBlocks) {
      expect(read(texts.terms.bmc[block], 'x')).toEqual([`${block}: x`])
    }
    for (const [block, name] of Object.entries(texts.canvas.blocks)) {
      expect(read(name, 'x')).toEqual([`${block}: x`])
    }
  })
  test.each([
    ['problem', 'Problem', 'Problém', 'Problém', 'Problem', 'Težava'],
    ['solution', 'Solution', 'Riešenie', 'Řešení', 'Rozwiązanie', 'Rešitev'],
    [
      'keyMetrics',
      'Key metrics',
      'Kľúčové metriky',
      'Klíčové metriky',
      'Kluczowe wskaźniki',
      'Ključne metrike',
    ],
    [
      'unfairAdvantage',
      'Unfair advantage',
      'Neférová výhoda',
      'Neférová výhoda',
      'Nieuczciwa przewaga',
      'Nepoštena prednost',
    ],
  ])('so are those of the Lean layout: %s', (block, ...names) => {
    for (const name of names) expect(read(`${name}:`, 'x')).toEqual([`${block}: x`])
  })
  test.each([
    'Key partners',
    'key  PARTNERS',
    'Key partners:',
    '# Key partners',
    '### Key partners ###',
    '## 1. Key partners',
    '**Key partners**',
    '**Key partners**:',
    '**Key partners:**',
    '__Key partners__',
    '   Key partners :',
    '> Key partners',
    'klicovi partneri',
    '\ufeffKey partners',
  ])('%s heads the lines below', heading => {
    expect(read(heading, 'Bakery')).toEqual(['keyPartners: Bakery'])
  })
  test('an item of a list is a note, also when it reads like a block', () => {
    expect(read('Problem', '- Channels', '- Costs')).toEqual(['problem: Channels', 'problem: Costs'])
  })
  test('a heading that is no block ends the block before it, and is not lost', () => {
    expect(read('# Channels', 'Shop', '# Ideas', 'Refill')).toEqual([
      'channels: Shop',
      'null: Ideas',
      'null: Refill',
    ])
  })
  test('every block has a name of its own', () => {
    const said = ['Kanali', 'Parking lot', 'Odkladisko', 'Viri', 'Viri prihodkov'].map(blockCalled)
    expect(said).toEqual(['channels', 'parked', 'parked', 'keyResources', 'revenueStreams'])
    expect(blockCalled('Weather')).toBeUndefined()
  })
})

describe('lines', () => {
  test('the block may stand in the line, and holds for the lines below', () => {
    expect(
      read('Channels: Web shop', '- Kiosk', '**Náklady:** Nájom', '- Costs: Rent', 'Zdroje príjmov\tPredaj'),
    ).toEqual([
      'channels: Web shop',
      'channels: Kiosk',
      'costStructure: Nájom',
      'costStructure: Rent',
      'revenueStreams: Predaj',
    ])
  })
  test('other colons belong to the text', () => {
    expect(read('Delivery: within 24 h', 'Open 8:00')).toEqual([
      'null: Delivery: within 24 h',
      'null: Open 8:00',
    ])
  })
  test('marks and indents go, signs and numbers of the text stay', () => {
    const lines = ['- a', '  * b', '\t• c', '1. d', '12) e', '- [ ] f', '+ g', '– h', '-5 °C store', '1.5 l']
    expect(readNoteList(lines.join('\n')).notes.map(({ title }) => title)).toEqual([
      ...'abcdefgh',
      '-5 °C store',
      '1.5 l',
    ])
  })
  test('line breaks of every system, empty lines between', () => {
    const text = 'Channels\r\n\r\n- Shop\r- Kiosk\n\n\n- Mail\u2028- Fax'
    expect(readNoteList(text).notes.map(({ title }) => title)).toEqual(['Shop', 'Kiosk', 'Mail', 'Fax'])
  })
})

describe('what nobody should paste', () => {
  test('of 1200 lines the first 1000 come, and the rest is counted', () => {
    const { notes, beyond } = readNoteList(Array.from({ length: 1200 }, (_, n) => `note ${n}`).join('\r\n'))
    expect([notes.length, beyond, notes.at(-1)?.title]).toEqual([longestList, 200, 'note 999'])
  })
  test('markup stays text, unreadable signs go, long lines are cut between letters', () => {
    const [markup, hidden, long] = readNoteList(
      ['<img src=x onerror=alert(1)>', 'a\u0000b\u202ec\ud800', '😀'.repeat(400)].join('\n'),
    ).notes
    expect(markup?.title).toBe('<img src=x onerror=alert(1)>')
    expect(hidden?.title).toBe('abc')
    expect(long?.title).toBe('😀'.repeat(250))
  })
  test.each(['*', '#', ' ', ':', '-', '>', '1. ', '**a', '\t'])(
    'a line of a million “%s” is one note at most',
    sign => {
      expect(readNoteList(sign.repeat(1_000_000)).notes.length).toBeLessThanOrEqual(1)
    },
  )
  test('whatever is pasted becomes notes a canvas takes', () => {
    const pieces = fc.constantFrom(
      'Channels',
      ':',
      '#',
      '**',
      '\r',
      '\n',
      '- ',
      '1. ',
      '\t',
      '😀',
      '\ud83d',
      'x',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 60 }).map(all => all.join('')),
        ),
        text => {
          const { doc, run } = bench()
          const { args } = run(addCanvas, { title: 'C' })
          const notes = readNoteList(text).notes.map(({ title, block }) => ({
            title,
            block: block ?? 'parked',
          }))
          run(addNotes, { canvasId: (args as { id: string }).id, notes: notes as never })
          expect(notes.every(({ title }) => title !== '' && !/[\r\n]/.test(title))).toBe(true)
          expect(doc.all('placement')).toHaveLength(notes.length)
        },
      ),
    )
  })
})

test('what is there already is known again, without case and accents', () => {
  const { notes } = readNoteList('Kaviareň\nShop\nkaviaren\nshop')
  const again = repeated(
    notes,
    () => 'channels',
    () => ['SHOP'],
  )
  expect(again).toEqual([false, true, true, true])
  const elsewhere = repeated(
    notes,
    (_, at) => blocks[at]!,
    () => [],
  )
  expect(elsewhere).toEqual([false, false, false, false])
})
