import { MapPin } from 'lucide-react'
import { clearHere } from '../../../shared/commands'
import { listFormat } from '../../../shared/i18n/intl'
import type { Overridable } from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { useFieldsReadOnly } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { useLanguage, useText } from '../../ui/text'
import styles from './NotePanel.module.css'
import type { NoteHere } from './noteHere'

/** Where other canvases show the note too: whether what is changed counts there as well. */
export function CountsWhere({ note: { others, hereOnly } }: { note: NoteHere }) {
  const t = useText()
  const language = useLanguage()
  if (others.length === 0) return null
  const names = others.map(title => title || t($ => $.canvas.untitled))
  const shown =
    names.length > 3
      ? [...names.slice(0, 2), t($ => $.noteInspector.more, { count: names.length - 2 })]
      : names
  return (
    <div className={styles.where}>
      <p>{t($ => $.noteInspector.alsoOn, { canvases: listFormat(language).format(shown) })}</p>
      <div>
        <span aria-hidden>{t($ => $.noteInspector.changesCount)}</span>
        <Segmented
          label={t($ => $.noteInspector.changesCount)}
          value={hereOnly ? 'here' : 'everywhere'}
          options={[
            { value: 'everywhere', label: t($ => $.noteInspector.everywhere) },
            { value: 'here', label: t($ => $.noteInspector.hereOnly) },
          ]}
          onChange={value => look({ hereOnly: value === 'here' })}
        />
      </div>
    </div>
  )
}

/** Says that a field is worded otherwise on this canvas, with the way back to what the others say. */
export function ChangedHere({ note, field }: { note: NoteHere; field: Overridable }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { id, canvasId, placed } = note
  if (!placed.here.includes(field)) return null
  return (
    <p className={styles.changed}>
      <MapPin size={11} strokeWidth={1.75} aria-hidden />
      {t($ => $.noteInspector.changedHere)}
      {!readOnly && (
        <button type="button" onClick={() => session.dispatch(clearHere, { id, canvasId, fields: [field] })}>
          {t($ => $.noteInspector.asElsewhere)}
        </button>
      )}
    </p>
  )
}
