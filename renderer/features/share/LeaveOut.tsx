import { useId } from 'react'
import type { T } from '../../../shared/i18n'
import { leavable, type Confidential, type Leavable } from '../../../shared/queries'
import { Check } from '../../ui/Check'
import { useText } from '../../ui/text'
import styles from './ShareDialog.module.css'

interface Props {
  readonly found: Confidential
  readonly chosen: readonly Leavable[]
  readonly onChange: (chosen: readonly Leavable[]) => void
}

/** What others need not see, each with how much of it there is. */
export function LeaveOut({ found, chosen, onChange }: Props) {
  const t = useText()
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{t($ => $.share.leaveOut)}</h3>
      <ul className={styles.kinds}>
        {leavable.map(kind => (
          <li key={kind}>
            <div>
              <Check
                checked={chosen.includes(kind)}
                onChange={on => onChange(on ? [...chosen, kind] : chosen.filter(other => other !== kind))}
              >
                {t($ => $.share.kind[kind])}
              </Check>
              <p>{t($ => $.share.about[kind])}</p>
            </div>
            <CountList words={countsOf(t, found, kind)} none={t($ => $.share.none)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const CountList = ({ words, none }: { words: readonly string[]; none: string }) => (
  <div className={styles.counts}>
    {words.length === 0 ? none : words.map(word => <span key={word}>{word}</span>)}
  </div>
)

/** '4 backstage lanes', '14 backstage details': how much there is of a kind; nothing of it gives no words. */
export function countsOf(t: T, found: Confidential, kind: Leavable): string[] {
  const said = (count: number, words: (count: number) => string) => (count > 0 ? [words(count)] : [])
  switch (kind) {
    case 'owners':
      return said(found.owners, count => t($ => $.share.count.owners, { count }))
    case 'costs':
      return said(found.costs, count => t($ => $.share.count.costs, { count }))
    case 'backstage':
      return [
        ...said(found.lanes, count => t($ => $.share.count.lanes, { count })),
        ...said(found.behind, count => t($ => $.share.count.behind, { count })),
      ]
    case 'comments':
      return said(found.comments, count => t($ => $.share.count.comments, { count }))
  }
}
