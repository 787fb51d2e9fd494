import type { Segment } from '../../shared/model'
import { marketTypes } from '../../shared/model/segment'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import { useText } from '../ui/text'

interface Props {
  readonly value: Segment['marketType']
  readonly onChange: (marketType: Segment['marketType']) => void
}

/** The type of market a segment, or a canvas as a whole, is made for. */
export function MarketTypeField({ value, onChange }: Props) {
  const t = useText()
  return (
    <Field label={t($ => $.terms.market.type)}>
      <Select
        value={value}
        none={t($ => $.fields.none)}
        options={marketTypes.map(type => ({ value: type, label: t($ => $.terms.market[type]) }))}
        onChange={onChange}
      />
    </Field>
  )
}
