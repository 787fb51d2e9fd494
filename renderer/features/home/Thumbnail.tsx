import { Map as MapIcon } from 'lucide-react'
import styles from './Cards.module.css'

/** A document's board painted small. */
export function Thumbnail({ scene }: { scene: string | null }) {
  return (
    <span className={styles.blank} data-scene={scene}>
      <MapIcon size={24} strokeWidth={1.5} aria-hidden />
    </span>
  )
}
