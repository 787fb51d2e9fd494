/** The page's one way to the host, the same in the window and in a browser. */
import { KnownError } from '../../shared/ipc/contract'
import type {
  Answer,
  CallName,
  EventName,
  EventOf,
  InputOf,
  OpenDocument,
  OutputOf,
} from '../../shared/ipc/contract'
import type { Preloaded } from '../../shared/ipc/preload'
import { connectWeb } from './web'

/** Waited for before the app closes, when it returns a promise. */
export type Listener<N extends EventName> = (event: EventOf<N>) => void | Promise<void>

export interface Bridge {
  /** One call of the contract; rejects with a KnownError. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Hears one kind of event until the returned function is called. */
  on<N extends EventName>(name: N, listener: Listener<N>): () => void
  /** Opens a file that was dropped on the page or chosen in it; rejects with a KnownError. */
  openFile(file: File): Promise<OpenDocument>
}

declare global {
  interface Window {
    readonly journeyboard?: Preloaded<File>
  }
}

let connection: Promise<Bridge> | undefined

/**
 * The bridge of this page, connected once.
 * Rejects with KnownError `session.used` or `session.lost` where a browser has no right to this host (any more), and
 * `host.unreachable` where nobody answers.
 */
export function connect(): Promise<Bridge> {
  connection ??= Promise.resolve(window.journeyboard ?? connectWeb()).then(over)
  return connection
}

/** The typed bridge over what a shell offers. */
function over(shell: Preloaded<File>): Bridge {
  return {
    call: async <N extends CallName>(name: N, input: InputOf<N>) =>
      valueOf(await shell.call(name, input)) as OutputOf<N>,
    on: (name, listener) => shell.on(name, event => listener(event as EventOf<typeof name>)),
    openFile: async file => valueOf(await shell.openFile(file)),
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new KnownError(answer.error.code, answer.error.params)
}
