import { CircleDashed, X } from 'lucide-react'
import { addLink, addNote } from '../../../shared/commands'
import type { CanvasModel, FitOffer, FitPain } from '../../../shared/queries'
import { useSession } from '../../document/hooks'
import { useLinking } from '../../document/linking'
import { IconButton } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { Combo } from '../../ui/Combo'
import { FieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import styles from './Lists.module.css'
import type { Laid } from './laid'

const weights = [0, 1, 2, 3] as const

interface Props {
  readonly model: CanvasModel
  readonly laid: Laid<FitOffer>
  /** The pain that is looked at: every offer says how far it answers it. */
  readonly current: FitPain | undefined
  readonly segmentId: string
}

/** What the segment is offered; what answers none of its pains stands last. */
export function Offers({ model, laid, current, segmentId }: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const groups = [
    { rows: laid.first, title: t($ => $.fit.offers), bad: false },
    { rows: laid.second, title: t($ => $.fit.idleHead), bad: true },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <section className={styles.side} aria-label={t($ => $.fit.offers)}>
      <FieldsReadOnly value={readOnly !== null}>
        {/* one list, so that a row that moves to the other group keeps the cursor */}
        {groups.flatMap(({ rows, title, bad }) => [
          <h3 key={title} className={styles.head} data-bad={bad}>
            {bad && <CircleDashed size={13} strokeWidth={2} aria-hidden />}
            {title}
            <span>{rows.length}</span>
          </h3>,
          ...rows.map(({ row }) => (
            <Offer key={row.note.id} model={model} offer={row} current={current} segmentId={segmentId} />
          )),
        ])}
        {groups.length === 0 && <p className={styles.nothing}>{t($ => $.fit.noOffers)}</p>}
        {readOnly === null && <AddOffer model={model} segmentId={segmentId} />}
      </FieldsReadOnly>
    </section>
  )
}

interface OfferProps extends Pick<Props, 'model' | 'current' | 'segmentId'> {
  readonly offer: FitOffer
}

function Offer({ model, offer: { note, answers }, current, segmentId }: OfferProps) {
  const t = useText()
  const { readOnly } = useSession()
  const linking = useLinking(model.canvas.id)
  const answer = current?.answers.find(({ noteId }) => noteId === note.id)
  const title = note.title || t($ => $.links.unnamed)
  const pain = current?.pain.title || t($ => $.fit.untitledPain)
  const offered = model
    .linksOf(segmentId)
    .find(({ kind, from, to }) => kind === 'offers' && from === note.id && to === segmentId)
  const tie = current && ({ kind: 'addresses', fromId: note.id, toId: current.pain.id } as const)
  return (
    <div className={styles.offer} data-offer={note.id}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      {readOnly === null && offered && (
        <IconButton
          icon={X}
          tabIndex={-1}
          label={t($ => $.fit.withdraw, { title })}
          className={styles.withdraw}
          onClick={() => linking.untie(offered)}
        />
      )}
      <span className={styles.below}>
        <em data-bad={answers === 0}>
          {answers === 0 ? t($ => $.fit.idle) : t($ => $.fit.answers, { count: answers })}
        </em>
      </span>
      {tie && (
        <span className={styles.picker}>
          <Choices
            look="squares"
            label={t($ => $.fit.howFarOf, { offer: title, pain })}
            value={answer?.weight ?? null}
            options={weights.map(value => ({
              value,
              label: `${value} ${t($ => $.fit.weight[`w${value}`])}`,
              content: value,
              keys: String(value),
            }))}
            onChange={weight => linking.setWeight(tie, answer?.link, weight)}
          />
          <em>
            {answer?.weight === null || answer === undefined
              ? t($ => $.fit.howFar)
              : t($ => $.fit.weight[`w${answer.weight as 0 | 1 | 2 | 3}`])}
          </em>
        </span>
      )}
    </div>
  )
}

/** Offers the segment a value proposition of the canvas, or a new one. */
function AddOffer({ model, segmentId }: Pick<Props, 'model' | 'segmentId'>) {
  const t = useText()
  const session = useSession()
  const canvasId = model.canvas.id
  const options = model
    .inBlock('valuePropositions')
    .filter(({ id }) => !model.linksOf(id).some(({ kind, to }) => kind === 'offers' && to === segmentId))
  const offer = (fromId: string) =>
    session.dispatch(addLink, { canvasId, kind: 'offers', fromId, toId: segmentId })
  const make = (title: string) =>
    session.dispatchAll(addNote.name, dispatch => {
      const made = dispatch(addNote, { canvasId, block: 'valuePropositions', title })
      if (made) offer(made.id)
    })
  return (
    <div className={styles.add}>
      <Combo
        label={t($ => $.fit.addOffer)}
        placeholder={t($ => $.fit.addOffer)}
        options={options.map(({ id, title }) => ({ id, label: title || t($ => $.links.unnamed) }))}
        value={null}
        onChange={id => id && offer(id)}
        onCreate={make}
        createLabel={title => t($ => $.fields.create, { title })}
      />
    </div>
  )
}
