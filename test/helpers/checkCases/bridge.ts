/** L37-L40. */
import { fires, silent, type Cases } from './case'
import { sound } from './models'

const assumed = (fields: object) =>
  sound().add('assumption', 'belief', {
    text: 'Commuters buy twice a week',
    criticality: 4,
    certainty: 2,
    targetIds: ['note:bread'],
    ...fields,
  })

const pain = (fields: object = {}) =>
  sound().add('painPoint', 'queue', {
    title: 'The queue is long',
    severity: 4,
    touchpointIds: ['touchpoint:morning-touchpoint'],
    ...fields,
  })

const programme = (fields: object = {}) =>
  sound().add('loyalty', 'card', { title: 'Card', segmentIds: ['segment:commuters'], ...fields })

export const bridge: Cases = {
  L37: [
    fires('critical, unsure, untested', () => assumed({}), 'untested: belief'),
    fires(
      'supported long ago',
      () =>
        assumed({ certainty: 4 }).add('evidence', 'survey', {
          targetIds: ['assumption:belief'],
          tone: 1,
          date: '2025-01-14',
        }),
      'old: belief',
    ),
    silent('a test is planned', () =>
      assumed({}).add('evidence', 'survey', { targetIds: ['assumption:belief'] }),
    ),
    silent('not critical', () => assumed({ criticality: 3 })),
    silent('refuted', () => assumed({ status: 'refuted' })),
    silent('supported a year ago to the day', () =>
      assumed({}).add('evidence', 'survey', {
        targetIds: ['assumption:belief'],
        tone: 1,
        date: '2025-01-15',
      }),
    ),
  ],
  L38: [
    fires(
      'a note without evidence',
      () => sound().set('bread', { status: 'supported' }),
      'noEvidence: bread',
    ),
    fires(
      'an assumption against the evidence',
      () =>
        assumed({ status: 'supported' })
          .add('evidence', 'yes', { targetIds: ['assumption:belief'], tone: 1, weight: 2 })
          .add('evidence', 'no', { targetIds: ['assumption:belief'], tone: -1, weight: 3 }),
      'against: belief',
    ),
    silent('evidence on the segment that the note is', () =>
      sound()
        .set('commuters-note', { status: 'supported' })
        .add('evidence', 'count', { targetIds: ['segment:commuters'], tone: 1 }),
    ),
    silent('as much for as against', () =>
      assumed({ status: 'supported' })
        .add('evidence', 'yes', { targetIds: ['assumption:belief'], tone: 1, weight: 3 })
        .add('evidence', 'no', { targetIds: ['assumption:belief'], tone: -1, weight: 3 }),
    ),
  ],
  L39: [
    fires(
      'a channel the canvas lacks',
      () =>
        sound().add('channel', 'app', { title: 'App' }).set('party-touchpoint', { channelId: 'channel:app' }),
      'notOnModel: app',
      'unused: van',
    ),
    fires('another phase', () => sound().set('party-stage', { lifecycle: 'discover' }), 'phase: van'),
    silent('a note of the same name that nobody has made a channel', () =>
      sound().set('van', { channelId: null, title: 'VAN' }),
    ),
    silent('a journey of another canvas', () =>
      sound()
        .add('channel', 'app', { title: 'App' })
        .journey('other', { segmentId: 'segment:families' }, { channel: 'app' }),
    ),
    silent('no journeys to compare with', () => sound().without('morning', 'party')),
  ],
  L40: [
    fires('a heavy pain', pain, 'unaddressed: commuters queue'),
    fires(
      'addressed by what another segment gets',
      () => pain().link('addresses', 'cakes', 'queue'),
      'unaddressed: commuters queue',
    ),
    fires(
      'a pain nobody has shown',
      () => pain({ touchpointIds: [] }).link('addresses', 'bread', 'queue'),
      'unproven: bread queue',
    ),
    fires('no journey', () => sound().without('party'), 'noJourney: families'),
    fires('a programme of nobody', () => programme({ segmentIds: [] }), 'programmeAlone: card'),
    fires(
      'a programme that costs more than it brings',
      () => programme({ retentionEffect: 0.01, costPerMember: 20 }),
      'programmeCost: card commuters',
    ),
    silent('a heavy pain addressed', () => pain().link('addresses', 'bread', 'queue')),
    silent('a light pain', () => pain({ severity: 3 })),
    silent("another segment's people", () =>
      pain()
        .add('persona', 'mum', { title: 'Mum', segmentId: 'segment:locals' })
        .set('morning-touchpoint', { personaIds: ['persona:mum'] }),
    ),
    silent('a pain that a persona names', () =>
      pain({ touchpointIds: [] })
        .link('addresses', 'bread', 'queue')
        .add('persona', 'ann', { title: 'Ann', frustrations: ['the queue is long'] }),
    ),
    silent('a programme worth its cost', () => programme({ retentionEffect: 0.05, costPerMember: 20 })),
    silent("a persona's journey is the segment's", () =>
      sound()
        .add('persona', 'mum', { title: 'Mum', segmentId: 'segment:families' })
        .set('party', { segmentId: null, personaIds: ['persona:mum'] }),
    ),
  ],
}
