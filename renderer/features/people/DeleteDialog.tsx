import { removeRecords } from '../../../shared/commands'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { AskDelete } from '../../ui/AskDelete'
import { useText } from '../../ui/text'
import { lossesOf } from './losses'
import styles from './People.module.css'

interface Props {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}

/** Says what else changes when a channel or persona goes, before it goes. */
export function DeleteDialog({ id, title, onClose }: Props) {
  const t = useText()
  const session = useSession()
  const losses = lossesOf(session.doc, id)
  const sentences = [
    [losses.cleared('touchpoint', 'channelId'), (count: number) => t($ => $.people.loses.channel, { count })],
    [
      losses.cleared('persona', 'preferredChannelIds'),
      (count: number) => t($ => $.people.loses.preferred, { count }),
    ],
    [losses.removed('experience'), (count: number) => t($ => $.people.loses.ratings, { count })],
    [
      losses.cleared('touchpoint', 'personaIds'),
      (count: number) => t($ => $.people.loses.touchpoints, { count }),
    ],
    [losses.cleared('journey', 'personaIds'), (count: number) => t($ => $.people.loses.journeys, { count })],
  ] as const
  const remove = () => {
    session.dispatch(removeRecords, { ids: [id] })
    look({ selection: [] })
  }
  return (
    <AskDelete title={t($ => $.people.askDelete, { title })} onDelete={remove} onClose={onClose}>
      <ul className={styles.losses}>
        {sentences.map(([count, sentence], at) => count > 0 && <li key={at}>{sentence(count)}</li>)}
      </ul>
      <p className={styles.undo}>{t($ => $.people.undoHint)}</p>
    </AskDelete>
  )
}

/** Takes a record out at once where nothing else changes; else the answer is asked for first. */
export function useDeleting(ask: (id: string) => void) {
  const session = useSession()
  return (id: string) => {
    if (!lossesOf(session.doc, id).none) return ask(id)
    session.dispatch(removeRecords, { ids: [id] })
    look({ selection: [] })
  }
}
