import { useCallback, useMemo, type ReactNode } from 'react'
import { definitionOf } from '../../../shared/model'
import { fieldWord } from '../../../shared/words'
import { useApp } from '../../app/store'
import { FieldHints } from '../../ui/Field'
import { useLanguage, useText } from '../../ui/text'
import { dateAndTime } from '../../ui/time'
import { useSession } from '../../document/hooks'

/**
 * Rows inside say who wrote them last and when, once somebody points at a label or stands in a row. A row belongs to
 * the field of the record that its label is the word of; other rows say nothing.
 */
export function FieldAuthors({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const bridge = useApp(state => state.bridge)
  const type = session.doc.get(id)?.type ?? ''
  const fields = useMemo(() => {
    const names = Object.keys(definitionOf(type)?.fields ?? {})
    // what is called a name may also be that of another thing in the panel
    return new Map(names.flatMap(name => (name === 'title' ? [] : [[fieldWord(t, type, name), name]])))
  }, [t, type])
  const ask = useCallback(
    async (label: string) => {
      const field = fields.get(label)
      if (field === undefined) return null
      try {
        await session.flush()
        const authors = await bridge.call('record.authors', { document: session.handle, id })
        const by = [field, '*'].flatMap(name => authors.find(one => one.field === name) ?? [])[0]
        if (!by) return null
        const author = by.mine ? t($ => $.compare.you) : by.author || t($ => $.compare.withoutName)
        return by.at === '' ? author : `${author} · ${dateAndTime(by.at, language)}`
      } catch {
        // nobody needs to know that this is not known just now
        return null
      }
    },
    [bridge, fields, id, language, session, t],
  )
  return <FieldHints value={ask}>{children}</FieldHints>
}
