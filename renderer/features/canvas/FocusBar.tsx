import { TriangleAlert } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { segmentCommands } from '../../../shared/commands'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useFromCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { SegmentCode, SegmentEdge, useSegmentName } from '../../document/SegmentMark'
import { useText } from '../../ui/text'
import styles from './FocusBar.module.css'
import { FocusBarMenus } from './FocusBarMenus'
import { useErrorsBySegment } from './FocusBarErrors'

/** Whom the canvas is looked at for, and how it is shown. Notes are linked by dropping them on a segment. */
export function FocusBar({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const { focus } = useView('focus')
  const segments = useFromCanvas(canvasId, model => model?.segments.map(({ id }) => id) ?? [])
  const errors = useErrorsBySegment(canvasId)
  const [naming, setNaming] = useState<string | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const focused = focus !== null && segments.includes(focus) ? focus : null
  const rename = (id: string) => session.readOnly === null && setNaming(id)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return
    const chips = [...(row.current?.querySelectorAll('button') ?? [])]
    const at = chips.indexOf(event.target as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: chips.length - 1 }[event.key]
    const id = chips[at]?.dataset['dropSegment']
    if (to !== undefined) chips[Math.max(0, Math.min(chips.length - 1, to))]?.focus()
    else if (event.key === 'F2' && id) rename(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const named = () => {
    const chip = row.current?.querySelector<HTMLElement>(`[data-drop-segment="${CSS.escape(naming ?? '')}"]`)
    setNaming(null)
    requestAnimationFrame(() => chip?.focus())
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t($ => $.canvasScreen.bar)}>
      <div ref={row} className={styles.chips} role="group" aria-label={t($ => $.canvasScreen.focus)}>
        <span className={styles.label} aria-hidden>
          {t($ => $.canvasScreen.focus)}
        </span>
        <button
          type="button"
          className={styles.chip}
          aria-pressed={focused === null}
          tabIndex={focused === null ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => look({ focus: null })}
        >
          {t($ => $.canvasScreen.all)}
        </button>
        {segments.map(id => (
          <SegmentChip
            key={id}
            id={id}
            on={id === focused}
            errors={errors.get(id) ?? 0}
            naming={id === naming}
            onKeyDown={onKeyDown}
            onRename={() => rename(id)}
            onNamed={named}
          />
        ))}
      </div>
      <FocusBarMenus canvasId={canvasId} />
    </div>
  )
}

interface ChipProps {
  readonly id: string
  readonly on: boolean
  readonly errors: number
  readonly naming: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onRename: () => void
  readonly onNamed: () => void
}

function SegmentChip({ id, on, errors, naming, onKeyDown, onRename, onNamed }: ChipProps) {
  const t = useText()
  const name = useSegmentName(id)
  return (
    <span className={styles.slot}>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={on}
        tabIndex={on ? 0 : -1}
        title={name}
        data-drop-segment={id}
        onKeyDown={onKeyDown}
        onClick={() => look({ focus: on ? null : id })}
        onDoubleClick={onRename}
      >
        <SegmentEdge ids={[id]} className={styles.edge} />
        <SegmentCode id={id} />
        <span className={styles.name}>{name}</span>
        {errors > 0 && (
          <span className={styles.error} title={t($ => $.canvasScreen.errors, { count: errors })}>
            <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
            <span className="visually-hidden">{t($ => $.canvasScreen.errors, { count: errors })}</span>
          </span>
        )}
      </button>
      {naming && <NameField id={id} onDone={onNamed} />}
    </span>
  )
}

/** The name of a segment while it is written, over its chip; Enter keeps it, Escape does not. */
function NameField({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText()
  const session = useSession()
  const before = session.doc.find('segment', id)?.title ?? ''
  const [title, setTitle] = useState(before)
  const keep = () => {
    if (title.trim() && title !== before)
      session.dispatch(segmentCommands.update, { id, title: title.trim() })
    onDone()
  }
  return (
    <input
      className={styles.field}
      aria-label={t($ => $.canvasScreen.segmentName)}
      value={title}
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      ref={element => element?.focus()}
      onFocus={event => event.currentTarget.select()}
      onChange={event => setTitle(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') return onDone()
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        // the key must not press the chip the focus goes back to
        event.preventDefault()
        keep()
      }}
    />
  )
}
