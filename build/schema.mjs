// `npm run schema`: writes docs/schema/document.schema.json from the schemas that check documents and files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './node.mjs'

/** @typedef {typeof import('../electron/cli/documentSchema')} Schemas */
const { module } = await runnerImport(join(root, 'electron/cli/documentSchema.ts'))
const { documentSchema } = /** @type {Schemas} */ (module)
const file = join(root, 'docs/schema/document.schema.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(documentSchema(), null, 2)}\n`)
process.stdout.write('docs/schema/document.schema.json\n')
