import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import styles from './Menu.module.css'
import popup from './Popup.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon | undefined
  readonly keys?: string | undefined
  readonly disabled?: boolean | undefined
  readonly checked?: boolean | undefined
  readonly danger?: boolean | undefined
  readonly run: () => void
}

/** Entries in groups; a hairline stands between groups. */
export type MenuGroups = readonly (readonly MenuEntry[])[]

/** A button that opens a menu. `trigger` is the button's element. */
export function Menu({
  trigger,
  groups,
  align = 'start',
}: {
  trigger: ReactElement
  groups: MenuGroups
  align?: 'start' | 'end'
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className={popup.positioner}>
          <Base.Popup className={`${popup.panel} ${styles.popup}`}>
            <Entries groups={groups} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/**
 * A menu at a point of the page, e.g. where the right button was pressed. What is chosen happens once the menu is gone
 * and the focus is back, so that a field it opens keeps the focus.
 */
export function MenuAt({
  point,
  groups,
  onClose,
}: {
  point: { x: number; y: number }
  groups: MenuGroups
  onClose: () => void
}) {
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ ...point, width: 0, height: 0 }) }
  const afterwards = groups.map(group =>
    group.map(entry => ({ ...entry, run: () => void setTimeout(entry.run) })),
  )
  return (
    <Base.Root open modal={false} onOpenChange={open => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" className={popup.positioner}>
          <Base.Popup className={`${popup.panel} ${styles.popup}`}>
            <Entries groups={afterwards} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Entries({ groups }: { groups: MenuGroups }) {
  return groups
    .filter(group => group.length > 0)
    .map((group, at) => (
      <Base.Group key={group[0]?.id} className={styles.group} data-first={at === 0}>
        {group.map(({ id, label, icon: Icon, keys, disabled, checked, danger, run }) => (
          <Base.Item
            key={id}
            className={`${popup.row} ${styles.item}`}
            disabled={disabled ?? false}
            data-danger={danger}
            aria-current={checked ? 'true' : undefined}
            onClick={run}
          >
            <span className={popup.icon}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}</span>
            <span className={popup.label}>{label}</span>
            {checked && <span aria-hidden>✓</span>}
            {keys && <kbd>{keys}</kbd>}
          </Base.Item>
        ))}
      </Base.Group>
    ))
}
