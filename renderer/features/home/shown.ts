/** Which of the known documents and templates answer a search. */
import { useMemo } from 'react'
import type { RecentEntry } from '../../../shared/ipc/contract'
import type { T } from '../../../shared/i18n'
import { nameOf, useLibrary } from '../../app/library'
import { fold, match } from '../../ui/match'
import { useText } from '../../ui/text'

/** A template as people read it: name and industry in their language. */
export interface ShownTemplate {
  readonly key: string
  readonly name: string
  readonly industry: string
  readonly kind: 'journey' | 'bmc'
  readonly touchpoints: number
  readonly notes: number
  readonly thumbnail: string | null
}

interface Shown {
  readonly recent: readonly RecentEntry[]
  readonly templates: readonly ShownTemplate[]
  /** False until the host has answered. */
  readonly loaded: boolean
}

/** @param query '' for everything */
export function useShown(query: string): Shown {
  const t = useText()
  const recent = useLibrary(state => state.recent)
  const templates = useLibrary(state => state.templates)
  return useMemo(() => {
    const wanted = fold(query.trim())
    const answers = (...texts: string[]) => !wanted || match(fold(texts.join(' ')), wanted) !== null
    return {
      recent: (recent ?? []).filter(entry => answers(nameOf(entry), entry.fileName, entry.folder)),
      templates: (templates ?? [])
        .map(entry => ({ ...entry, ...worded(t, entry) }))
        .filter(({ name, title, industry }) => answers(name, title, industry)),
      loaded: recent !== null && templates !== null,
    }
  }, [recent, templates, query, t])
}

/** Names of the templates we bring along are translated; others read as their file says. */
function worded(t: T, { key, title, industry }: { key: string; title: string; industry: string }) {
  const short = title.split(':', 1)[0] ?? title
  const look = t as unknown as (key: string, fallback: string) => string
  return {
    name: look(`home.templates.names.${key}`, short),
    industry: look(`home.templates.industries.${key}`, industry),
  }
}
