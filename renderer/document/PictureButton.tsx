import { ImagePlus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu } from '../ui/Menu'
import { useFieldsReadOnly } from '../ui/Field'
import { useText } from '../ui/text'
import { useRecord, useSession } from './hooks'
import styles from './PictureField.module.css'
import { usePicture } from './pictures'
import { usePictureSlot } from './usePictureSlot'

interface Props {
  /** Id of an asset. */
  readonly value: string | null
  readonly onChange: (assetId: string | null) => void
  /** Whose picture it is. */
  readonly name: string
  /** Stands there while there is no picture. */
  readonly children: ReactNode
}

/** A small round picture, as people have it; one is chosen, dropped or pasted on it. */
export function PictureButton({ value, onChange, name, children }: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const fixed = useFieldsReadOnly() || readOnly !== null
  const asset = useRecord('asset', value)
  const url = usePicture(value)
  const { busy, place, choose, remove } = usePictureSlot(value, onChange)
  const content = url ? <img src={url} alt={fixed ? t($ => $.pictures.of, { name }) : ''} /> : children
  if (fixed) return <span className={styles.round}>{content}</span>
  const button = (
    <button
      type="button"
      className={styles.round}
      aria-label={t($ => $.pictures.of, { name })}
      title={asset ? undefined : t($ => $.pictures.choose)}
      disabled={busy}
      {...place}
      {...(asset ? {} : { onClick: choose })}
    >
      {content}
    </button>
  )
  if (!asset) return button
  const entries = [
    { id: 'replace', label: t($ => $.pictures.replace), icon: ImagePlus, run: choose },
    { id: 'remove', label: t($ => $.pictures.remove), icon: Trash2, danger: true, run: remove },
  ]
  return <Menu trigger={button} groups={[entries]} />
}
