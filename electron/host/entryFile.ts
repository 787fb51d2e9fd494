import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where a script of its own process lies. Bundled, all of them lie beside each other; code that tests run from its
 * sources finds them where the build puts them.
 */
export function entryFile(name: 'guardProcess' | 'publishWorker' | 'exportWorker'): string {
  return builtFile(`${name}.js`)
}

/** Where a file lies that the build puts beside the bundles. */
export function builtFile(name: string): string {
  const beside = join(import.meta.dirname, name)
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../out/main', name)
}
