import { useDeferredValue, useMemo, useState } from 'react'
import { addNotes } from '../../../shared/commands'
import { readNoteList, repeated } from '../../../shared/formats/noteList'
import type { Block } from '../../../shared/model/note'
import { blocksOf } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextField'
import { useText } from '../../ui/text'
import styles from './PasteListDialog.module.css'
import { PasteListPreview, type PastedNote } from './PasteListPreview'
import { usePasteList } from './PasteListState'

const close = () => usePasteList.getState().close()

/** A pasted list becomes notes: what is recognised is shown by block and can be put right before it is added. */
export function PasteListDialog({ canvasId, text: given }: { canvasId: string; text: string }) {
  const t = useText()
  const session = useSession()
  const model = useCanvas(canvasId)
  const [text, setText] = useState(given)
  const [home, setHome] = useState<Block>('parked')
  const [moved, setMoved] = useState<ReadonlyMap<string, Block>>(new Map())
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [skipAgain, setSkipAgain] = useState(true)
  const read = useMemo(() => readNoteList(text), [text])
  const list = useDeferredValue(read)

  const notes = useMemo((): PastedNote[] => {
    // the same words a second time are another line
    const counts = new Map<string, number>()
    const keys = list.notes.map(({ title }) => {
      const count = counts.get(title) ?? 0
      counts.set(title, count + 1)
      return `${count} ${title}`
    })
    const blocks = list.notes.map((note, at) => moved.get(keys[at]!) ?? note.block ?? home)
    const known = (block: Block) => model?.inBlock(block).map(({ title }) => title) ?? []
    const again = repeated(list.notes, (_, at) => blocks[at]!, known)
    return list.notes.map(({ title }, at) => {
      const key = keys[at]!
      const isAgain = again[at]!
      // choosing a line by hand turns what is done with such lines
      const taken = turned.has(key) !== !(isAgain && skipAgain)
      return { key, title, block: blocks[at]!, again: isAgain, taken }
    })
  }, [list, moved, turned, home, skipAgain, model])

  const taken = notes.filter(note => note.taken)
  const add = () => {
    session.dispatch(addNotes, { canvasId, notes: taken.map(({ block, title }) => ({ block, title })) })
    close()
  }
  const turn = (key: string) => {
    const next = new Set(turned)
    if (!next.delete(key)) next.add(key)
    setTurned(next)
  }
  const blocks: readonly Block[] = [...blocksOf(model?.canvas.kind ?? 'bmc'), 'parked']
  const options = blocks.map(block => ({ value: block, label: blockName(t, block) }))
  return (
    <Dialog
      wide
      title={t($ => $.canvasScreen.paste.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t($ => $.terms.ui.cancel)}</Button>
          <Button tone="primary" disabled={taken.length === 0 || session.readOnly !== null} onClick={add}>
            {t($ => $.canvasScreen.paste.add, { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.source}>
          <TextArea
            label={t($ => $.canvasScreen.paste.field)}
            placeholder={t($ => $.canvasScreen.paste.placeholder)}
            value={text}
            onChange={setText}
            max={1_000_000}
            focusNow="end"
            className={styles.text}
          />
          <Field label={t($ => $.canvasScreen.paste.unknown)}>
            <Select value={home} options={options} onChange={block => setHome(block ?? 'parked')} />
          </Field>
          <Check checked={skipAgain} onChange={setSkipAgain}>
            {t($ => $.canvasScreen.paste.skipAgain)}
          </Check>
        </div>
        <PasteListPreview
          notes={notes}
          blocks={blocks}
          onTake={turn}
          onMove={(key, block) => setMoved(new Map(moved).set(key, block))}
        />
      </div>
      {list.beyond > 0 && (
        <p className={styles.beyond} role="status">
          {t($ => $.canvasScreen.paste.beyond, { count: list.beyond })}
        </p>
      )}
    </Dialog>
  )
}
