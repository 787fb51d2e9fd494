import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { localeOf } from '../../../shared/i18n/dates'
import { register } from '../../app/actions'
import { useView } from '../../app/useView'
import { titleOf } from '../../app/titles'
import { SceneView, type DrawsPicture } from '../../canvas/SceneView'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { usePicture } from '../../document/pictures'
import { useLanguage, useText } from '../../ui/text'
import { hereOf } from './canvasHere'
import styles from './CanvasPrint.module.css'
import { printedCanvas } from './CanvasPrintScene'

/** One page of paper with the canvas as it is looked at, drawn while somebody prints. */
export function CanvasPrint({ canvasId }: { canvasId: string }) {
  const [began, setBegan] = useState<Date | null>(null)
  useEffect(() => {
    // what is printed must be there when these return
    const begin = () => flushSync(() => setBegan(new Date()))
    const end = () => setBegan(null)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return began && createPortal(<Sheet canvasId={canvasId} date={began} />, document.body)
}

function Sheet({ canvasId, date }: { canvasId: string; date: Date }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { focus, colourBy, questions, showLinks, selection } = useView(
    'focus',
    'colourBy',
    'questions',
    'showLinks',
    'selection',
  )
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
  return (
    <div className={styles.sheet} data-part="print">
      <header>
        <span>{title !== name && title}</span>
        <time>{date.toLocaleDateString(localeOf(language), { dateStyle: 'long' })}</time>
      </header>
      <SceneView scene={scene} Picture={Printed} />
    </div>
  )
}

/** A picture of a note, as the board has it by now. */
const Printed: DrawsPicture = ({ item: { pictureId, x, y, width, height } }) => {
  const url = usePicture(pictureId)
  if (!url) return null
  return <image {...{ x, y, width, height }} href={url} preserveAspectRatio="xMidYMid slice" />
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
