import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { documentSchema } from '../../electron/cli/documentSchema'
import { recordTypes } from '../../shared/model'
import { everyRecord } from '../helpers/everyRecord'
import { root } from '../helpers/folders'

test('docs/schema/document.schema.json is what `npm run schema` writes', () => {
  const committed = readFileSync(join(root, 'docs/schema/document.schema.json'), 'utf8')
  expect(committed).toBe(`${JSON.stringify(documentSchema(), null, 2)}\n`)
})

/** One type of the printed schema, read back by itself. */
function readBack(type: string) {
  const { $schema, $defs } = documentSchema() as { $schema: string; $defs: Record<string, object> }
  return z.fromJSONSchema({ $schema, ...$defs[type] } as Parameters<typeof z.fromJSONSchema>[0])
}

test('the printed schema takes every sample record and refuses a wrong field', () => {
  for (const record of everyRecord().filter(({ type }) => Object.hasOwn(recordTypes, type))) {
    const schema = readBack(record.type)
    expect(schema.safeParse(record).error?.message).toBeUndefined()
    expect(schema.safeParse({ ...record, id: 'no id' }).success).toBe(false)
    if ('order' in record) expect(schema.safeParse({ ...record, order: 1 }).success).toBe(false)
  }
})

test('a reference says where it leads and what happens when its target goes', () => {
  const text = JSON.stringify(documentSchema())
  for (const { references } of Object.values(recordTypes)) {
    for (const { target, onDelete } of references) {
      expect(text).toContain(`"x-reference":${JSON.stringify({ target, onDelete })}`)
    }
  }
})
