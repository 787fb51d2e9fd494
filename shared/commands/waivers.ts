/** Findings set aside on purpose. */
import { z } from 'zod'
import { defineCommand, edit, newId, now } from '../document'
import { anyId, idOf, text } from '../model/field'

/**
 * Sets a finding aside with a reason, or with no slug all of the rule about these records; the same finding is set aside
 * once, and a new reason takes the old one's place.
 */
export const waive = defineCommand({
  name: 'waiver.add',
  args: {
    id: newId('waiver'),
    at: now(),
    rule: z.string().max(20),
    targetIds: z.array(anyId()).max(1000),
    slug: z.string().max(120).optional(),
    reason: text(),
  },
  run: (document, { id, at, rule, targetIds, slug = '', reason }) => {
    const sorted = [...targetIds].sort()
    const known = document
      .all('waiver')
      .find(one => one.rule === rule && one.slug === slug && one.targetIds.join() === sorted.join())
    if (known) return edit(document).update('waiver', known.id, { reason, at }).patch()
    return edit(document).add('waiver', id, { rule, targetIds: sorted, slug, reason, at }).patch()
  },
})

/** Takes a waiver back: the finding speaks again. */
export const unwaive = defineCommand({
  name: 'waiver.remove',
  args: { id: idOf('waiver') },
  run: (document, { id }) => edit(document).remove(id).patch(),
})
