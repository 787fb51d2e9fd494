import { Trash2 } from 'lucide-react'
import { look } from '../../app/store'
import { useRecord, useSession } from '../../document/hooks'
import { ChannelsPicker, SegmentPicker } from '../../document/pickers'
import { PictureButton } from '../../document/PictureButton'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { ListField } from '../../ui/ListField'
import { useText } from '../../ui/text'
import { TextArea, TitleField } from '../../ui/TextField'
import cardStyles from '../../ui/Card.module.css'
import styles from './Personas.module.css'

interface Props {
  readonly id: string
  readonly selected: boolean
  readonly fresh: boolean
  readonly onDelete: (id: string) => void
}

/** One persona, read like a portrait and written in place. */
export function PersonaCard({ id, selected, fresh, onDelete }: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const persona = useRecord('persona', id)
  const write = useWrite('persona', id)
  if (!persona) return null
  const name = persona.title || t($ => $.board.unnamed.any)
  return (
    <article
      className={`${cardStyles.card} ${styles.card}`}
      aria-label={name}
      data-persona={id}
      data-selected={selected}
      onFocusCapture={() => !selected && look({ selection: [id] })}
      tabIndex={-1}
    >
      <header>
        <PictureButton value={persona.pictureId} name={name} onChange={pictureId => write({ pictureId })}>
          <span aria-hidden>{initialOf(persona.title)}</span>
        </PictureButton>
        <h3>
          <TitleField
            look="plain"
            label={t($ => $.people.titleOfPersona)}
            placeholder={t($ => $.people.personaHint)}
            value={persona.title}
            focusNow={fresh}
            onChange={(title, typing) => write({ title }, typing)}
          />
        </h3>
        {readOnly === null && (
          <IconButton
            className={cardStyles.delete}
            icon={Trash2}
            label={t($ => $.people.delete, { title: name })}
            onClick={() => onDelete(id)}
          />
        )}
      </header>
      <div className={styles.quote}>
        <TextArea
          look="plain"
          label={t($ => $.terms.journey.quote)}
          placeholder={t($ => $.people.quoteHint)}
          value={persona.quote}
          onChange={(quote, typing) => write({ quote }, typing)}
        />
      </div>
      <Field label={t($ => $.inspector.segment)}>
        <SegmentPicker value={persona.segmentId} onChange={segmentId => write({ segmentId })} />
      </Field>
      <Field tall label={t($ => $.people.goal)}>
        <TextArea
          value={persona.goal}
          placeholder={t($ => $.people.goalHint)}
          onChange={(goal, typing) => write({ goal }, typing)}
        />
      </Field>
      <Field tall label={t($ => $.people.preferredChannels)}>
        <ChannelsPicker
          value={persona.preferredChannelIds}
          onChange={preferredChannelIds => write({ preferredChannelIds })}
        />
      </Field>
      <div className={styles.lists}>
        {(['needs', 'frustrations'] as const).map(field => (
          <section key={field}>
            <h4>{t($ => $.people[field])}</h4>
            <ListField
              label={t($ => $.people[field])}
              addLabel={t($ => $.people.addLine)}
              value={persona[field]}
              onChange={(lines, typing) => write({ [field]: lines }, `${field}:${typing}`)}
            />
          </section>
        ))}
      </div>
    </article>
  )
}

/** The first letter of the name; a dot where there is none yet. */
const initialOf = (title: string) => [...title.trim()][0]?.toLocaleUpperCase() ?? '·'
