import { ChevronRight } from 'lucide-react'
import type { Segment } from '../../../shared/model'
import { segmentColours, segmentPatterns } from '../../../shared/queries'
import { useMarks } from '../../document/canvas'
import { useWrite } from '../../document/writing'
import { Field } from '../../ui/Field'
import { Swatch } from '../../ui/MarkChip'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import styles from './Tests.module.css'

/** How the segment is told apart on canvases: its code, colour and pattern; what is not chosen follows from its place. */
export function MarkFields({ segment }: { segment: Segment }) {
  const t = useText()
  const { id } = segment
  const write = useWrite('segment', id)
  const mark = useMarks().get(id)
  return (
    <details className={styles.fold}>
      <summary>
        <ChevronRight size={13} strokeWidth={1.75} aria-hidden />
        {t($ => $.segments.mark)}
      </summary>
      <div className={styles.mark}>
        <Field label={t($ => $.segments.code)}>
          <TextField
            max={8}
            value={segment.code}
            placeholder={mark?.code}
            onChange={(code, typing) => write({ code: code.trim() }, typing)}
          />
        </Field>
        <Field label={t($ => $.segments.colour)}>
          <Select
            value={segmentColours.find(one => one === segment.colour) ?? null}
            none={t($ => $.segments.byPlace)}
            options={segmentColours.map(value => ({
              value,
              label: t($ => $.segments.colours[value]),
              icon: <Swatch colour={value} />,
            }))}
            onChange={colour => write({ colour })}
          />
        </Field>
        <Field label={t($ => $.segments.pattern)}>
          <Select
            value={segment.pattern}
            none={t($ => $.segments.byPlace)}
            options={segmentPatterns.map(value => ({ value, label: t($ => $.segments.patterns[value]) }))}
            onChange={pattern => write({ pattern })}
          />
        </Field>
      </div>
    </details>
  )
}
