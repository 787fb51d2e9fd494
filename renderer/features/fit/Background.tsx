import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { painPointCommands } from '../../../shared/commands'
import { norm, type Fit } from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './Background.module.css'

/** What personas and journeys say beside the pains; a frustration can become a pain, so that offers can answer it. */
export function Background({ fit, segmentId }: { fit: Fit; segmentId: string }) {
  const t = useText()
  const session = useSession()
  const known = new Set(fit.pains.map(({ pain }) => norm(pain.title)))
  const groups = (['frustration', 'need'] as const).map(kind => ({
    kind,
    title: kind === 'need' ? t($ => $.fit.needs) : t($ => $.fit.frustrations),
    list: fit.needs.filter(need => need.kind === kind),
  }))
  const make = (title: string) => {
    const made = session.dispatch(painPointCommands.add, {
      title: title.slice(0, 500),
      segmentId,
      touchpointIds: [],
    })
    if (made) look({ selection: [made.id] })
  }
  return (
    <div className={styles.background}>
      {fit.jobs.length > 0 && (
        <Group title={t($ => $.fit.jobs)}>
          {fit.jobs.map(job => (
            <li key={job}>
              <span>{job}</span>
            </li>
          ))}
        </Group>
      )}
      {groups.map(
        ({ kind, title, list }) =>
          list.length > 0 && (
            <Group key={kind} title={title}>
              {list.map(({ persona, text }, at) => (
                <li key={`${persona.id} ${at}`}>
                  <span>
                    {text} <em>{persona.title}</em>
                  </span>
                  {session.readOnly === null && !known.has(norm(text)) && (
                    <Button
                      icon={Plus}
                      onClick={() => make(text)}
                      aria-label={`${t($ => $.fit.makePain)}: ${text}`}
                    >
                      {t($ => $.fit.makePain)}
                    </Button>
                  )}
                </li>
              ))}
            </Group>
          ),
      )}
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}
