import type { T } from '../../../shared/i18n'
import { allActions, type Action } from '../../app/actions'
import { closeOverlay } from '../../app/overlay'
import { useApp } from '../../app/store'
import { Dialog } from '../../ui/Dialog'
import { shownKeys } from '../../ui/keys'
import { useText } from '../../ui/text'
import styles from './HelpDialog.module.css'

const groups = ['everywhere', 'file', 'edit', 'view', 'board'] as const
type Group = (typeof groups)[number]

/** All keys, drawn from the actions themselves, and what this program is. */
export function HelpDialog() {
  const t = useText()
  const version = useApp(state => state.version)
  const actions = allActions().filter(({ keys }) => keys?.length)
  return (
    <Dialog
      wide
      reading
      title={t($ => $.help.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={closeOverlay}
    >
      <div className={styles.columns}>
        {groups.map(group => {
          const rows = [
            ...(group === 'everywhere' ? basics(t) : []),
            ...actions
              .filter(action => groupOf(action) === group)
              .map(({ id, label, keys }) => ({ id, label: label(t), keys: keys ?? [] })),
          ]
          if (rows.length === 0) return null
          return (
            <section key={group} className={styles.group}>
              <h3>{t($ => $.help.groups[group])}</h3>
              <dl>
                {rows.map(({ id, label, keys }) => (
                  <div key={id} className={styles.row}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map(chord => (
                        <kbd key={chord}>{shownKeys(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className={styles.about}>
        <span>{t($ => $.help.offline)}</span>
        <span>{t($ => $.help.version, { version })}</span>
      </p>
    </Dialog>
  )
}

/** An action's id begins with its area; what is none of the known ones happens on a board. */
function groupOf({ id }: Action): Group {
  const area = id.split('.', 1)[0]
  if (area === 'app') return 'everywhere'
  return groups.find(group => group === area) ?? 'board'
}

/** Keys that are no action of their own. */
const basics = (t: T) => [
  {
    id: 'move',
    label: t($ => $.help.basics.move),
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { id: 'open', label: t($ => $.help.basics.open), keys: ['Enter'] },
  { id: 'menu', label: t($ => $.help.basics.menu), keys: ['Shift+F10'] },
  { id: 'leave', label: t($ => $.help.basics.leave), keys: ['Esc'] },
]
