import { Archive, Plus } from 'lucide-react'
import { useState } from 'react'
import { addNote } from '../../../shared/commands'
import { credits } from '../../../shared/layout/canvas'
import { useFromCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './Tray.module.css'
import { TrayChips } from './TrayChips'

/** The parking lot, and whose layout this is: the licence asks for that line wherever the layout is shown. */
export function Tray({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const shown = useFromCanvas(canvasId, model => model && { parked: model.parked, kind: model.canvas.kind })
  const [adding, setAdding] = useState(false)
  if (!shown) return null
  const { parked, kind } = shown
  const label = blockName(t, 'parked')
  return (
    <section className={styles.tray} aria-label={label} data-drop="parked">
      <span className={styles.label} aria-hidden>
        <Archive size={14} strokeWidth={1.75} />
        {label}
      </span>
      <TrayChips canvasId={canvasId} label={label} notes={parked} />
      {parked.length === 0 && !adding && (
        <span className={styles.hint}>{t($ => $.canvasScreen.parkedHint)}</span>
      )}
      {adding && <NewNote canvasId={canvasId} onDone={() => setAdding(false)} />}
      {session.readOnly === null && !adding && (
        <IconButton
          icon={Plus}
          label={t($ => $.canvasScreen.addParked)}
          className={styles.add}
          onClick={() => setAdding(true)}
        />
      )}
      <span className={styles.credit}>{credits[kind]}</span>
    </section>
  )
}

/** A new parked note while its name is written; Enter keeps it and begins the next, Escape ends. */
function NewNote({ canvasId, onDone }: { canvasId: string; onDone: () => void }) {
  const t = useText()
  const session = useSession()
  const [title, setTitle] = useState('')
  const keep = () => {
    if (title.trim()) session.dispatch(addNote, { canvasId, block: 'parked', title: title.trim() })
    setTitle('')
  }
  return (
    <input
      className={styles.field}
      aria-label={t($ => $.canvasScreen.addParked)}
      placeholder={t($ => $.canvasScreen.noteName)}
      value={title}
      maxLength={500}
      autoComplete="off"
      ref={element => element?.focus()}
      onChange={event => setTitle(event.target.value)}
      onBlur={() => {
        keep()
        onDone()
      }}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          if (title.trim()) keep()
          else onDone()
        } else if (event.key === 'Escape') {
          setTitle('')
          onDone()
        }
      }}
    />
  )
}
