/** L30-L33. */
import { fires, silent, type Cases } from './case'
import { sound } from './models'

export const money: Cases = {
  L30: [
    fires(
      'a likely loss',
      () => sound().set('wages-amount', { low: 40_000, likely: 95_000, high: 99_000 }),
      'loss: model',
    ),
    fires(
      'a sure loss',
      () => sound().set('wages-amount', { low: 200_000, likely: 200_000, high: 200_000 }),
      'sureLoss: model',
    ),
    silent('no costs known', () => sound().without('energy-amount', 'wages-amount', 'flour-amount')),
  ],
  L31: [
    fires(
      'one stream of one segment',
      () => sound().set('counter-amount', { low: 500_000, likely: 500_000, high: 500_000 }),
      'stream: counter',
      'segment: commuters',
    ),
    fires(
      'by the shares stated, where no money is known',
      () => sound().without('counter-amount', 'orders-amount').set('families', { revenueShare: 71 }),
      'segment: families',
    ),
    silent('exactly at the limit', () =>
      sound().without('counter-amount', 'orders-amount').set('families', { revenueShare: 70 }),
    ),
  ],
  L32: [
    fires(
      'never worth it',
      () => sound().set('commuters-acquisitionCost', { low: 500, likely: 600, high: 700 }),
      'never: commuters',
    ),
    fires(
      'below the rule of thumb',
      () => sound().set('commuters-acquisitionCost', { low: 50, likely: 80, high: 90 }),
      'low: commuters',
    ),
    silent('no acquisition cost known', () => sound().without('commuters-acquisitionCost')),
  ],
  L33: [
    fires(
      'a ring, told once',
      () =>
        sound()
          .set('energy-amount', { formula: '{quantity:flour-amount} * 2' })
          .set('flour-amount', { formula: '{quantity:energy-amount} * 2' }),
      'cycle: energy energy-amount flour flour-amount',
    ),
    fires(
      'what is not there',
      () => sound().set('energy-amount', { formula: '{quantity:gone} * 2' }),
      'deleted: energy energy-amount',
    ),
    fires(
      'another name that is not there',
      () => sound().set('energy-amount', { formula: '[Oil price] * 2' }),
      'unknownName: energy energy-amount',
    ),
    fires(
      'two currencies in one formula',
      () =>
        sound()
          .set('wages-amount', { unit: 'CZK' })
          .set('energy-amount', { formula: '{quantity:wages-amount} + {quantity:flour-amount}' }),
      'currency: energy energy-amount',
    ),
    fires(
      'two currencies in one total',
      () => sound().set('wages-amount', { unit: 'CZK' }),
      'currencies: model',
    ),
    silent('a formula that adds up', () =>
      sound().set('energy-amount', { formula: '{quantity:wages-amount} + {quantity:flour-amount}' }),
    ),
  ],
}
