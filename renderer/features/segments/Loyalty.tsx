import { Plus } from 'lucide-react'
import { useState } from 'react'
import { loyaltyCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { programmesOf, type LoyaltyFilter } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing } from '../../document/Page'
import { SegmentCode } from '../../document/SegmentMark'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { Lifetime } from './Lifetime'
import styles from './Loyalty.module.css'
import { Programme } from './Programme'
import { show, useSegments } from './segmentsState'

/** How customers are kept: programmes and other ways, and what that does to the lifetime value. */
export function Loyalty() {
  const t = useText()
  const session = useSession()
  const { canvasId, selection } = useView('canvasId', 'selection')
  const filter = useSegments(state => state.filter)
  const [fresh, setFresh] = useState<string | null>(null)
  const ids = useDocument(document => shownIds(document, filter))
  const total = useDocument(document => document.all('loyalty').length)
  const segments = useDocument(segmentOptions)
  const isKnown = segments.some(({ id }) => id === filter.segmentId)

  const add = () => {
    const made = session.dispatch(loyaltyCommands.add, {
      canvasId,
      reward: filter.reward === 'all' ? 'financial' : filter.reward,
      kind: filter.kind === 'others' ? 'betterService' : 'points',
      segmentIds: filter.segmentId && isKnown ? [filter.segmentId] : [],
    })
    if (!made) return
    setFresh(made.id)
    look({ selection: [made.id] })
  }
  return (
    <>
      <Lifetime />
      <section className={styles.programmes} aria-label={t($ => $.segments.programmes)}>
        <header>
          <h3>{t($ => $.segments.programmes)}</h3>
          <span role="status">{t($ => $.segments.programmesShown, { shown: ids.length, total })}</span>
          {session.readOnly === null && (
            <Button icon={Plus} onClick={add}>
              {t($ => $.segments.addProgramme)}
            </Button>
          )}
        </header>
        <div className={styles.filter}>
          <Segmented
            look="chips"
            label={t($ => $.segments.reward)}
            value={filter.reward}
            options={(['all', 'financial', 'nonFinancial'] as const).map(value => ({
              value,
              label: t($ => $.segments.rewards[value]),
            }))}
            onChange={reward => show({ filter: { ...filter, reward } })}
          />
          <Segmented
            look="chips"
            label={t($ => $.segments.kindOfWay)}
            value={filter.kind}
            options={(['all', 'programmes', 'others'] as const).map(value => ({
              value,
              label: t($ => $.segments.ways[value]),
            }))}
            onChange={kind => show({ filter: { ...filter, kind } })}
          />
          <Select
            look="plain"
            label={t($ => $.terms.segment.segment)}
            value={isKnown ? filter.segmentId : null}
            none={t($ => $.segments.allSegments)}
            options={segments.map(({ id, title }) => ({
              value: id,
              label: title || t($ => $.segments.unnamed),
              icon: <SegmentCode id={id} />,
            }))}
            onChange={segmentId => show({ filter: { ...filter, segmentId } })}
          />
        </div>
        {ids.length === 0 && (
          <Nothing
            title={total === 0 ? t($ => $.segments.noProgrammes) : t($ => $.segments.noneMatches)}
            text={total === 0 ? t($ => $.segments.noProgrammesText) : t($ => $.segments.noneMatchesText)}
          />
        )}
        <div className={styles.cards}>
          {ids.map(id => (
            <Programme key={id} id={id} fresh={id === fresh} selected={selection.includes(id)} />
          ))}
        </div>
      </section>
    </>
  )
}

/** A filter may name a segment of another document, or one that is gone: then it counts for nothing. */
const shownIds = (document: DocumentView, filter: LoyaltyFilter) => {
  const segmentId = document.find('segment', filter.segmentId)?.id ?? null
  return programmesOf(document, { ...filter, segmentId }).map(({ id }) => id)
}

const segmentOptions = (document: DocumentView) =>
  document.all('segment').map(({ id, title }) => ({ id, title }))
