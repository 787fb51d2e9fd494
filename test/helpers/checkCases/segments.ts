/** L18-L23. */
import { canvas } from '../canvasBuilder'
import { fires, silent, type Cases } from './case'
import { criterion, score, size, sound } from './models'

/** Commuters who leave 10 EUR each a year and have to bear 25,000. */
const costly = () =>
  sound()
    .without('counter-amount')
    .quantity('commuters', 'price', 2, { unit: 'EUR', per: 'purchase' })
    .quantity('commuters', 'frequency', 10, { per: 'year' })
    .quantity('commuters', 'payers', 300)
    .quantity('commuters', 'unitCost', 1, { unit: 'EUR', per: 'purchase' })
    .link('drives', 'shop', 'energy')
    .link('drives', 'shop', 'wages')

export const segments: Cases = {
  L18: [
    fires(
      'fewer can be reached than are needed',
      () => costly().quantity('commuters', 'reachable', [0.01, 0.02, 0.03]),
      'tooSmall: commuters',
    ),
    fires(
      'judged not large enough',
      () => sound().set('families', { largeEnough: false }),
      'quality: families',
    ),
    silent('judged fit', () => sound().set('families', { largeEnough: true, focusedEnough: true })),
    silent('enough can be reached', costly),
  ],
  L19: [
    fires(
      'no size',
      () => sound().set('families', { size: { low: null, likely: null, high: null } }),
      'noSize: families',
    ),
    fires(
      'measurable by guess',
      () => sound().set('commuters', { sizeBasis: 'guess' }),
      'guessed: commuters',
    ),
    silent('guessed, and nobody says it is measurable', () =>
      sound().set('families', { sizeBasis: 'guess' }),
    ),
  ],
  L20: [
    fires(
      'weak and first',
      () => sound().set('commuters', { tests: [score('accessible', 1)] }),
      'weak: commuters',
    ),
    silent('weak and second', () =>
      sound().set('families', { focusRank: 2, tests: [score('accessible', 0)] }),
    ),
    silent('not yet scored', () =>
      sound().set('commuters', { tests: [{ test: 'accessible', score: null, reason: '' }] }),
    ),
  ],
  L21: [
    fires(
      'everybody',
      () => sound().set('families', { title: 'Every body' }).set('commuters', { title: 'Everyone' }),
      'everyone: commuters',
    ),
    fires(
      'everybody in Slovak',
      () => sound().set('families', { title: 'Všetci ľudia' }),
      'everyone: families',
    ),
    fires('no criterion', () => sound().set('families', { criteria: [] }), 'noCriterion: families'),
    silent('a word of a language the project does not speak', () =>
      canvas({}, { languages: ['en'] }).segment('Všetci ľudia', { criteria: [criterion('Any')] }),
    ),
  ],
  L22: [
    fires(
      'the same criteria',
      () => sound().set('families', { criteria: [criterion('  takes the TRAIN')] }),
      'same: commuters families',
    ),
    silent('one has another besides', () =>
      sound().set('families', { criteria: [criterion('Takes the train'), criterion('Has children')] }),
    ),
    silent('the same, under different parents', () =>
      sound()
        .segmentElsewhere('locals', { size, criteria: [criterion('Lives here')] })
        .set('families', { parentId: 'segment:locals', criteria: [criterion('Takes the train')] }),
    ),
  ],
  L23: [
    fires(
      'parts larger than the whole',
      () =>
        sound()
          .segmentElsewhere('town', { size, criteria: [criterion('Lives here')] })
          .set('families', { parentId: 'segment:town' })
          .set('commuters', { parentId: 'segment:town' }),
      'sum: commuters families town',
    ),
    silent('parts as large as the whole', () =>
      sound()
        .segmentElsewhere('town', {
          size: { low: null, likely: null, high: 20_000 },
          criteria: [criterion('Lives here')],
        })
        .set('families', { parentId: 'segment:town' })
        .set('commuters', { parentId: 'segment:town' }),
    ),
    silent('counted in something else', () =>
      sound()
        .segmentElsewhere('town', { size, sizeUnit: 'households', criteria: [criterion('Lives here')] })
        .set('families', { parentId: 'segment:town' })
        .set('commuters', { parentId: 'segment:town' }),
    ),
  ],
}
