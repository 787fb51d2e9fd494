/** Sound models that no rule has anything to say about. */
import { canvas } from '../canvasBuilder'

const five = ['awareness', 'evaluation', 'purchase', 'delivery', 'afterSale'] as const
export const criterion = (text: string) => ({ base: 'demographic' as const, text })
export const size = { low: 8000, likely: 10_000, high: 12_000 }
export const score = (test: 'measurable' | 'accessible', value: number) => ({
  test,
  score: value,
  reason: '',
})
const eur = { unit: 'EUR', per: 'year' } as const

/** A bakery with two segments: linked, counted, walked through. */
export const sound = () =>
  canvas({ marketType: 'segmented', title: 'Bakery' })
    .segment('commuters', {
      size,
      sizeBasis: 'measured',
      focusRank: 1,
      criteria: [criterion('Takes the train')],
      tests: [score('measurable', 3)],
    })
    .segment('families', { size, sizeBasis: 'estimate', criteria: [criterion('Has children')] })
    .note('bread', 'valuePropositions')
    .note('cakes', 'valuePropositions')
    .link('offers', 'bread', 'commuters')
    .link('offers', 'cakes', 'families')
    .add('channel', 'shopChannel', { title: 'shop', phases: [...five] })
    .note('shop', 'channels', { channelId: 'channel:shopChannel' })
    .add('channel', 'vanChannel', { title: 'van' })
    .note('van', 'channels', { channelId: 'channel:vanChannel' })
    .link('reaches', 'shop', 'commuters')
    .link('reaches', 'shop', 'families')
    .link('reaches', 'van', 'families', { phases: ['delivery'] })
    .note('club', 'customerRelationships')
    .note('calls', 'customerRelationships')
    .link('relates', 'club', 'commuters')
    .link('relates', 'calls', 'families')
    .note('counter', 'revenueStreams')
    .note('orders', 'revenueStreams')
    .link('pays', 'commuters', 'counter')
    .link('pays', 'families', 'orders')
    .link('for', 'counter', 'bread')
    .link('for', 'orders', 'cakes')
    .quantity('counter', 'amount', 50_000, eur)
    .quantity('orders', 'amount', 60_000, eur)
    .note('oven', 'keyResources')
    .note('baking', 'keyActivities')
    .link('enables', 'oven', 'bread')
    .link('enables', 'baking', 'cakes')
    .note('mill', 'keyPartners')
    .link('supplies', 'mill', 'baking')
    .note('energy', 'costStructure')
    .note('wages', 'costStructure')
    .note('flour', 'costStructure')
    .link('drives', 'oven', 'energy')
    .link('drives', 'baking', 'wages')
    .link('drives', 'mill', 'flour')
    .quantity('energy', 'amount', [9000, 10_000, 12_000], eur)
    .quantity('wages', 'amount', 40_000, eur)
    .quantity('flour', 'amount', 8000, eur)
    .quantity('commuters', 'retention', 0.8, { per: 'year' })
    .quantity('commuters', 'margin', 40, eur)
    .quantity('commuters', 'acquisitionCost', 50, { unit: 'EUR', per: 'customer' })
    .journey(
      'morning',
      { segmentId: 'segment:commuters', canvasId: 'canvas:model' },
      { channel: 'shopChannel', lifecycle: 'purchase' },
    )
    .journey(
      'party',
      { segmentId: 'segment:families', canvasId: 'canvas:model' },
      { channel: 'vanChannel', lifecycle: 'onboard' },
    )

/** A market hall: sellers pay, buyers are paid for. */
export const soundMarket = () =>
  canvas({ marketType: 'multiSided', title: 'Market hall' })
    .segment('buyers', { size, sizeBasis: 'measured', role: 'user', criteria: [criterion('Lives nearby')] })
    .segment('sellers', { size, sizeBasis: 'measured', criteria: [criterion('Has a farm')] })
    .dependency('buyers', 'sellers')
    .dependency('sellers', 'buyers', 'subsidises')
    .note('choice', 'valuePropositions')
    .note('customers', 'valuePropositions', { title: 'People who come to buy' })
    .link('offers', 'choice', 'buyers')
    .link('offers', 'customers', 'sellers')
    .note('rent', 'revenueStreams')
    .link('pays', 'sellers', 'rent')
    .link('for', 'rent', 'customers')
