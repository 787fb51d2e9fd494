/** What a gesture or key on the board means, as commands: adding beside and below, moving, rating, removing. */
import {
  addJourney,
  cardCommands,
  painPointCommands,
  rateExperience,
  removeRecords,
  stageCommands,
  stepCommands,
  touchpointCommands,
} from '../../../shared/commands'
import { MissingRecord, type DocumentView } from '../../../shared/document'
import type { PainPoint } from '../../../shared/model'
import type { DocumentSession } from '../../document/session'
import type { Direction } from './navigation'

type Made = string | undefined

/** Adds a sibling right after the record; returns the new record's id. */
export function addNext(session: DocumentSession, id: string): Made {
  const record = session.doc.get(id)
  switch (record?.type) {
    case 'stage':
      return addStage(session, String(record['journeyId']), id)
    case 'step':
      return addStep(session, String(record['stageId']), id)
    case 'touchpoint':
      return addTouchpoint(session, String(record['stepId']), id)
    case 'painPoint':
      return addPain(session, (record as unknown as PainPoint).touchpointIds)
    case undefined:
    default:
      return undefined
  }
}

/** Adds what lives below the record: a step in a stage, a touchpoint in a step, a pain at a touchpoint. */
export function addBelow(session: DocumentSession, id: string): Made {
  switch (session.doc.get(id)?.type) {
    case 'journey':
      return addStage(session, id)
    case 'stage':
      return addStep(session, id)
    case 'step':
      return addTouchpoint(session, id)
    case 'touchpoint':
      return addPain(session, [id])
    case undefined:
    default:
      return undefined
  }
}

export const addStage = (session: DocumentSession, journeyId: string, after?: string | null): Made =>
  session.dispatch(stageCommands.add, { journeyId, title: '', after })?.id

export const addStep = (session: DocumentSession, stageId: string, after?: string | null): Made =>
  session.dispatch(stepCommands.add, { stageId, title: '', after })?.id

export const addTouchpoint = (session: DocumentSession, stepId: string, after?: string | null): Made =>
  session.dispatch(touchpointCommands.add, { stepId, title: '', after })?.id

export const addPain = (session: DocumentSession, touchpointIds: readonly string[]): Made =>
  session.dispatch(painPointCommands.add, { touchpointIds: [...touchpointIds], title: '' })?.id

/** Adds a free card to a lane. */
export const addCard = (session: DocumentSession, laneId: string, stepId: string): Made =>
  session.dispatch(cardCommands.add, { laneId, stepId })?.id

export const addFirstJourney = (session: DocumentSession, title: string): Made =>
  session.dispatch(addJourney, { title })?.id

export interface Move {
  readonly ids: readonly string[]
  readonly parentId: string
  readonly after: string | null
}

/** Puts records of one kind in another place, as one undo step. */
export function move(session: DocumentSession, { ids, parentId, after }: Move): void {
  const type = session.doc.get(ids[0])?.type
  const moved = [...ids]
  if (type === 'touchpoint')
    session.dispatch(touchpointCommands.move, { ids: moved, stepId: parentId, after })
  else if (type === 'step') session.dispatch(stepCommands.move, { ids: moved, stageId: parentId, after })
  else if (type === 'stage') session.dispatch(stageCommands.move, { ids: moved, journeyId: parentId, after })
  else if (type === 'painPoint') {
    session.dispatchAll('painPoint.rehang', dispatch => {
      for (const id of moved) {
        const others = (session.doc.find('painPoint', id)?.touchpointIds ?? []).slice(1)
        const touchpointIds = [parentId, ...others.filter(other => other !== parentId)]
        dispatch(painPointCommands.update, { id, touchpointIds })
      }
    })
  } else if (type === 'card') {
    session.dispatchAll('card.rehang', dispatch => {
      for (const id of moved) dispatch(cardCommands.update, { id, stepId: parentId })
    })
  }
}

/** Where Alt and an arrow take a record; undefined at the edge. */
export function moveTowards(document: DocumentView, id: string, direction: Direction): Move | undefined {
  const record = document.get(id)
  const step = direction === 'left' || direction === 'up' ? -1 : 1
  const sideways = direction === 'left' || direction === 'right'
  switch (record?.type) {
    case 'stage':
      return sideways
        ? amongSiblings(
            document.pointing('stage', 'journeyId', String(record['journeyId'])),
            id,
            String(record['journeyId']),
            step,
          )
        : undefined
    case 'step': {
      const stageId = String(record['stageId'])
      if (!sideways) return undefined
      return (
        amongSiblings(document.pointing('step', 'stageId', stageId), id, stageId, step) ??
        beside(stagesAround(document, stageId), stageId, id, step, other =>
          step > 0 ? undefined : document.pointing('step', 'stageId', other).at(-1)?.id,
        )
      )
    }
    case 'touchpoint': {
      const stepId = String(record['stepId'])
      if (!sideways) return amongSiblings(document.pointing('touchpoint', 'stepId', stepId), id, stepId, step)
      return beside(
        stepsAround(document, stepId),
        stepId,
        id,
        step,
        other => document.pointing('touchpoint', 'stepId', other).at(-1)?.id,
      )
    }
    case 'painPoint': {
      const home = document.find('touchpoint', (record as unknown as PainPoint).touchpointIds[0])
      const steps = stepsAround(document, home?.stepId ?? '')
      const all = steps.flatMap(one => document.pointing('touchpoint', 'stepId', one.id))
      const at = all.findIndex(one => one.id === home?.id)
      const ahead = step > 0 ? all.slice(at + 1) : all.slice(0, at).toReversed()
      const next = ahead.find(one => !sideways || one.stepId !== home?.stepId)
      return next && { ids: [id], parentId: next.id, after: null }
    }
    case 'card': {
      const stepId = String(record['stepId'])
      return sideways ? beside(stepsAround(document, stepId), stepId, id, step, () => undefined) : undefined
    }
    case undefined:
    default:
      return undefined
  }
}

interface Named {
  readonly id: string
}

function amongSiblings(
  siblings: readonly Named[],
  id: string,
  parentId: string,
  step: 1 | -1,
): Move | undefined {
  const at = siblings.findIndex(sibling => sibling.id === id)
  if (!siblings[at + step]) return undefined
  const after = step > 0 ? siblings[at + 1]?.id : siblings[at - 2]?.id
  return { ids: [id], parentId, after: after ?? null }
}

/** Into the parent beside, after what `lastIn` names there; undefined puts it first. */
function beside(
  parents: readonly Named[],
  parentId: string,
  id: string,
  step: 1 | -1,
  lastIn: (parentId: string) => string | undefined,
): Move | undefined {
  const next = parents[parents.findIndex(parent => parent.id === parentId) + step]
  return next && { ids: [id], parentId: next.id, after: lastIn(next.id) ?? null }
}

const stagesAround = (document: DocumentView, stageId: string) =>
  document.pointing('stage', 'journeyId', document.find('stage', stageId)?.journeyId ?? '')

const stepsAround = (document: DocumentView, stepId: string) =>
  stagesAround(document, document.find('step', stepId)?.stageId ?? '').flatMap(stage =>
    document.pointing('step', 'stageId', stage.id),
  )

/** Says how the touchpoints feel: to everybody who has spoken of them, else to all. */
export function rate(session: DocumentSession, ids: readonly string[], emotion: number): void {
  session.dispatchAll('experience.rate', dispatch => {
    for (const touchpointId of ids) {
      const spoken = session.doc.pointing('experience', 'touchpointId', touchpointId)
      const speakers = spoken.length > 0 ? spoken.map(one => one.personaId) : [null]
      for (const personaId of speakers) dispatch(rateExperience, { touchpointId, personaId, emotion })
    }
  })
}

/** Takes records out with all below them; says nothing of those that are gone already. */
export function remove(session: DocumentSession, ids: readonly string[]): void {
  const here = ids.filter(id => session.doc.get(id))
  if (here.length > 0) session.dispatch(removeRecords, { ids: here })
}

/** Changes a title wherever the record keeps it; cards keep a text. */
export function rename(session: DocumentSession, id: string, title: string): void {
  const join = `${id}.title`
  switch (session.doc.get(id)?.type) {
    case 'stage':
      return void session.dispatch(stageCommands.update, { id, title }, join)
    case 'step':
      return void session.dispatch(stepCommands.update, { id, title }, join)
    case 'touchpoint':
      return void session.dispatch(touchpointCommands.update, { id, title }, join)
    case 'painPoint':
      return void session.dispatch(painPointCommands.update, { id, title }, join)
    case 'card':
      return void session.dispatch(cardCommands.update, { id, text: title }, join)
    case undefined:
    default:
      throw new MissingRecord(id)
  }
}
