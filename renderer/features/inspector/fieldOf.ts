/** Which field of a record a row of the inspector shows. */
import { useMemo } from 'react'
import type { DocumentView } from '../../../shared/document'
import type { T } from '../../../shared/i18n'
import { definitionOf } from '../../../shared/model'
import { fieldWord } from '../../../shared/words'
import { useSession } from '../../document/hooks'
import { useText } from '../../ui/text'

/** From a record and what its row is called, by name or by the field's word, to the field; undefined for other rows. */
export type FieldOf = (of: string, label: string) => string | undefined

export function useFieldOf(): FieldOf {
  const t = useText()
  const { doc } = useSession()
  return useMemo(() => fieldsIn(doc, t), [doc, t])
}

function fieldsIn(document: DocumentView, t: T): FieldOf {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (of, label) => {
    const type = document.get(of)?.type ?? ''
    const fields = known.get(type) ?? fieldsByLabel(type, t)
    known.set(type, fields)
    return fields.get(label)
  }
}

function fieldsByLabel(type: string, t: T): ReadonlyMap<string, string> {
  const names = Object.keys(definitionOf(type)?.fields ?? {})
  // what is called a name may also be that of another thing in the panel
  const words = names.flatMap(name => (name === 'title' ? [] : [[fieldWord(t, type, name), name] as const]))
  return new Map([...words, ...names.map(name => [name, name] as const)])
}
