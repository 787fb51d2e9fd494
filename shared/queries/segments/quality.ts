/** Whether a segment is worth serving in a way of its own: what was judged, and what the five tests would say. */
import type { Segment } from '../../model'
import { segmentTests } from '../../model/segment'

export type SegmentTest = (typeof segmentTests)[number]
export type Judgement = 'largeEnough' | 'focusedEnough'

export interface SegmentQuality {
  /** Fails when one judgement says no; passes when both say yes. */
  readonly verdict: 'passes' | 'fails' | 'notJudged'
  readonly failed: readonly Judgement[]
  readonly missing: readonly Judgement[]
}

/** The verdict of the people: the tests only suggest it. */
export function qualityOf(segment: Pick<Segment, Judgement>): SegmentQuality {
  const judgements = ['largeEnough', 'focusedEnough'] as const
  const failed = judgements.filter(one => segment[one] === false)
  const missing = judgements.filter(one => segment[one] === null)
  const verdict = failed.length > 0 ? 'fails' : missing.length > 0 ? 'notJudged' : 'passes'
  return { verdict, failed, missing }
}

/** Which tests speak for which judgement. */
export const testsBehind: Readonly<Record<Judgement, readonly SegmentTest[]>> = {
  largeEnough: ['measurable', 'substantial'],
  focusedEnough: ['accessible', 'differentiable', 'actionable'],
}

export interface TestsSay {
  /** Null where the tests leave it open. */
  readonly answer: boolean | null
  /** The tests that decide it, or those still without a score. */
  readonly because: readonly SegmentTest[]
}

/** Scores of 0 and 1 speak against, 3 and 4 for: one against is a no, all for are a yes, else it is open. */
export function testsSay(tests: Segment['tests'], judgement: Judgement): TestsSay {
  const behind = testsBehind[judgement]
  const against = behind.filter(test => (scoreOf(tests, test) ?? 4) <= 1)
  if (against.length > 0) return { answer: false, because: against }
  const open = behind.filter(test => (scoreOf(tests, test) ?? 0) < 3)
  return open.length > 0 ? { answer: null, because: open } : { answer: true, because: behind }
}

/** 0 to 4, null where the test was not scored. */
export const scoreOf = (tests: Segment['tests'], test: SegmentTest): number | null =>
  tests.find(one => one.test === test)?.score ?? null

export const reasonOf = (tests: Segment['tests'], test: SegmentTest): string =>
  tests.find(one => one.test === test)?.reason ?? ''

/** The tests with one of them changed; all five stand in their order, without those that say nothing. */
export const withTest = (
  tests: Segment['tests'],
  test: SegmentTest,
  change: { readonly score?: number | null; readonly reason?: string },
): Segment['tests'] =>
  segmentTests.flatMap(one => {
    const known = { test: one, score: scoreOf(tests, one), reason: reasonOf(tests, one) }
    const next = one === test ? { ...known, ...change } : known
    return next.score === null && next.reason === '' ? [] : [next]
  })
