/** The application menu. What concerns documents is an action of the page: the menu only says which one was chosen. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '../../shared/ipc/contract'
import { textsIn } from '../../shared/i18n'

type Item = MenuItemConstructorOptions

/** Asked for last: a language that is still being loaded must not replace the menu of a later choice. */
let wanted: Settings | undefined

/** Builds the menu in the person's language; `act` gets the id of the chosen page action (renderer/app/actions.ts). */
export async function showMenu(settings: Settings, act: (action: string) => void): Promise<void> {
  wanted = settings
  const { t } = await textsIn(settings.language)
  if (wanted !== settings) return
  const item = (action: string, label: string, accelerator?: string, more: Item = {}): Item => ({
    id: action,
    label,
    click: () => act(action),
    ...(accelerator ? { accelerator } : {}),
    ...more,
  })
  // these keys mean something inside a text field, so the page decides; the menu only shows them
  const shown: Item = { registerAccelerator: false }
  const theme = (value: Settings['theme'], label: string) =>
    item(`theme.${value}`, label, undefined, { type: 'radio', checked: settings.theme === value })
  const line: Item = { type: 'separator' }
  const about: Item = { role: 'about', label: t($ => $.menu.about) }
  const quit: Item = { role: 'quit', label: t($ => $.menu.quit), accelerator: 'CmdOrCtrl+Q' }
  const mac = process.platform === 'darwin'

  const file: Item[] = [
    item(
      'file.newJourney',
      t($ => $.actions.newJourney),
      'CmdOrCtrl+N',
    ),
    item(
      'file.open',
      t($ => $.actions.open),
      'CmdOrCtrl+O',
    ),
    line,
    item(
      'file.saveCopy',
      t($ => $.actions.saveCopy),
      'Shift+CmdOrCtrl+S',
    ),
    item(
      'file.export',
      t($ => $.export.action),
      'CmdOrCtrl+E',
    ),
    item(
      'file.share',
      t($ => $.share.action),
    ),
    item(
      'file.merge',
      t($ => $.merge.action),
    ),
    item(
      'file.versions',
      t($ => $.actions.versions),
    ),
    line,
    item(
      'app.settings',
      t($ => $.actions.settings),
      'CmdOrCtrl+,',
    ),
    item(
      'file.close',
      t($ => $.actions.close),
      'CmdOrCtrl+W',
    ),
    ...(mac ? [] : [line, quit]),
  ]
  const edit: Item[] = [
    item(
      'edit.undo',
      t($ => $.actions.undo),
      'CmdOrCtrl+Z',
      shown,
    ),
    item(
      'edit.redo',
      t($ => $.actions.redo),
      'Shift+CmdOrCtrl+Z',
      shown,
    ),
    line,
    { role: 'cut', label: t($ => $.menu.cut) },
    { role: 'copy', label: t($ => $.menu.copy) },
    { role: 'paste', label: t($ => $.menu.paste) },
    item(
      'board.delete',
      t($ => $.menu.delete),
      'Delete',
      shown,
    ),
    item(
      'board.selectAll',
      t($ => $.menu.selectAll),
      'CmdOrCtrl+A',
      shown,
    ),
    line,
    item(
      'app.palette',
      t($ => $.actions.palette),
      'CmdOrCtrl+K',
    ),
  ]
  const view: Item[] = [
    item(
      'view.board',
      t($ => $.screens.board),
      'CmdOrCtrl+1',
    ),
    item(
      'view.table',
      t($ => $.screens.table),
      'CmdOrCtrl+2',
    ),
    item(
      'view.pyramid',
      t($ => $.screens.pyramid),
      'CmdOrCtrl+3',
    ),
    line,
    item(
      'board.zoomIn',
      t($ => $.menu.zoomIn),
      'CmdOrCtrl+=',
    ),
    item(
      'board.zoomOut',
      t($ => $.menu.zoomOut),
      'CmdOrCtrl+-',
    ),
    item(
      'board.zoomReset',
      t($ => $.board.zoomReset),
      'CmdOrCtrl+0',
    ),
    item(
      'board.fit',
      t($ => $.menu.zoomFit),
      'F',
      shown,
    ),
    line,
    item(
      'view.sidebar',
      t($ => $.actions.sidebar),
      'CmdOrCtrl+B',
      shown,
    ),
    item(
      'view.inspector',
      t($ => $.actions.inspector),
      'CmdOrCtrl+I',
      shown,
    ),
    item(
      'view.chrome',
      t($ => $.actions.chrome),
      'CmdOrCtrl+.',
    ),
    {
      label: t($ => $.settings.theme),
      submenu: [
        theme(
          'system',
          t($ => $.settings.themes.system),
        ),
        theme(
          'light',
          t($ => $.settings.themes.light),
        ),
        theme(
          'dark',
          t($ => $.settings.themes.dark),
        ),
      ],
    },
    { role: 'togglefullscreen', label: t($ => $.menu.fullScreen) },
  ]
  const help: Item[] = [
    item(
      'app.help',
      t($ => $.actions.help),
      '?',
      shown,
    ),
    ...(mac ? [] : [line, about]),
  ]
  const own: Item[] = [
    about,
    line,
    { role: 'hide', label: t($ => $.menu.hide) },
    { role: 'hideOthers', label: t($ => $.menu.hideOthers) },
    line,
    quit,
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ label: app.name, submenu: own }] : []),
      { label: t($ => $.menu.file), submenu: file },
      { label: t($ => $.menu.edit), submenu: edit },
      { label: t($ => $.menu.view), submenu: view },
      { role: 'help', label: t($ => $.menu.help), submenu: help },
    ]),
  )
}
