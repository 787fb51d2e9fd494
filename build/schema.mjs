// `npm run schema`: writes docs/schema/document.schema.json from the schemas in shared/model and shared/formats.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './node.mjs'

/** @typedef {typeof import('../shared/formats/documentSchema')} Schemas */
const { module } = await runnerImport(join(root, 'shared/formats/documentSchema.ts'))
const { documentSchema } = /** @type {Schemas} */ (module)
const file = join(root, 'docs/schema/document.schema.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(documentSchema(), null, 2)}\n`)
process.stdout.write('docs/schema/document.schema.json\n')
