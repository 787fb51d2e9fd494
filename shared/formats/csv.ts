/** Tables as text with separators (RFC 4180), safe to open in a spreadsheet. */

export type CsvCell = string | number | null

export interface CsvOptions {
  /** ',' or ';': where numbers have a decimal comma, spreadsheets expect a semicolon. */
  readonly separator: ',' | ';'
  /** What stands before the decimals. */
  readonly decimal: '.' | ','
}

/** Spreadsheets of Excel's kind take a file for UTF-8 by this. */
const BOM = '\uFEFF'

/** How the spreadsheets of a language expect it. */
export function csvOptions(language: string): CsvOptions {
  const mark = new Intl.NumberFormat(language)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value
  return mark === ',' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }
}

/**
 * Rows as text with a byte order mark and CRLF. A text that a spreadsheet would take for a formula gets an apostrophe
 * in front (and one that looks as if it had got one, another), which `readCsv` takes away again.
 */
export const writeCsv = (rows: readonly (readonly CsvCell[])[], options: CsvOptions): string =>
  BOM + rows.map(row => `${row.map(cell => written(cell, options)).join(options.separator)}\r\n`).join('')

function written(cell: CsvCell, { separator, decimal }: CsvOptions): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return quoted(String(cell).replace('.', decimal), separator)
  return quoted(/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell, separator)
}

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** The cells of such a text; numbers come back as they were written. */
export function readCsv(text: string, separator: CsvOptions['separator']): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(cell.replace(/^'(?='*[=+\-@\t\r])/, ''))
    cell = ''
  }
  const plain = text.startsWith(BOM) ? text.slice(1) : text
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (plain[at + 1] === '"') cell += plain[++at]
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n' || (sign === '\r' && plain[at + 1] === '\n')) {
      if (sign === '\r') at++
      endCell()
      rows.push(row)
      row = []
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}
