import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TextArea, TextField } from '../../ui/TextField'
import { changeSettings, useApp } from '../store'
import styles from './Comments.module.css'

interface Props {
  /** What it asks for; also its name. */
  readonly prompt: string
  readonly sendLabel: string
  /** The text to begin with, where one is worded differently. */
  readonly text?: string
  /** Whether it takes the cursor at once. */
  readonly focusNow?: boolean
  readonly onSend: (text: string, author: string) => void
  /** Closes it; without this it stays for the next comment. */
  readonly onCancel?: (() => void) | undefined
}

/** Where a comment is written; whoever has no name yet is asked for it beside the first. */
export function CommentBox({
  prompt,
  sendLabel,
  text: before = '',
  focusNow = false,
  onSend,
  onCancel,
}: Props) {
  const t = useText()
  const known = useApp(state => state.settings.author)
  const [text, setText] = useState(before)
  const [name, setName] = useState('')
  const begun = text.trim() !== ''
  const send = () => {
    if (!begun) return
    const author = known || name.trim()
    if (author !== known) void changeSettings({ author })
    onSend(text.trim(), author)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.box}>
      <TextArea
        label={prompt}
        placeholder={prompt}
        value={text}
        focusNow={focusNow}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      {begun && known === '' && (
        <>
          <TextField
            label={t($ => $.comments.yourName)}
            placeholder={t($ => $.comments.yourName)}
            value={name}
            max={120}
            onChange={setName}
            onKeyDown={onKeyDown}
          />
          <p className={styles.hint}>{t($ => $.comments.nameHint)}</p>
        </>
      )}
      {(begun || onCancel) && (
        <div className={styles.buttons}>
          {onCancel && <Button onClick={onCancel}>{t($ => $.terms.ui.cancel)}</Button>}
          <Button tone="primary" disabled={!begun} onClick={send}>
            {sendLabel}
          </Button>
        </div>
      )}
    </div>
  )
}
