/** How a segment is told apart wherever it is named: a code, a colour and a pattern, never one of them alone. */
import { MarkCode, MarkEdge } from '../ui/MarkChip'
import { useText } from '../ui/text'
import { useMarks } from './canvas'
import { useRecord } from './hooks'
import styles from './SegmentMark.module.css'

interface Props {
  /** The segment's id. */
  readonly id: string
  /** Standing back, as while another segment is looked at: the colour goes, the letters stay. */
  readonly dim?: boolean | undefined
}

/** The code of a segment on its colour; its name shows on hover and is read aloud. Nothing for an unknown id. */
export function SegmentCode({ id, dim = false }: Props) {
  const mark = useMarks().get(id)
  const name = useSegmentName(id)
  return mark && <MarkCode code={mark.code} colour={mark.colour} title={name} dim={dim} />
}

interface EdgeProps {
  /** One stripe for each, one below the other. */
  readonly ids: readonly string[]
  readonly dim?: boolean | undefined
  /** Says where it stands; its width is 4 px, its height that of its place. */
  readonly className?: string | undefined
}

/** A slim edge in the colours and patterns of segments; the codes beside it say the same in letters. */
export function SegmentEdge({ ids, dim = false, className }: EdgeProps) {
  const known = useMarks()
  const marks = ids.flatMap(id => known.get(id) ?? [])
  return <MarkEdge marks={marks} dim={dim} className={className} />
}

/** The name of a segment on one line, ending in '…' where there is no room. */
export function SegmentName({ id }: { id: string }) {
  const name = useSegmentName(id)
  return (
    <span className={styles.name} title={name}>
      {name}
    </span>
  )
}

/** What a segment is called; words for 'no name yet' where it has none. */
export function useSegmentName(id: string): string {
  const t = useText()
  return useRecord('segment', id)?.title || t($ => $.canvasScreen.unnamedSegment)
}
