/** The whole application without a window. Shells hand calls in and events out. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  calls,
  events,
  type Answer,
  type EventName,
  type EventOf,
  type Language,
  type OpenDocument,
  type Settings,
} from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { Documents } from './documents'
import { spawnWithNode, type SpawnGuard } from './guard/spawnGuard'
import { appHandlers, type Pending } from './handlers/app'
import { documentHandlers } from './handlers/document'
import type { Handler, Handlers } from './handlers/handlers'
import { mergeHandlers } from './handlers/merge'
import { pictureHandlers } from './handlers/picture'
import { recentHandlers } from './handlers/recent'
import { shellHandlers } from './handlers/shell'
import { templateHandlers } from './handlers/template'
import { recordHandlers, versionHandlers } from './handlers/version'
import { foldersIn, type HostState } from './hostState'
import { keepHouse } from './keepHouse'
import { noticeOf } from './noticeOf'
import { usualDelays, type PublishDelays } from './publisher'
import { PublishThread } from './publishThread'
import { noShell, type Shell } from './shell'
import { AppState } from './store/appState'
import { Versions } from './store/versions'

export interface HostOptions {
  /** Folder for the app's own data; made when it is not there. One host at a time uses it. */
  readonly dataFolder: string
  /** Folder where new documents are put; made with the first of them. */
  readonly documentsFolder: string
  /** Version of the app, e.g. 0.1.0. */
  readonly version: string
  /** As in `process.platform`. */
  readonly platform: string
  readonly shell?: Shell
  /** Language before anybody chose one. */
  readonly language?: Language
  /** Milliseconds since 1970; shown to people, decides nothing but which earlier versions are kept. */
  readonly now?: () => number
  readonly publishDelays?: PublishDelays
  /** How the process that examines foreign files is started; with the running Node by default. */
  readonly spawnGuard?: SpawnGuard
  /** Takes lines for the log: what failed and was not foreseen. */
  readonly log?: (line: string) => void
  /** Parses answers and events too, as tests do. */
  readonly checkOutput?: boolean
}

export type HostListener = <N extends EventName>(name: N, value: EventOf<N>) => void

export interface Host {
  /** Any call of the contract, with whatever input; it never rejects. */
  readonly call: (name: string, input: unknown) => Promise<Answer<unknown>>
  /** Hears every event; returns the way to stop. */
  readonly on: (listener: HostListener) => () => void
  /** Opens files named at start, by file association or by a second start. What fails is told as a notice. */
  readonly openPaths: (paths: readonly string[]) => Promise<void>
  /** Opens a file for this process itself. Throws KnownError file.*. */
  readonly openPath: (path: string) => Promise<OpenDocument>
  /** Makes a document of these records at a path where no file is. Throws KnownError file.exists. */
  readonly createAt: (path: string, records: Iterable<RawRecord>) => Promise<OpenDocument>
  readonly settings: () => Settings
  /** Brings every open document's file up to date now. */
  readonly flush: () => Promise<void>
  /** Flushes, lets go of everything; the open documents open again at the next start. */
  readonly close: () => Promise<void>
}

/**
 * Starts the application.
 * @throws KnownError app.alreadyRunning when another host has the data folder
 */
export function createHost(options: HostOptions): Host {
  const folders = foldersIn(options.dataFolder, options.documentsFolder)
  const { checkOutput = false, log = () => {}, now = Date.now, shell = noShell, version, platform } = options
  const app = new AppState(folders.data, {
    language: options.language ?? 'en',
    theme: 'system',
    author: '',
    closedHints: [],
  })
  for (const folder of [folders.working, folders.versions, folders.damaged, folders.incoming]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  for (const name of readdirSync(folders.incoming))
    rmSync(join(folders.incoming, name), { recursive: true, force: true })

  const pending: Pending = { started: false, named: [], notices: [] }
  const listeners = new Set<HostListener>()
  const emit: HostState['emit'] = (name, value) => {
    if (checkOutput) events[name].parse(value)
    for (const listener of listeners) listener(name, value)
  }
  const host: HostState = {
    app,
    folders,
    shell,
    version,
    platform,
    now,
    log,
    emit,
    versions: new Versions(app, folders.versions, now),
    thread: new PublishThread(),
    delays: options.publishDelays ?? usualDelays,
    spawnGuard: options.spawnGuard ?? spawnWithNode,
    at: () => new Date(now()).toISOString(),
    notify: notice => {
      if (pending.started) emit('app.notice', notice)
      else pending.notices.push(notice)
    },
  }
  const documents = new Documents(host)
  const context = { host, documents }
  const handlers: Handlers = {
    ...appHandlers(context, pending),
    ...recentHandlers(context),
    ...templateHandlers(),
    ...documentHandlers(context),
    ...mergeHandlers(context),
    ...pictureHandlers(context),
    ...shellHandlers(context),
    ...versionHandlers(context),
    ...recordHandlers(context),
  }
  const ready = keepHouse(host, documents)
  let closing: Promise<void> | undefined

  return {
    async call(name, input) {
      try {
        await ready
        if (closing) return refused('app.closing')
        if (!isCallName(name)) return refused('call.unknown', { name: name.slice(0, 80) })
        const parsed = calls[name].input.safeParse(input)
        if (!parsed.success) return refused('call.malformed', { name })
        const value: unknown = await (handlers[name] as Handler<typeof name>)(parsed.data as never)
        return { ok: true, value: checkOutput ? calls[name].output.parse(value) : value }
      } catch (error) {
        return { ok: false, error: noticeOf(error, log) }
      }
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async openPaths(paths) {
      await ready
      for (const path of paths) {
        try {
          const file = await documents.open(path)
          if (pending.started) emit('document.opened', file.opened())
          else pending.named.push(file.handle)
        } catch (error) {
          host.notify(noticeOf(error, log))
        }
      }
    },
    async openPath(path) {
      await ready
      return (await documents.open(path)).opened()
    },
    async createAt(path, records) {
      await ready
      return (await documents.createAt(path, records)).opened()
    },
    settings: () => app.settings(),
    async flush() {
      await Promise.all(documents.all().map(file => file.publish()))
    },
    close() {
      closing ??= (async () => {
        await ready
        await Promise.all(documents.all().map(file => documents.close(file, true)))
        await Promise.race([host.thread.close(), sleep(1000, undefined, { ref: false })])
        app.close()
      })()
      return closing
    },
  }
}

const isCallName = (name: string): name is keyof typeof calls => Object.hasOwn(calls, name)

const refused = (code: string, params = {}): Answer<never> => ({ ok: false, error: { code, params } })
