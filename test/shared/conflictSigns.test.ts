import { expect, test } from 'vitest'
import { Doc } from '../../shared/document'
import { bodyBoxes, headerBoxes, type JourneyLayout } from '../../shared/layout/boxes'
import { layoutCanvas } from '../../shared/layout/canvas'
import { paintNote } from '../../shared/layout/canvas/paintNote'
import { layoutJourney } from '../../shared/layout/journeyLayout'
import { paintBox } from '../../shared/layout/paintBox'
import { labels } from '../helpers/boards'
import { bigCanvas, canvasOptions } from '../helpers/canvases'
import { sampleRecord } from '../helpers/sampleRows'

const document = new Doc([
  sampleRecord('project', 'p'),
  sampleRecord('journey', 'j', { order: 'a' }),
  sampleRecord('stage', 's', { journeyId: 'journey:j', order: 'a' }),
  sampleRecord('step', 's', { stageId: 'stage:s', order: 'a' }),
  sampleRecord('touchpoint', 't', { stepId: 'step:s', order: 'a' }),
  sampleRecord('touchpoint', 'u', { stepId: 'step:s', order: 'b' }),
  sampleRecord('lane', 'l', { journeyId: 'journey:j', role: 'custom', order: 'a' }),
  sampleRecord('lane', 'm', { journeyId: 'journey:j', role: 'touchpoints', order: 'b' }),
  sampleRecord('card', 'c', { laneId: 'lane:l', stepId: 'step:s', text: 'seen', order: 'a' }),
])

/** Records whose box carries the sign. */
const signed = (layout: JourneyLayout) =>
  [...headerBoxes(layout), ...bodyBoxes(layout)]
    .filter(box => paintBox(box).some(item => item.kind === 'icon' && item.name === 'conflict'))
    .map(({ recordId }) => recordId)

test('stages, steps, touchpoints and cards show that they are in conflict, and no longer when it is settled', () => {
  const plain = layoutJourney(document, 'journey:j', { labels })
  expect(signed(plain)).toEqual([])
  const disputed = ['card:c', 'stage:s', 'step:s', 'touchpoint:t']
  const conflicts = (id: string) => disputed.indexOf(id) + 1
  const open = layoutJourney(document, 'journey:j', { labels, conflicts }, plain)
  expect(signed(open).toSorted()).toEqual(disputed)
  expect(open).toEqual(layoutJourney(document, 'journey:j', { labels, conflicts }))
  expect(signed(layoutJourney(document, 'journey:j', { labels }, open))).toEqual([])
})

test('notes show it beside their comments', () => {
  const { document: canvas, model } = bigCanvas({ notes: 40, links: 10 })
  const options = { ...canvasOptions, comments: () => 3, conflicts: () => 1 }
  for (const box of layoutCanvas(canvas, model, options).notes) {
    const [comment, conflict] = ['comment', 'conflict'].map(name =>
      paintNote(box).find(item => item.kind === 'icon' && item.name === name),
    )
    if (comment?.kind !== 'icon' || conflict?.kind !== 'icon') throw new Error('no sign')
    expect(conflict.x + conflict.size).toBeLessThan(comment.x)
  }
  const plain = layoutCanvas(canvas, model, canvasOptions).notes
  expect(plain.flatMap(paintNote)).not.toContainEqual(expect.objectContaining({ name: 'conflict' }))
})
