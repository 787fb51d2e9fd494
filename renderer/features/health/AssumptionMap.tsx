import { assumptionCommands } from '../../../shared/commands'
import type { Assumption } from '../../../shared/model'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './Health.module.css'

const scale = [1, 2, 3, 4, 5] as const
const moves: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Criticality upwards, certainty to the right; numbers are those of the list. What is critical and unsure is tested first. */
export function AssumptionMap({ assumptions }: { assumptions: readonly Assumption[] }) {
  const t = useText()
  const session = useSession()
  const { selection } = useView('selection')
  const put = (id: string, criticality: number, certainty: number) => {
    const inside = (value: number) => Math.max(1, Math.min(5, value))
    session.dispatch(
      assumptionCommands.update,
      { id, criticality: inside(criticality), certainty: inside(certainty) },
      `place:${id}`,
    )
  }
  return (
    <figure className={styles.map}>
      <figcaption className="visually-hidden">{t($ => $.health.assume.map)}</figcaption>
      <span className={styles.upwards}>{t($ => $.health.assume.criticality)} →</span>
      <div className={styles.cells}>
        {scale.toReversed().flatMap(criticality =>
          scale.map(certainty => (
            <div
              key={`${criticality} ${certainty}`}
              data-first={criticality >= 4 && certainty <= 2}
              onDragOver={event => session.readOnly === null && event.preventDefault()}
              onDrop={event => {
                const id = event.dataTransfer.getData('text/plain')
                if (id.startsWith('assumption:')) put(id, criticality, certainty)
              }}
            >
              {criticality === 5 && certainty === 1 && <small>{t($ => $.health.assume.first)}</small>}
              {assumptions.map((one, at) =>
                one.criticality === criticality && one.certainty === certainty ? (
                  <button
                    key={one.id}
                    type="button"
                    draggable={session.readOnly === null}
                    data-status={one.status}
                    aria-pressed={selection.includes(one.id)}
                    title={one.text}
                    aria-label={`${at + 1}. ${t($ => $.health.assume.place, {
                      text: one.text || t($ => $.checks.unnamed),
                      criticality,
                      certainty,
                    })}`}
                    onDragStart={event => event.dataTransfer.setData('text/plain', one.id)}
                    onClick={() => look({ selection: [one.id] })}
                    onKeyDown={event => {
                      const move = moves[event.key]
                      if (!move || session.readOnly !== null) return
                      event.preventDefault()
                      put(one.id, criticality + move[0], certainty + move[1])
                      const map = event.currentTarget.closest('figure')
                      // it stands in another cell now
                      requestAnimationFrame(() =>
                        map?.querySelector<HTMLElement>(`[data-assumption="${one.id}"]`)?.focus(),
                      )
                    }}
                    data-assumption={one.id}
                  >
                    {at + 1}
                  </button>
                ) : null,
              )}
            </div>
          )),
        )}
      </div>
      <span className={styles.rightwards}>{t($ => $.health.assume.certainty)} →</span>
    </figure>
  )
}
