import { Check, CircleDashed } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { channelPhases, type ChannelPhase } from '../../../shared/model/channel'
import {
  reachOf,
  switched,
  type CanvasModel,
  type ChannelReach,
  type SegmentReach,
} from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { useLinking } from '../../document/linking'
import { SegmentCode } from '../../document/SegmentMark'
import { MenuAt } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { useCells } from '../../ui/useCells'
import frame from '../../ui/View.module.css'
import { GapWords } from './GapWords'
import styles from './Links.module.css'
import { Nothing } from './Nothing'
import reach from './Reach.module.css'

interface Asked {
  readonly segment: SegmentReach
  readonly phase: ChannelPhase
  readonly x: number
  readonly y: number
}

/** Segments, the five phases and the channels that reach them there; a hole can be filled where it shows. */
export function Reach({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const segments = reachOf(session.doc, model)
  const [asked, setAsked] = useState<Asked | null>(null)
  const linking = useLinking(model.canvas.id)
  const rows = segments.flatMap(segment => [null, ...segment.channels].map(channel => ({ segment, channel })))
  const cells = useCells(rows.length, channelPhases.length + 1, { row: 0, column: 1 })
  const holes = segments.reduce((sum, one) => sum + one.holes.length, 0)

  const tieOf = (segment: SegmentReach, noteId: string) =>
    ({ kind: 'reaches', fromId: noteId, toId: segment.segment.id }) as const
  const toggle = (segment: SegmentReach, channel: ChannelReach, phase: ChannelPhase) =>
    linking.setPhases(tieOf(segment, channel.noteId), channel.link, switched(channel.phases, phase))
  const ask = (segment: SegmentReach, phase: ChannelPhase, cell: Element) => {
    const { left, bottom } = cell.getBoundingClientRect()
    setAsked({ segment, phase, x: left, y: bottom })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (cells.moved(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null
    const [row = 0, column = 0] = cell?.getAttribute('data-cell')?.split(' ').map(Number) ?? []
    const here = rows[row]
    const phase = channelPhases[column - 1]
    if (!cell || !here) return
    if ((event.key === 'Delete' || event.key === 'Backspace') && here.channel)
      linking.untie(here.channel.link)
    else if ((event.key === ' ' || event.key === 'Enter') && phase) {
      if (here.channel) toggle(here.segment, here.channel, phase)
      else ask(here.segment, phase, cell)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (segments.length === 0)
    return <Nothing title={t($ => $.links.reach.noSegments)} text={t($ => $.links.reach.noSegmentsText)} />
  return (
    <>
      <div className={frame.bar}>
        <p className={styles.sentence}>{t($ => $.links.reach.text)}</p>
        <span role="status" className={frame.count} data-bad={holes > 0}>
          {holes > 0 ? t($ => $.links.holes, { count: holes }) : t($ => $.links.noHoles)}
        </span>
      </div>
      <div className={frame.scroll}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid that is a real table
          role="grid"
          className={`${frame.table} ${reach.table}`}
          data-part="links"
          aria-label={t($ => $.links.reach.name)}
          aria-describedby="reach-keys"
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={reach.nameColumn}>
                <span className="visually-hidden">{t($ => $.links.reach.name)}</span>
              </th>
              {channelPhases.map(phase => (
                <th key={phase} scope="col">
                  {t($ => $.bridge.phase[phase])}
                </th>
              ))}
            </tr>
          </thead>
          {segments.map(segment => (
            <tbody key={segment.segment.id}>
              {[null, ...segment.channels].map(channel => {
                const row = rows.findIndex(one => one.segment === segment && one.channel === channel)
                return channel ? (
                  <tr key={channel.noteId} className={reach.channelRow}>
                    <th scope="row">
                      <button
                        type="button"
                        {...cells.cell(row, 0)}
                        className={reach.channel}
                        onClick={() => look({ selection: [channel.noteId] })}
                      >
                        <span className={reach.text}>{channel.title || t($ => $.links.unnamed)}</span>
                        {channel.inherited && <em>{t($ => $.links.reach.inherited)}</em>}
                      </button>
                    </th>
                    {channelPhases.map((phase, at) => {
                      const on = channel.phases.includes(phase)
                      return (
                        <td
                          key={phase}
                          {...cells.cell(row, at + 1)}
                          className={reach.phase}
                          aria-selected={on}
                          onClick={() => toggle(segment, channel, phase)}
                        >
                          {on && (
                            <span className={reach.served} data-inherited={channel.inherited}>
                              <Check size={13} strokeWidth={2.25} aria-hidden />
                            </span>
                          )}
                          <span className="visually-hidden">{spokenOf(on, channel.inherited)}</span>
                        </td>
                      )
                    })}
                  </tr>
                ) : (
                  <tr key="all" className={reach.segmentRow}>
                    <th scope="row">
                      <button
                        type="button"
                        {...cells.cell(row, 0)}
                        className={reach.segment}
                        onClick={() => look({ selection: [segment.segment.noteId] })}
                      >
                        {segment.segment.segment && <SegmentCode id={segment.segment.id} />}
                        <span className={reach.text}>{segment.segment.title || t($ => $.links.unnamed)}</span>
                      </button>
                    </th>
                    {channelPhases.map((phase, at) => {
                      const serving = segment.channels.filter(({ phases }) => phases.includes(phase)).length
                      return (
                        <td
                          key={phase}
                          {...cells.cell(row, at + 1)}
                          className={reach.sum}
                          data-hole={serving === 0}
                          aria-label={
                            serving === 0
                              ? t($ => $.links.reach.holeOf, { phase: t($$ => $$.bridge.phase[phase]) })
                              : undefined
                          }
                          onClick={event => ask(segment, phase, event.currentTarget)}
                        >
                          {serving === 0 ? (
                            <span className={reach.hole}>
                              <CircleDashed size={12} strokeWidth={2} aria-hidden />
                              {t($ => $.links.reach.hole)}
                            </span>
                          ) : (
                            t($ => $.links.reach.channels, { count: serving })
                          )}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          ))}
        </table>
        <GapWords segments={segments} />
        <p id="reach-keys" className={styles.keys}>
          {t($ => $.links.reach.keys)}
        </p>
      </div>
      {asked && <Fill asked={asked} model={model} onClose={() => setAsked(null)} />}
    </>
  )

  function spokenOf(on: boolean, inherited: boolean): string {
    if (!on) return t($ => $.links.reach.notServed)
    return inherited ? t($ => $.links.reach.inherited) : t($ => $.links.reach.own)
  }
}

/** The channels of the canvas, to serve a segment in a phase; those that do are ticked. */
function Fill({ asked, model, onClose }: { asked: Asked; model: CanvasModel; onClose: () => void }) {
  const t = useText()
  const linking = useLinking(model.canvas.id)
  const { segment, phase } = asked
  const entries = model.inBlock('channels').map(({ id, title }) => {
    const known = segment.channels.find(({ noteId }) => noteId === id)
    return {
      id,
      label: title || t($ => $.links.unnamed),
      checked: known?.phases.includes(phase) ?? false,
      run: () => {
        const tie = { kind: 'reaches', fromId: id, toId: segment.segment.id } as const
        linking.setPhases(tie, known?.link, switched(known?.phases ?? [], phase))
      },
    }
  })
  const none = { id: 'none', label: t($ => $.links.reach.noChannels), disabled: true, run: () => {} }
  return <MenuAt point={asked} onClose={onClose} groups={[entries.length > 0 ? entries : [none]]} />
}
