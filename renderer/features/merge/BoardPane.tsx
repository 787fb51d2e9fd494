import { useDeferredValue, useMemo, useState } from 'react'
import { groupName, nameOfId } from '../../../shared/words'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import styles from './BoardPane.module.css'
import { Cards } from './Cards'
import { conflictCount, type Choices } from './choices'
import { JourneyChange } from './JourneyChange'
import {
  afterMerge,
  boardParts,
  cardsOf,
  eitherParts,
  entriesByCard,
  rowCount,
  type BoardPart,
} from './outcome'
import { holderOf, type Merging, type RowBoard } from './rows'

/** A part of a board that is looked at; null for what stands nowhere on a board. */
export interface Place {
  readonly boardId: string | null
  readonly groupId: string | null
}

interface Props {
  readonly boards: readonly RowBoard[]
  readonly merging: Merging
  readonly choices: Choices
  /** Where the person is in the list. */
  readonly place: Place | null
  readonly setPlace: (place: Place) => void
}

/** The board as the merge would leave it, part by part, and what that does to its curve and figures. */
export function BoardPane({ boards, merging, choices, place, setPlace }: Props) {
  const t = useText()
  const [side, setSide] = useState<'before' | 'after'>('after')
  const { mine } = merging
  // of a large document each choice makes a new one: the list answers first
  const settled = useDeferredValue(choices)
  const after = useMemo(() => afterMerge(merging, settled), [merging, settled])
  const entries = useMemo(() => entriesByCard(merging), [merging])
  const board =
    boards.find(({ boardId }) => boardId !== null && boardId === place?.boardId) ?? firstBoard(boards)
  const boardId = board?.boardId ?? null
  const parts = boardId === null ? [] : eitherParts(boardParts(after, boardId), boardParts(mine, boardId))
  if (!board || boardId === null || parts.length === 0) return null
  const rowsOf = (part: BoardPart) => board.groups.find(({ groupId }) => groupId === part.id)?.rows ?? []
  const part =
    parts.find(({ id }) => id === place?.groupId) ??
    parts.find(one => conflictCount(settled, rowsOf(one)).open > 0) ??
    parts.find(one => rowsOf(one).length > 0) ??
    parts[0]!
  const at = parts.indexOf(part)
  const journey = after.find('journey', boardId) ?? mine.find('journey', boardId)
  const name = (id: string) => groupName(t, after.get(id) ? after : holderOf(merging, id), id)
  return (
    <aside className={styles.pane} aria-label={t($ => $.merge.pane.title)}>
      <div className={styles.head}>
        <h3>{t($ => $.merge.pane.title)}</h3>
        <Segmented
          label={t($ => $.merge.pane.which)}
          value={side}
          options={[
            { value: 'before', label: t($ => $.compare.before) },
            { value: 'after', label: t($ => $.compare.after) },
          ]}
          onChange={setSide}
        />
      </div>
      {boards.filter(one => one.boardId !== null).length > 1 && (
        <p className={styles.board}>{nameOfId(t, holderOf(merging, boardId), boardId)}</p>
      )}
      <div className={styles.strip} role="group" aria-label={t($ => $.merge.pane.parts)}>
        {parts.map(one => {
          const count = rowCount(rowsOf(one))
          return (
            <button
              key={one.id}
              type="button"
              aria-pressed={one === part}
              aria-label={[name(one.id), count > 0 && t($ => $.options.changes, { count })]
                .filter(Boolean)
                .join(', ')}
              title={name(one.id)}
              style={{ flexGrow: Math.max(1, cardsOf(one).length) }}
              onClick={() => setPlace({ boardId, groupId: one.id })}
            >
              <i />
              <span>{count > 0 ? count : ''}</span>
            </button>
          )
        })}
      </div>
      <h4>
        <b>{name(part.id)}</b>
        {journey && <span>{t($ => $.merge.pane.stageOf, { at: at + 1, of: parts.length })}</span>}
      </h4>
      <Cards {...{ part, merging, after, entries }} choices={side === 'after' ? settled : null} />
      {journey && <JourneyChange {...{ mine, after, boardId, parts, part }} />}
    </aside>
  )
}

const firstBoard = (boards: readonly RowBoard[]) => boards.find(({ boardId }) => boardId !== null)
