import type { T } from '../../../shared/i18n'
import { listFormat } from '../../../shared/i18n/intl'
import type { Segment } from '../../../shared/model'
import { testsSay, type Judgement } from '../../../shared/queries'
import { useWrite } from '../../document/writing'
import { Choices } from '../../ui/Choices'
import { Field } from '../../ui/Field'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import styles from './Cards.module.css'

/** The two judgements with their reason. The tests suggest; the person decides. */
export function Judgements({ segment }: { segment: Segment }) {
  const t = useText()
  const language = useLanguage()
  const write = useWrite('segment', segment.id)
  return (
    <section className={styles.section}>
      {(['largeEnough', 'focusedEnough'] as const).map(judgement => {
        const says = suggestionWords(t, segment, judgement, language)
        const value = segment[judgement]
        return (
          <Field key={judgement} tall label={t($ => $.terms.segment[judgement])}>
            <div className={styles.judgement}>
              <Choices
                look="words"
                value={value === null ? null : value ? 'yes' : 'no'}
                options={(['yes', 'no'] as const).map(one => ({
                  value: one,
                  label: t($ => $.terms.check[one]),
                }))}
                onChange={next => write({ [judgement]: next === null ? null : next === 'yes' })}
              />
              {says && <span>{says}</span>}
            </div>
          </Field>
        )
      })}
      <Field tall label={t($ => $.segments.reason)}>
        <TextArea
          value={segment.reason}
          placeholder={t($ => $.segments.reasonHint)}
          onChange={(reason, typing) => write({ reason }, typing)}
        />
      </Field>
    </section>
  )
}

/** What the tests say to a judgement; nothing while none of them is scored. */
function suggestionWords(t: T, segment: Segment, judgement: Judgement, language: string): string | undefined {
  if (segment.tests.every(({ score }) => score === null)) return undefined
  const { answer, because } = testsSay(segment.tests, judgement)
  const tests = listFormat(language).format(because.map(test => t($ => $.segments.test[test].name)))
  if (answer === null) return t($ => $.segments.testsSay.open, { tests })
  return answer ? t($ => $.segments.testsSay.yes) : t($ => $.segments.testsSay.no, { tests })
}
