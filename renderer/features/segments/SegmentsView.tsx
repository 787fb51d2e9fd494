import { ClipboardCopy } from 'lucide-react'
import { useState, type ComponentType } from 'react'
import { segmentCommands } from '../../../shared/commands'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing, Page } from '../../document/Page'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { Cards } from './Cards'
import { Chart } from './Chart'
import { Compare } from './Compare'
import { useCopyCsv } from './copyCsv'
import { Loyalty } from './Loyalty'
import { Market } from './Market'
import styles from './Segments.module.css'
import { panes, show, useSegments, type Pane } from './segmentsState'

const views: Readonly<Record<Exclude<Pane, 'cards'>, ComponentType>> = {
  compare: Compare,
  chart: Chart,
  market: Market,
  loyalty: Loyalty,
}

/** Who is served: each segment as a card, side by side, as a chart, as sides of a market, and how it is kept. */
export function SegmentsView() {
  const t = useText()
  const session = useSession()
  const pane = useSegments(state => state.pane)
  const isEmpty = useDocument(document => document.all('segment').length === 0)
  const [fresh, setFresh] = useState<string | null>(null)
  const copyCsv = useCopyCsv()
  const View = pane === 'cards' ? null : views[pane]

  const add = () => {
    const made = session.dispatch(segmentCommands.add, {})
    if (!made) return
    setFresh(made.id)
    show({ pane: 'cards' })
    look({ selection: [made.id] })
  }
  return (
    <Page
      title={t($ => $.screens.segments)}
      sentence={t($ => $.segments.text)}
      addLabel={t($ => $.segments.add)}
      onAdd={add}
    >
      {isEmpty ? (
        <Nothing title={t($ => $.segments.none)} text={t($ => $.segments.noneText)} />
      ) : (
        <div data-part="segments" tabIndex={-1} className={styles.part}>
          <div className={styles.panes}>
            <Segmented
              label={t($ => $.segments.views)}
              value={pane}
              options={panes.map(value => ({ value, label: t($ => $.segments.panes[value]) }))}
              onChange={value => show({ pane: value })}
            />
            <Button icon={ClipboardCopy} onClick={copyCsv}>
              {t($ => $.segments.copyCsv)}
            </Button>
          </div>
          {View ? <View /> : <Cards fresh={fresh} />}
        </div>
      )}
    </Page>
  )
}
