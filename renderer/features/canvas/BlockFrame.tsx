import { Plus } from 'lucide-react'
import { memo } from 'react'
import type { BlockBox } from '../../../shared/layout/canvas'
import styles from './BlockFrame.module.css'
import { writeNew } from './canvasState'

interface Props {
  readonly box: BlockBox
  /** Nothing stands to the right of it. */
  readonly last: boolean
  /** The keyboard is here while no note is selected. */
  readonly meant: boolean
  readonly readOnly: boolean
}

/** A block with its name and question; a plus shows where the pointer is, for hands on the mouse. */
export const BlockFrame = memo(function BlockFrame({ box, last, meant, readOnly }: Props) {
  const { block, x, y, width, height, title, question, count } = box
  return (
    <section
      className={styles.block}
      data-block={block}
      data-last={last}
      data-row={box.row}
      data-meant={meant}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      <header>
        <h3>{title}</h3>
        <em>{count}</em>
        {!readOnly && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.add}
            onClick={() => writeNew({ block, after: undefined })}
          >
            <Plus size={14} strokeWidth={1.75} />
          </button>
        )}
      </header>
      {question && <p>{question}</p>}
    </section>
  )
})
