import { useEffect, useRef, useState } from 'react'
import type { VersionEntry } from '../../../shared/ipc/contract'
import { closeOverlay } from '../../app/overlay'
import { attempt, show, tell, useApp } from '../../app/store'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { fileSize } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { ago, dateAndTime, useNow } from '../../ui/time'
import styles from './VersionsDialog.module.css'

/** Earlier versions of the document on screen; restoring one is one undo step. */
export function VersionsDialog() {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const session = useSession()
  const bridge = useApp(state => state.bridge)
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null)
  const restoring = useRef(false)

  useEffect(() => {
    void attempt(async () =>
      setVersions(await bridge.call('document.versions', { document: session.handle })),
    )
  }, [bridge, session])

  const restore = async ({ handle, at }: VersionEntry) => {
    if (restoring.current) return
    restoring.current = true
    await attempt(async () => {
      await session.flush()
      show(await bridge.call('document.restore', { document: session.handle, version: handle }))
      closeOverlay()
      tell({ code: 'versions.restored', params: { time: dateAndTime(at, language) } })
    })
    restoring.current = false
  }
  return (
    <Dialog
      reading
      title={t($ => $.versions.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
    >
      <p className={styles.sentence}>
        {session.readOnly ? t($ => $.versions.readOnly) : t($ => $.versions.sentence)}
      </p>
      {versions?.length ? (
        <ul className={styles.list}>
          {versions.map(version => {
            const time = dateAndTime(version.at, language)
            return (
              <li key={version.handle} className={styles.version}>
                <time dateTime={version.at}>
                  {time}
                  <span className={styles.ago}>{ago(version.at, now, language)}</span>
                </time>
                <span className={styles.size}>{fileSize(version.bytes, language)}</span>
                {!session.readOnly && (
                  <Button
                    aria-label={t($ => $.versions.restoreOf, { time })}
                    onClick={() => void restore(version)}
                  >
                    {t($ => $.versions.restore)}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      ) : (
        <p className={styles.empty} role="status">
          {versions ? t($ => $.versions.empty) : t($ => $.versions.loading)}
        </p>
      )}
    </Dialog>
  )
}
