import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { orderKey, ref, refs, text, title } from './field'

export const areas = [
  'salesProcess',
  'marketing',
  'reputation',
  'productService',
  'customerService',
  'otherJourney',
] as const

/** One contact between customer and organisation, over one channel. */
export const touchpoint = defineRecord('touchpoint', {
  fields: {
    stepId: ref('step', 'cascade'),
    title: title(),
    order: orderKey(),
    channelId: ref('channel', 'clear').nullable(),
    /** Whose contact it is; empty means every persona of the journey. */
    personaIds: refs('persona', 'clear'),
    area: z.enum(areas).nullable(),
    source: z.enum(['ownExperience', 'heardFromOthers']),
    mode: z.enum(['proactive', 'reactive']),
    /** Id of one of the project's pyramid levels. */
    level: z.string().max(40).nullable(),
    completeness: z.enum(['none', 'partial', 'full']).nullable(),
    personalisation: z.enum(['none', 'segment', 'individual']),
    departmentId: ref('department', 'clear').nullable(),
    systemIds: refs('system', 'clear'),
    momentOfTruth: z.boolean(),
    waitMinutes: z.number().min(0).nullable(),
    waitAvoidable: z.boolean(),
    waitEased: text(),
    frontstage: text(),
    backstage: text(),
    derivedFromId: ref('touchpoint', 'clear').nullable(),
  },
  defaults: () => ({
    title: '',
    channelId: null,
    personaIds: [],
    area: null,
    source: 'ownExperience',
    mode: 'proactive',
    level: null,
    completeness: null,
    personalisation: 'none',
    departmentId: null,
    systemIds: [],
    momentOfTruth: false,
    waitMinutes: null,
    waitAvoidable: false,
    waitEased: '',
    frontstage: '',
    backstage: '',
    derivedFromId: null,
  }),
})
