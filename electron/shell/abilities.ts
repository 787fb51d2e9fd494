/** What the desktop can do for the host: native dialogs, other programs, the file manager. */
import { dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import { textsIn } from '../../shared/i18n'
import type { Language } from '../../shared/ipc/contract'
import type { Shell } from '../host/shell'

/**
 * @param window the window that dialogs belong to; without one nobody is there to be asked
 * @param language the person's language now
 */
export function desktopAbilities(window: () => BrowserWindow | undefined, language: () => Language): Shell {
  const filters = async (path = ''): Promise<FileFilter[]> => {
    const { t } = await textsIn(language())
    const picture = /\.(svg|png|pdf)$/.exec(path)?.[1]
    if (picture) return [{ name: picture.toUpperCase(), extensions: [picture] }]
    return [{ name: t($ => $.dialog.fileType), extensions: ['jboard'] }]
  }
  return {
    dialogs: true,
    async pickOpen() {
      const parent = window()
      if (!parent) return null
      const { filePaths } = await dialog.showOpenDialog(parent, {
        filters: await filters(),
        properties: ['openFile'],
      })
      return filePaths[0] ?? null
    },
    async pickSave(suggested) {
      const parent = window()
      if (!parent) return null
      const { filePath } = await dialog.showSaveDialog(parent, {
        defaultPath: suggested,
        filters: await filters(suggested),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return filePath || null
    },
    async openExternal(url) {
      const parent = window()
      if (!parent) return
      const { t } = await textsIn(language())
      const address = new URL(url)
      const { response } = await dialog.showMessageBox(parent, {
        type: 'question',
        message: t($ => $.dialog.linkQuestion, { host: address.host || address.pathname }),
        detail: address.href,
        buttons: [t($ => $.dialog.linkOpen), t($ => $.dialog.cancel)],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      if (response === 0) await shell.openExternal(address.href)
    },
    showFile: path => Promise.resolve(shell.showItemInFolder(path)),
  }
}
