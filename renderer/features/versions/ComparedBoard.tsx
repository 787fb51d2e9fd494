import { useEffect, useMemo, useRef, type CSSProperties } from 'react'
import type { DocumentView } from '../../../shared/document'
import type { RecordDifference } from '../../../shared/queries'
import { SceneView } from '../../canvas/SceneView'
import { DifferenceMark } from '../../ui/DifferenceMark'
import { useLanguage, useText } from '../../ui/text'
import { comparedBoard, placedMarks } from './comparedBoard'
import styles from './Compare.module.css'

interface Props {
  readonly document: DocumentView
  readonly boardId: string
  /** What is otherwise and stands on this side. */
  readonly entries: readonly RecordDifference[]
  readonly chosen: string | null
  readonly choose: (id: string) => void
  /** What the picture shows, for those who do not see it. */
  readonly label: string
}

/** A board of one side, not to be changed, with a mark at everything that is otherwise. */
export function ComparedBoard({ document, boardId, entries, chosen, choose, label }: Props) {
  const t = useText()
  const language = useLanguage()
  const board = useMemo(() => comparedBoard(document, boardId, t, language), [document, boardId, t, language])
  const marks = useMemo(
    () => (board ? placedMarks(document, board, entries) : []),
    [document, board, entries],
  )
  const at = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    at.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [chosen, board])
  if (!board) return <p className={styles.nothing}>{t($ => $.compare.notOnThisSide)}</p>
  const { width, height } = board.scene
  return (
    // a picture larger than its room is scrolled by keys where the focus can stand in it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.pane} role="region" aria-label={label} tabIndex={0}>
      <div className={styles.picture} style={{ width, height } as CSSProperties}>
        <SceneView scene={board.scene} />
        {/* the list says all of it; here the marks are for the eye and the mouse */}
        <div aria-hidden>
          {marks.map(({ kind, rect, entries: here }) => {
            const isChosen = here.some(({ id }) => id === chosen)
            return (
              <button
                key={here[0]!.id}
                ref={isChosen ? at : undefined}
                type="button"
                tabIndex={-1}
                className={styles.place}
                data-kind={kind}
                data-chosen={isChosen}
                style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
                onClick={() => choose(here[0]!.id)}
              >
                <DifferenceMark kind={kind} label={t($ => $.compare.kind[kind])} />
              </button>
            )
          })}
        </div>
      </div>
    </div>
  )
}
