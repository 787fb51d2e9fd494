import { Choices } from './Choices'

interface Props {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly label?: string | undefined
  readonly clearable?: boolean
  readonly from?: number
  readonly to?: number
  /** What a number means; read aloud and shown on hover. */
  readonly meaning?: ((value: number) => string) | undefined
}

/** Whole numbers, 1 to 5 unless said otherwise; a mean of several opinions lies on the nearest. */
export function ScalePicker({ value, from = 1, to = 5, meaning, ...rest }: Props) {
  const options = Array.from({ length: to - from + 1 }, (_, at) => {
    const number = String(from + at)
    const said = meaning && { label: `${number}: ${meaning(from + at)}`, content: number }
    return { value: from + at, keys: number, label: number, ...said }
  })
  return (
    <Choices {...rest} look="squares" value={value === null ? null : Math.round(value)} options={options} />
  )
}
