import { canvasThumbnail, credits } from '../../../shared/layout/canvas'
import type { CanvasModel, PlacedNote } from '../../../shared/queries'
import { SceneView } from '../../canvas/SceneView'
import { useDocument } from '../../document/hooks'
import styles from './Story.module.css'

const size = { width: 300, height: 200, dots: true }

interface Props {
  readonly model: CanvasModel
  /** The note that is told now. */
  readonly shown: PlacedNote
}

/** The whole canvas, small, with the place of the note on it. */
export function Place({ model, shown }: Props) {
  const { id, kind } = model.canvas
  const scene = useDocument(document => canvasThumbnail(document, id, size, shown.id))
  return (
    <aside className={styles.place}>
      {scene && <SceneView scene={scene} />}
      <p>{credits[kind]}</p>
    </aside>
  )
}
