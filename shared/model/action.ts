import { z } from 'zod'
import { defineRecord } from './defineRecord'
import { day, orderKey, ref, scale, text, title } from './field'

/** Work somebody does by a day, for an opportunity, a pain point or a checklist item. */
export const action = defineRecord('action', {
  fields: {
    opportunityId: ref('opportunity', 'clear').nullable(),
    painPointId: ref('painPoint', 'clear').nullable(),
    checklistAnswerId: ref('checklistAnswer', 'clear').nullable(),
    title: title(),
    order: orderKey(),
    owner: title(),
    departmentId: ref('department', 'clear').nullable(),
    due: day().nullable(),
    /** Days from the start of the plan, where no day is fixed yet. */
    dueInDays: scale(0, 36500).nullable(),
    status: z.enum(['planned', 'inProgress', 'blocked', 'done']),
    expectedEffect: text(),
    benefit: z
      .enum(['loyalty', 'retention', 'recommendation', 'lifetimeValue', 'reputation', 'advantage'])
      .nullable(),
  },
  defaults: () => ({
    opportunityId: null,
    painPointId: null,
    checklistAnswerId: null,
    title: '',
    owner: '',
    departmentId: null,
    due: null,
    dueInDays: null,
    status: 'planned',
    expectedEffect: '',
    benefit: null,
  }),
})
