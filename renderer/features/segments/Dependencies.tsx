import { ArrowRight, Plus, Trash2 } from 'lucide-react'
import { segmentDependencyCommands } from '../../../shared/commands'
import { listFormat } from '../../../shared/i18n/intl'
import type { SegmentDependency } from '../../../shared/model'
import { useDocument, useSession } from '../../document/hooks'
import { SegmentCode, useSegmentName } from '../../document/SegmentMark'
import { useWrite } from '../../document/writing'
import { Button, IconButton } from '../../ui/Button'
import { ScalePicker } from '../../ui/ScalePicker'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { Hint } from './Hint'
import styles from './Market.module.css'

export const dependencyKinds = ['attracts', 'subsidises', 'supplies'] as const

interface Props {
  readonly dependencies: readonly SegmentDependency[]
  readonly circle: readonly string[]
}

/** Each dependency as a sentence that can be changed word by word. */
export function Dependencies({ dependencies, circle }: Props) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const segments = useDocument(document => document.all('segment').map(({ id, title }) => ({ id, title })))
  const add = () => {
    const [from, to] = freePair(
      segments.map(({ id }) => id),
      dependencies,
    )
    if (from && to) session.dispatch(segmentDependencyCommands.add, { fromId: from, toId: to })
  }
  const titleOf = (id: string) => segments.find(one => one.id === id)?.title || t($ => $.segments.unnamed)
  return (
    <>
      <ul className={styles.list}>
        {dependencies.map(dependency => (
          <DependencyRow key={dependency.id} dependency={dependency} segments={segments} />
        ))}
      </ul>
      {circle.length > 0 && (
        <Hint className={styles.circle}>
          {t($ => $.segments.circle, {
            names: listFormat(language).format(circle.map(titleOf)),
          })}
        </Hint>
      )}
      {session.readOnly === null && (
        <Button icon={Plus} tone="link" className={styles.add} onClick={add}>
          {t($ => $.segments.addDependency)}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  readonly dependency: SegmentDependency
  readonly segments: readonly { readonly id: string; readonly title: string }[]
}

function DependencyRow({ dependency, segments }: RowProps) {
  const t = useText()
  const session = useSession()
  const { id, fromId, toId, kind, strength } = dependency
  const write = useWrite('segmentDependency', id)
  const names = { from: useSegmentName(fromId), to: useSegmentName(toId) }
  const about = t($ => $.segments.dependencySentence[kind], names)
  const options = segments.map(one => ({
    value: one.id,
    label: one.title || t($ => $.segments.unnamed),
    icon: <SegmentCode id={one.id} />,
  }))
  return (
    <li className={styles.row} aria-label={about}>
      <Select
        look="plain"
        label={t($ => $.segments.from)}
        value={fromId}
        options={options}
        // who is named at the other end changes places
        onChange={next => next && write({ fromId: next, toId: next === toId ? fromId : toId })}
      />
      <Select
        look="plain"
        label={t($ => $.segments.dependencyKind)}
        value={kind}
        options={dependencyKinds.map(value => ({ value, label: t($ => $.segments.dependency[value]) }))}
        onChange={next => next && write({ kind: next })}
      />
      <ArrowRight size={13} strokeWidth={1.75} aria-hidden />
      <Select
        look="plain"
        label={t($ => $.segments.to)}
        value={toId}
        options={options}
        onChange={next => next && write({ toId: next, fromId: next === fromId ? toId : fromId })}
      />
      <ScalePicker
        label={t($ => $.segments.strength)}
        from={1}
        to={3}
        clearable={false}
        meaning={value => t($ => $.segments.strengths[(['weak', 'clear', 'vital'] as const)[value - 1]!])}
        value={strength}
        onChange={next => next && write({ strength: next })}
      />
      {session.readOnly === null && (
        <IconButton
          icon={Trash2}
          label={t($ => $.segments.deleteDependency, names)}
          onClick={() => session.dispatch(segmentDependencyCommands.remove, { id })}
        />
      )}
    </li>
  )
}

/** The first two segments that nothing ties yet in this direction; else the first two. */
function freePair(
  ids: readonly string[],
  known: readonly SegmentDependency[],
): readonly (string | undefined)[] {
  for (const from of ids) {
    for (const to of ids) {
      const isTied = known.some(one => one.fromId === from && one.toId === to)
      if (from !== to && !isTied) return [from, to]
    }
  }
  return ids.slice(0, 2)
}
