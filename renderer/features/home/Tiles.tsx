import { FolderOpen, GitMerge, LayoutDashboard, Map as MapIcon, type LucideIcon } from 'lucide-react'
import { actionOf, situation } from '../../app/actions'
import { useApp } from '../../app/store'
import { shownKeys } from '../../ui/keys'
import { useText } from '../../ui/text'
import styles from './Home.module.css'
import type { Once } from './useOnce'

/** The ways to begin. */
export function Tiles({ once }: { once: Once }) {
  const t = useText()
  // a browser keeps Ctrl+N for itself
  const inWindow = useApp(state => state.dialogs)
  const run = (id: string) => once(() => actionOf(id)?.run(situation()))
  return (
    <section className={styles.tiles} aria-label={t($ => $.home.start)}>
      <Tile
        primary
        icon={MapIcon}
        title={t($ => $.home.new.title)}
        hint={t($ => $.home.new.hint)}
        keys={inWindow ? 'Mod+N' : undefined}
        onClick={() => run('file.newJourney')}
      />
      <Tile
        icon={LayoutDashboard}
        title={t($ => $.home.newCanvas.title)}
        hint={t($ => $.home.newCanvas.hint)}
        onClick={() => run('file.newCanvas')}
      />
      <Tile
        icon={FolderOpen}
        title={t($ => $.home.open.title)}
        hint={t($ => $.home.open.hint)}
        keys="Mod+O"
        onClick={() => run('file.open')}
      />
      <Tile
        icon={GitMerge}
        title={t($ => $.merge.action)}
        hint={t($ => $.home.merge.hint)}
        onClick={() => run('file.merge')}
      />
    </section>
  )
}

interface TileProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly hint: string
  readonly keys?: string | undefined
}

function Tile({
  primary = false,
  onClick,
  ...words
}: TileProps & { primary?: boolean; onClick: () => void }) {
  return (
    <button type="button" className={styles.tile} data-primary={primary} onClick={onClick}>
      <Words {...words} />
    </button>
  )
}

function Words({ icon: Icon, title, hint, keys }: TileProps) {
  return (
    <>
      <span className={styles.tileIcon}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </span>
      <span className={styles.tileWords}>
        <span className={styles.tileTitle}>{title}</span>
        {keys && <kbd aria-hidden>{shownKeys(keys)}</kbd>}
        <span className={styles.tileHint}>{hint}</span>
      </span>
    </>
  )
}
