import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { blocks as allBlocks, type Block } from '../../../shared/model/note'
import { blockName } from '../../document/canvasWords'
import { Check } from '../../ui/Check'
import { MenuAt } from '../../ui/Menu'
import { useText } from '../../ui/text'
import styles from './PasteListDialog.module.css'

export interface PastedNote {
  /** Tells lines apart; the same while other lines change. */
  readonly key: string
  readonly title: string
  readonly block: Block
  /** Stands in that block already, or further up. */
  readonly again: boolean
  readonly taken: boolean
}

interface Props {
  readonly notes: readonly PastedNote[]
  /** Where a line can go. */
  readonly blocks: readonly Block[]
  readonly onTake: (key: string) => void
  readonly onMove: (key: string, block: Block) => void
}

/** The lines of a list as notes, block by block; each can be left out or go to another block. */
export function PasteListPreview({ notes, blocks, onTake, onMove }: Props) {
  const t = useText()
  const [menu, setMenu] = useState<{ key: string; block: Block; x: number; y: number } | null>(null)
  const groups = allBlocks.flatMap(block => {
    const list = notes.filter(note => note.block === block)
    return list.length > 0 ? [{ block, list }] : []
  })
  return (
    <section className={styles.preview} aria-label={t($ => $.canvasScreen.paste.preview)}>
      {groups.length === 0 && <p className={styles.nothing}>{t($ => $.canvasScreen.paste.nothing)}</p>}
      {groups.map(({ block, list }) => (
        <section key={block} aria-label={blockName(t, block)}>
          <h3>
            {blockName(t, block)}
            <em>{list.filter(({ taken }) => taken).length}</em>
          </h3>
          <ul>
            {list.map(({ key, title, again, taken }) => (
              <li key={key} className={styles.line} data-taken={taken}>
                <Check checked={taken} onChange={() => onTake(key)}>
                  {title}
                </Check>
                {again && <span className={styles.again}>{t($ => $.canvasScreen.paste.again)}</span>}
                <button
                  type="button"
                  className={styles.move}
                  aria-haspopup="menu"
                  aria-label={t($ => $.canvasScreen.paste.blockOf, { title })}
                  title={t($ => $.canvasScreen.paste.blockOf, { title })}
                  onClick={event => {
                    const { left, bottom } = event.currentTarget.getBoundingClientRect()
                    setMenu({ key, block, x: left, y: bottom + 4 })
                  }}
                >
                  <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {menu && (
        <MenuAt
          point={menu}
          onClose={() => setMenu(null)}
          groups={[
            blocks.map(block => ({
              id: block,
              label: blockName(t, block),
              checked: block === menu.block,
              run: () => onMove(menu.key, block),
            })),
          ]}
        />
      )}
    </section>
  )
}
