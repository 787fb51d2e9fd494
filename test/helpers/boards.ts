/** Journey maps of any size for layout tests and the bench, and English words for them. */
import { Doc, positions } from '../../shared/document'
import type { BoardLabels } from '../../shared/layout'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'

export const labels: BoardLabels = {
  lanes: {
    touchpoints: 'Touchpoints',
    emotion: 'Emotion',
    pains: 'Pain points',
    customer: 'Customer action',
    thoughts: 'Thoughts',
    quotes: 'Quotes',
    pictures: 'Pictures',
    frontstage: 'Frontstage',
    backstage: 'Backstage',
    support: 'Support process',
    systems: 'Systems',
    custom: 'Lane',
  },
  lineOfVisibility: 'Line of visibility',
  unplaced: 'Unplaced',
  untitled: 'Untitled',
  addStage: 'Stage',
  addStep: 'Step',
  addTouchpoint: 'Touchpoint',
  emotion: value => (value > 0 ? `+${value}` : String(value)),
  mean: value => (value > 0 ? '+' : '') + value.toFixed(1),
  wait: minutes => `${minutes} min`,
  gap: (expected, got) => `expected ${expected}, got ${got}`,
}

const words =
  'Payment at the till waits for an order confirmation mail with adviser and shop window display'.split(' ')
const icons = ['store', 'phone', 'globe', 'mail', 'smartphone', 'bot', 'wrench', 'user-round']

/** Always the same numbers from the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * A map with so many touchpoints, as even in both directions as possible: real titles of one to three lines, channels,
 * feelings, waits, pains and backstage texts.
 */
export function bigMap(
  touchpoints: number,
  seed = 7,
): { document: Doc; journeyId: string; records: RawRecord[] } {
  const records: RawRecord[] = []
  const random = seeded(seed)
  const add = (type: RecordType, id: string, fields: object) => {
    records.push({ ...recordTypes[type].defaults(), ...fields, id: `${type}:${id}`, type } as RawRecord)
    return `${type}:${id}`
  }
  const orders = positions('boards01', [], undefined, Math.max(touchpoints, 20))
  const order = (at: number) => orders[at] ?? ''
  const title = (most: number) =>
    Array.from({ length: 2 + random(most) }, () => words[random(words.length)]).join(' ')
  add('project', 'p', {})
  const journeyId = add('journey', 'j', { title: 'Big', order: order(0) })
  const channels = icons.map((icon, at) =>
    add('channel', `c${at}`, { title: title(2), icon, order: order(at) }),
  )
  const roles = ['touchpoints', 'emotion', 'pains', 'frontstage', 'backstage']
  roles.forEach((role, at) => add('lane', `l${at}`, { journeyId, role, order: order(at) }))

  const steps = Math.max(1, Math.round(Math.sqrt(touchpoints * 1.25)))
  let stageId = ''
  for (let at = 0; at < steps; at++) {
    if (at % 4 === 0) {
      stageId = add('stage', `g${at}`, {
        journeyId,
        title: title(3),
        customerGoal: title(5),
        order: order(at),
      })
    }
    add('step', `s${at}`, { stageId, title: title(3), customerAction: title(6), order: order(at) })
  }
  for (let at = 0; at < touchpoints; at++) {
    const stepId = `step:s${Math.floor((at * steps) / touchpoints)}`
    const touchpointId = add('touchpoint', `t${at}`, {
      stepId,
      title: title(7),
      order: order(at),
      channelId: channels[random(channels.length)],
      level: ['functional', 'emotional', 'experiential'][random(3)],
      momentOfTruth: random(8) === 0,
      waitMinutes: random(5) === 0 ? 5 + random(90) : null,
      backstage: random(40) === 0 ? title(8) : '',
      frontstage: random(60) === 0 ? title(8) : '',
    })
    const expectation = 1 + random(5)
    const emotion = random(5) - 2
    add('experience', `e${at}`, { touchpointId, emotion, expectation, experience: 1 + random(5) })
    if (random(20) === 0) {
      const severity = 1 + random(5)
      add('painPoint', `x${at}`, {
        touchpointIds: [touchpointId],
        title: title(6),
        severity,
        order: order(at),
      })
    }
  }
  return { document: new Doc(records), journeyId, records }
}
