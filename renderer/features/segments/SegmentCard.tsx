import { ChevronDown, ChevronRight, GripVertical, Trash2 } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { look } from '../../app/store'
import { useRecord, useSession } from '../../document/hooks'
import { SegmentCode, SegmentEdge } from '../../document/SegmentMark'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TitleField } from '../../ui/TextField'
import cardStyles from '../../ui/Card.module.css'
import styles from './Cards.module.css'
import { Criteria } from './Criteria'
import { Judgements } from './Judgements'
import { KindFields } from './KindFields'
import { MarkFold } from './MarkFold'
import { QualityBadge } from './QualityBadge'
import { toggleFold, useSegments } from './segmentsState'
import { Summary } from './Summary'
import { FiveTests } from './FiveTests'
import { Uses } from './Uses'
import { Worth } from './Worth'

interface Props {
  readonly id: string
  readonly depth: number
  readonly selected: boolean
  readonly fresh: boolean
  readonly landing: 'above' | 'below' | undefined
  readonly onDelete: (id: string) => void
  /** One place up (-1) or down. */
  readonly onStep: (by: -1 | 1) => void
  readonly onDrag: (id: string | null) => void
  /** Something is dragged over the upper or lower half. */
  readonly onOver: (below: boolean) => void
  readonly onDrop: () => void
}

/** One segment, read and written in place. */
export function SegmentCard({
  id,
  depth,
  selected,
  fresh,
  landing,
  onDelete,
  onStep,
  onDrag,
  ...drag
}: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const segment = useRecord('segment', id)
  const write = useWrite('segment', id)
  const folded = useSegments(state => state.folded.includes(id))
  const card = useRef<HTMLElement>(null)
  if (!segment) return null
  const name = segment.title || t($ => $.segments.unnamed)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (!by || readOnly !== null || event.ctrlKey || event.metaKey) return
    // Alt with the arrows anywhere in the card, the arrows alone on its handle
    if (!event.altKey && !(event.target as HTMLElement).hasAttribute('data-handle')) return
    event.preventDefault()
    event.stopPropagation()
    onStep(by)
  }
  return (
    // moving by keys and by mouse is offered on the handle too; here it works from anywhere in the card
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={`${cardStyles.card} ${styles.card}`}
      aria-label={name}
      data-segment={id}
      data-depth={Math.min(3, depth)}
      data-selected={selected}
      data-landing={landing}
      tabIndex={-1}
      onFocusCapture={() => !selected && look({ selection: [id] })}
      onKeyDown={onKeyDown}
      onDragOver={event => {
        const { top, height } = event.currentTarget.getBoundingClientRect()
        event.preventDefault()
        drag.onOver(event.clientY > top + height / 2)
      }}
      onDrop={event => {
        event.preventDefault()
        drag.onDrop()
      }}
    >
      <SegmentEdge ids={[id]} className={styles.edge} />
      <header>
        {readOnly === null && (
          <button
            type="button"
            className={styles.handle}
            data-handle
            draggable
            aria-label={t($ => $.segments.move, { title: name })}
            title={t($ => $.segments.move, { title: name })}
            onDragStart={event => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', name)
              if (card.current) event.dataTransfer.setDragImage(card.current, 12, 20)
              onDrag(id)
            }}
            onDragEnd={() => onDrag(null)}
          >
            <GripVertical size={14} strokeWidth={1.75} aria-hidden />
          </button>
        )}
        <SegmentCode id={id} />
        <h3>
          <TitleField
            look="plain"
            label={t($ => $.segments.name)}
            placeholder={t($ => $.segments.nameHint)}
            value={segment.title}
            focusNow={fresh}
            onChange={(title, typing) => write({ title }, typing)}
          />
        </h3>
        {folded && <Summary segment={segment} />}
        <QualityBadge segment={segment} />
        <IconButton
          icon={folded ? ChevronRight : ChevronDown}
          label={t($ => $.segments.details, { title: name })}
          aria-expanded={!folded}
          onClick={() => toggleFold(id)}
        />
        {readOnly === null && (
          <IconButton
            className={styles.delete}
            icon={Trash2}
            label={t($ => $.segments.delete, { title: name })}
            onClick={() => onDelete(id)}
          />
        )}
      </header>
      {!folded && (
        <>
          <div className={styles.columns}>
            <div>
              <KindFields segment={segment} />
              <Criteria segment={segment} />
            </div>
            <div>
              <Worth segment={segment} />
              <Judgements segment={segment} />
            </div>
          </div>
          <FiveTests segment={segment} />
          <MarkFold segment={segment} />
          <Uses id={id} />
        </>
      )}
    </article>
  )
}
