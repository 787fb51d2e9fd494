import { z } from 'zod'
import { defineCommand, edit, newId } from '../document'
import { emotion, idOf, scale } from '../model/field'

const score = () => scale(1, 5).nullable().optional()

/** Says how a touchpoint felt to a persona (null: to everybody); the first saying makes the record. */
export const rateExperience = defineCommand({
  name: 'experience.rate',
  args: {
    id: newId('experience'),
    touchpointId: idOf('touchpoint'),
    personaId: idOf('persona').nullable().optional(),
    emotion: emotion().nullable().optional(),
    expectation: score(),
    experience: score(),
    effort: score(),
    importance: score(),
    satisfaction: score(),
    basis: z.enum(['measured', 'assumed', 'target']).optional(),
  },
  run: (document, { id, touchpointId, personaId = null, ...ratings }) => {
    const known = document
      .pointing('experience', 'touchpointId', touchpointId)
      .find(record => record.personaId === personaId)
    const draft = edit(document)
    if (known) draft.update('experience', known.id, ratings)
    else draft.add('experience', id, { touchpointId, personaId, ...ratings })
    return draft.patch()
  },
})
