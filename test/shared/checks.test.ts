/** L01 to L40 on made-up models: each rule where it speaks and where it keeps silent. */
import { describe, expect, test } from 'vitest'
import { checkCanvas, checkDocument, ruleIds, type Finding } from '../../shared/checks'
import type { CanvasBuilder } from '../helpers/canvasBuilder'
import { cases } from '../helpers/checkCases'
import { sound, soundMarket } from '../helpers/checkCases/models'

const today = '2026-01-15'
const names = (records: readonly string[]) =>
  records.map(id => id.split(':')[1]!).toSorted((a, b) => (a < b ? -1 : 1))
const said = ({ slug, records }: Finding) => `${slug}: ${names(records).join(' ')}`
const findingsOf = (model: CanvasBuilder) => checkCanvas(model.build(), model.canvasId, { today }).findings

test('there are forty rules, each with a case where it fires and one where it is silent', () => {
  const expected = Array.from({ length: 40 }, (_, at) => `L${String(at + 1).padStart(2, '0')}`)
  expect(ruleIds).toEqual(expected)
  expect(Object.keys(cases)).toEqual(expected)
  const lacking = expected.filter(rule => {
    const lengths = cases[rule]!.map(({ finds }) => finds.length)
    return lengths.every(length => length === 0) || lengths.every(length => length > 0)
  })
  expect(lacking).toEqual([])
})

test('a sound model has nothing to remark', () => {
  expect(findingsOf(sound()).map(one => `${one.rule} ${said(one)}`)).toEqual([])
  const market = findingsOf(soundMarket()).map(({ rule }) => rule)
  expect(market.filter(rule => rule >= 'L12' && rule <= 'L16')).toEqual([])
})

describe.each(Object.entries(cases))('%s', (rule, list) => {
  test.each(list.map(one => [one.finds.length > 0 ? 'fires' : 'silent', one.says, one] as const))(
    '%s: %s',
    (_, __, { model, finds }) => {
      const found = findingsOf(model()).filter(finding => finding.rule === rule)
      expect(found.map(said).toSorted()).toEqual(finds.toSorted())
    },
  )
})

test('a whole document tells what its only canvas tells', () => {
  for (const { model } of Object.values(cases).flat()) {
    const built = model()
    const document = built.build()
    const here = checkCanvas(document, built.canvasId, { today }).findings
    const all = checkDocument(document, { today }).findings
    const onCanvas = all.filter(({ canvasId }) => canvasId !== null)
    expect(onCanvas).toEqual(here)
  }
})
