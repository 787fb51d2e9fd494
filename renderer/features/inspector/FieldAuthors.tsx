import { useCallback, type ReactNode } from 'react'
import { useApp } from '../../app/store'
import { FieldHints } from '../../ui/Field'
import { useLanguage, useText } from '../../ui/text'
import { dateAndTime } from '../../ui/time'
import { useSession } from '../../document/hooks'
import { useFieldOf } from './fieldOf'

/** Rows inside say who wrote them last and when, once somebody points at a label or stands in a row. */
export function FieldAuthors({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const bridge = useApp(state => state.bridge)
  const fieldOf = useFieldOf()
  const ask = useCallback(
    async (id: string, label: string) => {
      const field = fieldOf(id, label)
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
    [bridge, fieldOf, language, session, t],
  )
  return <FieldHints value={ask}>{children}</FieldHints>
}
