import { Choices } from './Choices'

const five = [1, 2, 3, 4, 5].map(value => ({ value, label: String(value), keys: String(value) }))

interface Props {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly label?: string | undefined
  readonly clearable?: boolean
}

/** 1 to 5; a mean of several opinions lies on the nearest. */
export function ScalePicker({ value, ...rest }: Props) {
  return <Choices {...rest} look="squares" value={value === null ? null : Math.round(value)} options={five} />
}
