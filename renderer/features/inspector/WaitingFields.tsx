import type { Touchpoint } from '../../../shared/model'
import type { Write } from '../../document/writing'
import { Check } from '../../ui/Check'
import { Field } from '../../ui/Field'
import { duration } from '../../ui/number'
import { NumberField } from '../../ui/NumberField'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import styles from './Inspector.module.css'

/** Longest wait that can be written: ten years, in minutes. */
export const LONGEST_WAIT = 5_256_000

interface Props {
  readonly touchpoint: Touchpoint
  readonly write: Write<'touchpoint'>
}

/** How long the customer waits, whether it could be avoided and what eases it; the last two only where there is a wait. */
export function WaitingFields({ touchpoint, write }: Props) {
  const t = useText()
  const minutes = touchpoint.waitMinutes
  return (
    <>
      <Field tall={!!minutes} field="waitMinutes" label={t($ => $.inspector.waiting)}>
        <div className={styles.wait}>
          <NumberField
            value={minutes}
            min={0}
            max={LONGEST_WAIT}
            unit={useMinutes(minutes)}
            placeholder={t($ => $.inspector.noWait)}
            onChange={(waitMinutes, typing) => write({ waitMinutes }, typing)}
          />
          {!!minutes && (
            <Check checked={touchpoint.waitAvoidable} onChange={waitAvoidable => write({ waitAvoidable })}>
              {t($ => $.inspector.avoidable)}
            </Check>
          )}
        </div>
      </Field>
      {!!minutes && (
        <Field tall label={t($ => $.inspector.eased)}>
          <TextArea
            value={touchpoint.waitEased}
            placeholder={t($ => $.inspector.easedHint)}
            onChange={(waitEased, typing) => write({ waitEased }, typing)}
          />
        </Field>
      )}
    </>
  )
}

/** 'min', and from an hour on also what that is in hours and days. */
export function useMinutes(minutes: number | null): string {
  const language = useLanguage()
  const unit = 'min'
  return minutes !== null && minutes >= 60 ? `${unit} · ${duration(minutes, language)}` : unit
}
