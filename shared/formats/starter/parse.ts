/** Reads a `cx-starter-templates` file, whole or not at all. */
import type { z } from 'zod'
import { KnownError } from '../../ipc/contract'
import { checkReferences } from './references'
import { starterFile, starterHead, type StarterFile } from './schema'

export interface ParsedStarter extends StarterFile {
  /** Places in the file that hold something this form does not know; nothing is made of them. */
  readonly ignored: readonly string[]
}

/** What a file may carry without its being imported: the answers that importers are checked against. */
const answers = new Set(['expectedFigures', 'expectedWarnings', 'expected'])

/** Most places that are told. */
const MAX_IGNORED = 100

/**
 * Parses a file of the form.
 * @param json the file's text
 * @throws KnownError import.notJson, import.notStarter, import.tooNew, import.missing, import.badValue,
 *   import.duplicateKey, import.unknownKey; the last four with the `place` of the fault
 */
export function parseStarter(json: string): ParsedStarter {
  let input: unknown
  try {
    input = JSON.parse(json.replace(/^\uFEFF/, ''), (_, value: unknown) =>
      typeof value === 'string' ? wellFormed(value) : value,
    )
  } catch {
    throw new KnownError('import.notJson')
  }
  return readStarter(input)
}

/** The same for a file that is already an object. */
export function readStarter(input: unknown): ParsedStarter {
  const head = starterHead.safeParse(input)
  if (!head.success) throw new KnownError('import.notStarter')
  if (head.data.formatVersion > 1) throw new KnownError('import.tooNew', { version: head.data.formatVersion })
  const parsed = starterFile.safeParse(input)
  if (!parsed.success) throw faultAt(parsed.error.issues[0]!, input)
  checkReferences(parsed.data.templates)
  const { templates } = input as { templates: unknown }
  return {
    ...parsed.data,
    ignored: [...unread(templates, parsed.data.templates, 'templates')].slice(0, MAX_IGNORED),
  }
}

/** NUL and halves of characters would make the text unreadable elsewhere. */
const wellFormed = (value: string) => value.replace(/[\0\uD800-\uDFFF]/gu, '\uFFFD')

function faultAt(issue: z.core.$ZodIssue, input: unknown): KnownError {
  const place = issue.path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  )
  const value = issue.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)?.[part], input)
  if (value === undefined) return new KnownError('import.missing', { place })
  return new KnownError('import.badValue', { place, allowed: allowedBy(issue) })
}

/** What would have been right, in signs that need no language. */
function allowedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.join(' | ')
    case 'too_small':
      return `≥ ${issue.minimum}`
    case 'too_big':
      return `≤ ${issue.maximum}`
    case 'invalid_type':
      return issue.expected
    case 'invalid_format':
      return issue.pattern ?? issue.format
    case 'invalid_union':
      return issue.discriminator ? 'journey | bmc' : 'journey | {stage} | {touchpoint} | {segment}'
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0] ? allowedBy(issue.issues[0]) : '?'
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return issue.message
  }
}

/** The places of `input` that parsing left behind. */
function* unread(input: unknown, output: unknown, place: string): Generator<string> {
  if (Array.isArray(input)) {
    for (const [at, item] of input.entries())
      yield* unread(item, (output as unknown[])[at], `${place}[${at}]`)
  } else if (typeof input === 'object' && input !== null) {
    for (const [name, value] of Object.entries(input)) {
      if (answers.has(name)) continue
      if (!Object.hasOwn(output as object, name)) yield `${place}.${name}`
      else yield* unread(value, (output as Record<string, unknown>)[name], `${place}.${name}`)
    }
  }
}
