/** A note in Customer segments or Channels is a segment or a channel: which one, its name says. */
import { positions, type DocumentView, type Draft } from '../document'
import type { Note } from '../model'
import type { Block } from '../model/note'
import { norm } from '../queries/norm'

/** What a note of these blocks is. */
export const recordOfBlock = (block: Block): 'segment' | 'channel' | undefined =>
  block === 'customerSegments' ? 'segment' : block === 'channels' ? 'channel' : undefined

type Naming = (block: Block, title: string) => Partial<Pick<Note, 'title' | 'segmentId' | 'channelId'>>

/**
 * How notes get their names within one draft. In Customer segments and Channels the note becomes the record of that
 * name, case and accents aside, which is made when there is none; elsewhere, and without a name, the name is its own.
 * @param token fresh, for the ids of records that are made
 */
export function naming(draft: Draft, document: DocumentView, actor: string, token: string): Naming {
  const made = { segment: [] as string[], channel: [] as string[] }
  return (block, title) => {
    const type = recordOfBlock(block)
    if (!type || !title.trim()) return { title }
    const known = document.all(type).find(record => norm(record.title) === norm(title))?.id
    const id = known ?? made[type].find(one => norm(titleOf(draft, one)) === norm(title)) ?? make(type, title)
    return { title: '', [`${type}Id`]: id }
  }

  function make(type: 'segment' | 'channel', title: string): string {
    const before = [...document.all(type), ...made[type].map(id => draft.get(id)!)]
    const [order = ''] = positions(actor, before, undefined)
    const id = `${type}:${token}${made[type].length.toString(36).padStart(3, '0')}`
    draft.add(type, id, { title: title.trim(), order })
    made[type].push(id)
    return id
  }
}

const titleOf = (draft: Draft, id: string) => String(draft.get(id)?.['title'])
