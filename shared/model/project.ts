import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { scale, text, title } from './field'

/** The three default pyramid levels, base first; names stay empty so that the reader's language supplies them. */
export const defaultPyramid = [
  { id: 'functional', name: '', meaning: '' },
  { id: 'emotional', name: '', meaning: '' },
  { id: 'experiential', name: '', meaning: '' },
] as const

/** The one record that says what this document is about and how its figures are to be read. */
export const project = defineRecord('project', {
  fields: {
    title: title(),
    industry: title(),
    vision: text(),
    promise: text(),
    languages: z.array(z.string().max(20)).max(20),
    currency: z.string().max(8),
    period: z.enum(['month', 'year']),
    pyramid: z
      .array(z.object({ id: z.string().min(1).max(40), name: title(), meaning: title() }))
      .min(1)
      .max(7),
    /** Discount rate of lifetime values, as a share per year; null leaves money undiscounted. */
    discountRate: z.number().min(0).max(10).nullable(),
    freshnessMonths: scale(1, 120),
    checkSettings: z.record(
      z.string().max(80),
      z.union([z.number(), z.boolean(), z.array(z.string().max(200)).max(500)]),
    ),
  },
  defaults: () => ({
    title: '',
    industry: '',
    vision: '',
    promise: '',
    languages: [],
    currency: 'EUR',
    period: 'year',
    pyramid: defaultPyramid.map(level => ({ ...level })),
    discountRate: null,
    freshnessMonths: 18,
    checkSettings: {},
  }),
  upgrades: [old => ({ ...old, discountRate: null })],
})
