import { partRoots } from '../../../shared/queries'
import type { DocumentView } from '../../../shared/document'
import { typeWord } from '../../../shared/words'
import { useDocument } from '../../document/hooks'
import { Check } from '../../ui/Check'
import { useText } from '../../ui/text'
import styles from './ShareDialog.module.css'

interface Props {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** The journeys, canvases and segments of the document, to be chosen from. */
export function Parts({ chosen, onChange }: Props) {
  const t = useText()
  const parts = useDocument(partsIn)
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter(other => other !== id))
  return (
    <>
      <ul className={styles.list} aria-label={t($ => $.share.parts)}>
        {parts.map(({ id, type, title }) => (
          <li key={id}>
            <Check checked={chosen.includes(id)} onChange={on => toggle(id, on)}>
              {title || t($ => $.board.unnamed.any)}
            </Check>
            <small>{typeWord(t, type)}</small>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t($ => $.share.partHint)}</p>
    </>
  )
}

const partsIn = (document: DocumentView) =>
  partRoots.flatMap(type => document.all(type).map(({ id, title }) => ({ id, type, title })))
