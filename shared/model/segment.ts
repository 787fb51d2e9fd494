import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { noRange, orderKey, range, ref, scale, text, title } from './field'

export const criterionBases = [
  'demographic',
  'geographic',
  'psychographic',
  'behavioural',
  'research',
] as const
export const segmentTests = [
  'measurable',
  'substantial',
  'accessible',
  'differentiable',
  'actionable',
] as const
export const marketTypes = ['mass', 'niche', 'segmented', 'diversified', 'multiSided'] as const

/** A measurable group of customers: who they are, how many, and whether they are worth serving. */
export const segment = defineRecord('segment', {
  fields: {
    title: title(),
    order: orderKey(),
    parentId: ref('segment', 'clear').nullable(),
    marketType: z.enum(marketTypes).nullable(),
    role: z.enum(['user', 'payer', 'both']),
    criteria: z
      .array(z.object({ base: z.enum(criterionBases), text: text(2000), variable: title().optional() }))
      .max(200),
    size: range(),
    sizeUnit: title(),
    sizeBasis: z.enum(['guess', 'estimate', 'measured', 'illustrative']),
    tests: z
      .array(z.object({ test: z.enum(segmentTests), score: scale(0, 4).nullable(), reason: text(2000) }))
      .max(5),
    largeEnough: z.boolean().nullable(),
    focusedEnough: z.boolean().nullable(),
    reason: text(),
    /** These three in per cent; growth a year. */
    revenueShare: z.number().nullable(),
    growth: z.number().nullable(),
    margin: z.number().nullable(),
    colour: z.string().max(40).nullable(),
    /** Null takes colour, pattern and code from the place among the segments. */
    pattern: z.enum(['solid', 'striped', 'dotted']).nullable(),
    code: z.string().max(8),
    /** 1 is served first; null is not yet decided. */
    focusRank: scale(1, 99).nullable(),
  },
  defaults: () => ({
    title: '',
    parentId: null,
    marketType: null,
    role: 'both',
    criteria: [],
    size: { ...noRange },
    sizeUnit: '',
    sizeBasis: 'guess',
    tests: [],
    largeEnough: null,
    focusedEnough: null,
    reason: '',
    revenueShare: null,
    growth: null,
    margin: null,
    colour: null,
    pattern: null,
    code: '',
    focusRank: null,
  }),
  // 1 → 2: every segment was solid unless somebody chose otherwise
  upgrades: [
    old => ({ ...old, pattern: old['pattern'] === 'solid' ? null : old['pattern'], focusRank: null }),
  ],
})
