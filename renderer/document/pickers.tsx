/** Choosing other records by name; what is not there yet is made by writing its name. */
import {
  channelCommands,
  departmentCommands,
  personaCommands,
  segmentCommands,
  systemCommands,
} from '../../shared/commands'
import type { ArgsOf, Command, DocumentView } from '../../shared/document'
import { channelIcon } from '../../shared/layout/icons'
import { Combo, TagsField, type ComboOption } from '../ui/Combo'
import { Icon } from '../ui/Icon'
import { PyramidGlyph } from '../ui/PyramidGlyph'
import { Select } from '../ui/Select'
import { useText } from '../ui/text'
import { useDocument, useSession } from './hooks'
import { SegmentCode } from './SegmentMark'
import { levelWords } from './words'

interface One {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  readonly onClose?: (() => void) | undefined
}

interface Many {
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  readonly label?: string | undefined
}

const named = (records: readonly { id: string; title: string }[]) =>
  records.map(({ id, title }) => ({ id, label: title }))

const channels = (document: DocumentView) =>
  document.all('channel').map(({ id, title, icon }) => ({ id, label: title, icon }))
const departments = (document: DocumentView) => named(document.all('department'))
const systems = (document: DocumentView) => named(document.all('system'))
const segments = (document: DocumentView) => named(document.all('segment'))
const personas = (document: DocumentView) => named(document.all('persona'))

export function ChannelPicker(props: One) {
  const options = useDocument(channels).map(channel => ({
    ...channel,
    icon: <Icon name={channelIcon(channel)} size={14} />,
  }))
  return <OnePicker {...props} options={options} add={channelCommands.add} />
}

export function DepartmentPicker(props: One) {
  return <OnePicker {...props} options={useDocument(departments)} add={departmentCommands.add} />
}

export function SegmentPicker(props: One) {
  return <OnePicker {...props} options={useDocument(segments)} add={segmentCommands.add} />
}

export function SegmentsPicker(props: Many) {
  const options = useDocument(segments).map(segment => ({
    ...segment,
    icon: <SegmentCode id={segment.id} />,
  }))
  return <ManyPicker {...props} options={options} add={segmentCommands.add} />
}

export function SystemsPicker(props: Many) {
  return <ManyPicker {...props} options={useDocument(systems)} add={systemCommands.add} />
}

export function PersonasPicker(props: Many) {
  return <ManyPicker {...props} options={useDocument(personas)} add={personaCommands.add} />
}

export function ChannelsPicker(props: Many) {
  const options = useDocument(channels).map(channel => ({
    ...channel,
    icon: <Icon name={channelIcon(channel)} size={12} />,
  }))
  return <ManyPicker {...props} options={options} add={channelCommands.add} />
}

type Adding = Command<{ readonly id: string; readonly title?: string | undefined }>

function OnePicker({ options, add, onChange, ...rest }: One & Adds) {
  const make = useMaking(add, onChange)
  return <Combo {...useTexts()} {...defined(rest)} options={options} onChange={onChange} onCreate={make} />
}

function ManyPicker({ options, add, onChange, value, ...rest }: Many & Adds) {
  const make = useMaking(add, id => onChange([...value, id]))
  return (
    <TagsField
      {...rest}
      {...useTexts()}
      options={options}
      value={value}
      onChange={onChange}
      onCreate={make}
    />
  )
}

interface Adds {
  readonly options: readonly ComboOption[]
  readonly add: object
}

/** Makes a record of the name and chooses it, as one undo step. */
function useMaking(add: object, choose: (id: string) => void) {
  const session = useSession()
  return (title: string) =>
    session.dispatchAll('record.make', dispatch => {
      const made = dispatch(add as Adding, { title } as ArgsOf<Adding>)
      if (made) choose(made.id)
    })
}

/** Without what is left undefined, so that it does not hide what it would be spread over. */
const defined = <P extends object>(props: P) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as unknown as P

function useTexts() {
  const t = useText()
  return {
    placeholder: t($ => $.fields.find),
    createLabel: (title: string) => t($ => $.fields.create, { title }),
    removeLabel: (title: string) => t($ => $.fields.remove, { title }),
  }
}

/** One of the project's pyramid levels; the top of the pyramid stands at the top of the list. */
export function LevelPicker({ value, onChange, label, placeholder, open, onOpenChange }: LevelProps) {
  const t = useText()
  const levels = useDocument(document => document.project().pyramid)
  const options = levels
    .map((level, at) => ({
      value: level.id,
      label: levelWords(t, level, at).name,
      icon: <PyramidGlyph at={at} of={levels.length} />,
    }))
    .toReversed()
  return (
    <Select
      value={value}
      options={options}
      onChange={onChange}
      label={label}
      none={placeholder ?? t($ => $.fields.none)}
      open={open}
      onOpenChange={onOpenChange}
    />
  )
}

interface LevelProps extends Omit<One, 'onClose'> {
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
}
