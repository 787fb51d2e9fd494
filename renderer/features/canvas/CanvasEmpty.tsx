import { LayoutDashboard } from 'lucide-react'
import { useAddCanvas } from '../../app/useAddCanvas'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './CanvasEmpty.module.css'

/** The document has no canvas yet. */
export function CanvasEmpty() {
  const t = useText()
  const session = useSession()
  const add = useAddCanvas()
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
