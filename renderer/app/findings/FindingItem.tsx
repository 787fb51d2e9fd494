import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { waive } from '../../../shared/commands'
import {
  findingName,
  findingText,
  fixOf,
  ruleTitle,
  severityText,
  type Finding,
  type Severity,
} from '../../../shared/checks'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { AsideDialog } from './AsideDialog'
import styles from './Findings.module.css'
import { mend } from './mend'
import { showRecord } from './showRecord'

const icons: Readonly<Record<Severity, LucideIcon>> = {
  error: TriangleAlert,
  warning: CircleAlert,
  hint: Info,
}

interface Props {
  readonly finding: Finding
  /** Beside the record it is about, going there is no help. */
  readonly here?: boolean
}

/** One finding: how grave, the sentence, the way there, a quick fix where there is one, and setting it aside. */
export function FindingItem({ finding, here = false }: Props) {
  const t = useText()
  const session = useSession()
  const model = useCanvas(finding.canvasId)
  const [aside, setAside] = useState(false)
  const Icon = icons[finding.severity]
  const text = findingText(t, session.doc, finding)
  const show = () => showRecord(session, finding.subject, finding.canvasId)
  const fix = session.readOnly === null ? fixOf(session.doc, finding, model) : null
  const candidates = fix && 'candidates' in fix ? fix.candidates : []
  const item = useRef<HTMLLIElement>(null)
  const goOn = useNextWhenGone(item)
  const run = (chosen: string | null) => {
    if (!fix || !model) return
    goOn()
    mend(session, model.canvas.id, fix, chosen)
  }
  // going there is all that editing means
  const fixWords = fix && !(here && fix.kind === 'edit') ? t($ => $.health.fix[fix.kind]) : null
  return (
    <li ref={item} className={styles.finding} data-severity={finding.severity}>
      <Icon size={14} strokeWidth={1.75} role="img" aria-label={severityText(t, finding.severity)} />
      <div>
        {here ? (
          <span title={`${finding.rule} · ${ruleTitle(t, finding.rule)}`}>{text}</span>
        ) : (
          <button
            type="button"
            className={styles.text}
            title={`${finding.rule} · ${ruleTitle(t, finding.rule)}`}
            onClick={show}
          >
            {text}
          </button>
        )}
        <span className={styles.acts}>
          {fixWords && candidates.length === 0 && (
            <Button tone="link" onClick={() => run(null)}>
              {fixWords}
            </Button>
          )}
          {fixWords && candidates.length > 0 && (
            <Menu
              trigger={<Button tone="link">{fixWords}</Button>}
              groups={[
                candidates.slice(0, 40).map(id => ({
                  id,
                  label: findingName(t, session.doc, finding.canvasId, id),
                  run: () => run(id),
                })),
              ]}
            />
          )}
          {session.readOnly === null && (
            <Button tone="link" onClick={() => setAside(true)}>
              {t($ => $.health.setAside)}
            </Button>
          )}
        </span>
      </div>
      {aside && (
        <AsideDialog
          text={text}
          onClose={() => setAside(false)}
          onDone={reason => {
            const { rule, slug, records } = finding
            goOn()
            session.dispatch(waive, { rule, slug, targetIds: [...records], reason })
            setAside(false)
          }}
        />
      )}
    </li>
  )
}

/**
 * After a finding was dealt with, the focus goes on to the next one; elsewhere it would be lost with the finding.
 * @returns to be called when something is done about it
 */
function useNextWhenGone(item: RefObject<HTMLLIElement | null>): () => void {
  const done = useRef(false)
  useLayoutEffect(() => {
    const element = item.current
    return () => {
      if (!done.current) return
      const next = element?.nextElementSibling ?? element?.previousElementSibling
      requestAnimationFrame(() => {
        if (window.document.activeElement === window.document.body) next?.querySelector('button')?.focus()
      })
    }
  }, [item])
  return () => {
    done.current = true
  }
}
