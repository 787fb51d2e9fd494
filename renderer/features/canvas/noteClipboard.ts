/** Copy, cut and paste of notes, through the system's own clipboard events, so that nothing has to be permitted. */
import { z } from 'zod'
import { addNote, linkToSegment, moveNotes, placeNote, updateNote } from '../../../shared/commands'
import { blocks, type Block } from '../../../shared/model/note'
import type { PlacedNote } from '../../../shared/queries'
import { situation } from '../../app/actions'
import { look, tell } from '../../app/store'
import { shownKeys } from '../../ui/keys'
import { hereOf, notesChosen } from './canvasHere'
import { useCanvasBoard } from './canvasState'
import { throwAway, type On } from './intentions'
import { usePasteList } from './PasteListState'

const MIME = 'application/x-journeyboard-notes'

const copiedNotes = z.object({
  format: z.literal('journeyboard-notes'),
  notes: z
    .array(
      z.object({
        id: z.string(),
        block: z.enum(blocks),
        title: z.string().max(500),
        text: z.string().max(20_000),
        subtype: z.string().max(80).nullable(),
        status: z.enum(['idea', 'assumed', 'testing', 'supported', 'refuted']),
        owned: z.boolean(),
        segmentIds: z.array(z.string()).max(1000),
      }),
    )
    .min(1)
    .max(1000),
})
type Copied = z.infer<typeof copiedNotes>

/** Copies what is selected when the menu asks; the browser then raises the copy event below. */
export const copyNotes = (): void => void document.execCommand('copy')
export const cutNotes = (): void => void document.execCommand('cut')
export const pasteNotes = (): void => {
  const on = hereOf(situation())
  if (last && on) paste(on, last)
  else if (!document.execCommand('paste'))
    tell({ code: 'board.pasteByKey', params: { keys: shownKeys('Mod+V') } })
}

/** What was copied last in this page, for menus: a page may not read the clipboard without a key press. */
let last: Copied | null = null

/** Listens for the clipboard's events while the board has the focus; call the result to stop. */
export function listenToNoteClipboard(board: HTMLElement): () => void {
  const mine = () => {
    const focused = document.activeElement
    const here = focused === null || focused === document.body || board.contains(focused)
    return here && !(focused instanceof HTMLTextAreaElement) && !(focused instanceof HTMLInputElement)
  }
  // Chromium copies at a menu's word only where something would be copied
  const allow = (event: Event) => {
    if (mine() && notesChosen(situation()).length > 0) event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent) => {
    const on = hereOf(situation())
    const ids = notesChosen(situation())
    if (!on || !mine() || ids.length === 0 || !event.clipboardData) return
    event.preventDefault()
    const chosen = ids.flatMap(id => on.model.note(id) ?? [])
    last = { format: 'journeyboard-notes', notes: chosen.map(placed => copied(on, placed)) }
    event.clipboardData.setData(MIME, JSON.stringify(last))
    event.clipboardData.setData('text/plain', chosen.map(({ title }) => title).join('\n'))
    if (event.type === 'cut' && on.session.readOnly === null) {
      throwAway(on, ids)
      look({ selection: [] })
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const on = hereOf(situation())
    if (!on || !mine() || on.session.readOnly !== null || !event.clipboardData) return
    const own = parsed(event.clipboardData.getData(MIME))
    const text = event.clipboardData.getData('text/plain').trim()
    if (!own && !text) return
    event.preventDefault()
    if (own) paste(on, own)
    else if (text.includes('\n')) usePasteList.getState().open(text)
    else addLine(on, text.slice(0, 500))
  }
  const listeners = { beforecopy: allow, beforecut: allow, copy: onCopy, cut: onCopy, paste: onPaste }
  const each = Object.entries(listeners) as [string, (event: Event) => void][]
  for (const [name, listener] of each) document.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of each) document.removeEventListener(name, listener)
  }
}

const copied = ({ model }: On, { id, block, title, note }: PlacedNote): Copied['notes'][number] => ({
  id,
  block,
  title,
  text: note.text,
  subtype: note.subtype,
  status: note.status,
  owned: note.owned,
  segmentIds: block === 'customerSegments' ? [] : [...model.segmentsOf(id)],
})

function parsed(json: string): Copied | null {
  if (!json) return null
  try {
    return copiedNotes.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** Where pasted notes go: behind the selected one, else into the block that is meant. */
function target({ model }: On): { block: Block; after: string } | { block: Block } | undefined {
  const selected = model.note(notesChosen(situation()).at(-1) ?? '')
  if (selected) return { block: selected.block, after: selected.id }
  const { block } = useCanvasBoard.getState()
  return block ? { block } : undefined
}

function addLine(on: On, title: string): void {
  const place = target(on) ?? { block: 'parked' as const }
  const added = on.session.dispatch(addNote, { canvasId: on.model.canvas.id, title, ...place })
  if (added) look({ selection: [added.id] })
}

/**
 * Notes that were cut here come back; those of another canvas of the document are shown here too and stay shared; all
 * others become copies, for the segments that are on this canvas.
 */
function paste(on: On, { notes }: Copied): void {
  const { session, model } = on
  const canvasId = model.canvas.id
  const place = target(on)
  const made: string[] = []
  session.dispatchAll('note.paste', dispatch => {
    let after = place && 'after' in place ? place.after : undefined
    for (const { id, segmentIds, block: home, title, text, subtype, status, owned } of notes) {
      const block = place?.block ?? home
      const where = { canvasId, block, after }
      if (model.trashed.some(one => one.id === id)) {
        dispatch(moveNotes, { ids: [id], ...where })
        made.push(id)
      } else if (session.doc.find('note', id) && !model.note(id)) {
        dispatch(placeNote, { noteId: id, ...where })
        made.push(id)
      } else {
        const isRecord = block === 'customerSegments' || block === 'channels'
        const again = isRecord && model.inBlock(block).some(one => one.title === title)
        const added = dispatch(addNote, { ...where, title: again ? `${title} 2` : title, text, subtype })
        if (!added) continue
        dispatch(updateNote, { id: added.id, status, owned })
        for (const segmentId of block === 'customerSegments' ? [] : segmentIds) {
          if (model.noteOf(segmentId)) dispatch(linkToSegment, { canvasId, noteIds: [added.id], segmentId })
        }
        made.push(added.id)
      }
      if (after !== undefined) after = made.at(-1)
    }
  })
  look({ selection: made })
}
