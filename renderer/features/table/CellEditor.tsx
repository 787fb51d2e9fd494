import { useRef } from 'react'
import { touchpointCommands } from '../../../shared/commands'
import type { InventoryRow } from '../../../shared/queries'
import { useDocument, useSession } from '../../document/hooks'
import { ChannelPicker, DepartmentPicker, LevelPicker } from '../../document/pickers'
import { completenessWord, emotionWord } from '../../document/words'
import { useWrite } from '../../document/writing'
import { emotionIcon } from '../../../shared/layout/icons'
import { Combo } from '../../ui/Combo'
import { Icon } from '../../ui/Icon'
import { signed } from '../../ui/number'
import { NumberField } from '../../ui/NumberField'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import { columnName, type Column } from './columns'
import type { RatingChange } from '../../document/rating'

interface Props {
  readonly row: InventoryRow
  readonly column: Column
  /** Begun by typing: what is typed takes the place of what stood there. */
  readonly anew: boolean
  readonly rate: (change: RatingChange) => void
  /** Ends the writing; the cursor goes back to the table. */
  readonly onEnd: () => void
}

const scores = [1, 2, 3, 4, 5].map(value => ({ value, label: String(value) }))

/** A cell being written. Lists are open at once and end with the choice; texts end with Enter, Tab or Escape. */
export function CellEditor({ row, column, anew, rate, onEnd }: Props) {
  const t = useText()
  const language = useLanguage()
  const write = useWrite('touchpoint', row.id)
  const label = columnName(t, column.id)
  const { touchpoint, rating } = row
  const closing = { label, open: true, onOpenChange: (open: boolean) => !open && onEnd() }
  switch (column.id) {
    case 'touchpoint':
      return <TextCell row={row} label={label} anew={anew} onEnd={onEnd} />
    case 'wait':
      return (
        <NumberField
          focusNow={anew ? 'all' : 'end'}
          label={label}
          value={touchpoint.waitMinutes}
          min={0}
          max={5_256_000}
          unit="min"
          onChange={(waitMinutes, typing) => write({ waitMinutes }, typing)}
        />
      )
    case 'emotion':
      return (
        <Select
          {...closing}
          value={rating.emotion}
          none={t($ => $.fields.none)}
          options={[2, 1, 0, -1, -2].map(value => ({
            value,
            label: `${signed(value, language)} · ${emotionWord(t, value)}`,
            icon: <Icon name={emotionIcon(value)} />,
          }))}
          onChange={emotion => rate({ emotion })}
        />
      )
    case 'expectation':
    case 'experience':
    case 'effort': {
      const field = column.id
      return (
        <Select
          {...closing}
          value={rating[field]}
          none={t($ => $.fields.none)}
          options={scores}
          onChange={score => rate({ [field]: score })}
        />
      )
    }
    case 'completeness':
      return (
        <Select
          {...closing}
          value={touchpoint.completeness}
          none={t($ => $.fields.none)}
          options={(['none', 'partial', 'full'] as const).map(value => ({
            value,
            label: completenessWord(t, value),
          }))}
          onChange={completeness => write({ completeness })}
        />
      )
    case 'level':
      return <LevelPicker {...closing} value={touchpoint.level} onChange={level => write({ level })} />
    case 'channel':
      return (
        <ChannelPicker
          label={label}
          value={touchpoint.channelId}
          onChange={channelId => write({ channelId })}
          onClose={onEnd}
        />
      )
    case 'department':
      return (
        <DepartmentPicker
          label={label}
          value={touchpoint.departmentId}
          onChange={departmentId => write({ departmentId })}
          onClose={onEnd}
        />
      )
    case 'step':
      return <StepCell row={row} label={label} onEnd={onEnd} />
    case 'stage':
    case 'gap':
    case 'momentOfTruth':
    case 'pains':
      return null
  }
}

interface CellProps {
  readonly row: InventoryRow
  readonly label: string
  readonly onEnd: () => void
}

/** The name, written at every key press; Escape takes back what was typed. */
function TextCell({ row, label, anew, onEnd }: CellProps & { anew: boolean }) {
  const session = useSession()
  const write = useWrite('touchpoint', row.id)
  const before = useRef(row.touchpoint.title)
  return (
    <TextField
      focusNow={anew ? 'all' : 'end'}
      label={label}
      value={row.touchpoint.title}
      onChange={(title, typing) => write({ title }, typing)}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (row.touchpoint.title !== before.current) session.undo()
        onEnd()
      }}
    />
  )
}

/** Moves the touchpoint to another step of its journey. */
function StepCell({ row, label, onEnd }: CellProps) {
  const session = useSession()
  const t = useText()
  const steps = useDocument(document =>
    document.pointing('stage', 'journeyId', row.stage.journeyId).flatMap(stage =>
      document.pointing('step', 'stageId', stage.id).map(step => ({
        id: step.id,
        label: `${stage.title || t($ => $.board.unnamed.stage)} › ${step.title || t($ => $.board.unnamed.step)}`,
      })),
    ),
  )
  return (
    <Combo
      label={label}
      options={steps}
      value={row.step.id}
      onChange={stepId => {
        if (stepId && stepId !== row.step.id)
          session.dispatch(touchpointCommands.move, { ids: [row.id], stepId })
      }}
      onClose={onEnd}
    />
  )
}
