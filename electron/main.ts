/** The app on the desktop. With `--cli …` it is the command line instead, without a window. */
import { app, dialog, session } from 'electron'
import { join } from 'node:path'
import { nearestLanguage, textsIn, wordsOf } from '../shared/i18n'
import { dataFolder, documentsFolder } from './folders'
import { createHost } from './host'
import { noticeOf } from './host/noticeOf'
import { logIn } from './log'
import { pageFiles } from './pageFiles'
import { desktopAbilities } from './shell/abilities'
import { commandIn, documentsIn } from './shell/args'
import { startDesktop, type Desktop } from './shell/desktop'
import { lockDown } from './shell/lockdown'
import { registerAppScheme, serveAppScheme } from './shell/protocol'
import { spawnWithElectron } from './shell/spawnGuard'

const data = dataFolder()
const log = logIn(data)
const command = commandIn(process.argv)

app.setPath('userData', data)
app.setPath('sessionData', join(data, 'chromium'))
for (const off of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
])
  app.commandLine.appendSwitch(off)

if (command) {
  // utility processes need the app to be ready
  void app.whenReady().then(() => runCommand(command))
} else if (!app.requestSingleInstanceLock()) app.quit()
else openApp()

function openApp(): void {
  let desktop: Desktop | undefined
  const toOpen = documentsIn(process.argv.slice(1), process.cwd())
  let openPaths = (paths: readonly string[]) => void toOpen.push(...paths)

  app.on('open-file', (event, path) => {
    event.preventDefault()
    openPaths([path])
    desktop?.show()
  })
  app.on('second-instance', (_event, args, folder) => {
    openPaths(documentsIn(args.slice(1), folder))
    desktop?.show()
  })
  registerAppScheme()

  // not awaited: an ES module that waits here would never see the app become ready
  void app.whenReady().then(async () => {
    const language = nearestLanguage(app.getPreferredSystemLanguages())
    try {
      serveAppScheme(session.defaultSession, pageFiles(join(import.meta.dirname, '../renderer')))
      lockDown(session.defaultSession)
      const host = createHost({
        dataFolder: data,
        documentsFolder: documentsFolder(app.getPath('documents')),
        version: app.getVersion(),
        platform: process.platform,
        language,
        shell: desktopAbilities(
          () => desktop?.window(),
          () => host.settings().language,
        ),
        spawnGuard: spawnWithElectron,
        log,
      })
      openPaths = paths => void host.openPaths(paths)
      openPaths(toOpen)
      desktop = startDesktop({ host, data, log })
    } catch (error) {
      const { t } = await textsIn(language)
      dialog.showErrorBox('Journeyboard', wordsOf(t, noticeOf(error, log)))
      app.exit(1)
    }
  })
}

/** Runs the command line in this process: a packaged app cannot be used as a plain Node. */
async function runCommand(args: readonly string[]): Promise<void> {
  const { runCli } = await import('./cli/run')
  app.exit(await runCli(args, { spawnGuard: spawnWithElectron }))
}
