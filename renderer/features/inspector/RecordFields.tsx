import type { Channel, Segment } from '../../../shared/model'
import { channelPhases } from '../../../shared/model/channel'
import { look } from '../../app/store'
import { useRecord } from '../../document/hooks'
import { MarketTypeField } from '../../document/MarketTypeField'
import { useWrite } from '../../document/writing'
import { LowLikelyHigh } from '../../document/money'
import { Button } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { Field, FieldsOf } from '../../ui/Field'
import { useText } from '../../ui/text'
import styles from './NotePanel.module.css'
import { PhaseToggles } from './PhaseToggles'

/** What a segment's note says of the segment; the whole of it is one step away. */
export function SegmentFields({ id }: { id: string }) {
  const t = useText()
  const segment = useRecord('segment', id)
  if (!segment) return null
  const { size } = segment
  const sized = size.low !== null || size.likely !== null || size.high !== null
  return (
    <FieldsOf value={id}>
      <SegmentKind segment={segment} />
      <Field tall={sized} field="size" label={t($ => $.terms.segment.size)}>
        <div className={styles.line}>
          {sized ? (
            <LowLikelyHigh {...size} unit={segment.sizeUnit} full />
          ) : (
            <span>{t($ => $.fields.none)}</span>
          )}
          <Button tone="link" onClick={() => look({ selection: [id] })}>
            {t($ => $.noteInspector.allOfSegment)}
          </Button>
        </div>
      </Field>
    </FieldsOf>
  )
}

/** What a channel's note says of the channel, which journeys use too. */
export function ChannelFields({ id }: { id: string }) {
  const t = useText()
  const channel = useRecord('channel', id)
  const write = useWrite('channel', id)
  if (!channel) return null
  return (
    <FieldsOf value={id}>
      <ChannelOwner channel={channel} />
      <Field tall label={t($ => $.people.phases)}>
        <div>
          <PhaseToggles
            phases={channel.phases}
            onSwitch={phase =>
              write({
                phases: channelPhases.filter(one => channel.phases.includes(one) !== (one === phase)),
              })
            }
          />
          <Button tone="link" className={styles.more} onClick={() => look({ selection: [id] })}>
            {t($ => $.noteInspector.allOfChannel)}
          </Button>
        </div>
      </Field>
    </FieldsOf>
  )
}

/** Which market a segment belongs to, and what it does there. */
export function SegmentKind({ segment: { id, marketType, role } }: { segment: Segment }) {
  const t = useText()
  const write = useWrite('segment', id)
  return (
    <>
      <MarketTypeField value={marketType} onChange={marketType => write({ marketType })} />
      <Field field="role" label={t($ => $.segments.role)}>
        <Choices
          look="words"
          clearable={false}
          value={role}
          options={(['user', 'payer', 'both'] as const).map(value => ({
            value,
            label: t($ => $.noteInspector.roles[value]),
          }))}
          onChange={role => role && write({ role })}
        />
      </Field>
    </>
  )
}

/** Who runs a channel. */
export function ChannelOwner({ channel: { id, owner } }: { channel: Channel }) {
  const t = useText()
  const write = useWrite('channel', id)
  return (
    <Field field="owner" label={t($ => $.people.owner)}>
      <Choices
        look="words"
        clearable={false}
        value={owner}
        options={(['own', 'partner'] as const).map(value => ({
          value,
          label: t($ => $.people.owners[value]),
        }))}
        onChange={owner => owner && write({ owner })}
      />
    </Field>
  )
}
