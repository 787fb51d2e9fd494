import type { Segment } from '../../../shared/model'
import { quantityBases } from '../../document/quantities/words'
import { useWrite } from '../../document/writing'
import { Field } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import styles from './Cards.module.css'

const bounds = ['low', 'likely', 'high'] as const
const BIGGEST = 1e12

/** How many there are, and what they bring. */
export function Worth({ segment }: { segment: Segment }) {
  const t = useText()
  const write = useWrite('segment', segment.id)
  return (
    <section className={styles.section}>
      <Field label={t($ => $.terms.segment.size)}>
        <div className={styles.three}>
          {bounds.map(bound => (
            <label key={bound}>
              <span>{t($ => $.segments.bound[bound])}</span>
              <NumberField
                label={t($ => $.segments.sizeBound[bound])}
                value={segment.size[bound]}
                min={0}
                max={BIGGEST}
                onChange={(value, typing) => write({ size: { ...segment.size, [bound]: value } }, typing)}
              />
            </label>
          ))}
        </div>
      </Field>
      <Field label={t($ => $.segments.sizeUnit)}>
        <div className={styles.unit}>
          <TextField
            label={t($ => $.segments.sizeUnit)}
            placeholder={t($ => $.segments.sizeUnitHint)}
            value={segment.sizeUnit}
            onChange={(sizeUnit, typing) => write({ sizeUnit }, typing)}
          />
          <Select
            label={t($ => $.segments.sizeBasis)}
            value={segment.sizeBasis}
            options={quantityBases.map(value => ({ value, label: t($ => $.segments.basis[value]) }))}
            onChange={sizeBasis => sizeBasis && write({ sizeBasis })}
          />
        </div>
      </Field>
      <Field label={t($ => $.segments.inPerCent)}>
        <div className={styles.three}>
          {(['revenueShare', 'growth', 'margin'] as const).map(field => (
            <label key={field}>
              <span>{t($ => $.segments.figure[field])}</span>
              <NumberField
                label={t($ => $.segments.figureOf[field])}
                value={segment[field]}
                unit="%"
                min={field === 'revenueShare' ? 0 : -1000}
                max={field === 'revenueShare' ? 1000 : 10_000}
                onChange={(value, typing) => write({ [field]: value }, typing)}
              />
            </label>
          ))}
        </div>
      </Field>
    </section>
  )
}
