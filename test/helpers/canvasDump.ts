/** A large canvas as a dump, which the command line loads into a file that the app opens. */
import { recordTypes, recordVersions, type RawRecord } from '../../shared/model'
import { bigCanvas, type CanvasShape } from './canvases'

/** The dump of a canvas of that shape; what is earned and spent has an amount. */
export function canvasDump(shape: CanvasShape): string {
  const { records } = bigCanvas(shape)
  const amounts = records
    .filter(({ type, block }) => type === 'note' && (block === 'revenueStreams' || block === 'costStructure'))
    .map(({ id }, at) => ({
      ...recordTypes.quantity.defaults(),
      id: `quantity:q${at}`,
      type: 'quantity',
      ownerId: id,
      name: 'amount',
      low: 8000,
      likely: 10_000,
      high: 13_000,
      unit: 'EUR',
      per: 'year',
    })) as RawRecord[]
  return JSON.stringify({
    format: 'journeyboard-dump',
    formatVersion: 1,
    documentId: 'big-canvas',
    revision: 1,
    recordVersions,
    meta: {},
    records: [...records, ...amounts],
    stamps: [],
    removed: [],
    changes: [],
    sessions: [],
    blobs: [],
  })
}
