import { KnownError, type Notice } from '../../shared/ipc/contract'
import { diskError } from './store/diskError'

/** An error as data for people; what nobody foresaw is `unknown`, and its own words go to the log. */
export function noticeOf(thrown: unknown, log: (line: string) => void): Notice {
  const error = diskError(thrown)
  if (error instanceof KnownError) return { code: error.code, params: { ...error.params } }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return { code: 'unknown', params: {} }
}
