// Runs one of the entries in out/main inside this process, building it first when it is stale.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { ensureModernNode, followParent, returnToUsersFolder, root } from './node.mjs'

/**
 * @param {'cli' | 'serve'} entry
 * @param {string[]} args
 */
export async function enter(entry, args = process.argv.slice(2)) {
  await ensureModernNode()
  followParent()
  await build()
  returnToUsersFolder()
  const file = join(root, 'out/main', `${entry}.js`)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}
