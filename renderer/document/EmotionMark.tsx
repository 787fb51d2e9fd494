import { emotionIcon } from '../../shared/layout/icons'
import { emotionColour } from '../../shared/layout/theme'
import { emotionWord } from '../../shared/words'
import styles from './EmotionMark.module.css'
import { Icon } from '../ui/Icon'
import { signed } from '../ui/number'
import { useLanguage, useText } from '../ui/text'

interface Props {
  /** -2 to +2 */
  readonly value: number
  /** Decimals; without it one, and none where the number is whole. */
  readonly digits?: number
  readonly size?: number
}

/** An emotion as a face and a number in its colour; its word is spoken, and shown to who points at it. */
export function EmotionMark({ value, digits = Number.isInteger(value) ? 0 : 1, size = 14 }: Props) {
  const t = useText()
  const language = useLanguage()
  const word = emotionWord(t, value)
  return (
    <span className={styles.mark} style={{ color: `var(--${emotionColour(value)})` }} title={word}>
      <Icon name={emotionIcon(value)} size={size} />
      {signed(value, language, digits)}
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
