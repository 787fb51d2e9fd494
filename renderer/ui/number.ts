/** Numbers as the reader's language writes them. */

/** With sign: +1, 0, −2 (a true minus). `digits` after the point. */
export function signed(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−')
}

/** A whole percentage of a share between 0 and 100. */
export function percent(value: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100)
}
