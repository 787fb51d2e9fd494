import { Trash2 } from 'lucide-react'
import { assumptionCommands } from '../../../shared/commands'
import type { Assumption } from '../../../shared/model'
import type { CanvasModel } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import styles from './Health.module.css'

const statuses = ['untested', 'testing', 'supported', 'refuted', 'parked'] as const

interface Props {
  readonly assumption: Assumption
  readonly number: number
  readonly model: CanvasModel
}

/** One assumption: what, about what, how far its test is, how much evidence it has. */
export function AssumptionRow({ assumption, number, model }: Props) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const write = useWrite('assumption', assumption.id)
  const { selection } = useView('selection')
  const evidence = useDocument(document => document.pointing('evidence', 'targetIds', assumption.id).length)
  const { id, text, status, targetIds } = assumption
  const about = targetIds.flatMap(target => {
    const title = model.note(target)?.title ?? session.doc.find('segment', target)?.title
    return title ? [title] : []
  })
  return (
    <li
      className={styles.assumption}
      data-selected={selection.includes(id)}
      onFocusCapture={() => !selection.includes(id) && look({ selection: [id] })}
    >
      <b aria-hidden>{number}</b>
      <div>
        <TextArea
          look="plain"
          label={t($ => $.health.assume.text)}
          placeholder={t($ => $.health.assume.hint)}
          value={text}
          focusNow={text === '' && selection.includes(id)}
          onChange={(value, typing) => write({ text: value }, typing)}
        />
        <p>
          {[
            `${t($ => $.health.assume.about)}: ${about.join(', ') || t($ => $.health.assume.aboutNothing)}`,
            evidence === 0
              ? t($ => $.health.assume.noEvidence)
              : t($ => $.health.assume.evidence, { count: evidence }),
          ].join(' · ')}
        </p>
      </div>
      <Select
        look="plain"
        label={t($ => $.health.assume.state)}
        value={status}
        options={statuses.map(value => ({ value, label: t($ => $.health.assume.status[value]) }))}
        onChange={value => value && write({ status: value })}
      />
      {!readOnly && (
        <IconButton
          icon={Trash2}
          label={t($ => $.health.assume.remove, { text: text || t($ => $.checks.unnamed) })}
          onClick={() => session.dispatch(assumptionCommands.remove, { id })}
        />
      )}
    </li>
  )
}
