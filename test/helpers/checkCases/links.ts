/** L01-L11. */
import { canvas } from '../canvasBuilder'
import { fires, silent, type Cases } from './case'
import { sound, soundMarket } from './models'

export const links: Cases = {
  L01: [
    fires('nothing offered', () => sound().without('offers-bread-commuters'), 'noOffer: commuters'),
    fires(
      'offered by a parked note only',
      () => sound().set('bread-place', { block: 'parked' }),
      'noOffer: commuters',
    ),
    silent('offered to the segment by a link to its note', () =>
      sound().without('offers-bread-commuters').link('offers', 'bread', 'commuters-note'),
    ),
  ],
  L02: [
    fires('offered to nobody', () => sound().note('pies', 'valuePropositions'), 'forNobody: pies'),
    silent('parked', () => sound().note('pies', 'parked')),
    silent('thrown away', () => sound().note('pies', 'valuePropositions', {}, { trashed: true })),
  ],
  L03: [
    fires('nobody pays', () => sound().without('pays-families-orders'), 'nobodyPays: orders'),
    silent('somebody pays on another canvas too', () =>
      sound().set('pays-families-orders', { canvasId: null }),
    ),
  ],
  L04: [
    fires('paid for nothing', () => sound().without('for-orders-cakes'), 'forNothing: orders'),
    silent('paid for what another segment gets', () =>
      sound().without('for-orders-cakes').link('for', 'orders', 'bread'),
    ),
  ],
  L05: [
    fires('meant to pay', () => sound().without('pays-families-orders'), 'paysNothing: families'),
    silent('uses only', () => sound().without('pays-families-orders').set('families', { role: 'user' })),
    silent('a side of which L15 says it', () => soundMarket().without('subsidises-sellers-buyers')),
  ],
  L06: [
    fires(
      'all use only',
      () => sound().set('families', { role: 'user' }).set('commuters', { role: 'user' }),
      'nobodyPays: model',
    ),
    silent('one pays', () => sound().set('families', { role: 'user' })),
    silent('no segments', () => canvas()),
  ],
  L07: [
    fires('no channel', () => sound().without('reaches-shop-commuters'), 'notReached: commuters'),
    silent('one channel', () => sound().without('reaches-van-families')),
  ],
  L08: [
    fires(
      'the link names fewer phases than the channel',
      () => sound().set('reaches-shop-commuters', { phases: ['purchase', 'delivery'] }),
      'phases: commuters',
    ),
    silent('nobody says in which phases', () => sound().set('shopChannel', { phases: [] }).without('van')),
    silent('two channels together serve all five', () =>
      sound().set('reaches-shop-families', { phases: ['awareness', 'evaluation', 'purchase', 'afterSale'] }),
    ),
  ],
  L09: [
    fires('reaches nobody', () => sound().without('reaches-van-families'), 'reachesNobody: van'),
    silent('reaches one', () => sound().without('reaches-shop-families')),
  ],
  L10: [
    fires('no relation', () => sound().without('relates-club-commuters'), 'noRelation: commuters'),
    silent('on a layout without relations', () =>
      sound().without('relates-club-commuters').set('model', { kind: 'lean' }),
    ),
  ],
  L11: [
    fires('for nobody', () => sound().without('relates-club-commuters'), 'forNobody: club'),
    silent('for two', () => sound().link('relates', 'club', 'families')),
  ],
}
