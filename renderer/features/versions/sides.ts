/** The two sides of a comparison: what is open now, an earlier version, or another file of the same document. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { Doc, type DocumentView } from '../../../shared/document'
import type { RawRecord } from '../../../shared/model'
import { journeyVersions } from '../../../shared/queries'
import { contentOf } from '../../api/web'
import { chooseDocument } from '../../app/files'
import { attempt, useApp } from '../../app/store'
import { useSession, useVersion } from '../../document/hooks'

/** 'now', the handle of a version, the key of a file that was read, or one side of a journey and its target. */
export type Side = string
export const now: Side = 'now'

/** What a target journey came from, and the target itself, as sides that have the same records where nothing differs. */
export const targetSides = (targetId: string): { readonly from: Side; readonly to: Side } => ({
  from: `origin ${targetId}`,
  to: `target ${targetId}`,
})

const docIn = (json: string) => new Doc(JSON.parse(json) as RawRecord[])

interface OtherFile {
  readonly side: Side
  readonly name: string
}

/** What is known of either side, and ways to get at more. */
export function useSides() {
  const session = useSession()
  const { bridge, dialogs } = useApp.getState()
  const version = useVersion()
  const [read, setRead] = useState<ReadonlyMap<Side, DocumentView>>(new Map())
  const [files, setFiles] = useState<readonly OtherFile[]>([])
  // the document on screen goes on under the comparison
  const present = useMemo(() => {
    void version
    return session.doc.clone()
  }, [session, version])

  const readVersion = useCallback(
    async (version: Side): Promise<boolean> => {
      let isRead = false
      await attempt(async () => {
        const { records } = await bridge.call('version.records', { document: session.handle, version })
        setRead(known => new Map(known).set(version, docIn(records)))
        isRead = true
      })
      return isRead
    },
    [bridge, session],
  )
  // a version never changes, so each is asked for once
  const asked = useRef(new Map<Side, Promise<boolean>>())
  /** Whether a side can be shown; why a version cannot be read is told. */
  const load = useCallback(
    (side: Side): Promise<boolean> => {
      if (side === now || /^(file|origin|target) /.test(side)) return Promise.resolve(true)
      const loading = asked.current.get(side) ?? readVersion(side)
      asked.current.set(side, loading)
      return loading
    },
    [readVersion],
  )

  /** Asks for another file of this document; undefined when nobody chose one or it is another document. */
  const addFile = useCallback(async (): Promise<Side | undefined> => {
    let added: Side | undefined
    await attempt(async () => {
      const chosen = dialogs ? undefined : await chooseDocument()
      if (!dialogs && !chosen) return
      const file = chosen ? await contentOf(chosen) : null
      const found = await bridge.call('version.other', { document: session.handle, file })
      if (!found) return
      const side = `file ${crypto.randomUUID()}`
      setRead(known => new Map(known).set(side, docIn(found.records)))
      setFiles(known => [...known, { side, name: found.fileName }])
      added = side
    })
    return added
  }, [bridge, dialogs, session])

  const documentOf = useCallback(
    (side: Side): DocumentView | undefined => {
      const [, which, targetId] = /^(origin|target) (.+)$/.exec(side) ?? []
      if (targetId) return journeyVersions(present, targetId)?.[which === 'origin' ? 'before' : 'after']
      return side === now ? present : read.get(side)
    },
    [present, read],
  )
  return { documentOf, load, addFile, files }
}
