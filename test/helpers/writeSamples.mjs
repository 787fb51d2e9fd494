// Writes the samples of today's format into test/files: node test/helpers/writeSamples.mjs (with the Node of
// node_modules/.bin). Files that a release has written stay as they are: when a record type gets a version or the
// layout a number, the former folder is kept and a new one is made.
import { join } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport(join(import.meta.dirname, 'writeSamples.ts'))
const { writeSamples } = /** @type {{ writeSamples: () => void }} */ (module)
writeSamples()
