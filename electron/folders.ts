/** Where the app keeps its own data and puts new documents; the same for the window, the server and the command line. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const name = 'Journeyboard'

/** The app data folder: JOURNEYBOARD_DATA, else where this system keeps such data for a user. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['JOURNEYBOARD_DATA']) return resolve(env['JOURNEYBOARD_DATA'])
  const home = homedir()
  if (process.platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), name)
  if (process.platform === 'darwin') return join(home, 'Library/Application Support', name)
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), name)
}

/**
 * The folder for new documents: JOURNEYBOARD_DOCUMENTS, else Journeyboard in the user's documents.
 * @param documents the user's documents folder, where the shell knows it better
 */
export function documentsFolder(
  documents = join(homedir(), 'Documents'),
  env: NodeJS.ProcessEnv = process.env,
): string {
  return env['JOURNEYBOARD_DOCUMENTS'] ? resolve(env['JOURNEYBOARD_DOCUMENTS']) : join(documents, name)
}
