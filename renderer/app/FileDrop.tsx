import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../ui/text'
import styles from './FileDrop.module.css'
import { situation } from './actions'
import { openGiven } from './files'
import { useOverlay } from './overlay'
import { receiveOrOpen } from './receiving'

/**
 * Takes files dropped anywhere on the page, but where they are wanted for something else, and opens them, or merges them
 * where they are copies of the document on screen; says so while they hang over it.
 */
export function FileDrop() {
  const t = useText()
  const [over, setOver] = useState(0)

  useEffect(() => {
    // entering a child fires before leaving its parent, so entries are counted
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth++
      setOver(takesFiles(event) ? 0 : countFiles(event))
    }
    const leave = (event: DragEvent) => {
      if (carriesFiles(event) && --depth <= 0) end()
    }
    const end = () => {
      depth = 0
      setOver(0)
    }
    const allow = (event: DragEvent) => {
      // without this the browser would leave the page and show the file
      if (carriesFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      end()
      if (!carriesFiles(event) || takesFiles(event)) return
      event.preventDefault()
      void takeOneByOne([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop, dragend: end } as const
    const each = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][]
    for (const [name, listener] of each) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of each) window.removeEventListener(name, listener)
    }
  }, [])

  if (over === 0) return null
  return (
    <div className={styles.over}>
      <FileDown size={24} strokeWidth={1.75} aria-hidden />
      <strong>{t($ => $.home.drop.over, { count: over })}</strong>
      {t($ => $.home.drop.overHint)}
    </div>
  )
}

async function takeOneByOne(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const { session } = situation()
    // one merge at a time, and none into a document that cannot be changed
    const free = useOverlay.getState().overlay !== 'merge' && session?.readOnly === null
    await (free ? receiveOrOpen(session, file) : openGiven(file))
  }
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Over something that takes files itself, such as the place of a picture. */
const takesFiles = ({ target }: DragEvent) =>
  target instanceof Element && target.closest('[data-takes-files]') !== null

const countFiles = ({ dataTransfer }: DragEvent) =>
  Math.max(1, [...(dataTransfer?.items ?? [])].filter(item => item.kind === 'file').length)
