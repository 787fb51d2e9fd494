import { Map as MapIcon } from 'lucide-react'
import { useMemo } from 'react'
import type { Scene } from '../../../shared/layout/scene'
import { SceneView } from '../../canvas/SceneView'
import styles from './Cards.module.css'

/** A document's board painted small; a plain sign while there is no picture of it. */
export function Thumbnail({ scene: json }: { scene: string | null }) {
  const scene = useMemo(() => sceneIn(json), [json])
  if (scene) return <SceneView scene={scene} />
  return (
    <span className={styles.blank}>
      <MapIcon size={24} strokeWidth={1.5} aria-hidden />
    </span>
  )
}

/** The display list in a text that was kept; null for what is none, so that one bad picture does not hide Home. */
function sceneIn(json: string | null): Scene | null {
  if (json === null) return null
  try {
    const scene: Partial<Scene> | null = JSON.parse(json)
    const { width, height, items } = scene ?? {}
    return width && height && Array.isArray(items) ? (scene as Scene) : null
  } catch {
    return null
  }
}
