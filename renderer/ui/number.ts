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

/** The size of a file in bytes as people read it: kB below a megabyte (1000 kB), MB above. */
export function fileSize(bytes: number, language: string): string {
  const big = bytes >= 999_500
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(big ? bytes / 1e6 : Math.max(1, bytes / 1000))
}
