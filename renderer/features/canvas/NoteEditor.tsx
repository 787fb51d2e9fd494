import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Rect } from '../../../shared/layout/boxes'
import type { NoteDraft } from '../../../shared/layout/canvas'
import type { CanvasModel } from '../../../shared/queries'
import { perform, situation } from '../../app/actions'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import { focusBoard, reveal, stopWriting, useCanvasBoard } from './canvasState'
import { addDraft, rename } from './intentions'
import styles from './NoteEditor.module.css'

type Props = { readonly model: CanvasModel; readonly box: Rect } & (
  | { readonly id: string; readonly draft?: undefined; readonly before?: undefined }
  | { readonly id?: undefined; readonly draft: NoteDraft; readonly before: readonly string[] }
)

/**
 * The title of a note being written, right where it stands; only this field changes while keys are pressed. Enter and
 * a press elsewhere keep it, Tab goes on with the next note, Escape takes back. A new note comes to be with its title.
 */
export function NoteEditor({ model, box, id, draft, before }: Props) {
  const t = useText()
  const session = useSession()
  const given = id === undefined ? '' : (model.note(id)?.title ?? '')
  const [title, setTitle] = useState(given)
  const field = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  /** Ends once, whoever asks first: a key, or the field losing the focus. */
  const finish = (keep: boolean) => {
    if (done.current) return
    done.current = true
    stopWriting()
    const words = title.trim()
    if (id !== undefined) {
      if (keep && words && words !== given.trim())
        rename({ session, model }, id, words, situation().view?.hereOnly ?? false)
      return
    }
    const made = keep && words ? addDraft({ session, model }, draft, words) : undefined
    look({ selection: made ? [made] : [...before] })
    if (made) {
      useCanvasBoard.setState({ block: null })
      reveal(made)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey, ctrlKey, metaKey } = event
    if (key === 'Escape') {
      event.preventDefault()
      finish(false)
      focusBoard()
    } else if (key === 'Enter' && !shiftKey) {
      event.preventDefault()
      finish(true)
      focusBoard()
      if (ctrlKey || metaKey) perform('canvas.note.addHere')
    } else if (key === 'Tab') {
      event.preventDefault()
      const goesOn = title.trim() !== '' && !shiftKey
      finish(true)
      focusBoard()
      if (goesOn) perform('canvas.note.addNext')
    } else if (key.toLowerCase() === 's' && (ctrlKey || metaKey)) event.preventDefault()
  }
  return (
    <textarea
      ref={field}
      className={styles.editor}
      aria-label={t($ => $.canvasScreen.noteName)}
      value={title}
      rows={1}
      maxLength={500}
      spellCheck={false}
      style={{ left: box.x, top: box.y, width: box.width, minHeight: box.height }}
      onChange={event => setTitle(event.target.value.replaceAll('\n', ' '))}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  )
}
