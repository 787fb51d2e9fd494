import { emotionIcon } from '../../shared/layout/icons'
import { Choices } from './Choices'
import { Icon } from './Icon'

interface Props {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** The word for each, from -2 to +2. */
  readonly words: (value: number) => string
  readonly label?: string | undefined
}

/** Five faces from very negative to very positive; keys 1 to 5 choose as well. */
export function EmotionPicker({ words, ...rest }: Props) {
  const options = [-2, -1, 0, 1, 2].map(value => ({
    value,
    label: words(value),
    content: <Icon name={emotionIcon(value)} size={16} />,
    keys: String(value + 3),
  }))
  return <Choices {...rest} look="faces" options={options} />
}
