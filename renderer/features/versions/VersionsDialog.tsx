import { ArrowLeftRight, Bookmark } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { VersionEntry } from '../../../shared/ipc/contract'
import { closeOverlay } from '../../app/overlay'
import { attempt, show, tell, useApp } from '../../app/store'
import { useSaving, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { fileSize } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import { ago, dateAndTime, useNow } from '../../ui/time'
import { Compare } from './Compare'
import { now as present, type Side } from './sides'
import { VersionName } from './VersionName'
import styles from './VersionsDialog.module.css'

/** Earlier versions of the document on screen: named, compared, restored; restoring one is one undo step. */
export function VersionsDialog() {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const session = useSession()
  const { saved, published } = useSaving().file
  const bridge = useApp(state => state.bridge)
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null)
  const [comparing, setComparing] = useState<Side | null>(null)
  const restoring = useRef(false)

  const list = useCallback(
    () =>
      attempt(async () => setVersions(await bridge.call('document.versions', { document: session.handle }))),
    [bridge, session],
  )
  // each time the file is brought up to date there is one version more
  useEffect(() => void list(), [list, published])

  const rename = async (version: string | null, name: string) => {
    await attempt(async () => {
      await session.flush()
      await bridge.call('version.name', { document: session.handle, version, name })
    })
    await list()
  }
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
  if (comparing !== null) {
    return (
      <Compare versions={versions ?? []} from={comparing} to={present} onClose={() => setComparing(null)} />
    )
  }
  const before = versions?.find(({ revision }) => revision !== saved) ?? versions?.[0]
  return (
    <Dialog
      reading
      wide
      title={t($ => $.versions.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
    >
      <p className={styles.sentence}>
        {session.readOnly ? t($ => $.versions.readOnly) : t($ => $.versions.sentence)}
      </p>
      <div className={styles.actions}>
        <NameNow name={name => rename(null, name)} />
        <Button
          icon={ArrowLeftRight}
          disabled={!before}
          onClick={() => before && setComparing(before.handle)}
        >
          {t($ => $.compare.open)}
        </Button>
      </div>
      {versions?.length ? (
        <ul className={styles.list}>
          {versions.map(version => {
            const time = dateAndTime(version.at, language, true)
            return (
              <li key={version.handle} className={styles.version}>
                <span className={styles.which}>
                  <VersionName {...{ version, time }} rename={name => rename(version.handle, name)} />
                  <time dateTime={version.at}>{time}</time>
                  <span className={styles.ago}>{ago(version.at, now, language)}</span>
                </span>
                <span className={styles.size}>{fileSize(version.bytes, language)}</span>
                {version.revision !== saved && (
                  <Button
                    aria-label={t($ => $.compare.ofVersion, { time })}
                    onClick={() => setComparing(version.handle)}
                  >
                    {t($ => $.terms.ui.compare)}
                  </Button>
                )}
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

/** Gives what is open now a name, with which it is kept for good. */
function NameNow({ name }: { readonly name: (name: string) => Promise<void> }) {
  const t = useText()
  const [draft, setDraft] = useState('')
  const keep = () => {
    if (draft.trim() === '') return
    void name(draft.trim())
    setDraft('')
  }
  return (
    <form
      className={styles.nameNow}
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        label={t($ => $.versions.nameNow)}
        placeholder={t($ => $.versions.nameNow)}
        value={draft}
        max={120}
        onChange={setDraft}
      />
      <Button type="submit" icon={Bookmark} disabled={draft.trim() === ''}>
        {t($ => $.versions.keep)}
      </Button>
    </form>
  )
}
