/** Lifetime values, formulas and the money of a canvas. */
export * from './lifetime'
export * from './loyaltyEffect'
export * from './periods'
export * from './types'
