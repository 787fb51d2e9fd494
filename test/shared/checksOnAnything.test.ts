/** What holds of the checks whatever the document says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCanvas, checkDocument, findingText, fixOf, identityOf } from '../../shared/checks'
import { alike, within } from '../../shared/checks/similar'
import { unwaive, waive } from '../../shared/commands'
import { applied, Doc } from '../../shared/document'
import { textsIn } from '../../shared/i18n'
import { norm } from '../../shared/queries'
import { documents } from '../helpers/arbitrary'
import { sampleRecord } from '../helpers/sampleRows'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = (usual: number) => ({ numRuns: nightly ? usual * 100 : usual })
const today = '2026-01-15'

test('what hangs on itself, alone or in a ring, is checked to an end', () => {
  const document = new Doc([
    sampleRecord('project', 'p', {}),
    sampleRecord('canvas', 'c', { order: 'a' }),
    sampleRecord('quantity', 'q', { ownerId: 'quantity:q' }),
    sampleRecord('assumption', 'a', { targetIds: ['quantity:q', 'assumption:b'], status: 'supported' }),
    sampleRecord('assumption', 'b', { targetIds: ['assumption:a'], status: 'supported' }),
  ])
  expect(() => checkDocument(document, { today })).not.toThrow()
})

describe('random documents', () => {
  test('every finding is about records that are there, is told once and can be worded', async () => {
    const { t } = await textsIn('en')
    let told = 0
    fc.assert(
      fc.property(documents(60, true), records => {
        const document = new Doc(records)
        const { findings, waived } = checkDocument(document, { today })
        const all = [...findings, ...waived.map(({ finding }) => finding)]
        told += all.length
        expect(new Set(all.map(identityOf)).size).toBe(all.length)
        for (const finding of all) {
          expect(finding.records).toContain(finding.subject)
          expect(finding.records.filter(id => !document.get(id))).toEqual([])
          expect([...finding.records].sort()).toEqual(finding.records)
          expect(findingText(t, document, finding)).not.toMatch(/undefined|NaN|^checks\./)
          fixOf(document, finding)
        }
      }),
      runs(60),
    )
    expect(told).toBeGreaterThan(100)
  })

  test('a canvas tells nothing that the whole document does not', () => {
    fc.assert(
      fc.property(documents(60, true), records => {
        const document = new Doc(records)
        const { findings, waived } = checkDocument(document, { today })
        const known = new Set([...findings, ...waived.map(({ finding }) => finding)].map(identityOf))
        for (const { id } of document.all('canvas')) {
          const here = checkCanvas(document, id, { today }).findings.map(identityOf)
          expect(here.filter(one => !known.has(one))).toEqual([])
        }
      }),
      runs(40),
    )
  })

  test('everything can be set aside and taken back', () => {
    fc.assert(
      fc.property(documents(40, true), records => {
        let document = new Doc(records)
        for (const { id } of document.all('waiver')) document.apply(unwaive.run(document, { id }))
        const { findings } = checkDocument(document, { today })
        findings.forEach(({ rule, slug, records: targetIds }, at) => {
          const args = {
            id: `waiver:aside${at}`,
            at: '',
            rule,
            slug,
            targetIds: [...targetIds],
            reason: 'No',
          }
          document = applied(document, waive.run(document, args))
        })
        expect(checkDocument(document, { today }).findings).toEqual([])
        for (const { id } of document.all('waiver')) document.apply(unwaive.run(document, { id }))
        expect(checkDocument(document, { today }).findings).toEqual(findings)
      }),
      runs(25),
    )
  })
})

describe('alike titles', () => {
  /** The edit distance by its definition. */
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, n) => n)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      for (let j = 1; j <= b.length; j++)
        next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
      row = next
    }
    return row[b.length]!
  }
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'č', ' '), maxLength: 9 })

  test('within says what the edit distance says', () => {
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, most) => {
        expect(within(a, b, most)).toBe(distance(a, b) <= most)
      }),
      runs(1000),
    )
  })

  test('two titles are alike when 1 - distance / length is large enough', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 50, max: 100 }), (a, b, per) => {
        const [first, second] = [norm(a), norm(b)]
        const longer = Math.max(first.length, second.length)
        const same =
          first !== '' && second !== '' && distance(first, second) <= (1 - per / 100) * longer + 1e-9
        expect(alike([a, b], per / 100)).toEqual(same ? [[0, 1]] : [])
      }),
      runs(1000),
    )
  })

  test('what is alike over a third is one group; numbers keep titles apart', () => {
    expect(alike(['aaaaaaaa', 'other', 'aaaaaaab', 'aaaaaabb', ''], 0.85)).toEqual([[0, 2, 3]])
    expect(alike(['Shelf in hall 1', 'Shelf in hall 2', 'shelf in Hall 1'], 0.85)).toEqual([[0, 2]])
  })
})
