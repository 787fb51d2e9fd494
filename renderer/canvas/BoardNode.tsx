import { memo, useLayoutEffect, type CSSProperties } from 'react'
import type { Box } from '../../shared/layout/boxes'
import styles from './BoardCanvas.module.css'
import { BoxView } from './BoxView'
import type { BoardEngine } from './engine'

export interface BoardNodeData extends Record<string, unknown> {
  readonly box: Box
  readonly selected: boolean
  readonly dragged: boolean
  readonly engine: BoardEngine
}

/** One box with an element of its own. It tells the engine while it is there, so that the canvas leaves it out. */
export const BoardNode = memo(function BoardNode({
  data: { box, selected, dragged, engine },
  style,
}: {
  data: BoardNodeData
  style?: CSSProperties
}) {
  const { id, recordId, content } = box
  useLayoutEffect(() => {
    engine.mount(id, true)
    return () => engine.mount(id, false)
  }, [engine, id])
  return (
    <div
      className={styles.node}
      data-id={recordId}
      data-kind={content.kind}
      data-selected={(selected && content.kind !== 'empty') || undefined}
      data-dragged={dragged || undefined}
      style={style}
    >
      <BoxView box={box} />
    </div>
  )
})
