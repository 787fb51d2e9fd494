import { useVirtualizer } from '@tanstack/react-virtual'
import { Trash2 } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { channelPhases, type ChannelPhase } from '../../../shared/model/channel'
import { linkKinds, type LinkKind } from '../../../shared/model/link'
import { phasesOfReach, switched, type CanvasModel, type ModelLink } from '../../../shared/queries'
import { goTo, look } from '../../app/store'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { useLinking } from '../../document/linking'
import { SegmentCode } from '../../document/SegmentMark'
import { Button, IconButton } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import list from './LinkList.module.css'
import styles from './Links.module.css'
import { setLinks, useLinks } from './linksState'
import { Nothing } from './Nothing'
import { PhaseDots } from './PhaseDots'

const ROW = 32

/** Every link of the canvas, readable in both directions; only rows in sight are drawn. */
export function LinkList({ model }: { model: CanvasModel }) {
  const t = useText()
  const { handle } = useSession()
  const { kind, segmentId } = useLinks(handle)
  const used = linkKinds.filter(one => model.links.some(link => link.kind === one))
  const shown = model.links.filter(
    link => (kind === null || link.kind === kind) && (segmentId === null || isAbout(model, link, segmentId)),
  )
  const links = linkKinds.flatMap(one => shown.filter(link => link.kind === one))
  if (model.links.length === 0)
    return <Nothing title={t($ => $.links.list.none)} text={t($ => $.links.list.noneText)} />
  return (
    <>
      <div className={frame.bar}>
        <div className={list.filter} data-on={kind !== null}>
          <Select
            look="plain"
            label={t($ => $.links.list.link)}
            none={t($ => $.links.list.anyKind)}
            value={used.find(one => one === kind) ?? null}
            options={used.map(value => ({ value, label: bothWays(t, value) }))}
            onChange={next => setLinks(handle, { kind: next })}
          />
        </div>
        <div className={list.filter} data-on={segmentId !== null}>
          <Select
            look="plain"
            label={t($ => $.terms.segment.segment)}
            none={t($ => $.links.list.anySegment)}
            value={model.segments.find(({ id }) => id === segmentId)?.id ?? null}
            options={model.segments.map(({ id, title }) => ({
              value: id,
              label: title || t($ => $.links.unnamed),
              icon: <SegmentCode id={id} />,
            }))}
            onChange={next => setLinks(handle, { segmentId: next })}
          />
        </div>
        <span role="status" className={`${frame.count} ${list.end}`}>
          {t($ => $.links.list.count, { count: links.length })}
        </span>
      </div>
      {links.length === 0 ? (
        <div className={frame.empty}>
          <p>{t($ => $.links.list.noMatch)}</p>
          <Button tone="link" onClick={() => setLinks(handle, { kind: null, segmentId: null })}>
            {t($ => $.links.list.clear)}
          </Button>
        </div>
      ) : (
        <Rows model={model} links={links} />
      )}
    </>
  )
}

/** At a segment, or between notes that are for it. */
const isAbout = (model: CanvasModel, { from, to }: ModelLink, segmentId: string) =>
  from === segmentId ||
  to === segmentId ||
  [from, to].every(id => model.note(id) !== undefined && model.segmentsOf(id).includes(segmentId))

type T = ReturnType<typeof useText>

/** 'offered to / gets' */
const bothWays = (t: T, kind: LinkKind) =>
  `${t($ => $.linkWords[kind].from)} / ${t($ => $.linkWords[kind].to)}`

const keyOf = ({ kind, from, to }: ModelLink) => `${kind} ${from} ${to}`

function Rows({ model, links }: { model: CanvasModel; links: readonly ModelLink[] }) {
  const t = useText()
  const { doc, readOnly } = useSession()
  const linking = useLinking(model.canvas.id)
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, links.length - 1)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here alone
  const virtual = useVirtualizer({
    count: links.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: ROW,
    scrollPaddingStart: ROW,
    getItemKey: n => (links[n] ? keyOf(links[n]) : n),
  })
  const phasesOf = (link: ModelLink) => phasesOfReach(doc, model, link)
  const switchPhase = (link: ModelLink, phase: ChannelPhase) =>
    linking.setPhases(tieOf(link), link, switched(phasesOf(link), phase))
  const choose = (to: number) => {
    const next = Math.max(0, Math.min(links.length - 1, to))
    setChosen(next)
    virtual.scrollToIndex(next)
    const link = links[next]
    if (link) look({ selection: [link.ids[0]!] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const link = links[at]
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 12,
      PageUp: at - 12,
      Home: 0,
      End: links.length - 1,
    }[event.key]
    const number = /^[0-9]$/.test(event.key) ? Number(event.key) : null
    const phase = number !== null && link.kind === 'reaches' ? channelPhases[number - 1] : undefined
    if (to !== undefined) choose(to)
    else if (event.key === 'Delete' || event.key === 'Backspace') linking.untie(link)
    else if (event.key === 'Enter') goTo('canvas', { selection: [link.ids[0]!] })
    else if (phase) switchPhase(link, phase)
    else if (number !== null && number <= 3 && link.kind === 'addresses')
      linking.setWeight(tieOf(link), link, number)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (row) choose(Number(row.dataset['row']))
  }
  return (
    <div
      ref={scroller}
      role="grid"
      className={list.grid}
      data-part="links"
      tabIndex={0}
      aria-label={t($ => $.links.views.list)}
      aria-rowcount={links.length + 1}
      aria-describedby="list-keys"
      aria-activedescendant={`link-row-${at}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="rowgroup" className={list.head}>
        <div role="row" className={list.row}>
          <span role="columnheader">{t($ => $.links.list.from)}</span>
          <span role="columnheader">{t($ => $.links.list.link)}</span>
          <span role="columnheader">{t($ => $.links.list.to)}</span>
          <span role="columnheader">{t($ => $.links.list.more)}</span>
          <span role="columnheader">
            <span className="visually-hidden">{t($ => $.links.list.remove)}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className={list.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const link = links[index]
          if (!link) return null
          return (
            <div
              key={key}
              id={`link-row-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              className={list.row}
              style={{ transform: `translateY(${start - ROW}px)` }}
              data-row={index}
            >
              <span role="gridcell">
                <End model={model} id={link.from} />
              </span>
              <span role="gridcell" className={list.words} title={bothWays(t, link.kind)}>
                {t($ => $.linkWords[link.kind].from)}
                <span className="visually-hidden"> / {t($ => $.linkWords[link.kind].to)}</span>
              </span>
              <span role="gridcell">
                <End model={model} id={link.to} />
              </span>
              <span role="gridcell">
                {link.kind === 'reaches' && (
                  <PhaseDots
                    phases={phasesOf(link)}
                    inherited={link.phases.length === 0}
                    onSwitch={readOnly === null ? phase => switchPhase(link, phase) : undefined}
                  />
                )}
                {link.kind === 'addresses' && <Weight weight={link.weight} />}
              </span>
              <span role="gridcell">
                {readOnly === null && (
                  <IconButton
                    icon={Trash2}
                    tabIndex={-1}
                    label={t($ => $.links.list.remove)}
                    className={list.remove}
                    onClick={event => {
                      event.stopPropagation()
                      linking.untie(link)
                      scroller.current?.focus()
                    }}
                  />
                )}
              </span>
            </div>
          )
        })}
      </div>
      <p id="list-keys" className={styles.keys}>
        {t($ => $.links.list.keys)}
      </p>
    </div>
  )
}

const tieOf = ({ kind, from, to }: ModelLink) => ({ kind, fromId: from, toId: to })

/** A note, segment or pain with the block it stands in. */
function End({ model, id }: { model: CanvasModel; id: string }) {
  const t = useText()
  const { doc } = useSession()
  const note = model.note(id) ?? model.noteOf(id)
  const segment = doc.find('segment', id)
  const pain = doc.find('painPoint', id)
  const title = segment?.title || note?.title || pain?.title || t($ => $.links.unnamed)
  return (
    <>
      {segment && <SegmentCode id={id} />}
      <span className={list.text} title={title}>
        {title}
      </span>
      <em>{pain ? t($ => $.terms.journey.painPoint) : note && !segment && blockName(t, note.block)}</em>
    </>
  )
}

function Weight({ weight }: { weight: number | null }) {
  const t = useText()
  if (weight === null) return <em>{t($ => $.fit.howFar)}</em>
  return (
    <span>
      <b>{weight}</b> {t($ => $.fit.weight[`w${weight as 0 | 1 | 2 | 3}`])}
    </span>
  )
}
