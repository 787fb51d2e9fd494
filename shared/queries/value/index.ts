/** Lifetime values, formulas and the money of a canvas. */
export * from './types'
