import { Diamond, Search, X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import type { DocumentView } from '../../../shared/document'
import { channelIcon } from '../../../shared/layout/icons'
import type { InventoryFilter, InventoryRow } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { levelWords } from '../../document/words'
import { IconButton } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import styles from './Table.module.css'
import { changeTable, useTable } from './tableState'

interface Props {
  /** Everything in scope, from which the lists offer what occurs. */
  readonly all: readonly InventoryRow[]
  readonly shown: number
  readonly search: RefObject<HTMLInputElement | null>
}

/** What of the touchpoints is shown. */
export function Toolbar({ all, shown, search }: Props) {
  const t = useText()
  const session = useSession()
  const { journeyId } = useView('journeyId')
  const { scope, filter } = useTable(session.handle)
  const journeys = useDocument(document => document.all('journey').length)
  const lists = useDocument(document => listsOf(document, scope === 'journey' ? journeyId : null))
  const used = new Set(all.flatMap(({ touchpoint }) => touchpoint.channelId ?? []))
  const change = (part: Partial<InventoryFilter>) =>
    changeTable(session.handle, { filter: { ...filter, ...part } })
  return (
    <div className={styles.toolbar} role="search" aria-label={t($ => $.terms.ui.filter)}>
      <div className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          ref={search}
          type="text"
          aria-label={t($ => $.table.find)}
          placeholder={t($ => $.table.find)}
          value={filter.text}
          onChange={event => change({ text: event.target.value })}
        />
        {filter.text && (
          <IconButton icon={X} label={t($ => $.table.clearText)} onClick={() => change({ text: '' })} />
        )}
      </div>
      <Filter on={filter.stageId !== null}>
        <Select
          look="plain"
          label={t($ => $.terms.journey.stage)}
          none={t($ => $.table.anyStage)}
          value={filter.stageId}
          options={lists.stages.map(({ id, title }) => ({
            value: id,
            label: title || t($ => $.board.unnamed.stage),
          }))}
          onChange={stageId => change({ stageId })}
        />
      </Filter>
      <Filter on={filter.channelId !== null}>
        <Select
          look="plain"
          label={t($ => $.terms.channel.channel)}
          none={t($ => $.table.anyChannel)}
          value={filter.channelId}
          options={lists.channels
            .filter(({ id }) => used.has(id) || id === filter.channelId)
            .map(({ id, title, icon }) => ({
              value: id,
              label: title,
              icon: <Icon name={channelIcon({ icon })} size={13} />,
            }))}
          onChange={channelId => change({ channelId })}
        />
      </Filter>
      <Filter on={filter.level !== null}>
        <Select
          look="plain"
          label={t($ => $.inspector.level)}
          none={t($ => $.table.anyLevel)}
          value={filter.level}
          options={lists.levels
            .map((level, at) => ({
              value: level.id,
              label: levelWords(t, level, at).name,
              icon: <PyramidGlyph at={at} of={lists.levels.length} />,
            }))
            .toReversed()}
          onChange={level => change({ level })}
        />
      </Filter>
      {lists.personas.length > 1 && (
        <Filter on={filter.personaId !== null}>
          <Select
            look="plain"
            label={t($ => $.terms.segment.persona)}
            none={t($ => $.table.anyPersona)}
            value={filter.personaId}
            options={lists.personas.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={personaId => change({ personaId })}
          />
        </Filter>
      )}
      <Toggle on={filter.missed} onChange={missed => change({ missed })}>
        {t($ => $.table.missedOnly)}
      </Toggle>
      <Toggle on={filter.momentsOfTruth} onChange={momentsOfTruth => change({ momentsOfTruth })}>
        <Diamond size={10} fill="currentColor" className={styles.truth} aria-hidden />
        {t($ => $.table.momentsOnly)}
      </Toggle>
      <Toggle on={filter.notFull} onChange={notFull => change({ notFull })}>
        {t($ => $.table.notFull)}
      </Toggle>
      <span className={styles.space} />
      {/* all of them is nothing to be shown: the foot of the page counts them */}
      <span className={shown === all.length ? 'visually-hidden' : styles.count} role="status">
        {shown === all.length
          ? t($ => $.frame.touchpoints, { count: shown })
          : t($ => $.table.shownOf, { shown, count: all.length })}
      </span>
      {journeys > 1 && (
        <Segmented
          label={t($ => $.table.scope)}
          value={scope}
          options={[
            { value: 'journey', label: t($ => $.table.thisJourney) },
            { value: 'document', label: t($ => $.table.wholeDocument) },
          ]}
          onChange={next =>
            changeTable(session.handle, { scope: next, filter: { ...filter, stageId: null } })
          }
        />
      )}
    </div>
  )
}

/** A list that narrows the rows stands out while it does. */
function Filter({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <div className={styles.filter} data-on={on}>
      {children}
    </div>
  )
}

function Toggle({
  on,
  onChange,
  children,
}: {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={() => onChange(!on)}>
      {children}
    </button>
  )
}

function listsOf(document: DocumentView, journeyId: string | null) {
  const journeys = journeyId
    ? [document.find('journey', journeyId)].flatMap(one => one ?? [])
    : document.all('journey')
  const personaIds = new Set(journeys.flatMap(one => one.personaIds))
  return {
    stages: journeys.flatMap(({ id }) =>
      document.pointing('stage', 'journeyId', id).map(stage => ({ id: stage.id, title: stage.title })),
    ),
    channels: document.all('channel').map(({ id, title, icon }) => ({ id, title, icon })),
    levels: document.project().pyramid,
    personas: document
      .all('persona')
      .filter(({ id }) => personaIds.has(id))
      .map(({ id, title }) => ({ id, title })),
  }
}
