import { Layers2 } from 'lucide-react'
import { useFromCanvas } from '../../document/canvas'
import { useText } from '../../ui/text'
import styles from './Tray.module.css'
import { TrayChips } from './TrayChips'

/** Notes in blocks that only the other layout has; there only when there are any. */
export function Elsewhere({ canvasId }: { canvasId: string }) {
  const t = useText()
  const notes = useFromCanvas(canvasId, model => model?.elsewhere ?? [])
  if (notes.length === 0) return null
  const label = t($ => $.canvasScreen.elsewhere)
  return (
    <section className={styles.tray} aria-label={label}>
      <span className={styles.label} title={t($ => $.canvasScreen.elsewhereHint)}>
        <Layers2 size={14} strokeWidth={1.75} aria-hidden />
        {label}
        <em>{notes.length}</em>
      </span>
      <TrayChips canvasId={canvasId} label={label} notes={notes} withBlock />
    </section>
  )
}
