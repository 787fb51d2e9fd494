import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Box } from '../../../shared/layout/boxes'
import { perform } from '../../app/actions'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './InlineEditor.module.css'
import { stopEditing, useBoard } from './boardState'
import { rename } from './intentions'
import { titleOf } from './titleOf'

/**
 * The title of a box being written, right where it stands. Every key press is a command, so the board and the file
 * follow; the whole title is one undo step. Enter ends, Tab ends and adds the next, Escape takes back.
 * @param fresh of what was just made: what was selected before
 */
export function InlineEditor({ box, fresh }: { box: Box; fresh: readonly string[] | null }) {
  const t = useText()
  const session = useSession()
  const id = box.recordId
  const title = useDocument(document => titleOf(document.get(id)))
  const before = useRef(title)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [id])

  const takeBack = () => {
    // two steps where letters were typed and deleted again
    for (let steps = 0; steps < 2 && session.doc.get(id); steps++) session.undo()
    look({ selection: (fresh ?? []).filter(one => session.doc.get(one)) })
  }
  const isNow = () => useBoard.getState().editing?.id === id
  const end = () => {
    if (!isNow()) return
    stopEditing()
    const record = session.doc.get(id)
    // what was just made and never named is taken back, as if it had not been asked for
    if (!fresh || !record || record['title'] || record['text']) return
    takeBack()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const board = field.current?.closest<HTMLElement>('[data-part="board"]')
    if (event.key === 'Escape') {
      event.preventDefault()
      if (!fresh && title !== before.current) rename(session, id, before.current)
      if (fresh) takeBack()
      end()
      board?.focus()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      end()
      board?.focus()
      if (event.ctrlKey || event.metaKey) perform('board.addBelow')
    } else if (event.key === 'Tab' && title) {
      event.preventDefault()
      end()
      board?.focus()
      perform('board.addNext')
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      perform(event.shiftKey ? 'edit.redo' : 'edit.undo')
      if (session.doc.get(id)) return
      stopEditing()
      look({ selection: [...(fresh ?? [])] })
      board?.focus()
    }
  }
  return (
    <textarea
      ref={field}
      className={styles.editor}
      data-kind={box.content.kind}
      aria-label={t(
        $ =>
          $.board.titleOf[
            box.content.kind === 'text' || box.content.kind === 'empty' || box.content.kind === 'corner'
              ? 'card'
              : box.content.kind
          ],
      )}
      value={title}
      maxLength={500}
      style={{
        left: box.x,
        top: box.y,
        width: box.width,
        minHeight: box.content.kind === 'stage' || box.content.kind === 'step' ? 36 : box.height,
      }}
      onChange={event => rename(session, id, event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={end}
    />
  )
}
