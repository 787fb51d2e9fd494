import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract'
import type { Leavable } from '../../../shared/queries'
import { download } from '../../app/files'
import { closeOverlay } from '../../app/overlay'
import { attempt, useApp } from '../../app/store'
import { titleOf } from '../../app/titles'
import { useView } from '../../app/useView'
import { useDocument, useSession, useVersion } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { LeaveOut } from './LeaveOut'
import { Parts } from './Parts'
import styles from './ShareDialog.module.css'
import { Summary } from './Summary'
import { sendingOf } from './sending'

type Shared = NonNullable<OutputOf<'document.share'>>

/** Makes a file for others: what goes along, what is left out, and where it then is. */
export function ShareDialog() {
  const [made, setMade] = useState<Shared | null>(null)
  return made ? <Made {...made} /> : <Choosing onMade={setMade} />
}

function Choosing({ onMade }: { onMade: (made: Shared) => void }) {
  const t = useText()
  const session = useSession()
  const { bridge, dialogs } = useApp.getState()
  const { area, journeyId, canvasId } = useView('area', 'journeyId', 'canvasId')
  const [extent, setExtent] = useState<'whole' | 'part'>('whole')
  const [parts, setParts] = useState<readonly string[]>(() =>
    [area === 'canvas' ? canvasId : journeyId].filter(id => id !== null),
  )
  const [leaveOut, setLeaveOut] = useState<readonly Leavable[]>([])
  const [named, setNamed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const roots = useMemo(() => (extent === 'part' ? parts : []), [extent, parts])
  const ready = extent === 'whole' || parts.length > 0
  const version = useVersion()
  const sending = useMemo(
    () => sendingOf(session.doc, { part: extent === 'part', roots, leaveOut }),
    // the document itself is the same object however often it changes
    // oxlint-disable-next-line react/exhaustive-deps
    [session, version, extent, roots, leaveOut],
  )
  const kind = leaveOut.length > 0 ? 'redacted' : extent
  const suggested = useSuggested(kind, roots)
  const name = named ?? suggested

  const save = async () => {
    setBusy(true)
    await attempt(async () => {
      await session.flush()
      const made = await bridge.call('document.share', {
        document: session.handle,
        roots: [...roots],
        leaveOut: [...leaveOut],
        name: name.slice(0, 255),
      })
      if (made?.base64) download(made.name, made.base64)
      if (made) onMade(made)
    })
    setBusy(false)
  }
  return (
    <Dialog
      wide
      title={t($ => $.share.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
      actions={
        <>
          <label className={styles.name}>
            <span>{t($ => $.share.fileName)}</span>
            <input
              value={name}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={event => setNamed(event.target.value)}
            />
          </label>
          <Button onClick={closeOverlay}>{t($ => $.terms.ui.cancel)}</Button>
          <Button tone="primary" disabled={!ready || busy || name.trim() === ''} onClick={() => void save()}>
            {dialogs ? t($ => $.share.save) : t($ => $.share.download)}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <section>
          <h3>{t($ => $.share.what)}</h3>
          <Segmented
            label={t($ => $.share.what)}
            value={extent}
            options={[
              { value: 'whole', label: t($ => $.share.whole) },
              { value: 'part', label: t($ => $.share.part) },
            ]}
            onChange={setExtent}
          />
          {extent === 'part' && <Parts chosen={parts} onChange={setParts} />}
        </section>
        <LeaveOut found={sending.found} chosen={leaveOut} onChange={setLeaveOut} />
        <Summary sending={sending} leaveOut={leaveOut} kind={kind} ready={ready} />
      </div>
    </Dialog>
  )
}

/** A name that says what it is, until the person gives another. */
function useSuggested(kind: 'whole' | 'part' | 'redacted', roots: readonly string[]): string {
  const t = useText()
  const only = roots.length === 1 ? roots[0] : undefined
  const title = useDocument(document => {
    const own = document.get(only)?.['title']
    return (typeof own === 'string' && own) || titleOf(document)
  })
  const name = title || t($ => $.frame.untitled)
  if (kind === 'whole') return name
  return kind === 'part'
    ? t($ => $.share.suggested.part, { name })
    : t($ => $.share.suggested.redacted, { name })
}

/** Where the file is now, and what to do with it. */
function Made({ name, folder }: Shared) {
  const t = useText()
  return (
    <Dialog
      title={t($ => $.share.done.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
      actions={
        <Button tone="primary" onClick={closeOverlay}>
          {t($ => $.share.done.close)}
        </Button>
      }
    >
      <div className={styles.made} role="status">
        <p>
          {folder === null
            ? t($ => $.share.done.downloaded, { name })
            : t($ => $.share.done.saved, { name, folder })}
        </p>
        <p>{t($ => $.share.done.mail)}</p>
      </div>
    </Dialog>
  )
}
