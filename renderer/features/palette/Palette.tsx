import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { loadLibrary, useLibrary } from '../../app/library'
import { closeOverlay } from '../../app/overlay'
import { useText } from '../../ui/text'
import { answers, candidates, type Item } from './items'
import styles from './Palette.module.css'

/** One field that finds anything: an action, a document, a record. Arrow keys choose, Enter does it. */
export function Palette() {
  const t = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const recent = useLibrary(state => state.recent)
  useEffect(() => void loadLibrary(), [])

  const all = useMemo(() => candidates(t, recent ?? []), [t, recent])
  const groups = useMemo(() => answers(all, query), [all, query])
  const items = groups.flatMap(([, found]) => found)
  const chosen = items[Math.min(at, items.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const run = (item: Item | undefined) => {
    if (!item) return
    closeOverlay()
    void item.run()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const size = items.length
    if (event.key === 'ArrowDown' && size > 0) setAt((at + 1) % size)
    else if (event.key === 'ArrowUp' && size > 0) setAt((at - 1 + size) % size)
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  const idOf = (item: Item) => `${id}-${item.id}`
  return (
    <Dialog.Root open onOpenChange={open => !open && closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className="visually-hidden">{t($ => $.palette.title)}</Dialog.Title>
          <label className={styles.field}>
            <Search size={15} strokeWidth={1.75} aria-hidden />
            <input
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={chosen && idOf(chosen)}
              aria-label={t($ => $.palette.placeholder)}
              placeholder={t($ => $.palette.placeholder)}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={event => {
                setQuery(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </label>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t($ => $.palette.title)}
            className={styles.list}
          >
            {groups.map(([group, found]) => (
              <div key={group} role="group" aria-labelledby={`${id}-${group}`} className={styles.group}>
                <div id={`${id}-${group}`} role="presentation" className={styles.groupName}>
                  {t($ => $.palette.groups[group])}
                </div>
                {found.map(item => (
                  <Option
                    key={item.id}
                    id={idOf(item)}
                    item={item}
                    chosen={item === chosen}
                    onPoint={() => setAt(items.indexOf(item))}
                    onRun={() => run(item)}
                  />
                ))}
              </div>
            ))}
          </div>
          {items.length === 0 && (
            <p className={styles.none} role="status">
              {t($ => $.palette.noMatch)}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface OptionProps {
  readonly id: string
  readonly item: Item
  readonly chosen: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

/** One line of the list. The keys belong to the field, which names the chosen line. */
function Option({ id, item: { icon: Icon, label, detail, keys }, chosen, onPoint, onRun }: OptionProps) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={styles.item}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles.label}>{label}</span>
      <span className={styles.detail}>{detail}</span>
      {keys && <kbd aria-hidden>{keys}</kbd>}
    </div>
  )
}
