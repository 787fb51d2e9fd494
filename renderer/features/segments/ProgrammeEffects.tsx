import type { T } from '../../../shared/i18n'
import { listFormat } from '../../../shared/i18n/intl'
import type { Loyalty } from '../../../shared/model'
import {
  isProgramme,
  numberReader,
  programmeEffects,
  type EffectInput,
  type FirstReward,
  type ProgrammeEffect,
} from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument } from '../../document/hooks'
import { useMoney } from '../../document/money'
import { SegmentCode, SegmentName } from '../../document/SegmentMark'
import { useLanguage, useText } from '../../ui/text'
import styles from './Loyalty.module.css'

/** What a programme does for each of its segments; where something is missing, what. */
export function ProgrammeEffects({ loyalty }: { loyalty: Loyalty }) {
  const t = useText()
  const { canvasId } = useView('canvasId')
  const effects = useDocument(document =>
    programmeEffects(document, numberReader(document, canvasId), loyalty),
  )
  if (effects.length === 0) return null
  const isMember = isProgramme(loyalty.kind)
  return (
    <table className={styles.effects}>
      <thead>
        <tr>
          <th scope="col">{t($ => $.terms.segment.segment)}</th>
          {isMember && <th scope="col">{t($ => $.segments.firstReward)}</th>}
          <th scope="col">{t($ => $.segments.before)}</th>
          <th scope="col">{t($ => $.segments.after)}</th>
          <th scope="col">{t($ => $.segments.net)}</th>
        </tr>
      </thead>
      <tbody>
        {effects.map(effect => (
          <EffectRow key={effect.segmentId} effect={effect} isMember={isMember} />
        ))}
      </tbody>
    </table>
  )
}

function EffectRow({ effect, isMember }: { effect: ProgrammeEffect; isMember: boolean }) {
  const t = useText()
  const language = useLanguage()
  const money = useMoney()
  const { segmentId, value, missing, first, stay, period } = effect
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const needed = missing.filter(input => input !== 'cost')
  return (
    <tr data-segment={segmentId}>
      <th scope="row">
        <span>
          <SegmentCode id={segmentId} />
          <SegmentName id={segmentId} />
        </span>
      </th>
      {isMember && (
        <td>
          {rewardWords(t, first)}
          {stay !== null && <small>{t($ => $.segments.stillThere, { share: share.format(stay) })}</small>}
        </td>
      )}
      {value === null || value.before === null ? (
        <td colSpan={3} className={styles.lacking}>
          {value === null
            ? t($ => $.segments.enterFirst, { names: namesOf(t, needed, language) })
            : t($ => $.segments.endless)}
        </td>
      ) : (
        <>
          <td>
            {money.full(value.before)}
            <small>{t($ => $.numbers.variants[value.variant])}</small>
          </td>
          <td>
            {value.after === null ? t($ => $.segments.endless) : money.full(value.after)}
            <small>
              {t($ => $.segments.retentionThen, {
                share: share.format(value.retention),
                period: t($ => $.segments.per[period]),
              })}
            </small>
          </td>
          <td>
            {value.net === null ? (
              '–'
            ) : (
              <b data-loss={value.net < 0}>
                {value.net > 0 ? '+' : ''}
                {money.full(value.net)}
              </b>
            )}
            {missing.includes('cost') && <small>{t($ => $.segments.withoutCost)}</small>}
          </td>
        </>
      )}
    </tr>
  )
}

function rewardWords(t: T, { days, purchases, from, lacksFrequency }: FirstReward): string {
  if (days === null)
    return lacksFrequency ? t($ => $.segments.lacksFrequency) : t($ => $.segments.rewardUnknown)
  const count = Math.round(days)
  const inDays = t($ => $.segments.inDays, { count })
  if (from === 'entered' || purchases === null) return inDays
  return `${inDays} (${t($ => $.segments.purchases, { count: Math.ceil(purchases) })})`
}

function namesOf(t: T, inputs: readonly EffectInput[], language: string): string {
  const names = inputs.map(input =>
    input === 'effect' || input === 'cost'
      ? t($ => $.segments.effectInput[input])
      : t($ => $.segments.input[input]),
  )
  return listFormat(language).format(names)
}
