/**
 * What the preload puts on `window.journeyboard`: all that the page in the window knows of the world outside. Files are the
 * browser's own, which this folder does not know.
 */
import type { Answer, CallName, EventName, OpenDocument } from './contract'

export interface Preloaded<DroppedFile> {
  /** One call of the contract; a name the contract has not is refused. */
  call(name: CallName, input: unknown): Promise<Answer<unknown>>
  /** Hears one kind of event until the returned function is called. A listener's promise is waited for before closing. */
  on(name: EventName, listener: (event: unknown) => void | Promise<void>): () => void
  /** Opens a dropped file where it lies; its path goes to the host past the page. */
  openFile(file: DroppedFile): Promise<Answer<OpenDocument>>
}
