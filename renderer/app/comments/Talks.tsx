import { CircleCheck, Ellipsis, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  addComment,
  editComment,
  removeComment,
  replyToComment,
  resolveComment,
} from '../../../shared/commands'
import type { Comment } from '../../../shared/model'
import type { Talk } from '../../../shared/queries'
import { useSession } from '../../document/hooks'
import { Button, IconButton } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { Menu } from '../../ui/Menu'
import { useLanguage, useText } from '../../ui/text'
import { ago, dateAndTime, useNow } from '../../ui/time'
import { CommentBox } from './CommentBox'
import styles from './Comments.module.css'

/** Talks one below the other. */
export function Talks({ talks }: { talks: readonly Talk[] }) {
  if (talks.length === 0) return null
  return (
    <ul className={styles.talks}>
      {talks.map(talk => (
        <OneTalk key={talk.comment.id} talk={talk} />
      ))}
    </ul>
  )
}

/** Begins a talk about a record. */
export function NewTalk({ targetId }: { targetId: string }) {
  const t = useText()
  const session = useSession()
  if (useFieldsReadOnly()) return null
  return (
    <CommentBox
      prompt={t($ => $.comments.write)}
      sendLabel={t($ => $.comments.send)}
      onSend={(text, author) => session.dispatch(addComment, { targetId, text, author })}
    />
  )
}

function OneTalk({ talk: { comment, replies } }: { talk: Talk }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const [answering, setAnswering] = useState(false)
  const { id, resolved } = comment
  const answer = (text: string, author: string) => {
    session.dispatch(replyToComment, { commentId: id, text, author })
    setAnswering(false)
  }
  return (
    <li className={styles.talk} data-resolved={resolved}>
      <Said comment={comment} />
      {replies.length > 0 && (
        <ul className={styles.replies}>
          {replies.map(reply => (
            <li key={reply.id}>
              <Said comment={reply} />
            </li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className={styles.end}>
          <CircleCheck size={13} strokeWidth={1.75} aria-hidden />
          {t($ => $.comments.resolved)}
        </p>
      )}
      {answering ? (
        <CommentBox
          focusNow
          prompt={t($ => $.comments.answer)}
          sendLabel={t($ => $.comments.reply)}
          onSend={answer}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        !readOnly && (
          <div className={styles.acts}>
            {!resolved && (
              <Button tone="link" onClick={() => setAnswering(true)}>
                {t($ => $.comments.reply)}
              </Button>
            )}
            <Button
              tone="link"
              icon={resolved ? RotateCcw : CircleCheck}
              onClick={() => session.dispatch(resolveComment, { id, resolved: !resolved })}
            >
              {resolved ? t($ => $.comments.reopen) : t($ => $.comments.resolve)}
            </Button>
          </div>
        )
      )}
    </li>
  )
}

/** Who said what and when, and what can be done with it. */
function Said({ comment: { id, author, at, text } }: { comment: Comment }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const now = useNow()
  const readOnly = useFieldsReadOnly()
  const [editing, setEditing] = useState(false)
  const name = author || t($ => $.comments.nobody)
  const isMoment = !Number.isNaN(Date.parse(at))
  return (
    <article className={styles.said} aria-label={name}>
      <header>
        <b>{name}</b>
        {isMoment && (
          <time dateTime={at} title={dateAndTime(at, language, true)}>
            {ago(at, now, language)}
          </time>
        )}
        {!readOnly && (
          <Menu
            align="end"
            trigger={
              <IconButton icon={Ellipsis} label={t($ => $.comments.more, { name })} className={styles.more} />
            }
            groups={[
              [
                { id: 'edit', label: t($ => $.comments.edit), icon: Pencil, run: () => setEditing(true) },
                {
                  id: 'delete',
                  label: t($ => $.terms.ui.delete),
                  icon: Trash2,
                  danger: true,
                  run: () => session.dispatch(removeComment, { id }),
                },
              ],
            ]}
          />
        )}
      </header>
      {editing ? (
        <CommentBox
          focusNow
          prompt={t($ => $.comments.edit)}
          sendLabel={t($ => $.comments.save)}
          text={text}
          onSend={said => {
            session.dispatch(editComment, { id, text: said })
            setEditing(false)
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p>{text}</p>
      )}
    </article>
  )
}
