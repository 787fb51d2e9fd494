import { expect, test } from 'vitest'
import { z } from 'zod'
import { addJourney, commands, removeJourney, stageCommands, stepCommands, touchpointCommands, rateExperience } from '../../shared/commands'
import { applied, completed, Doc, invert, isEmpty, squash, type Session } from '../../shared/document'

let n = 0
const session: Session = { actor: 'tester01', random: () => `r${++n}`, now: () => '2026-01-01T00:00:00Z' }

test('a journey is drawn, moved and taken back', () => {
  let doc = new Doc([{ id: 'project:p', type: 'project', title: 'P' }])
  const start = doc.clone()
  let all = { added: [], updated: [], removed: [] } as ReturnType<typeof invert>
  const run = (command: any, args: object) => {
    const full = completed<any>(command, args, session)
    const patch = command.run(doc, full)
    expect(command.run(doc, full)).toEqual(patch)
    doc = applied(doc, patch)
    all = squash(all, patch)
    return full
  }
  const journey = run(addJourney, { title: 'J', stages: [{ title: 'A', lifecycle: null }, { title: 'B', lifecycle: 'use' }] })
  const stages = doc.pointing('stage', 'journeyId', journey.id)
  expect(stages.map((s) => s.title)).toEqual(['A', 'B'])
  const third = run(stageCommands.add, { journeyId: journey.id, title: 'C', after: null })
  expect(doc.pointing('stage', 'journeyId', journey.id).map((s) => s.title)).toEqual(['C', 'A', 'B'])
  run(stageCommands.move, { ids: [third.id], journeyId: journey.id, after: stages[0]!.id })
  expect(doc.pointing('stage', 'journeyId', journey.id).map((s) => s.title)).toEqual(['A', 'C', 'B'])
  const step = run(stepCommands.add, { stageId: third.id, title: 's' })
  const keys = []
  for (let i = 0; i < 300; i++) keys.push(run(touchpointCommands.add, { stepId: step.id, title: `t${i}` }).id)
  expect(doc.pointing('touchpoint', 'stepId', step.id).map((t) => t.id)).toEqual(keys)
  expect(Math.max(...doc.all('touchpoint').map((t) => t.order.length))).toBeLessThan(15)
  run(rateExperience, { touchpointId: keys[0], emotion: 1 })
  run(rateExperience, { touchpointId: keys[0], expectation: 4 })
  expect(doc.all('experience')).toHaveLength(1)
  expect(applied(doc, invert(all)).size).toBe(start.size)
  run(removeJourney, { id: journey.id })
  expect(doc.size).toBe(1)
  expect(isEmpty(all)).toBe(true)
})

test('every command has arguments that print as JSON Schema', () => {
  for (const command of commands.values()) expect(z.toJSONSchema(command.args, { io: 'input', unrepresentable: 'any' })).toHaveProperty('type', 'object')
  expect(commands.size).toBeGreaterThan(60)
})
