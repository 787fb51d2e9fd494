/** Times as people say them, in the reader's language. */
import { useEffect, useState } from 'react'
import { localeOf } from '../../shared/i18n/dates'

export { dateAndTime } from '../../shared/i18n/dates'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How long ago: minutes and hours of today, yesterday, then the date (with the year when it is another one).
 * @param iso a moment in ISO 8601
 */
export function ago(iso: string, now: Date, language: string): string {
  const then = new Date(iso)
  const past = now.getTime() - then.getTime()
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = daysBetween(then, now)
  if (past < MINUTE) return words.format(0, 'second')
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), 'minute')
  if (days === 0) return words.format(-Math.floor(past / HOUR), 'hour')
  if (days === 1) return words.format(-1, 'day')
  const sameYear = then.getFullYear() === now.getFullYear()
  return then.toLocaleDateString(localeOf(language), {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** Calendar days from one moment to another, as the wall calendar counts them. */
function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(now) - midnight(then)) / (24 * HOUR))
}

/** The present time, anew every minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
