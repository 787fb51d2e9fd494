import { KnownError } from '../../shared/ipc/contract'
import type { RawRecord } from '../../shared/model'
import { leavable, partRoots, type Leavable, type PartRoot } from '../../shared/queries/share'
import { sharedRows } from '../host/share'
import type { WholeDocument } from '../host/store/readRows'
import { asJson, type CliCommand } from './context'
import { rowsIn, writeNew } from './documentFile'

/** Makes a file to send: of the whole document, of a part of it, or without what others need not see. */
export const shareCommand: CliCommand = {
  name: 'share',
  args: ['FILE'],
  options: {
    output: { takes: 'OUT', short: 'o' },
    part: { takes: 'ID,…' },
    without: { takes: leavable.join(',') },
  },
  async run(context, [file = ''], { output, part, without }) {
    if (output === undefined) throw new KnownError('cli.noOutput')
    const leaveOut = listed(without).map(known)
    const whole = await rowsIn(context, file)
    const roots = listed(part)
    for (const id of roots) requireRoot(whole, id)
    const by = { at: new Date().toISOString(), appVersion: context.version }
    const rows = sharedRows(whole, { roots, leaveOut }, by)
    // it is somebody else's to keep: as an earlier version of the document a part would be wrong
    const path = await writeNew(context, output, rows, false)
    const records = [...rows.records].filter(({ gone }) => gone === 0).length
    const { documentId } = rows.meta
    context.print(context.json ? asJson({ path, documentId, records }) : path)
    return 0
  },
}

const listed = (given: string | undefined) => (given ?? '').split(',').filter(Boolean)

function known(name: string): Leavable {
  const kind = leavable.find(one => one === name)
  if (!kind) throw new KnownError('share.unknown', { name, known: leavable.join(', ') })
  return kind
}

function requireRoot({ records }: WholeDocument, id: string) {
  const row = records.find(one => one.id === id && one.gone === 0)
  if (partRoots.includes(row?.type as PartRoot)) return
  const ids = records.filter(one => one.gone === 0 && partRoots.includes(one.type as PartRoot))
  const titles = ids.map(one => `${one.id} (${String((JSON.parse(one.json) as RawRecord)['title'])})`)
  throw new KnownError('share.noSuchPart', { id, known: titles.join(', ') })
}
