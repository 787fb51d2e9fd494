/** Keeps the pictures of documents on Home up to date. */
import type { Bridge } from '../api/bridge'
import type { DocumentSession } from '../document/session'

/** The last state of each document that was painted. */
const painted = new WeakMap<DocumentSession, number>()

/**
 * Paints the document small and gives it to the host, when it changed since the last time.
 * Never rejects: a picture that could not be made is tried again after the next change, and nothing waits for it.
 */
export async function sendThumbnail(bridge: Bridge, session: DocumentSession): Promise<void> {
  const { version } = session
  if (painted.get(session) === version) return
  painted.set(session, version)
  try {
    const { documentThumbnail } = await import('./documentParts')
    const scene = documentThumbnail(session.doc)
    if (scene) {
      await bridge.call('document.thumbnail', { document: session.handle, scene: JSON.stringify(scene) })
    }
  } catch (error) {
    void bridge.call('log.report', { message: `thumbnail: ${String(error)}`.slice(0, 4000) }).catch(() => {})
  }
}
