import { useView } from '../../app/useView'
import { useFromCanvas } from '../../document/canvas'
import { CanvasBoard } from './CanvasBoard'
import { CanvasDialogs } from './CanvasDialogs'
import { CanvasEmpty } from './CanvasEmpty'
import styles from './CanvasScreen.module.css'
import './CanvasScreenActions'
import { CanvasPrint } from './CanvasPrint'
import { Elsewhere } from './Elsewhere'
import { FocusBar } from './FocusBar'
import { Legend } from './Legend'
import { ResultStrip } from './ResultStrip'
import { Tray } from './Tray'

/** A business model: whom it is looked at for, the nine blocks, what is parked, and what comes out in money. */
export function CanvasScreen() {
  const { canvasId } = useView('canvasId')
  const there = useFromCanvas(canvasId, model => model !== undefined)
  if (!canvasId || !there) return <CanvasEmpty />
  return (
    <div className={styles.screen}>
      <FocusBar canvasId={canvasId} />
      <Legend canvasId={canvasId} />
      <div className={styles.board}>
        <CanvasBoard />
      </div>
      <Elsewhere canvasId={canvasId} />
      <Tray canvasId={canvasId} />
      <ResultStrip canvasId={canvasId} />
      <CanvasDialogs canvasId={canvasId} />
      <CanvasPrint canvasId={canvasId} />
    </div>
  )
}
