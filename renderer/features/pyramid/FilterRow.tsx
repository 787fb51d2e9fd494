import { ChevronDown } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { IconName } from '../../../shared/layout/icons'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { useText } from '../../ui/text'
import styles from './Bars.module.css'

export interface FilterChoice {
  readonly id: string
  readonly title: string
  readonly icon?: IconName
  readonly count?: number
}

interface Props {
  readonly label: string
  readonly choices: readonly FilterChoice[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** All, or one of several; those the width has no room for are folded into a menu. Arrow keys move the choice. */
export function FilterRow({ label, choices, value, onChange }: Props) {
  const t = useText()
  const { ruler, room, fit } = useFit(choices.length, choices.map(({ title }) => title).join('\n'))
  const shown = choices.slice(0, fit)
  const folded = choices.slice(fit)
  const hidden = folded.find(({ id }) => id === value)
  const chosen = choices.some(({ id }) => id === value) ? value : null

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const ids = [null, ...shown.map(({ id }) => id)]
    const at = Math.max(0, Math.min(ids.length - 1, ids.indexOf(chosen) + step))
    onChange(ids[at] ?? null)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus()
  }
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div ref={room} className={styles.room}>
        <div
          role="radiogroup"
          tabIndex={-1}
          aria-label={label}
          className={styles.chips}
          onKeyDown={onKeyDown}
        >
          <Chip
            choice={{ id: '', title: t($ => $.pyramid.all) }}
            on={chosen === null}
            stop={chosen === null || hidden !== undefined}
            onClick={() => onChange(null)}
          />
          {shown.map(choice => (
            <Chip
              key={choice.id}
              choice={choice}
              on={choice.id === chosen}
              stop={choice.id === chosen}
              onClick={() => onChange(choice.id)}
            />
          ))}
        </div>
        {folded.length > 0 && (
          <Menu
            align="end"
            trigger={
              <button type="button" className={styles.chip} data-on={hidden !== undefined}>
                {hidden ? <Content choice={hidden} /> : t($ => $.pyramid.more, { number: folded.length })}
                <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
              </button>
            }
            groups={[
              folded.map(({ id, title, count }) => ({
                id,
                label: title,
                keys: count === undefined ? undefined : String(count),
                checked: id === value,
                run: () => onChange(id),
              })),
            ]}
          />
        )}
        <div ref={ruler} className={styles.ruler} aria-hidden>
          {[{ id: '', title: t($ => $.pyramid.all) }, ...choices].map(choice => (
            <span key={choice.id} className={styles.chip}>
              <Content choice={choice} />
            </span>
          ))}
          <span className={styles.chip}>
            {t($ => $.pyramid.more, { number: choices.length })}
            <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
          </span>
        </div>
      </div>
    </div>
  )
}

interface ChipProps {
  readonly choice: FilterChoice
  readonly on: boolean
  /** Whether Tab stops here. */
  readonly stop: boolean
  readonly onClick: () => void
}

function Chip({ choice, on, stop, onClick }: ChipProps) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={on}
      tabIndex={stop ? 0 : -1}
      className={styles.chip}
      data-on={on}
      data-none={choice.count === 0}
      onClick={onClick}
    >
      <Content choice={choice} />
    </button>
  )
}

function Content({ choice: { icon, title, count } }: { choice: FilterChoice }) {
  return (
    <>
      {icon && <Icon name={icon} size={12} />}
      <span className={styles.title}>{title}</span>
      {count !== undefined && <em>{count}</em>}
    </>
  )
}

/**
 * How many chips have room beside 'All', and beside 'n more' where not all have.
 * @param texts changes when the chips may have changed their width
 */
function useFit(count: number, texts: string) {
  const room = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState(count)
  useLayoutEffect(() => {
    const measure = () => {
      const widths = [...(ruler.current?.children ?? [])].map(chip => chip.getBoundingClientRect().width + 2)
      const [all = 0, ...rest] = widths
      const more = rest.pop() ?? 0
      const space = room.current?.clientWidth ?? 0
      const upTo = (end: number) => rest.slice(0, end).reduce((sum, width) => sum + width, all)
      let fits = rest.length
      while (fits > 0 && upTo(fits) + (fits < rest.length ? more : 0) > space + 2) fits--
      setFit(fits)
    }
    measure()
    const watch = new ResizeObserver(measure)
    if (room.current) watch.observe(room.current)
    // fonts arrive late and change every width
    void document.fonts.ready.then(measure)
    return () => watch.disconnect()
  }, [count, texts])
  return { room, ruler, fit: Math.min(fit, count) }
}
