/** Files going in and out: through native dialogs where there are any, through the page where not. */
import type { DocumentSession } from '../document/session'
import { chooseFile } from '../ui/fileInput'
import { attempt, open, tell, useApp } from './store'

/** Lets the person choose a file and opens it. */
export async function openFile(): Promise<void> {
  if (useApp.getState().dialogs) return open(bridge => bridge.call('document.pickAndOpen', {}))
  const file = await chooseDocument()
  if (file) await openGiven(file)
}

/** Lets the person choose a document where there are no native dialogs; undefined when they changed their mind. */
export const chooseDocument = () => chooseFile('.jboard')

/** Opens a file that was dropped on the page or chosen in it. */
export const openGiven = (file: File): Promise<void> => open(bridge => bridge.openFile(file))

/** Saves the document under another name, or hands the file to the browser. */
export async function saveCopy(session: DocumentSession): Promise<void> {
  await attempt(async () => {
    await session.flush()
    const { bridge, dialogs } = useApp.getState()
    if (dialogs) {
      const saved = await bridge.call('document.saveAs', { document: session.handle })
      if (saved) session.setFile(saved.state, saved.fileName)
      return
    }
    const { name, base64 } = await bridge.call('document.download', { document: session.handle })
    download(name, base64)
    tell({ code: 'file.downloaded', params: { name } })
  })
}

/** Hands a file's bytes to the browser, which puts them among its downloads. */
export function download(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
