import { Trash2 } from 'lucide-react'
import { loyaltyCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { T } from '../../../shared/i18n'
import { otherWays, programmeKinds, type LoyaltyKind } from '../../../shared/queries'
import { look } from '../../app/store'
import { useCanvas } from '../../document/canvas'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { ChannelPicker, SegmentsPicker } from '../../document/pickers'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { Combo } from '../../ui/Combo'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea, TitleField } from '../../ui/TextField'
import cardStyles from '../../ui/Card.module.css'
import styles from './Loyalty.module.css'
import { oneOf } from './oneOf'
import { ProgrammeEffects } from './ProgrammeEffects'
import { ProgrammeNumbers } from './ProgrammeNumbers'

interface Props {
  readonly id: string
  readonly fresh: boolean
  readonly selected: boolean
}

/** One programme, or another way to keep customers, written in place. */
export function Programme({ id, fresh, selected }: Props) {
  const t = useText()
  const session = useSession()
  const loyalty = useRecord('loyalty', id)
  const write = useWrite('loyalty', id)
  const model = useCanvas(loyalty?.canvasId ?? null)
  const stages = useDocument(stageOptions)
  if (!loyalty) return null
  const name = loyalty.title || t($ => $.segments.unnamedProgramme)
  const kinds = [...programmeKinds, ...otherWays]
  const known = oneOf(kinds, loyalty.kind) ? loyalty.kind : null
  const relations = (model?.inBlock('customerRelationships') ?? []).map(note => ({
    id: note.id,
    label: note.title,
  }))
  const remove = () => {
    session.dispatch(loyaltyCommands.remove, { id })
    look({ selection: [] })
  }
  return (
    <article
      className={`${cardStyles.card} ${styles.card}`}
      aria-label={name}
      data-programme={id}
      data-selected={selected}
      tabIndex={-1}
      onFocusCapture={() => !selected && look({ selection: [id] })}
    >
      <header>
        <h4>
          <TitleField
            look="plain"
            label={t($ => $.segments.programmeName)}
            placeholder={t($ => $.segments.programmeNameHint)}
            value={loyalty.title}
            focusNow={fresh}
            onChange={(title, typing) => write({ title }, typing)}
          />
        </h4>
        {session.readOnly === null && (
          <IconButton
            className={cardStyles.delete}
            icon={Trash2}
            label={t($ => $.segments.delete, { title: name })}
            onClick={remove}
          />
        )}
      </header>
      <div className={styles.columns}>
        <div>
          <Field label={t($ => $.segments.kind)}>
            <Select
              value={loyalty.kind}
              options={[
                ...(known !== null ? [] : [{ value: loyalty.kind, label: loyalty.kind }]),
                ...kinds.map(value => ({ value: value as string, label: kindName(t, value) })),
              ]}
              onChange={kind => kind && write({ kind })}
            />
          </Field>
          {known !== null && <p className={styles.meaning}>{t($ => $.segments.kindText[known])}</p>}
          <Field label={t($ => $.segments.reward)}>
            <Choices
              look="words"
              clearable={false}
              value={loyalty.reward}
              options={(['financial', 'nonFinancial'] as const).map(value => ({
                value,
                label: t($ => $.segments.rewards[value]),
              }))}
              onChange={reward => reward && write({ reward })}
            />
          </Field>
          <Field tall label={t($ => $.terms.bmc.customerSegments)}>
            <SegmentsPicker value={loyalty.segmentIds} onChange={segmentIds => write({ segmentIds })} />
          </Field>
          <Field label={t($ => $.terms.journey.stage)}>
            <Combo
              value={loyalty.stageId}
              options={stages}
              placeholder={stages.length > 0 ? t($ => $.segments.stageHint) : t($ => $.segments.noStages)}
              onChange={stageId => write({ stageId })}
            />
          </Field>
          <Field label={t($ => $.segments.relation)}>
            <Combo
              value={loyalty.noteId}
              options={relations}
              placeholder={
                relations.length > 0 ? t($ => $.segments.relationHint) : t($ => $.segments.noRelations)
              }
              onChange={noteId => write({ noteId })}
            />
          </Field>
          <Field label={t($ => $.terms.channel.channel)}>
            <ChannelPicker value={loyalty.channelId} onChange={channelId => write({ channelId })} />
          </Field>
        </div>
        <div>
          {(['benefit', 'earn', 'burn'] as const).map(field => (
            <Field key={field} tall label={t($ => $.segments[field])}>
              <TextArea
                value={loyalty[field]}
                placeholder={t($ => $.segments.loyaltyHint[field])}
                onChange={(text, typing) => write({ [field]: text }, typing)}
              />
            </Field>
          ))}
          <ProgrammeNumbers loyalty={loyalty} />
        </div>
      </div>
      <ProgrammeEffects loyalty={loyalty} />
    </article>
  )
}

const glossaryKinds = ['points', 'membership', 'personalDiscount', 'referralReward'] as const

/** What a kind is called. */
function kindName(t: T, kind: LoyaltyKind): string {
  return oneOf(glossaryKinds, kind) ? t($ => $.terms.loyalty[kind]) : t($ => $.segments.kinds[kind])
}

/** Stages of all journeys, named with their journey where there are several. */
function stageOptions(document: DocumentView) {
  const journeys = document.all('journey')
  return journeys.flatMap(journey =>
    document.pointing('stage', 'journeyId', journey.id).map(({ id, title }) => ({
      id,
      label: journeys.length > 1 ? `${journey.title} · ${title}` : title,
    })),
  )
}
