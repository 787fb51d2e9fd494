import type { Segment } from '../../shared/model'
import { segmentColours, segmentPatterns } from '../../shared/queries'
import { Field } from '../ui/Field'
import { Swatch } from '../ui/MarkChip'
import { Select } from '../ui/Select'
import { useText } from '../ui/text'
import { TextField } from '../ui/TextField'
import { useMarks } from './canvas'
import { useWrite } from './writing'

/** How a segment is told apart on canvases: its code, colour and pattern; what is not chosen follows from its place. */
export function MarkFields({ segment: { id, code, colour, pattern } }: { segment: Segment }) {
  const t = useText()
  const write = useWrite('segment', id)
  const mark = useMarks().get(id)
  const byPlace = t($ => $.segments.byPlace)
  return (
    <>
      <Field field="code" label={t($ => $.segments.code)}>
        <TextField
          max={8}
          value={code}
          placeholder={mark?.code}
          onChange={(code, typing) => write({ code: code.trim() }, typing)}
        />
      </Field>
      <Field field="colour" label={t($ => $.segments.colour)}>
        <Select
          value={segmentColours.find(one => one === colour) ?? null}
          none={byPlace}
          options={segmentColours.map(value => ({
            value,
            label: t($ => $.canvas.colours[value]),
            icon: <Swatch colour={value} />,
          }))}
          onChange={colour => write({ colour })}
        />
      </Field>
      <Field field="pattern" label={t($ => $.segments.pattern)}>
        <Select
          value={pattern}
          none={byPlace}
          options={segmentPatterns.map(value => ({ value, label: t($ => $.segments.patterns[value]) }))}
          onChange={pattern => write({ pattern })}
        />
      </Field>
    </>
  )
}
