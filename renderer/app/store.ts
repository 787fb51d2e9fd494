/** What the page as a whole knows: settings, open documents, which screen is shown, what people are to be told. */
import { create } from 'zustand'
import type { Bridge } from '../api/bridge'
import { DocumentSession } from '../document/session'
import {
  KnownError,
  type InputOf,
  type Notice,
  type OpenDocument,
  type Settings,
} from '../../shared/ipc/contract'
import { copiesWith, type Copies } from './copies'
import { sendThumbnail } from './thumbnails'
import { freshView, restoredView, showing, type Screen, type ViewState } from './view'

export interface Toast extends Notice {
  readonly id: number
  readonly tone: 'info' | 'problem'
}

interface AppState {
  readonly bridge: Bridge
  readonly settings: Settings
  readonly version: string
  readonly platform: string
  /** Whether native dialogs exist; where not, files go through the page. */
  readonly dialogs: boolean
  readonly sessions: readonly DocumentSession[]
  readonly views: Readonly<Record<string, ViewState>>
  /** Handle of the document on screen; null shows Home. */
  readonly active: string | null
  /** Copies of which one was opened after the other, until somebody says what is to become of them; oldest first. */
  readonly beside: readonly Copies[]
  readonly toasts: readonly Toast[]
}

/** Filled by `start`; nothing is rendered before. */
export const useApp = create<AppState>(() => ({}) as AppState)

const { getState: get, setState: set } = useApp

/** Begins with what the host says was open. */
export async function start(bridge: Bridge): Promise<void> {
  // a file that opens while the answer is on its way waits until the page can show it
  const early: OpenDocument[] = []
  const enough = bridge.on('document.opened', opened => void early.push(opened))
  const answer = await bridge.call('app.start', {})
  enough()
  set({
    bridge,
    settings: answer.settings,
    version: answer.version,
    platform: answer.platform,
    dialogs: answer.dialogs,
    sessions: [],
    views: {},
    active: null,
    beside: [],
    toasts: [],
  })
  const known = new Set(answer.open.map(({ handle }) => handle))
  const isNamed = ({ handle }: OpenDocument) => answer.named.includes(handle)
  // what comes back by itself, and before it what somebody asked for
  for (const opened of answer.open.filter(one => !isNamed(one))) show(opened)
  for (const opened of [...answer.open.filter(isNamed), ...early.filter(({ handle }) => !known.has(handle))])
    bring(opened)
  for (const notice of answer.notices) tell(notice, 'problem')
  listen(bridge)
}

function listen(bridge: Bridge): void {
  bridge.on('document.state', ({ document, state }) => sessionOf(document)?.setFile(state))
  bridge.on('document.opened', bring)
  bridge.on('document.replaced', opened => void replaced(opened))
  bridge.on('app.notice', notice => tell(notice))
  bridge.on('app.flush', flushAll)
  window.addEventListener('blur', () => void flushAll())
}

/** Brings everything to disk and the files up to date; what cannot be saved now stays and is tried again. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled(
    get().sessions.map(async session => {
      void sendThumbnail(get().bridge, session)
      await session.flush()
      await get().bridge.call('document.publish', { document: session.handle })
    }),
  )
}

const sessionOf = (handle: string) => get().sessions.find(session => session.handle === handle)

/** The document on screen was changed behind the page: it goes on as it is now, with what was being written. */
export async function replaced(opened: OpenDocument): Promise<void> {
  await sessionOf(opened.handle)?.replaced(opened)
  for (const notice of opened.notices) tell(notice)
}

/** Shows a document, in place of an older state of the same one. */
export function show(opened: OpenDocument): void {
  const { bridge, sessions, views } = get()
  const session = new DocumentSession(opened, {
    save: (document, base, changes) =>
      bridge.call('document.save', {
        document,
        base,
        changes: [...changes],
      } as unknown as InputOf<'document.save'>),
  })
  session.onFailure(notice => tell(notice, 'problem'))
  const known = views[opened.handle]
  set({
    sessions: sessions.some(({ handle }) => handle === opened.handle)
      ? sessions.map(other => (other.handle === opened.handle ? session : other))
      : [...sessions, session],
    views: {
      ...views,
      [opened.handle]: known ?? restoredView(session.doc, opened.view) ?? freshView(session.doc),
    },
    active: opened.handle,
  })
  for (const notice of opened.notices) tell(notice)
}

/** Shows a document that somebody opened; where there is another copy of it, asks what is to become of them. */
function bring(opened: OpenDocument): void {
  if (sessionOf(opened.handle)) {
    // it is open here, perhaps with edits that are on their way to disk: it goes on as it is
    activate(opened.handle)
    for (const notice of opened.notices) tell(notice)
    return
  }
  show(opened)
  const { handle, copyOf } = opened
  const copies =
    copiesWith(opened, get().sessions) ??
    (copyOf && { into: copyOf.recent, from: handle, title: copyOf.title })
  if (copies) set({ beside: [...get().beside, copies] })
}

/** What is to become of the copies was said. */
export const besideSettled = (copies: Copies) =>
  set({ beside: get().beside.filter(other => other !== copies) })

/** Runs a call that ends in an open document; problems become a message, null means the person changed their mind. */
export async function open(ask: (bridge: Bridge) => Promise<OpenDocument | null>): Promise<void> {
  await attempt(async () => {
    const opened = await ask(get().bridge)
    if (opened) bring(opened)
  })
}

/** Does something that may fail and says so in words. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof KnownError) tell({ code: error.code, params: { ...error.params } }, 'problem')
    else {
      tell({ code: 'unknown', params: { code: error instanceof Error ? error.name : 'unknown' } }, 'problem')
      await get().bridge.call('log.report', { message: String(error).slice(0, 4000) })
    }
  }
}

/** Closes a document after the last acknowledgement; asks nothing. */
export async function close(handle: string): Promise<void> {
  const session = sessionOf(handle)
  if (!session) return
  await attempt(async () => {
    await session.flush()
    await sendThumbnail(get().bridge, session)
    await get().bridge.call('document.close', { document: handle })
    const { sessions, active, views, beside: copies } = get()
    const { [handle]: _closed, ...others } = views
    const left = sessions.filter(other => other !== session)
    // the one beside it comes forward; Home when it was the last
    const beside = left[Math.min(sessions.indexOf(session), left.length - 1)]?.handle ?? null
    set({
      sessions: left,
      views: others,
      active: active === handle ? beside : active,
      beside: copies.filter(({ into, from }) => into !== handle && from !== handle),
    })
  })
}

export function goHome(): void {
  set({ active: null })
  void flushAll()
}

export function activate(handle: string): void {
  set({ active: handle })
}

/** Shows the open document `by` places further on; behind the last comes the first. */
export function activateNext(by: 1 | -1): void {
  const { sessions, active } = get()
  const at = sessions.findIndex(({ handle }) => handle === active)
  const next = sessions.at((at + by) % sessions.length)
  if (next) activate(next.handle)
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  set({ settings: { ...get().settings, ...change } })
  await attempt(async () => set({ settings: await get().bridge.call('app.set', change) }))
}

let toasts = 0

/** Tells something once; it leaves by itself, problems stay until they are closed. */
export function tell(notice: Notice, tone: Toast['tone'] = 'info'): void {
  const id = ++toasts
  const same = (toast: Toast) => toast.code === notice.code && toast.tone === tone
  set({ toasts: [...get().toasts.filter(toast => !same(toast)), { ...notice, id, tone }].slice(-4) })
  if (tone === 'info') setTimeout(() => dismiss(id), 8000)
}

export function dismiss(id: number): void {
  set({ toasts: get().toasts.filter(toast => toast.id !== id) })
}

/** Goes to another screen of the active document. */
export function goTo(screen: Screen, change: Partial<ViewState> = {}): void {
  const { active, views } = get()
  const view = active ? views[active] : undefined
  if (view) look({ ...showing(screen, view), ...change })
}

let remembering: ReturnType<typeof setTimeout> | undefined

/** Changes how the active document is looked at, and remembers it for the next start. */
export function look(change: Partial<ViewState>): void {
  const { active, views } = get()
  const view = active ? views[active] : undefined
  if (!active || !view) return
  set({ views: { ...views, [active]: { ...view, ...change } } })
  clearTimeout(remembering)
  remembering = setTimeout(() => {
    const latest = get().views[active]
    if (latest)
      void get()
        .bridge.call('document.remember', { document: active, view: { ...latest } })
        .catch(() => {})
  }, 400)
}
