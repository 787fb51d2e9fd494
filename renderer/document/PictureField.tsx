import { ImageOff, ImagePlus, Trash2 } from 'lucide-react'
import { assetCommands } from '../../shared/commands'
import { Button, IconButton } from '../ui/Button'
import { useFieldsReadOnly } from '../ui/Field'
import { TextField } from '../ui/TextField'
import { useText } from '../ui/text'
import { useRecord, useSession } from './hooks'
import styles from './PictureField.module.css'
import { usePictureOrGap } from './pictures'
import { usePictureSlot } from './usePictureSlot'

interface Props {
  /** Id of an asset. */
  readonly value: string | null
  /** Writes the id where it belongs, at once: with the picture it is one undo step. */
  readonly onChange: (assetId: string | null) => void
  /** What the picture is of, for those who hear it. */
  readonly label: string
}

/** A picture with what it shows in words; one is chosen, dropped or pasted here. */
export function PictureField({ value, onChange, label }: Props) {
  const t = useText()
  const session = useSession()
  const fixed = useFieldsReadOnly() || session.readOnly !== null
  const asset = useRecord('asset', value)
  const url = usePictureOrGap(value)
  const { busy, place, choose, remove } = usePictureSlot(value, onChange)
  if (fixed && !asset) return null
  return (
    <div className={styles.field} role="group" aria-label={label} {...(fixed ? {} : place)}>
      {asset ? (
        <>
          <figure className={styles.frame}>
            {url && <img src={url} alt={asset.title || label} width={asset.width} height={asset.height} />}
            {url === null && (
              <span className={styles.gap}>
                <ImageOff size={20} strokeWidth={1.75} aria-hidden />
                {t($ => $.pictures.missing)}
              </span>
            )}
          </figure>
          <div className={styles.row}>
            <TextField
              label={t($ => $.pictures.shows)}
              placeholder={t($ => $.pictures.shows)}
              value={asset.title}
              onChange={(title, typing) =>
                session.dispatch(assetCommands.update, { id: asset.id, title }, `${asset.id}:${typing}`)
              }
            />
            {!fixed && (
              <>
                <IconButton
                  icon={ImagePlus}
                  label={t($ => $.pictures.replace)}
                  disabled={busy}
                  onClick={choose}
                />
                <IconButton
                  icon={Trash2}
                  label={t($ => $.pictures.remove)}
                  disabled={busy}
                  onClick={remove}
                />
              </>
            )}
          </div>
        </>
      ) : (
        <div className={styles.empty}>
          <Button icon={ImagePlus} disabled={busy} onClick={choose}>
            {busy ? t($ => $.pictures.adding) : t($ => $.pictures.choose)}
          </Button>
          <small>{t($ => $.pictures.hint)}</small>
        </div>
      )}
    </div>
  )
}
