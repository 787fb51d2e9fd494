/** Remarks on anything, and what is answered to them. An answer hangs on the comment that began the talk. */
import { z } from 'zod'
import { defineCommand, edit, MissingRecord, newId, now, type DocumentView } from '../document'
import { anyId, idOf, text, title } from '../model/field'

/** Longest comment that is one; an empty one says nothing. */
const words = text().min(1)

/** Remarks on a record. */
export const addComment = defineCommand({
  name: 'comment.add',
  args: { id: newId('comment'), at: now(), targetId: anyId(), text: words, author: title().optional() },
  run: (document, { id, at, targetId, text: said, author = '' }) => {
    if (!document.get(targetId)) throw new MissingRecord(targetId)
    return edit(document).add('comment', id, { targetId, at, text: said, author }).patch()
  },
})

/** Answers a comment; an answer to an answer belongs to the same talk. */
export const replyToComment = defineCommand({
  name: 'comment.reply',
  args: {
    id: newId('comment'),
    at: now(),
    commentId: idOf('comment'),
    text: words,
    author: title().optional(),
  },
  run: (document, { id, at, commentId, text: said, author = '' }) => {
    const { id: replyToId, targetId } = beginning(document, commentId)
    return edit(document).add('comment', id, { targetId, replyToId, at, text: said, author }).patch()
  },
})

/** Words a comment differently. */
export const editComment = defineCommand({
  name: 'comment.edit',
  args: { id: idOf('comment'), text: words },
  run: (document, { id, text: said }) => edit(document).update('comment', id, { text: said }).patch(),
})

/** Says that the talk has come to its end, or opens it again; it is the first comment that says so. */
export const resolveComment = defineCommand({
  name: 'comment.resolve',
  args: { id: idOf('comment'), resolved: z.boolean() },
  run: (document, { id, resolved }) =>
    edit(document).update('comment', beginning(document, id).id, { resolved }).patch(),
})

/** Takes a comment out with the answers to it. */
export const removeComment = defineCommand({
  name: 'comment.remove',
  args: { id: idOf('comment') },
  run: (document, { id }) => edit(document).remove(id).patch(),
})

/** The comment that began the talk; of an answer that lost it, the answer itself. */
function beginning(document: DocumentView, id: string) {
  const comment = document.find('comment', id)
  if (!comment) throw new MissingRecord(id)
  return document.find('comment', comment.replyToId) ?? comment
}
