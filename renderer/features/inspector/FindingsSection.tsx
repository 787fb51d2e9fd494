import { identityOf } from '../../../shared/checks'
import { FindingItem } from '../../app/findings/FindingItem'
import { useFindings } from '../../app/findings/useFindings'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './NotePanel.module.css'
import { Section } from './parts'

interface Props {
  readonly canvasId: string | null
  /** The records it is told of; their numbers and links count as theirs. */
  readonly about: readonly (string | null)[]
}

/** What the checks say about what is selected; nothing where they are content. */
export function FindingsSection({ canvasId, about }: Props) {
  const t = useText()
  const { findings } = useFindings(canvasId)
  const ids = about.filter(id => id !== null)
  const numbers = useDocument(document =>
    ids.flatMap(id => document.pointing('quantity', 'ownerId', id).map(one => one.id)),
  )
  const own = new Set([...ids, ...numbers])
  const told = findings.filter(({ records }) => records.some(id => own.has(id)))
  if (told.length === 0) return null
  return (
    <Section title={t($ => $.noteInspector.health)}>
      <ul className={styles.findings}>
        {told.map(finding => (
          <FindingItem key={identityOf(finding)} finding={finding} here={own.has(finding.subject)} />
        ))}
      </ul>
    </Section>
  )
}
