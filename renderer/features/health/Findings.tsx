import { unwaive } from '../../../shared/commands'
import { findingText, identityOf, ruleTitle, skipText } from '../../../shared/checks'
import { FindingItem } from '../../app/findings/FindingItem'
import { useFindings } from '../../app/findings/useFindings'
import { useSession } from '../../document/hooks'
import { Nothing } from '../../document/Page'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './Health.module.css'

/** What is open, errors first; what was set aside and why; what could not be checked. */
export function Findings({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const { findings, waived, skipped } = useFindings(canvasId)
  const of = (severity: string) => findings.filter(one => one.severity === severity)
  const groups = [
    { key: 'errors', list: of('error'), title: t($ => $.health.errors, { count: of('error').length }) },
    {
      key: 'warnings',
      list: of('warning'),
      title: t($ => $.health.warnings, { count: of('warning').length }),
    },
    { key: 'hints', list: of('hint'), title: t($ => $.health.hints, { count: of('hint').length }) },
  ].filter(({ list }) => list.length > 0)
  const reasons = [...new Set(skipped.map(({ rule, why }) => `${rule} ${why}`))]
  return (
    <div className={styles.findings}>
      {groups.length === 0 && (
        <Nothing title={t($ => $.health.healthy.title)} text={t($ => $.health.healthy.text)} />
      )}
      {groups.map(({ key, list, title }) => (
        <section key={key} aria-labelledby={`health-${key}`}>
          <h3 id={`health-${key}`}>{title}</h3>
          <ul>
            {list.map(finding => (
              <FindingItem key={identityOf(finding)} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
      {waived.length > 0 && (
        <section aria-labelledby="health-aside">
          <h3 id="health-aside">{t($ => $.health.aside)}</h3>
          <ul>
            {waived.map(({ finding, waiver }) => (
              <li key={identityOf(finding)} className={styles.waived}>
                <span>{findingText(t, session.doc, finding)}</span>
                <q>{waiver.reason}</q>
                {session.readOnly === null && (
                  <Button tone="link" onClick={() => session.dispatch(unwaive, { id: waiver.id })}>
                    {t($ => $.health.takeBack)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {reasons.length > 0 && (
        <details className={styles.skipped}>
          <summary>{t($ => $.health.notChecked)}</summary>
          <ul>
            {reasons.map(reason => {
              const [rule = '', why = ''] = reason.split(' ')
              return (
                <li key={reason}>
                  {ruleTitle(t, rule)} <span>{skipText(t, why as 'layout')}</span>
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </div>
  )
}
