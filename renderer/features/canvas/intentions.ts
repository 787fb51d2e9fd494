/** What a gesture or key on the canvas means, as commands. */
import {
  addLink,
  addNote,
  linkToSegment,
  membershipKind,
  moveNotes,
  removeLinks,
  renameNote,
  trashNotes,
  updateNote,
  updatePlacement,
} from '../../../shared/commands'
import type { NoteDraft } from '../../../shared/layout/canvas'
import type { LinkKind } from '../../../shared/model/link'
import { linkKindsBetween } from '../../../shared/model/link'
import type { Block } from '../../../shared/model/note'
import { endOf, type CanvasModel } from '../../../shared/queries'
import type { DocumentSession } from '../../document/session'

export interface On {
  readonly session: DocumentSession
  readonly model: CanvasModel
}

const canvasIdOf = ({ model }: On) => model.canvas.id

/** A note of that name where its draft stood; returns its id. */
export function addDraft({ session, model }: On, draft: NoteDraft, title: string): string | undefined {
  const { block, after, x, y } = draft
  const place = model.canvas.arrangement === 'free' ? { x, y } : {}
  return session.dispatch(addNote, { canvasId: model.canvas.id, block, after, title, ...place })?.id
}

/** Gives a note its name: everywhere, or on this canvas only. */
export const rename = (on: On, id: string, title: string, here: boolean): void =>
  void on.session.dispatch(renameNote, { id, canvasId: canvasIdOf(on), title, here })

export const park = (on: On, ids: readonly string[]): void =>
  void on.session.dispatch(moveNotes, { ids: [...ids], canvasId: canvasIdOf(on), block: 'parked' })

export const throwAway = (on: On, ids: readonly string[]): void =>
  void on.session.dispatch(trashNotes, { ids: [...ids], canvasId: canvasIdOf(on) })

/** Into a block, behind a note of it or first; where notes lie freely each keeps its place beside the others. */
export function moveTo(
  on: On,
  ids: readonly string[],
  block: Block,
  after: string | null,
  places?: readonly { readonly x: number; readonly y: number }[],
): void {
  const { session } = on
  const canvasId = canvasIdOf(on)
  if (!places) return void session.dispatch(moveNotes, { ids: [...ids], canvasId, block, after })
  session.dispatchAll('note.move', dispatch => {
    ids.forEach((id, at) => {
      const place = places[at] ?? {}
      // one that stays in its block only changes its place, not its rank
      if (on.model.note(id)?.block === block) dispatch(updatePlacement, { id, canvasId, ...place })
      else dispatch(moveNotes, { ids: [id], canvasId, block, after, ...place })
    })
  })
}

/** Ties notes to a segment by the kind their block calls for, as dropping them on its chip does. */
export const tieToSegment = (on: On, noteIds: readonly string[], segmentId: string): void =>
  void on.session.dispatch(linkToSegment, { canvasId: canvasIdOf(on), noteIds: [...noteIds], segmentId })

/** Notes that can be for a segment: all but those that are one. */
export const linkable = ({ model }: On, ids: readonly string[]): string[] =>
  ids.filter(id => {
    const placed = model.note(id)
    return placed !== undefined && membershipKind(placed.block) !== undefined
  })

export const allFor = (on: On, ids: readonly string[], segmentId: string): boolean => {
  const own = linkable(on, ids)
  return own.length > 0 && own.every(id => on.model.segmentsOf(id).includes(segmentId))
}

/** Makes notes be for a segment; where all are already, none is any more. */
export function toggleSegment(on: On, ids: readonly string[], segmentId: string): void {
  const own = linkable(on, ids)
  if (own.length === 0) return
  if (!allFor(on, own, segmentId)) return tieToSegment(on, own, segmentId)
  const links = own.flatMap(id =>
    on.model
      .linksOf(id)
      .filter(({ from, to }) => from === segmentId || to === segmentId)
      .flatMap(link => link.ids),
  )
  if (links.length > 0) on.session.dispatch(removeLinks, { ids: [...new Set(links)] })
}

export interface Tie {
  readonly kind: LinkKind
  readonly fromId: string
  readonly toId: string
}

/** The links that can join two notes, in either direction. */
export function tiesBetween({ session, model }: On, a: string, b: string): Tie[] {
  const [one, other] = [endOf(model, session.doc, a), endOf(model, session.doc, b)]
  if (!one || !other || a === b) return []
  return [
    ...linkKindsBetween(one, other).map(kind => ({ kind, fromId: a, toId: b })),
    ...linkKindsBetween(other, one).map(kind => ({ kind, fromId: b, toId: a })),
  ]
}

export const tie = (on: On, link: Tie): void =>
  void on.session.dispatch(addLink, { canvasId: canvasIdOf(on), ...link })

/** Gives notes a colour of their own on this canvas; null takes it away. */
export function paint(on: On, ids: readonly string[], colour: string | null): void {
  on.session.dispatchAll('note.show', dispatch => {
    for (const id of ids) dispatch(updatePlacement, { id, canvasId: canvasIdOf(on), colour })
  })
}

/**
 * Copies of notes behind them, with what they say and whom they are for; returns their ids. A copy of a segment or
 * channel gets a number, else it would be the same one.
 */
export function duplicate(on: On, ids: readonly string[]): string[] {
  const made: string[] = []
  const { session, model } = on
  const canvasId = model.canvas.id
  session.dispatchAll('note.duplicate', dispatch => {
    for (const placed of ids.flatMap(id => model.note(id) ?? [])) {
      const { note, block, title, id } = placed
      const isRecord = block === 'customerSegments' || block === 'channels'
      const added = dispatch(addNote, {
        canvasId,
        block,
        after: id,
        title: isRecord && title ? `${title} 2` : title,
        text: note.text,
        subtype: note.subtype,
      })
      if (!added) continue
      made.push(added.id)
      const { status, owned, pictureId } = note
      dispatch(updateNote, { id: added.id, status, owned, pictureId })
      if (block === 'customerSegments') continue
      for (const segmentId of model.segmentsOf(id)) {
        dispatch(linkToSegment, { canvasId, noteIds: [added.id], segmentId })
      }
    }
  })
  return made
}
