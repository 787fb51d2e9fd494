import { z } from 'zod'
import { actorId, defineCommand, edit, newId, positions } from '../document'
import { title } from '../model/field'
import { lifecycles } from '../model/stage'
import { recordCommands } from './records'

export const {
  update: updateJourney,
  move: moveJourney,
  remove: removeJourney,
} = recordCommands('journey', null)

/** The rows a fresh journey shows. */
export const defaultLanes = ['touchpoints', 'emotion', 'pains', 'frontstage', 'backstage'] as const

/** A new journey with its rows and the stages named by the caller, in the caller's language. */
export const addJourney = defineCommand({
  name: 'journey.add',
  args: {
    id: newId('journey'),
    actor: actorId(),
    title: title(),
    stages: z
      .array(z.object({ title: title(), lifecycle: z.enum(lifecycles).nullable() }))
      .max(50)
      .optional(),
  },
  run: (document, { id, actor, title, stages = [] }) => {
    const stem = id.slice('journey:'.length)
    const [order = ''] = positions(actor, document.all('journey'), undefined)
    const draft = edit(document).add('journey', id, { title, order })
    const laneOrders = positions(actor, [], undefined, defaultLanes.length)
    defaultLanes.forEach((role, at) =>
      draft.add('lane', `lane:${stem}-${at}`, { journeyId: id, role, order: laneOrders[at] ?? '' }),
    )
    const stageOrders = positions(actor, [], undefined, stages.length)
    stages.forEach((stage, at) =>
      draft.add('stage', `stage:${stem}-${at}`, { journeyId: id, ...stage, order: stageOrders[at] ?? '' }),
    )
    return draft.patch()
  },
})
