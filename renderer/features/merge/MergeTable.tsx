import { Check, CheckCheck, ChevronDown, ChevronRight, Undo2 } from 'lucide-react'
import { useCallback, useState, type Dispatch, type SetStateAction } from 'react'
import { groupName, nameOfId } from '../../../shared/words'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import type { Place } from './BoardPane'
import {
  chooseAll,
  chooseBeing,
  chooseField,
  choiceOf,
  conflictCount,
  fieldKey,
  isAboutBeing,
  isThere,
  theirsIsThere,
  type Choices,
  type FieldChoice,
} from './choices'
import styles from './MergeTable.module.css'
import { BeingRow, FieldRow } from './MergeRows'
import {
  authorsOf,
  countsInWords,
  fits,
  holderOf,
  type Filter,
  type Merging,
  type RowBoard,
  type RowGroup,
} from './rows'

interface Props {
  readonly boards: readonly RowBoard[]
  readonly merging: Merging
  readonly choices: Choices
  readonly setChoices: Dispatch<SetStateAction<Choices>>
  readonly filter: Filter
  readonly authors: readonly string[]
  readonly nameOf: (author: string) => string
  /** Told where the person is. */
  readonly setPlace: (place: Place) => void
}

/** All that comes in, field by field: before, mine, theirs, and which of them is taken. */
export function MergeTable(props: Props) {
  const t = useText()
  const { boards, filter, authors, merging } = props
  const shown = boards
    .map(board => ({
      ...board,
      groups: board.groups
        .map(group => ({ ...group, shown: group.rows.filter(row => fits(filter, row)) }))
        .filter(group => group.shown.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0)
  const [only] = authors
  return (
    <div className={styles.list}>
      <table>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{t($ => $.merge.column.kind)}</span>
            </th>
            <th>{t($ => $.merge.column.what)}</th>
            <th>{t($ => $.merge.column.before)}</th>
            <th>{t($ => $.merge.column.mine)}</th>
            <th>
              {authors.length === 1 && only
                ? t($ => $.merge.column.theirsOf, { author: only })
                : t($ => $.merge.column.theirs)}
            </th>
            <th>{t($ => $.merge.column.take)}</th>
          </tr>
        </thead>
        {shown.map(({ boardId, groups }) =>
          groups.map((group, at) => (
            <Group
              key={`${boardId} ${group.groupId}`}
              {...props}
              group={group}
              boardId={boardId}
              shown={group.shown}
              board={
                at > 0
                  ? null
                  : boardId === null
                    ? t($ => $.inspector.document)
                    : (nameOfId(t, holderOf(merging, boardId), boardId) ?? null)
              }
            />
          )),
        )}
      </table>
    </div>
  )
}

interface GroupProps extends Props {
  readonly boardId: string | null
  readonly group: RowGroup
  readonly shown: RowGroup['rows']
  /** The name of the board, above its first group. */
  readonly board: string | null
}

function Group(props: GroupProps) {
  const { group, shown, boardId, board, merging, choices, setChoices, filter, nameOf, setPlace } = props
  const t = useText()
  const { entries, rows: all } = merging
  const [closed, setClosed] = useState(false)
  const { groupId, rows } = group
  const conflicts = conflictCount(choices, rows)
  const authors = authorsOf(rows)
  const setField = useCallback(
    (id: string, field: string, choice: FieldChoice) =>
      setChoices(known => chooseField(known, id, field, choice)),
    [setChoices],
  )
  const setBeing = useCallback(
    (id: string, is: boolean) => setChoices(known => chooseBeing(known, entries, [id], is)),
    [setChoices, entries],
  )
  const takes = (take: 'mine' | 'theirs', author?: string) =>
    rows.every(row =>
      isAboutBeing(row)
        ? (author !== undefined && row.author !== author) ||
          (isThere(choices, row) === theirsIsThere(row)) === (take === 'theirs')
        : row.fields.every(
            one =>
              (author !== undefined && one.theirAuthor !== author) ||
              choiceOf(choices, row.id, one).take === take,
          ),
    )
  const takeAll = (take: 'mine' | 'theirs', author?: string) =>
    setChoices(known => chooseAll(known, entries, rows, take, author))
  const Arrow = closed ? ChevronRight : ChevronDown
  const name =
    groupId === null ? t($ => $.inspector.document) : groupName(t, holderOf(merging, groupId), groupId)
  const whole = board !== null && groupId === null
  return (
    // it takes no input of its own, it hears where the focus is
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <tbody data-closed={closed} onFocus={() => setPlace({ boardId, groupId })}>
      {board !== null && !whole && (
        <tr className={styles.board}>
          <th colSpan={6} scope="rowgroup">
            {board}
          </th>
        </tr>
      )}
      <tr className={styles.group}>
        <th colSpan={6} scope="rowgroup">
          <div>
            <button type="button" aria-expanded={!closed} onClick={() => setClosed(!closed)}>
              <Arrow size={14} strokeWidth={1.75} aria-hidden />
              <b>{whole ? board : name}</b>
            </button>
            <span>
              {[
                countsInWords(t, rows),
                conflicts.all > 0 &&
                  t($ => $.merge.group.decided, { done: conflicts.decided, count: conflicts.all }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={styles.space} />
            {authors.map(author =>
              takes('theirs', author) ? (
                <span key={author} className={styles.taken}>
                  <Check size={13} strokeWidth={1.75} aria-hidden />
                  {author ? t($ => $.merge.group.all, { author }) : t($ => $.merge.group.allTheirs)}
                </span>
              ) : (
                <Button key={author} tone="link" icon={CheckCheck} onClick={() => takeAll('theirs', author)}>
                  {author ? t($ => $.merge.group.accept, { author }) : t($ => $.merge.group.acceptTheirs)}
                </Button>
              ),
            )}
            {takes('mine') ? (
              <span className={styles.taken}>
                <Check size={13} strokeWidth={1.75} aria-hidden />
                {t($ => $.merge.group.mine)}
              </span>
            ) : (
              <Button tone="link" icon={Undo2} onClick={() => takeAll('mine')}>
                {t($ => $.merge.group.keep)}
              </Button>
            )}
          </div>
        </th>
      </tr>
      {!closed &&
        shown.map(row =>
          isAboutBeing(row) ? (
            <BeingRow
              key={row.id}
              {...{ merging, row, setBeing }}
              is={isThere(choices, row)}
              author={authorsOf(all).length > 1 ? nameOf(row.author) : ''}
            />
          ) : (
            row.fields
              .filter(one => filter !== 'conflict' || one.conflict)
              .map(one => (
                <FieldRow
                  key={fieldKey(row.id, one.field)}
                  {...{ merging, row, one, setField }}
                  take={choiceOf(choices, row.id, one).take}
                  text={choiceOf(choices, row.id, one).text}
                  author={authorsOf(all).length > 1 ? nameOf(one.theirAuthor) : ''}
                />
              ))
          ),
        )}
    </tbody>
  )
}
