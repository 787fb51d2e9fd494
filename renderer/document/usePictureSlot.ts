import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { assetCommands } from '../../shared/commands'
import { isPictureUsed } from '../../shared/queries'
import { chooseFile } from '../ui/fileInput'
import { useSession } from './hooks'
import { keepPicture } from './pictures'

type Change = (assetId: string | null) => void

/**
 * What can be done at a place for a picture: choose a file, paste, drop, remove. Each is one undo step, and a picture
 * that nothing shows any more goes along.
 * @param onChange writes the id where it belongs, at once
 */
export function usePictureSlot(value: string | null, onChange: Change) {
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)

  const write = (name: string, next: (dispatch: typeof session.dispatch) => string | null) =>
    session.dispatchAll(name, dispatch => {
      const id = next(dispatch)
      onChange(id)
      if (value && value !== id && !isPictureUsed(session.doc, value))
        dispatch(assetCommands.remove, { id: value })
    })

  const take = async (file: File) => {
    setBusy(true)
    try {
      const picture = await keepPicture(session, file)
      write('picture.add', dispatch => {
        const known = session.doc.all('asset').find(({ sha256 }) => sha256 === picture.sha256)
        return known?.id ?? dispatch(assetCommands.add, picture)?.id ?? value
      })
    } catch (error) {
      session.report(error)
    } finally {
      setBusy(false)
    }
  }

  const choose = () =>
    void chooseFile('image/png,image/jpeg,image/webp,image/gif').then(file => file && take(file))

  const hang = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  /** Spread on the element that takes pictures. */
  const place = {
    'data-takes-files': true,
    'data-over': over,
    'aria-busy': busy,
    onPaste: (event: ClipboardEvent) => {
      const file = pictureOf(event.clipboardData.files)
      if (!file) return
      event.preventDefault()
      event.stopPropagation()
      void take(file)
    },
    onDragEnter: hang,
    onDragOver: hang,
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) =>
      setOver(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const [file] = event.dataTransfer.files
      if (!file) return
      event.preventDefault()
      void take(file)
    },
  }
  return { busy, place, choose, remove: () => write('picture.remove', () => null) }
}

const pictureOf = (files: FileList) => [...files].find(({ type }) => type.startsWith('image/'))
