/** Copy, cut and paste on the board, through the system's own clipboard events, so that nothing has to be permitted. */
import { pasteRecords, stepCommands, touchpointCommands } from '../../../shared/commands'
import { copied, type Clipboard } from '../../../shared/document'
import type { RecordType } from '../../../shared/model'
import { situation } from '../../app/actions'
import { look, tell } from '../../app/store'
import { shownKeys } from '../../ui/keys'
import type { DocumentSession } from '../../document/session'
import { remove } from './intentions'
import { titleOf } from './titleOf'

const MIME = 'application/x-journeyboard'

/** Copies what is selected when the menu asks; the browser then raises the copy event below. */
export const copySelection = (): void => void document.execCommand('copy')
export const cutSelection = (): void => void document.execCommand('cut')
export const pasteHere = (): void => {
  if (last) paste(last)
  else if (!document.execCommand('paste'))
    tell({ code: 'board.pasteByKey', params: { keys: shownKeys('Mod+V') } })
}

/** What was copied last in this page, for menus: a page may not read the clipboard without a key press. */
let last: Clipboard | null = null

/**
 * Listens for the clipboard's events while the board, or nothing at all, has the focus; call the result to stop. They are
 * caught at the document, since without a caret they happen to the body, wherever the focus is.
 */
export function listenToClipboard(board: HTMLElement): () => void {
  const mine = ({ target }: Event) => {
    const focused = document.activeElement
    const here = focused === null || focused === document.body || board.contains(focused)
    return here && !typingIn(target) && !typingIn(focused) && (document.getSelection()?.isCollapsed ?? true)
  }
  // Chromium copies at a menu's word only where something would be copied
  const allow = (event: Event) => {
    if (mine(event) && (situation().view?.selection.length ?? 0) > 0) event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent) => {
    const { session, view } = situation()
    const content = session && view && mine(event) ? copied(session.doc, view.selection) : null
    if (!session || !content || !event.clipboardData) return
    event.preventDefault()
    last = content
    event.clipboardData.setData(MIME, JSON.stringify(content))
    event.clipboardData.setData(
      'text/plain',
      content.chosen.map(id => titleOf(session.doc.get(id))).join('\n'),
    )
    if (event.type === 'cut' && session.readOnly === null) {
      remove(session, content.chosen)
      look({ selection: [] })
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!mine(event) || !event.clipboardData) return
    const own = parsed(event.clipboardData.getData(MIME))
    const text = event.clipboardData.getData('text/plain')
    if (!own && !text) return
    event.preventDefault()
    if (own) paste(own)
    else pasteLines(text)
  }
  const listeners = { beforecopy: allow, beforecut: allow, copy: onCopy, cut: onCopy, paste: onPaste }
  const each = Object.entries(listeners) as [string, (event: Event) => void][]
  for (const [name, listener] of each) document.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of each) document.removeEventListener(name, listener)
  }
}

const typingIn = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

function parsed(json: string): Clipboard | null {
  try {
    const content = JSON.parse(json) as Clipboard
    return content.format === 'journeyboard-clipboard' ? content : null
  } catch {
    return null
  }
}

function paste(content: Clipboard): void {
  const { session, view } = situation()
  if (!session || !view?.journeyId) return
  const made = pasteInto(session, content, view.selection.at(-1) ?? view.journeyId)
  if (made.length > 0) look({ selection: made })
  else tell({ code: 'board.nothingToPaste', params: {} })
}

/** Pastes beside or under the selected record; returns the ids of what was chosen when copying. */
function pasteInto(session: DocumentSession, content: Clipboard, selected: string): string[] {
  const type = content.records.find(record => record.id === content.chosen[0])?.type as RecordType | undefined
  const place = type && placeFor(session, type, selected)
  if (!place) return []
  const pasted = session.dispatch(pasteRecords, {
    ...place,
    chosen: [...content.chosen],
    records: content.records.map(record => ({ ...record })),
    used: content.used.map(record => ({ ...record })),
  })
  if (!pasted) return []
  const fresh = session.doc.all(type).filter(record => record.id.startsWith(`${type}:${pasted.seed}`))
  return fresh.slice(0, content.chosen.length).map(record => record.id)
}

const parentTypes: Readonly<Record<string, string>> = {
  stage: 'journey',
  step: 'stage',
  touchpoint: 'step',
  painPoint: 'touchpoint',
  card: 'step',
}
const parentFields: Readonly<Record<string, string>> = {
  stage: 'journeyId',
  step: 'stageId',
  touchpoint: 'stepId',
}

/** Climbs from the selected record to where something of a type can go. */
function placeFor(session: DocumentSession, type: string, selected: string) {
  let after: string | undefined
  for (let record = session.doc.get(selected); record;) {
    if (record.type === parentTypes[type]) return { parentId: record.id, after }
    after = record.id
    const parent: unknown = record[parentFields[record.type] ?? '']
    record = typeof parent === 'string' ? session.doc.get(parent) : undefined
  }
  return undefined
}

/** Lines of plain text become touchpoints in the selected step, or steps in the selected stage. */
function pasteLines(text: string): void {
  const { session, view } = situation()
  const lines = text.split(/\r?\n/).flatMap(
    line =>
      line
        .replace(/^[\s\-*•]+/, '')
        .trim()
        .slice(0, 500) || [],
  )
  const selected = view?.selection.at(-1)
  if (!session || !selected || lines.length === 0) return
  const step = placeFor(session, 'touchpoint', selected)
  const stage = placeFor(session, 'step', selected)
  session.dispatchAll('board.pasteLines', dispatch => {
    for (const title of lines) {
      if (step) dispatch(touchpointCommands.add, { stepId: step.parentId, title })
      else if (stage) dispatch(stepCommands.add, { stageId: stage.parentId, title })
    }
  })
}

/** A copy right beside each of the selected records. */
export function duplicate(session: DocumentSession, ids: readonly string[]): string[] {
  const content = copied(session.doc, ids)
  const lastChosen = content?.chosen.at(-1)
  return content && lastChosen ? pasteInto(session, content, lastChosen) : []
}
