/** What the parts of the host share. */
import { join } from 'node:path'
import type { EventName, EventOf, Notice } from '../../shared/ipc/contract'
import type { SpawnGuard } from './guard/spawnGuard'
import type { PublishThread } from './publishThread'
import type { PublishDelays } from './publisher'
import type { Shell } from './shell'
import type { AppState } from './store/appState'
import type { Versions } from './store/versions'

export interface HostState {
  readonly app: AppState
  readonly versions: Versions
  readonly thread: PublishThread
  readonly folders: Folders
  readonly shell: Shell
  readonly delays: PublishDelays
  readonly version: string
  readonly platform: string
  /** How the process that examines foreign files is started. */
  readonly spawnGuard: SpawnGuard
  /** The moment, ISO 8601 in UTC; shown to people. */
  readonly at: () => string
  /** The moment, milliseconds since 1970. */
  readonly now: () => number
  /** Takes lines for the log. */
  readonly log: (line: string) => void
  readonly emit: <N extends EventName>(name: N, value: EventOf<N>) => void
  /** Tells people something: with the next `app.start`, or at once when the page is there. */
  readonly notify: (notice: Notice) => void
}

/** Where things lie in the app data folder, and where new documents go. */
export interface Folders {
  readonly data: string
  /** Working copies. */
  readonly working: string
  /** Earlier versions. */
  readonly versions: string
  /** Working copies that could not be read, kept for whoever can. */
  readonly damaged: string
  /** What is being checked before it is taken in. */
  readonly incoming: string
  readonly documents: string
}

export const foldersIn = (data: string, documents: string): Folders => ({
  data,
  working: join(data, 'working'),
  versions: join(data, 'versions'),
  damaged: join(data, 'damaged'),
  incoming: join(data, 'incoming'),
  documents,
})
