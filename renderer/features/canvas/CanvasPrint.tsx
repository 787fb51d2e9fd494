import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { localeOf } from '../../../shared/i18n/dates'
import { register } from '../../app/actions'
import { useView } from '../../app/useView'
import { titleOf } from '../../app/titles'
import { SceneView } from '../../canvas/SceneView'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { useLanguage, useText } from '../../ui/text'
import { hereOf } from './canvasHere'
import styles from './CanvasPrint.module.css'
import { printedCanvas } from './CanvasPrintScene'

/** One page of paper with the canvas as it is looked at, drawn while somebody prints. */
export function CanvasPrint({ canvasId }: { canvasId: string }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // what is printed must be there when these return
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing ? createPortal(<Sheet canvasId={canvasId} />, document.body) : null
}

function Sheet({ canvasId }: { canvasId: string }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { focus, colourBy, questions, showLinks, selection } = useView()
  const title = useDocument(titleOf)
  const name = useRecord('canvas', canvasId)?.title
  const scene = printedCanvas(session, canvasId, {
    t,
    language,
    focus,
    colourBy,
    questions,
    showLinks,
    selection,
  })
  if (!scene) return null
  const today = new Date().toLocaleDateString(localeOf(language), { dateStyle: 'long' })
  return (
    <div className={styles.sheet} data-part="print">
      <header>
        <span>{title !== name && title}</span>
        <time>{today}</time>
      </header>
      <SceneView scene={scene} />
    </div>
  )
}

register([
  {
    id: 'canvas.print',
    label: t => t($ => $.canvasScreen.print),
    icon: Printer,
    keys: ['Mod+P'],
    whileTyping: true,
    enabled: now => hereOf(now) !== undefined,
    run: () => window.print(),
  },
])
