import { useEffect, useRef, useState } from 'react'
import type { VersionEntry } from '../../../shared/ipc/contract'
import { closeOverlay } from '../../app/overlay'
import { attempt, show, tell, useApp } from '../../app/store'
import { useSaving, useSession } from '../../document/hooks'
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
  const { saved, published } = useSaving().file
  const bridge = useApp(state => state.bridge)
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null)
  const restoring = useRef(false)

  // each time the file is brought up to date there is one version more
  useEffect(() => {
    void attempt(async () =>
      setVersions(await bridge.call('document.versions', { document: session.handle })),
    )
  }, [bridge, session, published])

  const restore = async ({ handle, at }: VersionEntry) => {
    if (restoring.current) return
    restoring.current = true
    await attempt(async () => {
      await session.flush()
      show(await bridge.call('document.restore', { document: session.handle, version: handle }))
      closeOverlay()
      tell({ code: 'versions.restored', params: { time: dateAndTime(at, language, true) } })
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
            const time = dateAndTime(version.at, language, true)
            return (
              <li key={version.handle} className={styles.version}>
                <time dateTime={version.at}>
                  {time}
                  <span className={styles.ago}>{ago(version.at, now, language)}</span>
                </time>
                <span className={styles.size}>{fileSize(version.bytes, language)}</span>
                <Restore
                  version={version}
                  time={time}
                  current={version.revision === saved}
                  run={session.readOnly ? undefined : restore}
                />
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

interface RestoreProps {
  readonly version: VersionEntry
  readonly time: string
  /** What is open now already is this version. */
  readonly current: boolean
  readonly run: ((version: VersionEntry) => Promise<void>) | undefined
}

function Restore({ version, time, current, run }: RestoreProps) {
  const t = useText()
  if (current) return <span className={styles.current}>{t($ => $.versions.current)}</span>
  if (!run) return null
  return (
    <Button aria-label={t($ => $.versions.restoreOf, { time })} onClick={() => void run(version)}>
      {t($ => $.versions.restore)}
    </Button>
  )
}
