/** L12-L17. */
import { canvas } from '../canvasBuilder'
import { fires, silent, type Cases } from './case'
import { criterion, size, sound, soundMarket } from './models'

/** A third side, with an offer of its own. */
const guests = () =>
  soundMarket()
    .segment('guests', { size, sizeBasis: 'measured', criteria: [criterion('Passes by')] })
    .dependency('guests', 'sellers')
    .note('music', 'valuePropositions')
    .link('offers', 'music', 'guests')

export const sides: Cases = {
  L12: [
    fires('one side', () => soundMarket().without('buyers-note'), 'sides: model'),
    fires(
      'a segment that is a side, alone',
      () => canvas().segment('a', { marketType: 'multiSided' }),
      'sides: model',
    ),
    fires(
      'a mass market that tells segments apart',
      () => sound().set('model', { marketType: 'mass' }),
      'massWithMany: model',
    ),
    silent('two sides', soundMarket),
    silent('one side, and the other it is tied to', () =>
      canvas().segment('a', { marketType: 'multiSided' }).segment('b').dependency('a', 'b'),
    ),
    silent('a mass market with one segment', () =>
      sound().without('families-note').set('model', { marketType: 'mass' }),
    ),
  ],
  L13: [
    fires(
      'tied to no other',
      () => soundMarket().without('attracts-buyers-sellers', 'subsidises-sellers-buyers'),
      'alone: buyers',
      'alone: sellers',
    ),
    fires(
      'the other side has left the canvas',
      () => guests().without('sellers-note'),
      'sideMissing: buyers guests sellers',
    ),
    silent('tied in one direction', () => soundMarket().without('attracts-buyers-sellers')),
    silent('no sides', () => sound()),
  ],
  L14: [
    fires(
      'only what every other side gets',
      () => guests().link('offers', 'music', 'buyers').link('offers', 'music', 'sellers'),
      'noOwnOffer: guests',
    ),
    silent('shared with one of two others', () => guests().link('offers', 'music', 'buyers')),
    silent('nothing at all, which L01 says', () => soundMarket().without('offers-choice-buyers')),
  ],
  L15: [
    fires(
      'pays nothing and is not paid for',
      () => soundMarket().without('subsidises-sellers-buyers'),
      'paysNothing: buyers',
    ),
    silent('paid for by the other side', soundMarket),
    silent('a segment that is no side', () => sound().without('pays-families-orders')),
  ],
  L16: [
    fires(
      'two pay for each other',
      () => soundMarket().dependency('buyers', 'sellers', 'subsidises'),
      'ring: buyers sellers',
    ),
    fires(
      'three in a ring',
      () =>
        guests().dependency('buyers', 'guests', 'subsidises').dependency('guests', 'sellers', 'subsidises'),
      'ring: buyers guests sellers',
    ),
    silent('they attract each other', () => soundMarket().dependency('sellers', 'buyers')),
    silent('one pays for two', () => guests().dependency('sellers', 'guests', 'subsidises')),
  ],
  L17: [
    fires(
      'the same links',
      () =>
        sound()
          .segment('tourists')
          .link('offers', 'bread', 'tourists')
          .link('reaches', 'shop', 'tourists')
          .link('relates', 'club', 'tourists')
          .link('pays', 'tourists', 'counter'),
      'same: commuters tourists',
    ),
    silent('another relation', () =>
      sound()
        .segment('tourists')
        .link('offers', 'bread', 'tourists')
        .link('reaches', 'shop', 'tourists')
        .link('relates', 'calls', 'tourists')
        .link('pays', 'tourists', 'counter'),
    ),
    silent('two without any link', () => sound().segment('tourists').segment('students')),
  ],
}
