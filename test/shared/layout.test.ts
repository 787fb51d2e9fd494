import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { painPointCommands, touchpointCommands } from '../../shared/commands'
import { applied, Doc, edit, type DocumentView } from '../../shared/document'
import {
  bodyBoxes,
  headerBoxes,
  layoutJourney,
  measures,
  type Box,
  type JourneyLayout,
  type Rect,
} from '../../shared/layout'
import { ribbonPaths } from '../../shared/layout/emotionCurve'
import type { RawRecord } from '../../shared/model'
import { bigMap, labels } from '../helpers/boards'
import { journeyTemplates as journeys, overlaps, templateMap } from '../helpers/templateMap'

const options = { labels }
const inside = (box: Rect, frame: Rect) =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height

/** What must hold of every layout. */
function expectSound(layout: JourneyLayout) {
  const boxes = bodyBoxes(layout)
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height }
  for (const box of [...boxes, ...headerBoxes(layout)]) expect(inside(box, whole), box.id).toBe(true)
  const byId = new Set(boxes.map(box => box.id))
  expect(byId.size).toBe(boxes.length)
  for (const box of boxes) {
    const lane = layout.lanes.find(each => each.id === box.laneId)
    expect(lane && box.y >= lane.y && box.y + box.height <= lane.y + lane.height, box.id).toBe(true)
  }
  for (const column of layout.columns) {
    column.boxes.forEach((box, at) => {
      for (const other of column.boxes.slice(at + 1))
        expect(overlaps(box, other), `${box.id} ${other.id}`).toBe(false)
    })
  }
  layout.loose.forEach((box, at) => {
    for (const other of [...layout.loose.slice(at + 1), ...layout.columns.flatMap(column => column.boxes)]) {
      expect(overlaps(box, other), `${box.id} ${other.id}`).toBe(false)
    }
  })
  layout.lanes.forEach((lane, at) => {
    const next = layout.lanes[at + 1]
    if (next) expect(lane.y + lane.height).toBeLessThanOrEqual(next.y)
  })
}

const find = (layout: JourneyLayout, recordId: string) =>
  [...bodyBoxes(layout), ...headerBoxes(layout)].find(box => box.recordId === recordId)!

describe('templates', () => {
  test.each(journeys.map(template => template.key))('%s is laid out whole and without overlaps', key => {
    const { document, journeyId } = templateMap(key)
    const layout = layoutJourney(document, journeyId, options)
    expectSound(layout)
    const ids = new Set(bodyBoxes(layout).map(box => box.recordId))
    for (const touchpoint of document.all('touchpoint')) expect(ids.has(touchpoint.id)).toBe(true)
    for (const pain of document.all('painPoint')) expect(ids.has(pain.id)).toBe(true)
    const felt = layout.emotion!.curves.flatMap(curve => curve.points.map(point => point.touchpointId))
    expect(new Set(felt).size).toBe(document.all('touchpoint').length)
    expect(layout.stages).toHaveLength(document.all('stage').length)
    expect(layout.visibility).not.toBeNull()
  })

  test('the washing machine stands at the measures of the look', () => {
    const { document, journeyId } = templateMap('retail-purchase')
    const layout = layoutJourney(document, journeyId, options)
    expect(layout.width).toBe(2403)
    expect(layout.stages.map(({ x, y, width, height }) => [x, y, width, height]).slice(0, 3)).toEqual([
      [148, 0, 204, 52],
      [353, 0, 409, 52],
      [763, 0, 409, 52],
    ])
    expect(layout.columns[4]?.header).toMatchObject({ x: 968, y: 53, width: 204, height: 69 })
    const till = layout.columns[4]!.boxes.find(box => box.content.kind === 'touchpoint')!
    expect(till).toMatchObject({ x: 980, y: 132, width: 180, height: 74 })
    expect(till.content).toMatchObject({
      gap: 'expected 4, got 2',
      wait: '18 min',
      mood: { value: -1, text: '-1' },
    })
    expect(layout.stages.map(box => box.content.kind === 'stage' && box.content.mean?.text)).toEqual([
      '+0.5',
      '0.0',
      '+0.8',
      '-0.3',
      '+1.0',
      '-1.0',
      '+1.0',
    ])
    expect(layout.emotion?.curves[0]?.points.slice(0, 5).map(point => point.x)).toEqual([
      216, 284, 404, 455, 506,
    ])
  })
})

test('equal records give an equal layout', () => {
  const { records, journeyId } = bigMap(300)
  const one = layoutJourney(new Doc(records), journeyId, options)
  const two = layoutJourney(new Doc([...records].reverse()), journeyId, options)
  expect(two).toEqual(one)
})

describe('after an edit', () => {
  test('a layout built on the one before equals one built from nothing', () => {
    const { records, journeyId } = bigMap(60)
    const document = new Doc(records)
    let layout = layoutJourney(document, journeyId, options)
    const touchpoints = document.all('touchpoint').map(each => each.id)
    const steps = document.all('step').map(each => each.id)
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'move', 'remove', 'emotion', 'channel', 'step', 'pain'),
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 60 }),
        (what, first, second, text) => {
          const id = touchpoints[first % touchpoints.length]!
          if (!document.get(id) && what !== 'step') return
          document.apply(change(document, what, id, steps[second % steps.length]!, second, text))
          layout = layoutJourney(document, journeyId, options, layout)
          expect(layout).toEqual(layoutJourney(document, journeyId, options))
          expectSound(layout)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('only the column that changed is laid out anew', () => {
    const { document, journeyId } = bigMap(300)
    const before = layoutJourney(document, journeyId, options)
    const id = before.columns[3]!.boxes[0]!.recordId
    document.apply(edit(document).update('touchpoint', id, { waitMinutes: 7 }).patch())
    const after = layoutJourney(document, journeyId, options, before)
    const changed = after.columns.filter((column, at) => column !== before.columns[at])
    expect(changed.map(column => column.stepId)).toEqual([before.columns[3]!.stepId])
    const kept = before.columns[3]!.boxes.filter((box, at) => box.content === changed[0]!.boxes[at]?.content)
    expect(kept.length).toBe(0)
  })

  test('other words for the same records lay out everything anew', () => {
    const { document, journeyId } = bigMap(40)
    const before = layoutJourney(document, journeyId, options)
    const dry = { ...labels, wait: (minutes: number) => `${minutes} perc` }
    const after = layoutJourney(document, journeyId, { labels: dry }, before)
    expect(after).toEqual(layoutJourney(document, journeyId, { labels: dry }))
    expect(after).not.toEqual(before)
  })
})

function change(
  document: DocumentView,
  what: string,
  id: string,
  stepId: string,
  amount: number,
  text: string,
) {
  const draft = edit(document)
  switch (what) {
    case 'title':
      return draft.update('touchpoint', id, { title: text, momentOfTruth: amount % 2 === 0 }).patch()
    case 'move':
      return touchpointCommands.move.run(document, {
        ids: [id],
        stepId,
        after: null,
        actor: 'tester01',
      })
    case 'remove':
      return draft.remove(id).patch()
    case 'emotion': {
      const [known] = document.pointing('experience', 'touchpointId', id)
      return known
        ? draft.update('experience', known.id, { emotion: (amount % 5) - 2 }).patch()
        : draft.patch()
    }
    case 'channel': {
      const [channel] = document.all('channel')
      return draft.update('channel', channel!.id, { title: text }).patch()
    }
    case 'pain':
      return painPointCommands.add.run(document, {
        id: `painPoint:new${amount}`,
        actor: 'tester01',
        touchpointIds: [id],
        title: text,
      })
    default:
      return draft.update('step', stepId, { title: text, customerAction: text }).patch()
  }
}

describe('lanes', () => {
  const small = () => {
    const { records, journeyId } = bigMap(12)
    return { document: new Doc(records), journeyId }
  }

  test('a hidden lane takes no room, one that is shown takes its place in order', () => {
    const { document, journeyId } = small()
    const [first] = document.all('lane')
    const hidden = layoutJourney(
      applied(document, edit(document).update('lane', first!.id, { shown: false }).patch()),
      journeyId,
      options,
    )
    expect(hidden.lanes.map(lane => lane.role)).toEqual(['emotion', 'pains', 'frontstage', 'backstage'])
    expect(hidden.lanes[0]?.y).toBe(measures.headerHeight)
    expect(bodyBoxes(hidden).some(box => box.content.kind === 'touchpoint')).toBe(false)
    expect(hidden.arrows).toEqual([])
  })

  test('a journey without lane records shows the usual ones', () => {
    const { document, journeyId } = small()
    const draft = edit(document)
    for (const lane of document.all('lane')) draft.remove(lane.id)
    const layout = layoutJourney(applied(document, draft.patch()), journeyId, options)
    expect(layout.lanes.map(lane => lane.role)).toEqual([
      'touchpoints',
      'emotion',
      'pains',
      'frontstage',
      'backstage',
    ])
    expectSound(layout)
  })

  test('nothing stands on a map twice: neither in two lanes of a role nor by two ways in one lane', () => {
    const { document, journeyId } = small()
    const [touchpoint, other] = document.all('touchpoint')
    const draft = edit(document)
    for (const role of ['touchpoints', 'quotes', 'frontstage'] as const) {
      draft.add('lane', `lane:twin-${role}`, { journeyId, role, order: `z${role}` })
    }
    draft.update('touchpoint', other!.id, { stepId: touchpoint!.stepId })
    const targetIds = [touchpoint!.id, other!.id, touchpoint!.stepId]
    draft.add('evidence', 'evidence:q', { targetIds, kind: 'quote', text: 'Never again' })
    const layout = layoutJourney(applied(document, draft.patch()), journeyId, options)
    expectSound(layout)
    expect(bodyBoxes(layout).filter(box => box.recordId === 'evidence:q')).toHaveLength(1)
  })

  test('the line of visibility lies between front and back', () => {
    const { document, journeyId } = small()
    const { lanes, visibility } = layoutJourney(document, journeyId, options)
    const front = lanes.find(lane => lane.role === 'frontstage')!
    const back = lanes.find(lane => lane.role === 'backstage')!
    expect(visibility!.y).toBeGreaterThan(front.y + front.height)
    expect(visibility!.y).toBeLessThan(back.y)
  })

  test('wide cards reach over their columns and lie over nothing', () => {
    const { document, journeyId } = small()
    const draft = edit(document).add('lane', 'lane:w', {
      journeyId,
      role: 'custom',
      title: 'Ours',
      order: '9',
    })
    document.all('step').forEach((step, at) => {
      draft.add('card', `card:${at}`, {
        laneId: 'lane:w',
        stepId: step.id,
        span: 1 + (at % 3),
        text: 'a b c',
        order: '1',
      })
    })
    const layout = layoutJourney(applied(document, draft.patch()), journeyId, options)
    expectSound(layout)
    const cards = layout.loose.filter(box => box.laneId === 'lane:w')
    expect(cards).toHaveLength(document.all('step').length)
    const [one, two] = cards as [Box, Box]
    expect(two.width).toBe(one.width + measures.columnPitch)
    const last = cards.at(-1)!
    expect(last.x + last.width).toBeLessThanOrEqual(layout.width)
  })
})

describe('what is missing', () => {
  test('touchpoints, steps and cards without a parent lie in the tray below', () => {
    const { document, journeyId } = templateMap('retail-purchase')
    const lane = document.all('lane')[3]!
    const order = '5'
    const lost: RawRecord[] = [
      ...document.records(),
      { ...document.all('touchpoint')[0]!, id: 'touchpoint:lost', stepId: 'step:gone' },
      { ...document.all('step')[0]!, id: 'step:lost', stageId: 'stage:gone' },
      {
        id: 'card:lost',
        type: 'card',
        note: '',
        laneId: lane.id,
        stepId: 'step:gone',
        order,
        span: 1,
        text: 'x',
        pictureId: null,
      },
    ]
    const layout = layoutJourney(new Doc(lost), journeyId, options)
    expectSound(layout)
    const tray = layout.lanes.at(-1)!
    expect(tray.role).toBe('unplaced')
    expect(layout.loose.filter(box => box.laneId === tray.id).map(box => box.recordId)).toEqual([
      'card:lost',
      'step:lost',
      'touchpoint:lost',
    ])
  })

  test('an empty journey and an empty stage say what can be added, but not on paper', () => {
    const document = new Doc([...bigMap(0).records].filter(record => record.type !== 'step'))
    const journeyId = document.all('journey')[0]!.id
    const onBoard = layoutJourney(document, journeyId, { labels, placeholders: true })
    const words = headerBoxes(onBoard).map(box => (box.content.kind === 'empty' ? box.content.line : ''))
    expect(words).toContain(labels.addStage)
    expect(words).toContain(labels.addStep)
    const onPaper = layoutJourney(document, journeyId, options)
    expect(headerBoxes(onPaper).every(box => box.content.kind !== 'empty' || box.content.line === '')).toBe(
      true,
    )
  })
})

describe('feelings', () => {
  test('each persona has a line, the chosen one alone has a ribbon', () => {
    const { document, journeyId } = templateMap('retail-purchase')
    const [martina] = document.all('persona')
    const [touchpoint, other] = document.all('touchpoint')
    const draft = edit(document).add('persona', 'persona:two', { title: 'Second', order: '9' })
    draft.update('journey', journeyId, { personaIds: [martina!.id, 'persona:two'] })
    for (const experience of document.all('experience')) {
      draft.update('experience', experience.id, { personaId: martina!.id })
    }
    const fields = { personaId: 'persona:two', emotion: -2, expectation: 5, experience: 1 }
    draft.add('experience', 'experience:two', { touchpointId: touchpoint!.id, ...fields })
    draft.add('experience', 'experience:more', { touchpointId: other!.id, ...fields, emotion: 2 })
    const changed = applied(document, draft.patch())
    const both = layoutJourney(changed, journeyId, options)
    expect(both.emotion?.curves.map(curve => [curve.personaId, curve.points.length])).toEqual([
      [martina!.id, changed.all('touchpoint').length],
      ['persona:two', 2],
    ])
    expect(both.emotion?.ribbon).toEqual([])
    const one = layoutJourney(changed, journeyId, { labels, personaId: 'persona:two' })
    expect(one.emotion?.curves).toHaveLength(1)
    expect(one.emotion?.ribbon).toHaveLength(2)
    expect(find(one, touchpoint!.id).content).toMatchObject({ mood: { value: -2 }, gap: 'expected 5, got 1' })
  })

  test('the ribbon is cut where experience crosses expectation', () => {
    const points = [
      { x: 0, expected: 10, experienced: 30 },
      { x: 100, expected: 30, experienced: 10 },
    ]
    const { missed, exceeded } = ribbonPaths(points)
    // the two are mirror images: they meet halfway
    expect(missed).toMatch(/^M0 10C.* 50 20L50 20C/)
    expect(exceeded).toMatch(/^M50 20C.* 100 30L100 10C/)
    expect(ribbonPaths([points[0]!, { x: 100, expected: 5, experienced: 5 }]).exceeded).toBe('')
  })
})
