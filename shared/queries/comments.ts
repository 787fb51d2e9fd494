/** Comments as talks: the one that began it, with what was answered. */
import type { DocumentView } from '../document'
import type { Comment } from '../model'

export interface Talk {
  readonly comment: Comment
  /** The oldest first. */
  readonly replies: readonly Comment[]
}

/** By the moment they were written, then by id: clocks of several people may disagree, the order must not. */
const byTime = (a: Comment, b: Comment) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)

/** An answer whose beginning is not there (a merge can leave one) is a beginning itself. */
const begins = (document: DocumentView, { replyToId }: Comment) => !document.find('comment', replyToId)

const talk = (document: DocumentView, comment: Comment): Talk => ({
  comment,
  replies: answersTo(document, comment.id).toSorted(byTime),
})

/** Answers, and answers to answers, which other ways than the command can make. */
const answersTo = (document: DocumentView, id: string): Comment[] =>
  document.pointing('comment', 'replyToId', id).flatMap(answer => [answer, ...answersTo(document, answer.id)])

/** The talks about a record: open ones first, each kind the oldest first. */
export const talksAbout = (document: DocumentView, targetId: string): Talk[] =>
  document
    .pointing('comment', 'targetId', targetId)
    .filter(comment => begins(document, comment))
    .toSorted((a, b) => Number(a.resolved) - Number(b.resolved) || byTime(a, b))
    .map(comment => talk(document, comment))

/** Every talk of the document, the one with the newest word first. */
export const allTalks = (document: DocumentView): Talk[] =>
  document
    .all('comment')
    .filter(comment => begins(document, comment))
    .map(comment => talk(document, comment))
    .toSorted((a, b) => byTime(newest(b), newest(a)))

const newest = ({ comment, replies }: Talk) => replies.at(-1) ?? comment

/** How many open talks there are about each record, by its id; records without any are not in it. */
export function openTalkCounts(document: DocumentView): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const comment of document.all('comment')) {
    if (comment.resolved || !begins(document, comment)) continue
    counts[comment.targetId] = (counts[comment.targetId] ?? 0) + 1
  }
  return counts
}

/** How many open talks there are about a record. */
export const openTalks = (document: DocumentView, targetId: string): number =>
  document
    .pointing('comment', 'targetId', targetId)
    .filter(comment => !comment.resolved && begins(document, comment)).length
