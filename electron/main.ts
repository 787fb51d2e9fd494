import { app, BrowserWindow } from 'electron'
import Database from 'better-sqlite3'
import { join } from 'node:path'

void app.whenReady().then(async () => {
  const version = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
  const window = new BrowserWindow({
    title: `Journeyboard ${String(version)}`,
    webPreferences: { preload: join(import.meta.dirname, '../preload/index.cjs'), sandbox: true },
  })
  await window.loadFile(join(import.meta.dirname, '../renderer/index.html'))
})
app.on('window-all-closed', () => app.quit())
