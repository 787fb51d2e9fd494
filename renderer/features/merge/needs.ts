/** What a record cannot be without. */
import { definitionOf as modelOf, type RawRecord } from '../../../shared/model'

/** Records that are no thing of their own to people. */
const parts = new Set(['placement', 'experience'])

export const definitionOf = (type: string) => {
  const definition = modelOf(type)
  return definition && { ...definition, isPart: parts.has(type) }
}

/** The ids of what a record goes with when that is deleted. */
export function targetsOfRecord(record: RawRecord): string[] {
  const references = modelOf(record.type)?.references ?? []
  return references
    .filter(({ onDelete }) => onDelete === 'cascade')
    .flatMap(({ field }) => [record[field]].flat())
    .filter(target => typeof target === 'string')
}
