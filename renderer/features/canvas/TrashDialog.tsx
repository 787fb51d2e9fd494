import { Undo2 } from 'lucide-react'
import { emptyTrash, trashNotes } from '../../../shared/commands'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/text'
import styles from './TrashDialog.module.css'

/** What was thrown away on this canvas: to be had back where it was, or emptied for good. */
export function TrashDialog({ canvasId, onClose }: { canvasId: string; onClose: () => void }) {
  const t = useText()
  const session = useSession()
  const trashed = useCanvas(canvasId)?.trashed ?? []
  const restore = (ids: readonly string[]) =>
    session.dispatch(trashNotes, { ids: [...ids], canvasId, restore: true })
  const canChange = trashed.length > 0 && session.readOnly === null
  return (
    <Dialog
      title={t($ => $.canvasScreen.bin.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={onClose}
      reading={trashed.length === 0}
      actions={
        canChange && (
          <>
            <Button tone="danger" onClick={() => session.dispatch(emptyTrash, { canvasId })}>
              {t($ => $.canvasScreen.bin.emptyForGood)}
            </Button>
            <Button icon={Undo2} onClick={() => restore(trashed.map(({ id }) => id))}>
              {t($ => $.canvasScreen.bin.restoreAll)}
            </Button>
          </>
        )
      }
    >
      {trashed.length === 0 ? (
        <p className={styles.empty} role="status">
          {t($ => $.canvasScreen.bin.empty)}
        </p>
      ) : (
        <>
          <ul className={styles.list}>
            {trashed.map(({ id, title, block }) => {
              const name = title || t($ => $.canvasScreen.untitledNote)
              return (
                <li key={id} className={styles.note}>
                  <span className={styles.title}>{name}</span>
                  <span className={styles.block}>{blockName(t, block)}</span>
                  {canChange && (
                    <Button
                      aria-label={t($ => $.canvasScreen.bin.restoreOf, { title: name })}
                      onClick={() => restore([id])}
                    >
                      {t($ => $.canvasScreen.bin.restore)}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
          <p className={styles.hint}>{t($ => $.canvasScreen.bin.undoHint)}</p>
        </>
      )}
    </Dialog>
  )
}
