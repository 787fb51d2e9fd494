import { ChevronRight } from 'lucide-react'
import type { Segment } from '../../../shared/model'
import { segmentTests } from '../../../shared/model/segment'
import { reasonOf, scoreOf, withTest } from '../../../shared/queries'
import { useWrite } from '../../document/writing'
import { ScalePicker } from '../../ui/ScalePicker'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import styles from './Tests.module.css'

const scale = ['zero', 'one', 'two', 'three', 'four'] as const

/** Is it a segment one can work with? Five tests with a score and a reason; folded until somebody scores. */
export function FiveTests({ segment }: { segment: Segment }) {
  const t = useText()
  const { id, tests } = segment
  const write = useWrite('segment', id)
  const scored = tests.filter(({ score }) => score !== null).length
  return (
    <details className={styles.fold} open={scored > 0}>
      <summary>
        <ChevronRight size={13} strokeWidth={1.75} aria-hidden />
        {t($ => $.segments.tests)}
        <span>{t($ => $.segments.testsScored, { scored, all: segmentTests.length })}</span>
      </summary>
      <div className={styles.tests}>
        {segmentTests.map(test => {
          const name = t($ => $.segments.test[test].name)
          return (
            <div key={test} className={styles.test} role="group" aria-label={name}>
              <div className={styles.line}>
                <h4>{name}</h4>
                <ScalePicker
                  label={name}
                  from={0}
                  to={4}
                  meaning={value => t($ => $.segments.scale[scale[value]!])}
                  value={scoreOf(tests, test)}
                  onChange={score => write({ tests: withTest(tests, test, { score }) })}
                />
              </div>
              <p>{t($ => $.segments.test[test].meaning)}</p>
              <TextField
                label={t($ => $.segments.reasonFor, { test: name })}
                placeholder={t($ => $.segments.testReasonHint)}
                max={2000}
                value={reasonOf(tests, test)}
                onChange={(reason, typing) =>
                  write({ tests: withTest(tests, test, { reason }) }, `${test}:${typing}`)
                }
              />
            </div>
          )
        })}
        <p className={styles.scale}>{t($ => $.segments.scaleText)}</p>
      </div>
    </details>
  )
}
