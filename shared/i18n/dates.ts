/** Dates as each language writes them. */

/** English dates are written the European way, day first, as in the four other languages. */
export const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language)

/**
 * Date and time of day, e.g. '18 November 2026 at 14:32'; to the second where moments lie close together.
 * @param iso a moment in ISO 8601
 */
export function dateAndTime(iso: string, language: string, precise = false): string {
  return new Date(iso).toLocaleString(localeOf(language), {
    dateStyle: 'long',
    timeStyle: precise ? 'medium' : 'short',
  })
}
