/** Numbers as people read them. Queries return exact numbers; rounding happens once, where figures are shown. */

/** Two decimals, half away from zero. The noise of binary fractions is taken off first: 1.005 becomes 1.01. */
export function round2(value: number): number {
  const hundredths = Number((Math.abs(value) * 100).toPrecision(15))
  return (Math.sign(value) * Math.round(hundredths)) / 100 || 0
}

/** The same for a value that may not be there. */
export const rounded = (value: number | null): number | null => (value === null ? null : round2(value))

/** The mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** A share in percent; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * part) / whole

/** The mean of those that are there; null when none is. */
export const meanOf = (values: readonly (number | null)[]): number | null =>
  mean(values.filter(value => value !== null))
