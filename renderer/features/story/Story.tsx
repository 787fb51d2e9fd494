import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, MessageSquareText, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { tellInOrder, updatePlacement } from '../../../shared/commands'
import { storyOf } from '../../../shared/queries'
import { closeOverlay } from '../../app/overlay'
import { goTo } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { SegmentCode, SegmentName } from '../../document/SegmentMark'
import { Button, IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { Path } from './Path'
import { Place } from './Place'
import { Slide } from './Slide'
import styles from './Story.module.css'
import { moved } from './moved'

/** The canvas told note by note, on the whole screen: customers first, costs last, or in the order somebody chose. */
export function Story() {
  const t = useText()
  const session = useSession()
  const { canvasId, focus, selection } = useView('canvasId', 'focus', 'selection')
  const model = useCanvas(canvasId)
  const [at, setAt] = useState<string | null>(selection[0] ?? null)
  const [notes, setNotes] = useState(true)
  const popup = useRef<HTMLDivElement>(null)
  if (!model || !canvasId) return null
  const story = storyOf(model, focus)
  const place = Math.max(
    0,
    story.findIndex(({ id }) => id === at),
  )
  const shown = story[place]
  const editable = session.readOnly === null
  const go = (to: number) => setAt(story[Math.max(0, Math.min(story.length - 1, to))]?.id ?? null)
  const close = () => {
    goTo('canvas', shown ? { selection: [shown.id] } : {})
    closeOverlay()
  }
  const tell = (by: -1 | 1) => {
    if (!shown || !editable) return
    const whole = storyOf(model).map(({ id }) => id)
    session.dispatch(tellInOrder, { canvasId, noteIds: moved(whole, shown.id, story[place + by]?.id) })
  }

  const onKey = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return
    // space presses the button it stands on
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    const step = steps[event.key]
    if (event.altKey && (step === 1 || step === -1)) tell(step)
    else if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) go(place + step)
    else if (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey) setNotes(!notes)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Dialog.Root open onOpenChange={open => !open && close()}>
      <Dialog.Portal>
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className={styles.story}
          onKeyDown={onKey}
          data-part="story"
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.name}>
              {t($ => $.story.title, { title: model.canvas.title || t($ => $.canvas.untitled) })}
            </Dialog.Title>
            {focus !== null && (
              <span className={styles.focus}>
                <SegmentCode id={focus} />
                <SegmentName id={focus} />
              </span>
            )}
            <span className={styles.space} />
            {editable && model.canvas.storyNoteIds.length > 0 && (
              <Button onClick={() => session.dispatch(tellInOrder, { canvasId, noteIds: [] })}>
                {t($ => $.story.reset)}
              </Button>
            )}
            <IconButton
              icon={MessageSquareText}
              label={notes ? t($ => $.story.hideNotes) : t($ => $.story.showNotes)}
              keys="S"
              pressed={notes}
              onClick={() => setNotes(!notes)}
            />
            <IconButton icon={X} label={t($ => $.story.close)} keys="Esc" onClick={close} />
          </header>
          {shown ? (
            <>
              <div className={styles.scene}>
                <Slide placed={shown} model={model} />
                <Place model={model} shown={shown} />
              </div>
              <footer className={styles.foot}>
                <Path story={story} shown={shown.id} onGo={setAt} />
                {notes && (
                  <div className={styles.speaker}>
                    <TextArea
                      key={shown.id}
                      label={t($ => $.story.notes)}
                      placeholder={t($ => $.story.notesHint)}
                      value={shown.placement.note}
                      onChange={(speakerNote, typing) =>
                        session.dispatch(updatePlacement, { id: shown.id, canvasId, speakerNote }, typing)
                      }
                    />
                  </div>
                )}
                <div className={styles.steps}>
                  {editable && (
                    <>
                      <Button disabled={place === 0} keys="Alt+←" onClick={() => tell(-1)}>
                        {t($ => $.story.earlier)}
                      </Button>
                      <Button disabled={place === story.length - 1} keys="Alt+→" onClick={() => tell(1)}>
                        {t($ => $.story.later)}
                      </Button>
                    </>
                  )}
                  <span className={styles.count} aria-live="polite">
                    {t($ => $.story.of, { at: place + 1, count: story.length })}
                  </span>
                  <Button icon={ChevronLeft} disabled={place === 0} onClick={() => go(place - 1)}>
                    {t($ => $.story.previous)}
                  </Button>
                  <Button tone="primary" disabled={place === story.length - 1} onClick={() => go(place + 1)}>
                    {t($ => $.story.next)}
                    <ChevronRight size={15} strokeWidth={1.75} aria-hidden />
                  </Button>
                </div>
              </footer>
            </>
          ) : (
            <p className={styles.empty}>{t($ => $.story.empty)}</p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** How many notes a key goes on. */
const steps: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
}
