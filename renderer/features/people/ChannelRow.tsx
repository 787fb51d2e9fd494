import { Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { channelIcon, channelIcons } from '../../../shared/layout/icons'
import { look } from '../../app/store'
import { useRecord, useSession } from '../../document/hooks'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import { iconNames } from './iconNames'
import styles from './Channels.module.css'

interface Props {
  readonly id: string
  /** Touchpoints that use it, in all journeys. */
  readonly uses: number
  readonly selected: boolean
  readonly fresh: boolean
  readonly onDelete: (id: string) => void
  /** Enter in the name. */
  readonly onNext: () => void
}

/** One channel, every field changed where it stands. */
export function ChannelRow({ id, uses, selected, fresh, onDelete, onNext }: Props) {
  const t = useText()
  const { readOnly } = useSession()
  const channel = useRecord('channel', id)
  const write = useWrite('channel', id)
  if (!channel) return null
  const name = channel.title || t($ => $.board.unnamed.any)
  const names = iconNames(t)
  const labelled = (label: string) => `${label}: ${name}`
  const yesNo = (['yes', 'no'] as const).map(value => ({ value, label: t($ => $.terms.check[value]) }))
  const answer = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')

  const onKeyDown = (event: KeyboardEvent<Element>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) focusName(event.currentTarget, step)
    else if (event.key === 'Enter') onNext()
    else return
    event.preventDefault()
  }
  return (
    <tr
      data-channel={id}
      data-selected={selected}
      onFocus={() => !selected && look({ selection: [id] })}
      onClick={() => !selected && look({ selection: [id] })}
    >
      <td className={styles.icon}>
        <Select
          look="plain"
          label={labelled(t($ => $.people.icon))}
          value={channelIcon(channel) as (typeof channelIcons)[number]}
          options={channelIcons.map(value => ({
            value,
            label: names[value],
            icon: <Icon name={value} size={15} />,
          }))}
          onChange={icon => icon && write({ icon })}
        />
      </td>
      <th scope="row" className={styles.name}>
        <TextField
          look="plain"
          label={t($ => $.people.titleOfChannel)}
          placeholder={t($ => $.people.titleOfChannel)}
          value={channel.title}
          focusNow={fresh}
          onChange={(title, typing) => write({ title }, typing)}
          onKeyDown={onKeyDown}
        />
      </th>
      <td>
        <Select
          look="plain"
          label={labelled(t($ => $.people.kind))}
          value={channel.kind}
          options={(['digital', 'inPerson', 'thirdParty'] as const).map(value => ({
            value,
            label: t($ => $.people.kinds[value]),
          }))}
          onChange={kind => kind && write({ kind })}
        />
      </td>
      <td>
        <Select
          look="plain"
          label={labelled(t($ => $.people.owner))}
          value={channel.owner}
          options={(['own', 'partner'] as const).map(value => ({
            value,
            label: t($ => $.people.owners[value]),
          }))}
          onChange={owner => owner && write({ owner })}
        />
      </td>
      <td>
        <Select
          look="plain"
          label={labelled(t($ => $.people.isDirect))}
          value={answer(channel.direct)}
          options={yesNo}
          onChange={value => value && write({ direct: value === 'yes' })}
        />
      </td>
      {(['mobile', 'keepsHistory'] as const).map(field => (
        <td key={field}>
          <Select
            look="plain"
            label={labelled(t($ => $.people[field]))}
            none="–"
            value={answer(channel[field])}
            options={yesNo}
            onChange={value => write({ [field]: value === null ? null : value === 'yes' })}
          />
        </td>
      ))}
      <td className={styles.uses}>{uses}</td>
      <td className={styles.delete}>
        {readOnly === null && (
          <IconButton
            icon={Trash2}
            label={t($ => $.people.delete, { title: name })}
            onClick={() => onDelete(id)}
          />
        )}
      </td>
    </tr>
  )
}

/** The name a row or so further on, for the arrow keys. */
function focusName(field: Element, step: number): void {
  const names = [...(field.closest('table')?.querySelectorAll<HTMLInputElement>('tbody th input') ?? [])]
  names[names.indexOf(field as HTMLInputElement) + step]?.focus()
}
