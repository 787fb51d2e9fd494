/** Where rows stand in the two lists of the fit, so that bands between them find their ends. Pure. */
import type { FitOffer, FitPain } from '../../../shared/queries'

export const HEAD = 28
export const PAIN = 50
export const OFFER = 78

export interface LaidRow<R> {
  readonly row: R
  /** Middle of the row, px from the top of the list. */
  readonly y: number
}

export interface Laid<R> {
  /** Those under the first heading, then those under the second. */
  readonly first: readonly LaidRow<R>[]
  readonly second: readonly LaidRow<R>[]
  readonly height: number
}

/** Two groups below one another, each under a heading where it has rows. */
function laid<R>(first: readonly R[], second: readonly R[], pitch: number): Laid<R> {
  let y = 0
  const group = (rows: readonly R[]) => {
    if (rows.length > 0) y += HEAD
    return rows.map(row => {
      y += pitch
      return { row, y: y - pitch / 2 }
    })
  }
  return { first: group(first), second: group(second), height: y }
}

/** Pains without an answer, then the others. */
export const painsLaid = (pains: readonly FitPain[]): Laid<FitPain> =>
  laid(
    pains.filter(({ best }) => best === 0),
    pains.filter(({ best }) => best > 0),
    PAIN,
  )

/** Offers that answer something, then the others. */
export const offersLaid = (offers: readonly FitOffer[]): Laid<FitOffer> =>
  laid(
    offers.filter(({ answers }) => answers > 0),
    offers.filter(({ answers }) => answers === 0),
    OFFER,
  )
