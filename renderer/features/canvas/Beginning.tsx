import { Plus } from 'lucide-react'
import over from '../../canvas/OverBoard.module.css'
import { useFromCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './CanvasBoard.module.css'
import { useCanvasBoard, writeNew } from './canvasState'

/** What to do next on a canvas without a note; nothing once it has one. */
export function Beginning({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const empty = useFromCanvas(canvasId, model => model?.notes.length === 0)
  const writing = useCanvasBoard(state => state.writing)
  const block = useCanvasBoard(state => (state.byKey ? state.block : null))
  if (!empty || writing || block || session.readOnly !== null) return null
  return (
    <div className={`${over.beginning} ${styles.beginning}`}>
      <h2>{t($ => $.canvas.beginTitle)}</h2>
      <p>{t($ => $.canvas.beginText)}</p>
      <Button
        icon={Plus}
        tone="primary"
        onClick={() => writeNew({ block: 'customerSegments', after: undefined })}
      >
        {t($ => $.canvas.beginAdd)}
      </Button>
      <p className={styles.keys}>{t($ => $.canvas.beginKeys)}</p>
    </div>
  )
}
