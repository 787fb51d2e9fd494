import { GitCompareArrows, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import type { PreviewRecord } from '../../../shared/document/merge'
import type { T } from '../../../shared/i18n'
import { nameOfId } from '../../../shared/words'
import { EmotionMark } from '../../document/EmotionMark'
import { useText } from '../../ui/text'
import styles from './BoardPane.module.css'
import type { Choices } from './choices'
import { cardsOf, fateOf, feelingsIn, type BoardPart, type Fate } from './outcome'
import type { Merging } from './rows'

interface Props {
  readonly part: BoardPart
  readonly merging: Merging
  readonly after: DocumentView
  /** By card. */
  readonly entries: ReadonlyMap<string, readonly PreviewRecord[]>
  /** Null shows the cards as they are now. */
  readonly choices: Choices | null
}

/** The cards of a part of the board, step by step, each with what becomes of it. */
export function Cards({ part, merging, after, entries, choices }: Props) {
  const t = useText()
  const { mine } = merging
  const shown = choices ? after : mine
  const ids = cardsOf(part)
  const [now, then] = [feelingsIn(mine, ids), feelingsIn(after, ids)]
  const feeling = (id: string) => (choices && after.get(id) ? then : now).get(id)?.emotion ?? null
  const fate = (id: string): Fate | undefined =>
    choices ? fateOf(id, entries.get(id) ?? [], choices, mine, after) : mine.get(id) && { kind: 'same' }
  const sections = part.sections
    .map(({ id, cards }) => ({ id, cards: cards.map(card => ({ card, fate: fate(card) })).filter(isShown) }))
    .filter(({ id, cards }) => cards.length > 0 || (id !== null && shown.get(id)))
  if (sections.every(({ cards }) => cards.length === 0))
    return <p className={styles.empty}>{t($ => $.merge.pane.empty)}</p>
  return sections.map(({ id, cards }) => (
    <section key={id} className={styles.section}>
      {id !== null && <h5>{nameOfId(t, shown.get(id) ? shown : mine, id)}</h5>}
      <ul>
        {cards.map(({ card, fate: its }) => {
          const emotion = feeling(card)
          return (
            <li key={card} data-fate={its.kind}>
              <b>{nameOfId(t, shown.get(card) ? shown : mine, card)}</b>
              <span>
                {choices && <FateMark fate={its} />}
                {emotion !== null && <EmotionMark value={emotion} size={13} />}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

const isShown = <X extends { fate: Fate | undefined }>(one: X): one is X & { fate: Fate } =>
  one.fate !== undefined

const icons: Readonly<Record<Fate['kind'], LucideIcon | null>> = {
  same: null,
  added: Plus,
  removed: Minus,
  stays: Minus,
  conflict: GitCompareArrows,
  changed: Pencil,
}

function FateMark({ fate }: { readonly fate: Fate }) {
  const t = useText()
  const Icon = icons[fate.kind]
  return (
    <small>
      {Icon && <Icon size={13} strokeWidth={1.75} aria-hidden />}
      {fateInWords(t, fate)}
    </small>
  )
}

function fateInWords(t: T, fate: Fate): string {
  switch (fate.kind) {
    case 'conflict':
      return t($ => $.merge.pane.conflict, { count: fate.count })
    case 'changed':
      return t($ => $.options.changes, { count: fate.count })
    case 'added':
    case 'removed':
      return t($ => $.merge.kind[fate.kind])
    case 'same':
    case 'stays':
      return t($ => $.merge.pane[fate.kind])
  }
}
