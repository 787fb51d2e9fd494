/** L39, L40: whether canvas and journeys tell the same story. */
import type { Loyalty, PainPoint } from '../../model'
import { channelPhases, type ChannelPhase } from '../../model/channel'
import { norm } from '../../queries/norm'
import type { PlacedNote } from '../../queries/canvas/model'
import { loyaltyEffect } from '../../queries/value'
import type { CanvasContext } from '../context'
import type { Found } from '../finding'
import { canvasRule, found, foundAmong, type Rule, type Skip } from '../rule'

export const bridge: readonly Rule[] = [
  canvasRule('L39', (context, skip) => [...notOnModel(context), ...channelsInJourneys(context, skip)]),
  canvasRule('L40', (context, skip) => [
    ...unaddressed(context, skip),
    ...unproven(context),
    ...context.model.segments
      .filter(({ id }) => context.journeys().ofSegment(id).length === 0)
      .map(({ id }) => found('warning', 'noJourney', id)),
    ...programmes(context),
  ]),
]

/** Whether a note stands for a channel: it is that channel, or nobody has said what it is and it is called the same. */
const isChannel = ({ note, title }: PlacedNote, channelId: string, name: string) =>
  note.channelId === null ? name !== '' && norm(title) === norm(name) : note.channelId === channelId

/** Channels of the journeys that belong to this canvas, and that it does not have. */
function notOnModel({ document, canvas, inBlock, journeys }: CanvasContext): Found[] {
  const users = new Map<string, Set<string>>()
  for (const journey of document.pointing('journey', 'canvasId', canvas.id)) {
    for (const { channelId } of journeys().usesIn(journey.id)) {
      if (!users.has(channelId)) users.set(channelId, new Set())
      users.get(channelId)!.add(journey.id)
    }
  }
  return [...users].flatMap(([channelId, journeyIds]) => {
    const channel = document.find('channel', channelId)
    if (!channel || inBlock('channels').some(placed => isChannel(placed, channelId, channel.title))) return []
    return [found('warning', 'notOnModel', channelId, { names: [...journeyIds] })]
  })
}

/** Channels that the journeys of the segments they claim to reach never use, or use in other phases. */
function channelsInJourneys(context: CanvasContext, skip: Skip): Found[] {
  const { document, inBlock, linksFrom, journeys, phasesOf } = context
  const unchecked: string[] = []
  const found_ = inBlock('channels').flatMap((placed): Found[] => {
    const reaches = linksFrom('reaches', placed.id)
    const uses = reaches.flatMap(link =>
      journeys()
        .ofSegment(link.to)
        .flatMap(({ id }) =>
          journeys()
            .usesIn(id)
            .map(use => ({ ...use, claimed: phasesOf(link) })),
        ),
    )
    const walked = reaches.some(({ to }) => journeys().ofSegment(to).length > 0)
    if (!walked) {
      if (reaches.length > 0) unchecked.push(placed.id)
      return []
    }
    const here = uses.filter(({ channelId }) =>
      isChannel(placed, channelId, document.find('channel', channelId)?.title ?? ''),
    )
    if (here.length === 0) return [found('warning', 'unused', placed.id)]
    const other = new Set<ChannelPhase>(
      here.flatMap(({ phases, claimed }) =>
        claimed.length > 0 && phases.length > 0 && !phases.some(phase => claimed.includes(phase))
          ? phases
          : [],
      ),
    )
    return other.size === 0
      ? []
      : [found('warning', 'phase', placed.id, { phases: channelPhases.filter(phase => other.has(phase)) })]
  })
  if (unchecked.length > 0) skip('noJourney', unchecked)
  return found_
}

/** Heavy pains in the journeys of a segment that nothing offered to it addresses. */
function unaddressed({ model, linksTo, journeys, setting }: CanvasContext, skip: Skip): Found[] {
  const without = model.segments.filter(({ id }) => journeys().ofSegment(id).length === 0)
  if (without.length > 0)
    skip(
      'noJourney',
      without.map(({ id }) => id),
    )
  return model.segments.flatMap(({ id }) => {
    const offered = new Set(linksTo('offers', id).map(({ from }) => from))
    return journeys()
      .painsOf(id)
      .filter(({ severity }) => severity >= setting('L40.severity'))
      .filter(pain => !linksTo('addresses', pain.id).some(({ from }) => offered.has(from)))
      .map(pain => foundAmong('warning', 'unaddressed', [pain.id, id], { segment: id }))
  })
}

/** Value propositions that answer a pain nobody has shown. */
function unproven({ document, inBlock, linksFrom }: CanvasContext): Found[] {
  return inBlock('valuePropositions').flatMap(({ id }) =>
    linksFrom('addresses', id).flatMap(({ to }) => {
      const pain = document.find('painPoint', to)
      return !pain || shown(document, pain)
        ? []
        : [foundAmong('warning', 'unproven', [id, pain.id], { pain: pain.id })]
    }),
  )
}

/** Whether a touchpoint of a journey, a persona or evidence shows a pain. */
function shown(document: CanvasContext['document'], { id, title, touchpointIds }: PainPoint): boolean {
  if (touchpointIds.some(touchpoint => document.find('touchpoint', touchpoint))) return true
  if (document.pointing('evidence', 'targetIds', id).length > 0) return true
  return document
    .all('persona')
    .some(({ needs, frustrations }) =>
      [...needs, ...frustrations].some(text => title !== '' && norm(text) === norm(title)),
    )
}

/** What a programme is worth per member of a segment, over the lifetime; null when numbers are missing. */
function gainOf({ values }: CanvasContext, { retentionEffect }: Loyalty, segmentId: string): number | null {
  if (retentionEffect === null) return null
  const lifetime = values().columns.find(column => column.segmentId === segmentId)?.lifetime
  if (!lifetime?.margin) return null
  const { margin, retention, discount } = lifetime
  return loyaltyEffect({ margin: margin.likely, retention: retention.likely, discount }, retentionEffect, 0)
    .gain
}

/** Loyalty programmes that hang in the air, or cost more than they bring. */
function programmes(context: CanvasContext): Found[] {
  const { document, canvas, model } = context
  const here = ({ canvasId, segmentIds }: Loyalty) =>
    canvasId === null
      ? segmentIds.length === 0 || model.segments.some(({ id }) => segmentIds.includes(id))
      : canvasId === canvas.id
  return document
    .all('loyalty')
    .filter(here)
    .flatMap((programme): Found[] => {
      const { id, segmentIds, noteId, costPerMember } = programme
      if (segmentIds.length === 0 && noteId === null) return [found('warning', 'programmeAlone', id)]
      if (costPerMember === null) return []
      return segmentIds.flatMap(segmentId => {
        const gain = gainOf(context, programme, segmentId)
        return gain !== null && costPerMember > gain
          ? [
              foundAmong('warning', 'programmeCost', [id, segmentId], {
                segment: segmentId,
                cost: costPerMember,
                gain,
              }),
            ]
          : []
      })
    })
}
