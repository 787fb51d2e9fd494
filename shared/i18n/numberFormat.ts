/** Ways of writing numbers, made once: making one takes a hundred times as long as writing a number with it. */

const formats = new Map<string, Intl.NumberFormat>()

/** How a language writes numbers; the same object for the same wishes. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language, options)
    formats.set(key, format)
  }
  return format
}
