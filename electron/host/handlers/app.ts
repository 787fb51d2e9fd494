import type { Notice } from '../../../shared/ipc/contract'
import { noticeOf } from '../noticeOf'
import type { CallsOf, Context, Handlers } from './handlers'

/** What is told at the next start of a page: collected until then. */
export interface Pending {
  /** Whether a page has started; from then on notices are sent as events. */
  started: boolean
  /** Documents that were named at the start. */
  named: string[]
  notices: Notice[]
}

export function appHandlers(
  { host, documents }: Context,
  pending: Pending,
): Handlers<CallsOf<'app' | 'log'>> {
  return {
    'app.start': async () => {
      if (!pending.started) await reopen({ host, documents })
      pending.started = true
      const { named, notices } = pending
      pending.named = []
      pending.notices = []
      return {
        settings: host.app.settings(),
        version: host.version,
        platform: host.platform,
        dialogs: host.shell.dialogs,
        open: documents.all().map(file => file.opened()),
        named,
        notices,
      }
    },
    'app.set': change => host.app.setSettings(change),
    'log.report': ({ message }) => {
      host.log(message)
      return {}
    },
  }
}

/** Opens what was open at the last end, in the order it was opened then. */
async function reopen({ host, documents }: Context) {
  const rows = host.app.files().filter(({ openNow }) => openNow === 1)
  for (const { path } of rows.toReversed()) {
    try {
      await documents.open(path)
    } catch (error) {
      const notice = noticeOf(error, host.log)
      host.notify(notice)
      // what the disk hinders opens at a later start
      if (!documents.at(path) && !notice.code.startsWith('disk.')) host.app.putFile(path, { openNow: 0 })
    }
  }
}
