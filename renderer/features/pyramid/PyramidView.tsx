import { useMemo, useState } from 'react'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { levelWords } from '../../document/words'
import { useSession, useVersion } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { percent } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { Advice } from './Advice'
import { Drawing } from './Drawing'
import { FilterRow } from './FilterRow'
import bars from './Bars.module.css'
import { setFilters, useFilters } from './filterState'
import { LevelLists } from './LevelLists'
import { ROWS_AT_FIRST, shownOf } from './placing'
import styles from './Pyramid.module.css'
import { pyramidModel, type Filters } from './pyramidRows'

/** The customer experience pyramid of the journey: how well each level is fulfilled, and by which touchpoints. */
export function PyramidView() {
  const { journeyId } = useView('journeyId')
  return journeyId ? <Pyramid key={journeyId} journeyId={journeyId} /> : <NoTouchpoints />
}

function Pyramid({ journeyId }: { journeyId: string }) {
  const t = useText()
  const session = useSession()
  const version = useVersion()
  const { selection } = useView('selection')
  const filters = useFilters(session.handle, journeyId)
  const [opened, setOpened] = useState<Readonly<Record<string, number>>>({})
  const { stageId, channelId, missedOnly } = filters
  const model = useMemo(
    () => pyramidModel(session.doc, journeyId, { stageId, channelId }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document changes under the same name, the version counts it
    [session, version, journeyId, stageId, channelId],
  )
  const shown = useMemo(() => shownOf(model, missedOnly, opened), [model, missedOnly, opened])
  const label = useDrawingLabel(model.levels)
  if (model.touchpoints === 0) return <NoTouchpoints />

  const set = (change: Partial<Filters>) => setFilters(session.handle, journeyId, change)
  const onMore = (id: string) =>
    setOpened({ ...opened, [id]: (opened[id] ?? ROWS_AT_FIRST) + 5 * ROWS_AT_FIRST })
  const nothing = model.withoutLevel.length === 0 && model.levels.every(({ total }) => total === 0)
  const channels = model.channels.map(channel => ({
    ...channel,
    title: channel.id ? channel.title || t($ => $.board.unnamed.any) : t($ => $.pyramid.noChannel),
  }))
  const stages = model.stages.map(({ id, title }) => ({ id, title: title || t($ => $.board.unnamed.stage) }))
  return (
    <div className={styles.page}>
      <h2 className="visually-hidden">{t($ => $.screens.pyramid)}</h2>
      <div className={bars.filters}>
        <FilterRow
          label={t($ => $.terms.journey.stage)}
          choices={stages}
          value={stageId}
          onChange={id => set({ stageId: id })}
        />
        <FilterRow
          label={t($ => $.terms.channel.channel)}
          choices={channels}
          value={channelId}
          onChange={id => set({ channelId: id })}
        />
      </div>
      <div className={styles.view} tabIndex={-1}>
        <div className={styles.drawing}>
          <Drawing
            shares={model.levels.map(({ fulfilledPct }) => fulfilledPct)}
            headings={nothing ? [] : shown.headings}
            label={label}
          />
          <Advice model={model} missedOnly={missedOnly} onMissedOnly={on => set({ missedOnly: on })} />
        </div>
        {nothing ? (
          <div className={styles.nothing}>
            <p>{t($ => $.pyramid.nothing.noMatch)}</p>
            <Button tone="link" onClick={() => set({ stageId: null, channelId: null })}>
              {t($ => $.pyramid.nothing.clear)}
            </Button>
          </div>
        ) : (
          <LevelLists
            shown={shown}
            selection={selection}
            missedOnly={missedOnly}
            onMissedOnly={on => set({ missedOnly: on })}
            onMore={onMore}
          />
        )}
      </div>
    </div>
  )
}

/** 'Functional 31 %, Emotional 100 %, …', for those who hear the drawing. */
function useDrawingLabel(levels: ReturnType<typeof pyramidModel>['levels']): string {
  const t = useText()
  const language = useLanguage()
  const parts = levels.map(({ level, at, fulfilledPct }) => {
    const share = fulfilledPct === null ? t($ => $.pyramid.notRated) : percent(fulfilledPct, language)
    return `${levelWords(t, level, at).name} ${share}`
  })
  return `${t($ => $.terms.pyramid.pyramid)}: ${parts.join(', ')}`
}

function NoTouchpoints() {
  const t = useText()
  return (
    <div className={styles.empty}>
      <Drawing shares={[null, null, null]} headings={[]} />
      <h2>{t($ => $.pyramid.nothing.noTouchpoints)}</h2>
      <p>{t($ => $.pyramid.nothing.noTouchpointsText)}</p>
      <Button tone="primary" onClick={() => look({ screen: 'board' })}>
        {t($ => $.pyramid.nothing.toBoard)}
      </Button>
    </div>
  )
}
