/** The document in JSON Schema, printed from the schemas that check it; `npm run schema` writes it into docs/schema. */
import { z } from 'zod'
import { recordTypes } from '../../shared/model'
import { referenceOf } from '../../shared/model/field'
import { starterFile, starterHead } from '../../shared/formats/starter/schema'
import { dump } from './dumpFormat'

type JsonSchema = Record<string, unknown>

/** What zod prints of a schema. References say in `x-reference` where they lead and what happens when that goes. */
function printed(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const reference = zodSchema instanceof z.ZodString ? referenceOf('', zodSchema) : undefined
      if (!reference) return
      const { target, onDelete } = reference
      jsonSchema['x-reference'] = { target, onDelete }
      if (target !== '*') jsonSchema.pattern = idPatternOf(target)
    },
  })
  return rest
}

const idPatternOf = (type: string) => `^${type}:[A-Za-z0-9_-]{1,60}$`

/** One record type; unknown fields are allowed, since they are kept. */
function recordSchema({ type, version, schema }: (typeof recordTypes)[keyof typeof recordTypes]): JsonSchema {
  const { properties, ...rest } = printed(schema as z.ZodType) as { properties: JsonSchema }
  const id = { type: 'string', pattern: idPatternOf(type) }
  return { title: type, 'x-version': version, ...rest, properties: { ...properties, id } }
}

/** A dump: what the command line prints of a whole file. */
function dumpSchema(): JsonSchema {
  const { properties, ...rest } = printed(dump) as { properties: JsonSchema }
  return {
    title: 'dump of a file',
    ...rest,
    properties: { ...properties, records: { $ref: '#/$defs/records' } },
  }
}

/**
 * JSON Schema (draft 2020-12) of a document's records and of the files that are read in their place.
 * `$defs.record` is any record, `$defs.records` a whole document's, `$defs.dump` what `dump` prints,
 * `$defs.cxStarterTemplates` a file of templates.
 */
export function documentSchema(): JsonSchema {
  const types = Object.values(recordTypes)
  const names = types.map(({ type }) => type)
  const unknownRecord = {
    title: 'a record of a newer version',
    type: 'object',
    properties: {
      id: { type: 'string', pattern: '^[A-Za-z]{1,40}:[A-Za-z0-9_-]{1,60}$' },
      type: { type: 'string', not: { enum: names } },
    },
    required: ['id', 'type'],
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Journeyboard document',
    $ref: '#/$defs/records',
    $defs: {
      records: { type: 'array', items: { $ref: '#/$defs/record' } },
      record: { oneOf: [...names, 'unknownRecord'].map(name => ({ $ref: `#/$defs/${name}` })) },
      ...Object.fromEntries(types.map(definition => [definition.type, recordSchema(definition)])),
      unknownRecord,
      dump: dumpSchema(),
      cxStarterTemplates: { allOf: [printed(starterHead), printed(starterFile)] },
    },
  }
}
