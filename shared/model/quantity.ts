import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { ref, text } from './field'

export const quantityPer = [
  'once',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'customer',
  'purchase',
  'none',
] as const

/** Names with a meaning of their own; shares (retention, churn, reachable) are between 0 and 1. */
export const quantityNames = [
  'amount',
  'price',
  'frequency',
  'payers',
  'unitCost',
  'driver',
  'retention',
  'churn',
  'margin',
  'acquisitionCost',
  'reachable',
] as const
export type QuantityName = (typeof quantityNames)[number]

/**
 * A number with its range, unit and origin. Its owner is a note (counts on every canvas that shows it), a placement
 * (here only: it wins over the note's of the same name), a segment or a programme. Well-known names are
 * `quantityNames`; others are the reader's own words.
 */
export const quantity = defineRecord('quantity', {
  fields: {
    ownerId: ref('*', 'cascade'),
    name: z.string().max(80),
    low: z.number().nullable(),
    likely: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string().max(40),
    per: z.enum(quantityPer),
    /** Names other quantities as {quantity:id}; empty takes low, likely and high as they stand. */
    formula: text(2000),
    basis: z.enum(['guess', 'estimate', 'measured', 'illustrative']),
    evidenceId: ref('evidence', 'clear').nullable(),
  },
  defaults: () => ({
    low: null,
    likely: null,
    high: null,
    unit: '',
    per: 'none',
    formula: '',
    basis: 'guess',
    evidenceId: null,
  }),
  upgrades: [old => old], // 1 → 2: also per day, week and quarter
})
