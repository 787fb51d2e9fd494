import type { Loyalty } from '../../../shared/model'
import {
  firstReward,
  isProgramme,
  numberOf,
  numberReader,
  POINTS_NEEDED,
  POINTS_PER_PURCHASE,
  PURCHASES_NEEDED,
} from '../../../shared/queries'
import { useDocument } from '../../document/hooks'
import { useMoney } from '../../document/money'
import { useWrite } from '../../document/writing'
import { Field } from '../../ui/Field'
import { NumberField } from '../../ui/NumberField'
import { useText } from '../../ui/text'
import styles from './Loyalty.module.css'
import { useNumberWriting } from './numberWriting'

/** The numbers of a programme: how the first reward is earned, what a member costs, how many more stay. */
export function ProgrammeNumbers({ loyalty }: { loyalty: Loyalty }) {
  const t = useText()
  const { sign } = useMoney()
  const { id, kind, canvasId, segmentIds } = loyalty
  const write = useWrite('loyalty', id)
  const isRule = useDocument(document => {
    const segmentId = segmentIds[0] ?? document.all('segment')[0]?.id ?? null
    return firstReward(numberReader(document, canvasId), loyalty, segmentId).from === 'rule'
  })
  return (
    <>
      {isProgramme(kind) && (
        <Field tall label={t($ => $.segments.firstReward)}>
          <div className={styles.numbers}>
            {[PURCHASES_NEEDED, POINTS_NEEDED, POINTS_PER_PURCHASE].map(name =>
              name === PURCHASES_NEEDED || kind === 'points' ? (
                <RuleNumber key={name} loyalty={loyalty} name={name as RuleName} />
              ) : null,
            )}
            <label>
              <span>{t($ => $.segments.daysEntered)}</span>
              <NumberField
                label={t($ => $.segments.daysEntered)}
                value={loyalty.firstRewardDays}
                min={0}
                max={100_000}
                placeholder={isRule ? t($ => $.segments.daysByRule) : undefined}
                onChange={(firstRewardDays, typing) => write({ firstRewardDays }, typing)}
              />
            </label>
          </div>
        </Field>
      )}
      <Field tall label={t($ => $.segments.effect)}>
        <div className={styles.numbers}>
          <label>
            <span>{t($ => $.segments.costPerMember, { sign })}</span>
            <NumberField
              label={t($ => $.segments.costPerMember, { sign })}
              value={loyalty.costPerMember}
              min={0}
              max={1e9}
              onChange={(costPerMember, typing) => write({ costPerMember }, typing)}
            />
          </label>
          <label>
            <span>{t($ => $.segments.retentionEffect)}</span>
            <NumberField
              label={t($ => $.segments.retentionEffect)}
              value={
                loyalty.retentionEffect === null
                  ? null
                  : Number((loyalty.retentionEffect * 100).toPrecision(12))
              }
              min={-100}
              max={100}
              onChange={(points, typing) =>
                write({ retentionEffect: points === null ? null : points / 100 }, typing)
              }
            />
          </label>
        </div>
      </Field>
    </>
  )
}

type RuleName = typeof PURCHASES_NEEDED | typeof POINTS_NEEDED | typeof POINTS_PER_PURCHASE

function RuleNumber({ loyalty, name }: { loyalty: Loyalty; name: RuleName }) {
  const t = useText()
  const { id, canvasId } = loyalty
  const known = useDocument(document => numberReader(document, canvasId)(id, name))
  const write = useNumberWriting(id, name, { unit: '', per: 'none' })
  return (
    <label>
      <span>{t($ => $.segments.rule[name])}</span>
      <NumberField
        label={t($ => $.segments.rule[name])}
        value={numberOf(known)}
        min={0}
        max={1e9}
        onChange={(likely, typing) => write(known, { likely }, typing)}
      />
    </label>
  )
}
