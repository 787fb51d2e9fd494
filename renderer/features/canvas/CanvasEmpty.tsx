import { LayoutDashboard } from 'lucide-react'
import { addCanvas } from '../../../shared/commands'
import { goTo } from '../../app/store'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './CanvasEmpty.module.css'

/** The document has no canvas yet. */
export function CanvasEmpty() {
  const t = useText()
  const session = useSession()
  const add = () => {
    const made = session.dispatch(addCanvas, { title: t($ => $.canvas.untitled) })
    if (made) goTo('canvas', { canvasId: made.id, selection: [], canvasViewport: null })
  }
  return (
    <div className={styles.empty}>
      <LayoutDashboard size={24} strokeWidth={1.5} aria-hidden />
      <h2>{t($ => $.canvasScreen.empty.title)}</h2>
      <p>{t($ => $.canvasScreen.empty.text)}</p>
      {session.readOnly === null && (
        <Button tone="primary" onClick={add}>
          {t($ => $.frame.addCanvas)}
        </Button>
      )}
    </div>
  )
}
