import { CircleCheck, Unplug } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { channelIcon } from '../../../shared/layout/icons'
import {
  channelChoices,
  channelLoss,
  type CanvasModel,
  type ChannelChoice,
  type ChannelLoss,
} from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useSession } from '../../document/hooks'
import { SegmentCode } from '../../document/SegmentMark'
import { Icon } from '../../ui/Icon'
import { useText } from '../../ui/text'
import { setLinks, useLinks } from './linksState'
import loss from './Loss.module.css'
import { Nothing } from './Nothing'

/** What breaks when one channel goes; every row leads there. */
export function Loss({ model }: { model: CanvasModel }) {
  const t = useText()
  const { doc, handle } = useSession()
  const { channelId } = useLinks(handle)
  const choices = channelChoices(doc, model)
  const chosen = choices.find(({ id }) => id === channelId) ?? choices[0]
  if (!chosen) return <Nothing title={t($ => $.links.loss.none)} text={t($ => $.links.loss.noneText)} />
  return (
    <div className={loss.halves}>
      <Channels choices={choices} chosen={chosen} onChoose={id => setLinks(handle, { channelId: id })} />
      <Broken choice={chosen} loss={channelLoss(doc, model, chosen)} />
    </div>
  )
}

interface ChannelsProps {
  readonly choices: readonly ChannelChoice[]
  readonly chosen: ChannelChoice
  readonly onChoose: (id: string) => void
}

function Channels({ choices, chosen, onChoose }: ChannelsProps) {
  const t = useText()
  const { doc } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = choices.indexOf(chosen)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key]
    const next = to === undefined ? undefined : choices[Math.max(0, Math.min(choices.length - 1, to))]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onChoose(next.id)
    const rows = list.current?.querySelectorAll<HTMLElement>('[role=option]')
    rows?.[choices.indexOf(next)]?.focus()
  }
  return (
    <div ref={list} role="listbox" className={loss.channels} aria-label={t($ => $.links.loss.text)}>
      {choices.map(choice => {
        const channel = doc.find('channel', choice.channelId)
        return (
          <div
            key={choice.id}
            role="option"
            aria-selected={choice === chosen}
            tabIndex={choice === chosen ? 0 : -1}
            data-part={choice === chosen ? 'links' : undefined}
            className={loss.channel}
            onClick={() => onChoose(choice.id)}
            onKeyDown={onKeyDown}
          >
            <Icon name={channel ? channelIcon(channel) : 'circle'} />
            <span className={loss.text}>{choice.title || t($ => $.board.unnamed.any)}</span>
            <em aria-hidden>{choice.uses > 0 && choice.uses}</em>
            <span className="visually-hidden">
              {choice.uses > 0 ? t($ => $.bridge.uses, { count: choice.uses }) : t($ => $.bridge.unused)}
            </span>
          </div>
        )
      })}
    </div>
  )
}

function Broken({ choice, loss: lost }: { choice: ChannelChoice; loss: ChannelLoss }) {
  const t = useText()
  const title = choice.title || t($ => $.board.unnamed.any)
  const words = useSummary(lost)
  return (
    <div className={loss.result}>
      <header>
        <h3>{t($ => $.links.loss.without, { title })}</h3>
        <p role="status" data-bad={words.length > 0}>
          {words.length > 0 ? (
            <Unplug size={14} strokeWidth={2} aria-hidden />
          ) : (
            <CircleCheck size={14} aria-hidden />
          )}
          {words.length > 0 ? words.join(' · ') : t($ => $.links.loss.harmless)}
        </p>
      </header>
      <Part
        title={t($ => $.links.loss.journeys)}
        empty={lost.journeys.length === 0 && t($ => $.links.loss.inNoJourney)}
      >
        {lost.journeys.map(({ journey, touchpoints, brokenSteps, steps }) => (
          <div key={journey.id} className={loss.journey}>
            <h5>
              {journey.title || t($ => $.journey.untitled)}
              <span>{t($ => $.links.loss.brokenOf, { broken: brokenSteps.length, all: steps })}</span>
            </h5>
            <ul>
              {touchpoints.map(({ touchpoint, step, stage }) => {
                const broken = brokenSteps.some(one => one.step.id === step.id)
                return (
                  <Row
                    key={touchpoint.id}
                    bad={broken}
                    word={broken ? t($ => $.links.loss.broken) : t($ => $.links.loss.held)}
                    onClick={() =>
                      goTo('board', { journeyId: journey.id, selection: [touchpoint.id], viewport: null })
                    }
                  >
                    <span className={loss.text}>
                      {touchpoint.title || t($ => $.board.unnamed.touchpoint)}
                    </span>
                    <span className={loss.place}>
                      {stage.title || t($ => $.board.unnamed.stage)} ›{' '}
                      {step.title || t($ => $.board.unnamed.step)}
                    </span>
                  </Row>
                )
              })}
            </ul>
          </div>
        ))}
      </Part>
      <Part
        title={t($ => $.links.loss.segments)}
        empty={
          choice.noteIds.length === 0
            ? t($ => $.links.loss.notOnCanvas)
            : lost.segments.length === 0 && t($ => $.links.loss.reachesNobody)
        }
      >
        <ul>
          {lost.segments.map(({ segment, phases, all }) => {
            const names = phases.map(phase => t($ => $.bridge.phase[phase])).join(', ')
            const word = all
              ? t($ => $.links.loss.all)
              : phases.length > 0
                ? t($ => $.links.loss.phases, { phases: names })
                : t($ => $.links.loss.kept)
            return (
              <Row
                key={segment.id}
                bad={all || phases.length > 0}
                word={word}
                onClick={() => goTo('canvas', { selection: [segment.noteId] })}
              >
                {segment.segment && <SegmentCode id={segment.id} />}
                <span className={loss.text}>{segment.title || t($ => $.links.unnamed)}</span>
              </Row>
            )
          })}
        </ul>
      </Part>
      {choice.noteIds.length > 0 && (
        <Part
          title={t($ => $.links.loss.deliveries)}
          empty={lost.deliveries.length === 0 && t($ => $.links.loss.deliversNothing)}
        >
          <ul>
            {lost.deliveries.map(({ note, others }) => (
              <Row
                key={note.id}
                bad={others.length === 0}
                word={
                  others.length === 0
                    ? t($ => $.links.loss.undelivered)
                    : t($ => $.links.loss.stillThrough, { channels: others.join(', ') })
                }
                onClick={() => goTo('canvas', { selection: [note.id] })}
              >
                <span className={loss.text}>{note.title || t($ => $.links.unnamed)}</span>
              </Row>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

/** What goes, in a few words. */
function useSummary({ journeys, segments, deliveries }: ChannelLoss): string[] {
  const t = useText()
  const touchpoints = journeys.reduce((sum, one) => sum + one.touchpoints.length, 0)
  const steps = journeys.reduce((sum, one) => sum + one.brokenSteps.length, 0)
  const hit = segments.filter(({ all, phases }) => all || phases.length > 0).length
  const undelivered = deliveries.filter(({ others }) => others.length === 0).length
  return [
    touchpoints > 0 && t($ => $.links.loss.touchpoints, { count: touchpoints }),
    steps > 0 && t($ => $.links.loss.steps, { count: steps }),
    hit > 0 && t($ => $.links.loss.segmentsHit, { count: hit }),
    undelivered > 0 && t($ => $.links.loss.offersHit, { count: undelivered }),
  ].filter(word => word !== false)
}

function Part({ title, empty, children }: { title: string; empty: string | false; children: ReactNode }) {
  return (
    <section className={loss.part}>
      <h4>{title}</h4>
      {empty ? <p>{empty}</p> : children}
    </section>
  )
}

interface RowProps {
  readonly bad: boolean
  /** What happens to it. */
  readonly word: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function Row({ bad, word, onClick, children }: RowProps) {
  return (
    <li>
      <button type="button" className={loss.row} onClick={onClick}>
        {children}
        <span className={loss.word} data-bad={bad}>
          {word}
        </span>
      </button>
    </li>
  )
}
