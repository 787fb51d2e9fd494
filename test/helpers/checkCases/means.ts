/** L24-L29. */
import { fires, silent, type Cases } from './case'
import { sound } from './models'

export const means: Cases = {
  L24: [
    fires('nothing enables it', () => sound().without('enables-oven-bread'), 'notEnabled: bread'),
    silent('an activity alone enables it', () =>
      sound().without('enables-oven-bread').link('enables', 'baking', 'bread'),
    ),
  ],
  L25: [
    fires('enables nothing', () => sound().without('enables-oven-bread'), 'enablesNothing: oven'),
    silent('enables a channel', () => sound().without('enables-oven-bread').link('enables', 'oven', 'shop')),
  ],
  L26: [
    fires('supplies nothing', () => sound().without('supplies-mill-baking'), 'suppliesNothing: mill'),
    silent('supplies a resource', () =>
      sound().without('supplies-mill-baking').link('supplies', 'mill', 'oven'),
    ),
  ],
  L27: [
    fires('not owned, not supplied', () => sound().set('oven', { owned: false }), 'noSupplier: oven'),
    fires(
      'not owned on this canvas only',
      () => sound().set('oven-place', { override: { owned: false } }),
      'noSupplier: oven',
    ),
    silent('not owned, supplied', () => sound().set('baking', { owned: false })),
  ],
  L28: [
    fires(
      'no cause and no cost',
      () => sound().without('drives-oven-energy'),
      'noCause: energy',
      'noCost: oven',
    ),
    silent('caused by a channel too', () => sound().link('drives', 'van', 'energy')),
  ],
  L29: [
    fires(
      'variable without driver',
      () => sound().set('flour', { subtype: 'variable' }),
      'costDriver: flour',
    ),
    fires('paid by use', () => sound().set('orders', { subtype: 'usageFee' }), 'revenueDriver: orders'),
    fires(
      'variable, with more said of it',
      () => sound().set('flour', { subtype: 'variable+economiesOfScale' }),
      'costDriver: flour',
    ),
    silent('variable with driver', () =>
      sound()
        .set('flour', { subtype: 'variable' })
        .quantity('flour', 'driver', 500, { unit: 'packs', per: 'year' }),
    ),
    silent('variable by formula', () =>
      sound().set('flour', { subtype: 'variable' }).set('flour-amount', {
        formula: '{quantity:orders-amount} * 0.1',
        low: null,
        likely: null,
        high: null,
      }),
    ),
    silent('fixed', () => sound().set('flour', { subtype: 'fixed' })),
  ],
}
