import { Check, GitCompareArrows, Info, Minus, Pencil, Plus, RotateCcw, type LucideIcon } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { PreviewField, PreviewRecord } from '../../../shared/document/merge'
import { fieldWord, recordName, typeWord } from '../../../shared/words'
import { Segmented } from '../../ui/Segmented'
import { useLanguage, useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { bothTexts, theirsIsThere, type FieldChoice, type FieldTake } from './choices'
import styles from './MergeTable.module.css'
import { holderOf, type Merging } from './rows'
import { TypeIcon } from './TypeIcon'
import { isFreeText, mayHold, mayHoldBoth, sideInWords } from './words'

type Look = PreviewRecord['kind'] | 'conflict' | 'decided'

const icons: Readonly<Record<Look, LucideIcon>> = {
  changed: Pencil,
  added: Plus,
  removed: Minus,
  kept: Minus,
  returned: RotateCcw,
  conflict: GitCompareArrows,
  decided: GitCompareArrows,
}

function Kind({ look }: { readonly look: Look }) {
  const t = useText()
  const Icon = icons[look]
  return (
    <span className={styles.kind} data-look={look}>
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      {t($ => $.merge.kind[look])}
    </span>
  )
}

function What({
  type,
  name,
  detail,
}: {
  readonly type: string
  readonly name: string
  readonly detail: string
}) {
  return (
    <th scope="row" className={styles.what}>
      <TypeIcon type={type} />
      <b>{name}</b>
      <span>{detail}</span>
    </th>
  )
}

interface FieldProps {
  readonly merging: Merging
  readonly row: PreviewRecord
  readonly one: PreviewField
  readonly take: FieldTake
  readonly text: string | undefined
  /** Told where the file brings the work of several people. */
  readonly author: string
  readonly setField: (id: string, field: string, choice: FieldChoice) => void
}

/** One field with its values. */
export const FieldRow = memo(function FieldRow({
  merging,
  row,
  one,
  take,
  text,
  author,
  setField,
}: FieldProps) {
  const t = useText()
  const speaking = { t, language: useLanguage() }
  const { joined, mine } = merging
  const { id, type, record } = row
  const { field, conflict } = one
  const own = mine.get(id) ?? record
  const name = recordName(t, joined, record)
  const fieldName = fieldWord(t, type, field)
  const isText = conflict && isFreeText(speaking, joined, record, one)
  const said = (value: string | null): ReactNode => value ?? <i>{t($ => $.compare.nothing)}</i>
  const mineSaid = sideInWords(speaking, mine, own, field, one.mine, false)
  const theirsSaid = sideInWords(speaking, joined, record, field, one.theirs, true)
  const before =
    'before' in one && field !== 'order' ? (
      said(sideInWords(speaking, mine, own, field, one.before, false))
    ) : (
      <i>{conflict || field === 'order' ? t($ => $.merge.said.unknown) : said(mineSaid)}</i>
    )
  const options: readonly FieldTake[] = [
    'mine',
    'theirs',
    ...(isText && mayHoldBoth(type, one) ? (['both'] as const) : []),
    ...(isText ? (['edit'] as const) : []),
    ...(conflict ? (['later'] as const) : []),
  ]
  const choose = (next: FieldTake) =>
    setField(id, field, next === 'edit' ? { take: next, text: text ?? bothTexts(one) } : { take: next })
  const side = (which: 'mine' | 'theirs', value: ReactNode) => {
    const chosen = take === which || take === 'both'
    if (!conflict) return <td className={chosen ? styles.chosen : styles.quiet}>{value}</td>
    return (
      <td>
        <div className={styles.box} data-on={chosen}>
          {value}
          {chosen && <Check size={12} strokeWidth={2} aria-hidden />}
        </div>
      </td>
    )
  }
  const look: Look = !conflict ? 'changed' : take === 'later' ? 'conflict' : 'decided'
  const tooMuch = take === 'edit' && !mayHold(type, field, text ?? '')
  return (
    <tr
      className={conflict ? styles.conflict : undefined}
      data-open-conflict={look === 'conflict' || undefined}
      data-decided={look === 'decided' || undefined}
    >
      <td>
        <Kind look={look} />
      </td>
      <What
        type={type}
        name={name}
        detail={[typeWord(t, type), fieldName, author].filter(part => part && part !== name).join(' · ')}
      />
      <td className={styles.quiet}>{before}</td>
      {side('mine', !conflict && 'before' in one ? <i>{t($ => $.merge.said.asBefore)}</i> : said(mineSaid))}
      {side('theirs', said(theirsSaid))}
      <td>
        <div className={styles.take}>
          <Segmented
            label={t($ => $.merge.take.label, { name: `${name}, ${fieldName}` })}
            value={take}
            options={options.map(value => ({ value, label: t($ => $.merge.take[value]) }))}
            onChange={choose}
          />
          {take === 'both' && <small>{t($ => $.merge.below)}</small>}
          {take === 'later' && <small>{t($ => $.merge.openStays)}</small>}
          {take === 'edit' && (
            <TextArea
              label={t($ => $.merge.ownText, { name: `${name}, ${fieldName}` })}
              value={text ?? ''}
              onChange={value => setField(id, field, { take: 'edit', text: value })}
            />
          )}
          {tooMuch && (
            <small role="alert" className={styles.problem}>
              {t($ => $.merge.doesNotFit)}
            </small>
          )}
        </div>
      </td>
    </tr>
  )
})

interface BeingProps {
  readonly merging: Merging
  readonly row: PreviewRecord
  readonly is: boolean
  readonly author: string
  readonly setBeing: (id: string, is: boolean) => void
}

/** A record that only one of both has. */
export const BeingRow = memo(function BeingRow({ merging, row, is, author, setBeing }: BeingProps) {
  const t = useText()
  const { id, type, kind, record } = row
  const name = recordName(t, holderOf(merging, id), record)
  const comes = theirsIsThere(row)
  const words = comes
    ? {
        before: kind === 'added' ? t($ => $.merge.said.notThere) : t($ => $.merge.said.there),
        mine: kind === 'added' ? t($ => $.merge.said.notThere) : t($ => $.merge.said.deletedByMe),
        theirs: kind === 'added' ? t($ => $.merge.said.new) : t($ => $.merge.kind.changed),
        stays: t($ => $.merge.take.add),
        goes: t($ => $.merge.take.skip),
      }
    : {
        before: t($ => $.merge.said.there),
        mine: kind === 'kept' ? t($ => $.merge.kind.changed) : t($ => $.merge.said.asBefore),
        theirs: t($ => $.merge.said.deleted),
        stays: t($ => $.merge.take.keep),
        goes: t($ => $.merge.take.delete),
      }
  const options = [
    { value: 'stays', label: words.stays },
    { value: 'goes', label: words.goes },
  ] as const
  return (
    <>
      <tr data-explained={kind === 'kept' || kind === 'returned' || undefined}>
        <td>
          <Kind look={kind} />
        </td>
        <What type={type} name={name} detail={[typeWord(t, type), author].filter(Boolean).join(' · ')} />
        <td className={styles.quiet}>{words.before}</td>
        <td className={is !== comes ? styles.chosen : styles.quiet}>{words.mine}</td>
        <td className={is === comes ? styles.chosen : styles.quiet}>{words.theirs}</td>
        <td>
          <div className={styles.take}>
            <Segmented
              label={t($ => $.merge.take.label, { name })}
              value={is ? 'stays' : 'goes'}
              options={comes ? [options[1], options[0]] : options}
              onChange={value => setBeing(id, value === 'stays')}
            />
          </div>
        </td>
      </tr>
      {(kind === 'kept' || kind === 'returned') && (
        <tr className={styles.why}>
          <td colSpan={6}>
            <Info size={13} strokeWidth={1.75} aria-hidden />
            {t($ => $.merge.why[kind])}
          </td>
        </tr>
      )}
    </>
  )
})
