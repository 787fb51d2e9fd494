import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rateExperience, stepCommands, touchpointCommands, updateProject } from '../../shared/commands'
import { applied, completed, Doc, edit, type Command, type Session } from '../../shared/document'
import { importStarter, parseStarter, templateOf } from '../../shared/formats/cxStarter'
import { recordTypes, type Metric, type RawRecord, type Reading } from '../../shared/model'
import {
  baseFirst,
  canvasFiguresOf,
  comparable,
  distinguishable,
  documentFigures,
  evidenceEmotion,
  figuresOf,
  journeyParts,
  opportunitiesOf,
  opportunityScore,
  painPointsOf,
  peakEnd,
  perceptionChanges,
  pooledCounts,
  pyramidOf,
  ratingOf,
  readingFigures,
  round2,
  yearlyChurn,
} from '../../shared/queries'
import { root } from '../helpers/folders'

const json = readFileSync(join(root, 'test/files/templates.json'), 'utf8')
const original: { templates: any[] } = JSON.parse(json)
const file = parseStarter(json)
const options = { seed: 'seed', actor: 'tester01', channelName: () => undefined }
const session: Session = { actor: 'tester01', random: () => 'fresh1', now: () => '2026-01-01T00:00:00Z' }

const documentOf = (key: string) => new Doc(importStarter(templateOf(file, key), options))
const journeyOf = (doc: Doc) => doc.all('journey')[0]!
const byKey = (doc: Doc, type: 'touchpoint' | 'stage' | 'segment' | 'step' | 'painPoint', key: string) =>
  doc.all(type).find(record => record.key === key)!
const after = <A extends object>(doc: Doc, command: Command<A>, args: Partial<A>) =>
  applied(doc, command.run(doc, completed(command, args, session)))

const journeys = original.templates.filter(template => template.kind === 'journey')
const canvases = original.templates.filter(template => template.kind === 'bmc')

describe('templates', () => {
  test.each(journeys.map(one => [one.key, one]))('%s has the figures it states', (key, template) => {
    const doc = documentOf(key)
    const figures = figuresOf(doc, journeyOf(doc).id)
    expect(figures).toEqual(template.expectedFigures)
    expect(Object.keys(figures)).toEqual(Object.keys(template.expectedFigures))
  })

  test.each(canvases.map(one => [one.key, one]))('%s has the figures it states', (key, template) => {
    const doc = documentOf(key)
    expect(canvasFiguresOf(doc, doc.all('canvas')[0]!.id)).toEqual(template.expectedFigures)
  })

  test.each(journeys.map(one => [one.key, one]))('%s has the readings it states', (key, template) => {
    const { journeys: figures } = documentFigures(documentOf(key))
    const readings = figures[0]!.metricReadings.filter(reading => reading.metric !== 'retention')
    expect(readings).toMatchObject(
      template.metricReadings.map(({ metric, scale, scope, period, expected }: any) => ({
        metric,
        scale,
        scope,
        period,
        figures: expected,
      })),
    )
    readings.forEach((reading, at) => {
      const { figures } = reading as { figures: object }
      expect(Object.keys(figures).toSorted()).toEqual(
        Object.keys(template.metricReadings[at].expected).toSorted(),
      )
    })
  })

  test('all eight in one document keep their figures apart', () => {
    const doc = new Doc(importStarter(file.templates, options))
    const { journeys: five, canvases: three } = documentFigures(doc)
    expect(five.map(one => [one.key, one.figures])).toEqual(
      journeys.map(one => [one.key, one.expectedFigures]),
    )
    expect(three.map(one => [one.key, one.figures])).toEqual(
      canvases.map(one => [one.key, one.expectedFigures]),
    )
  })
})

describe('a changed record changes the figures', () => {
  test('R13 one emotion', () => {
    const doc = documentOf('retail-purchase')
    const touchpoint = byKey(doc, 'touchpoint', 'bot')
    const next = after(doc, rateExperience, {
      touchpointId: touchpoint.id,
      emotion: 2,
      expectation: 1,
      experience: 5,
    })
    const [before, now] = [doc, next].map(one => figuresOf(one, journeyOf(one).id) as any)
    expect(now.meanEmotion).toBeGreaterThan(before.meanEmotion)
    expect(now.gapExceeded).toBe(before.gapExceeded + 1)
  })

  test('R2 a step in another stage takes its touchpoints along', () => {
    const doc = documentOf('retail-purchase')
    const step = doc.all('step').find(one => doc.pointing('touchpoint', 'stepId', one.id).length >= 2)!
    const target = byKey(doc, 'stage', 'return')
    const next = after(doc, stepCommands.move, { ids: [step.id], stageId: target.id })
    const { meanEmotionByStage: before } = figuresOf(doc, journeyOf(doc).id) as any
    const { meanEmotionByStage: now } = figuresOf(next, journeyOf(doc).id) as any
    expect(now.return).not.toBe(before.return)
    expect(figuresOf(next, journeyOf(doc).id)['touchpoints']).toBe(21)
  })

  test('R67 whose touchpoints', () => {
    const doc = documentOf('b2b-supplier-onboarding')
    const buyer = doc.all('persona').find(one => one.key === 'buyer')!
    const one = doc.all('touchpoint').find(touchpoint => touchpoint.personaIds.length === 1)!
    const next = after(doc, touchpointCommands.update, { id: one.id, personaIds: [] })
    const { touchpointsByPersona: now } = figuresOf(next, journeyOf(doc).id) as any
    const { touchpointsByPersona: before } = figuresOf(doc, journeyOf(doc).id) as any
    const named = doc.all('persona').find(persona => one.personaIds.includes(persona.id))!
    for (const key of ['buyer', 'quality', 'planner'])
      expect(now[key]).toBe(before[key] + (key === named.key ? 0 : 1))
    expect(ratingOf(doc, one.id, buyer.id).emotion).toBe(
      named === buyer ? ratingOf(doc, one.id).emotion : null,
    )
  })

  test('an empty journey has nothing to count', () => {
    const doc = new Doc([
      { id: 'project:p', type: 'project', ...recordTypes.project.defaults() },
      { id: 'journey:j', type: 'journey', ...recordTypes.journey.defaults(), order: '' },
      { id: 'stage:s', type: 'stage', ...recordTypes.stage.defaults(), journeyId: 'journey:j', order: '' },
    ])
    expect(figuresOf(doc, 'journey:j')).toEqual({
      stages: 1,
      steps: 0,
      touchpoints: 0,
      channelsUsed: 0,
      meanEmotion: null,
      meanEmotionByStage: { 'stage:s': null },
      meanGap: null,
      gapExceeded: 0,
      gapMet: 0,
      gapMissed: 0,
      worstGap: null,
      touchpointsByPyramidLevel: { functional: 0, emotional: 0, experiential: 0 },
      fulfilledByPyramidLevelPct: { functional: null, emotional: null, experiential: null },
      momentsOfTruth: 0,
      totalWaitMinutes: 0,
      avoidableWaitMinutes: 0,
      painPoints: 0,
      backOfficePainSharePct: null,
      topPainByRisk: null,
      handovers: 0,
      brokenHandovers: 0,
      opportunities: 0,
      actions: 0,
      reactiveSharePct: null,
    })
  })
})

describe('several personas', () => {
  test('a touchpoint counts once, with the mean of what they say', () => {
    const doc = documentOf('b2b-supplier-onboarding')
    const shared = doc.all('touchpoint').find(touchpoint => touchpoint.personaIds.length === 2)!
    const [one, other] = doc.pointing('experience', 'touchpointId', shared.id)
    const next = applied(
      doc,
      edit(doc)
        .update('experience', one!.id, { emotion: -2 })
        .update('experience', other!.id, { emotion: 1 })
        .patch(),
    )
    expect(ratingOf(next, shared.id).emotion).toBe(-0.5)
    expect(ratingOf(next, shared.id, one!.personaId!).emotion).toBe(-2)
    const sum = (value: Doc) =>
      doc.all('touchpoint').reduce((all, { id }) => all + ratingOf(value, id).emotion!, 0)
    expect(figuresOf(next, journeyOf(doc).id)['meanEmotion']).toBe(round2(sum(next) / 19))
  })
})

describe('names in figures', () => {
  test('records without a key are named by id, and so is a copy that took a key along', () => {
    const doc = documentOf('yacht-charter')
    const dream = byKey(doc, 'stage', 'dream')
    const copy: RawRecord = { ...dream, id: 'stage:copy', order: `${dream.order}x` }
    const bare: RawRecord = { ...dream, id: 'stage:bare', order: '~', key: undefined }
    const next = new Doc([...doc.records(), copy, bare])
    const { meanEmotionByStage } = figuresOf(next, journeyOf(doc).id) as any
    expect(meanEmotionByStage).toMatchObject({ dream: 1.33, 'stage:copy': null, 'stage:bare': null })
  })
})

describe('pyramid', () => {
  const warningOf = (doc: Doc) => {
    const parts = journeyParts(doc, journeyOf(doc).id)
    const opportunities = opportunitiesOf(doc, journeyOf(doc).id, parts, painPointsOf(doc, parts))
    return baseFirst(doc, pyramidOf(doc, parts.touchpoints), opportunities)
  }

  test('R17 base first: the warning shows for a weak base with effort above it, and for that alone', () => {
    const yacht = documentOf('yacht-charter')
    expect(warningOf(yacht)).toMatchObject({ level: { id: 'functional' } })
    expect(new Set(warningOf(yacht)!.opportunities.map(one => one.level))).toEqual(
      new Set(['emotional', 'experiential']),
    )
    const done = yacht
      .all('opportunity')
      .filter(one => one.level !== 'functional')
      .reduce((draft, { id }) => draft.update('opportunity', id, { status: 'done' }), edit(yacht))
    expect(warningOf(applied(yacht, done.patch()))).toBeNull()
    expect(warningOf(documentOf('retail-purchase'))).toBeNull()
    const strict = { checkSettings: { 'pyramid.weakBelowPct': 60 } }
    expect(warningOf(after(documentOf('retail-purchase'), updateProject, strict))).not.toBeNull()
  })

  test('R17 gaps of one stage or channel alone', () => {
    const doc = documentOf('yacht-charter')
    const parts = journeyParts(doc, journeyOf(doc).id)
    const back = parts.stages.find(({ stage }) => stage.key === 'back')!
    const counts = pyramidOf(doc, back.touchpoints).map(level => level.touchpoints.length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(back.touchpoints.length)
  })
})

test('R14 perception: the largest rise and the largest fall of the charter', () => {
  const doc = documentOf('yacht-charter')
  const changes = perceptionChanges(journeyOf(doc), journeyParts(doc, journeyOf(doc).id))
  const byChange = changes.toSorted((a, b) => a.change! - b.change!)
  expect([byChange[0]!.stage.key, byChange[0]!.change]).toEqual(['back', -3])
  expect([byChange.at(-1)!.stage.key, byChange.at(-1)!.change]).toEqual(['sail', 4])
})

describe('metrics', () => {
  const metric = (fields: Partial<Metric>) =>
    ({ id: 'metric:m', type: 'metric', ...recordTypes.metric.defaults(), order: '', ...fields }) as Metric
  const reading = (fields: Partial<Reading>) =>
    ({
      id: 'reading:r',
      type: 'reading',
      ...recordTypes.reading.defaults(),
      metricId: 'metric:m',
      ...fields,
    }) as Reading
  const nps = metric({ kind: 'nps', scaleMin: 0, scaleMax: 10 })

  test('NPS: 33.3, standard error 3.73, 95 % ± 7.3 of 400 answers with a half and a sixth', () => {
    const answer = readingFigures(
      nps,
      reading({ counts: { '9': 150, '10': 50, '8': 133, '6': 40, '0': 27 } }),
    )
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.figures['nps']).toBeCloseTo(33.25, 10)
    expect(answer.standardError).toBeCloseTo(3.73, 2)
    expect(answer.interval![1] - answer.figures['nps']!).toBeCloseTo(7.3, 1)
    expect(answer.standard).toBe(true)
  })

  test('NPS on another scale is refused, on 1-10 it is marked', () => {
    for (const scaleMax of [3, 5, 7]) {
      const wrong = metric({ kind: 'nps', scaleMin: 1, scaleMax })
      expect(readingFigures(wrong, reading({ counts: { '2': 5 } }))).toEqual({ refused: 'metric.npsScale' })
    }
    const oneToTen = metric({ kind: 'nps', scaleMin: 1, scaleMax: 10 })
    expect(readingFigures(oneToTen, reading({ counts: { '9': 5 } }))).toMatchObject({ standard: false })
    expect(comparable(nps, oneToTen)).toBe(false)
  })

  test('nothing to count and answers outside the scale are refused', () => {
    expect(readingFigures(nps, reading({ counts: { '5': 0 } }))).toEqual({ refused: 'metric.noAnswers' })
    expect(readingFigures(nps, reading({}))).toEqual({ refused: 'metric.noAnswers' })
    expect(readingFigures(nps, reading({ counts: { '11': 1 } }))).toEqual({ refused: 'metric.answerOutside' })
    expect(readingFigures(metric({ kind: 'csat', scaleMax: 6 }), reading({ counts: { '5': 1 } }))).toEqual({
      refused: 'metric.noConvention',
    })
  })

  test('R31 the direction says which end is easy; the counts and the mean stay', () => {
    const counts = { '1': 20, '2': 25, '3': 20, '4': 15, '5': 12, '6': 6, '7': 2 }
    const up = readingFigures(metric({ kind: 'ces', scaleMax: 7 }), reading({ counts }))
    const down = readingFigures(
      metric({ kind: 'ces', scaleMax: 7, direction: 'lowerIsBetter' }),
      reading({ counts }),
    )
    expect(up).toMatchObject({ figures: { responses: 100, cesMean: 3, easyPct: 20 } })
    expect(down).toMatchObject({ figures: { responses: 100, cesMean: 3, easyPct: 65 } })
  })

  test('R32 retention and churn; no customers at the start is nothing to count', () => {
    const retention = metric({ kind: 'retention', method: 'rate' })
    const answer = readingFigures(retention, reading({ start: 38_000, gained: 9100, end: 38_760 }))
    expect(answer).toMatchObject({
      figures: { retentionPct: expect.closeTo(78.05, 2), churnPct: expect.closeTo(21.95, 2) },
    })
    expect(readingFigures(retention, reading({ start: 0, gained: 1, end: 1 }))).toEqual({
      refused: 'metric.noAnswers',
    })
    expect(100 * yearlyChurn(0.05)).toBeCloseTo(46.0, 1)
  })

  test('roll-up pools the counts: many bad answers are not outweighed by one good one', () => {
    const all = reading({
      counts: pooledCounts([reading({ counts: { '0': 99 } }), reading({ counts: { '10': 1 } })]),
    })
    expect(readingFigures(nps, all)).toMatchObject({ figures: { responses: 100, nps: -98 } })
  })

  test('two values closer than chance are not told apart', () => {
    expect(distinguishable([33, 3.7], [25, 3.7])).toBe(false)
    expect(distinguishable([33, 3.7], [20, 3.7])).toBe(true)
  })
})

describe('other formulas', () => {
  test.each([
    [1.005, 1.01],
    [-1.005, -1.01],
    [2.675, 2.68],
    [0.125, 0.13],
    [-0.125, -0.13],
    [-0.004, 0],
    [1e9 + 0.005, 1e9 + 0.01],
    [58.333333, 58.33],
    [0.1 + 0.2, 0.3],
  ])('round2(%d) = %d', (value, expected) => {
    expect(round2(value)).toBe(expected)
  })

  test('peak-end: of two equally strong emotions the negative one counts', () => {
    expect(peakEnd([])).toBeNull()
    expect(peakEnd([2, 0, -2, 1])).toBe(-0.5)
    expect(peakEnd([1, 2, 0])).toBe(1)
  })

  test('opportunity score: top-two shares times ten', () => {
    const answers = [5, 4, 2, 1].map((satisfaction, at) => ({ importance: at === 3 ? 1 : 5, satisfaction }))
    expect(opportunityScore(answers)).toBe(7.5 + 2.5)
    expect(opportunityScore([])).toBeNull()
  })

  test('evidence speaks by its weight, and says how much there is', () => {
    const doc = documentOf('retail-purchase')
    const step = doc.all('step')[0]!
    expect(evidenceEmotion(doc, step.id)).toEqual({ value: null, n: 0 })
    const touchpoint = doc.pointing('touchpoint', 'stepId', step.id)[0]!
    const draft = edit(doc)
      .add('evidence', 'evidence:a', { targetIds: [step.id], tone: -1, weight: 3 })
      .add('evidence', 'evidence:b', { targetIds: [touchpoint.id, step.id], tone: 1, weight: 1 })
    expect(evidenceEmotion(applied(doc, draft.patch()), step.id)).toEqual({ value: -1, n: 2 })
  })
})

test('ten times the touchpoints take about ten times as long to count', () => {
  const small = fastest(1000)
  const large = fastest(10_000)
  console.log(`figures of 1,000 and 10,000 touchpoints: ${small.toFixed(1)} and ${large.toFixed(1)} ms`)
  expect(large / small).toBeLessThan(40)
})

/** ms for the figures of a journey of so many touchpoints, the best of five runs on fresh documents. */
function fastest(touchpoints: number): number {
  const records: RawRecord[] = [{ id: 'project:p', type: 'project', ...recordTypes.project.defaults() }]
  const add = (type: keyof typeof recordTypes, n: number, fields: object) => {
    records.push({ ...recordTypes[type].defaults(), id: `${type}:${n}`, type, ...fields })
  }
  const order = (n: number) => String(n).padStart(5, '0')
  add('journey', 0, { order: '' })
  for (let n = 0; n < 20; n++) add('stage', n, { journeyId: 'journey:0', order: order(n) })
  for (let n = 0; n < 500; n++) add('step', n, { stageId: `stage:${n % 20}`, order: order(n) })
  for (let n = 0; n < touchpoints; n++) {
    add('touchpoint', n, { stepId: `step:${n % 500}`, order: order(n), level: 'functional' })
    const ratings = { emotion: (n % 5) - 2, expectation: 3, experience: 1 + (n % 5) }
    add('experience', n, { touchpointId: `touchpoint:${n}`, ...ratings })
  }
  const times = [1, 2, 3, 4, 5].map(() => {
    const doc = new Doc(records)
    const start = performance.now()
    expect(figuresOf(doc, 'journey:0')['meanEmotion']).toBe(0)
    return performance.now() - start
  })
  return Math.min(...times)
}
