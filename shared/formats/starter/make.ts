/** Collects the records of an import: ids from a seed, positions at the end, things of one name made once. */
import { positions, type DocumentView, type Fields } from '../../document'
import { recordTypes, type RawRecord, type RecordType } from '../../model'
import { channelTraits } from './channels'

export interface StarterOptions {
  /** Fresh for each import, letters and digits: ids are made from it and repeat with it. */
  readonly seed: string
  /** The editing session, for positions. */
  readonly actor: string
  /** The name of a well-known channel in the reader's language; undefined where there is none. */
  readonly channelName: (key: string) => string | undefined
  /** The document that the records will go into; its channels, departments and systems of the same name are used. */
  readonly existing?: DocumentView | undefined
}

/** The field that names the parent among whose children a record has its place. */
const parents: Readonly<Partial<Record<RecordType, string>>> = {
  stage: 'journeyId',
  step: 'stageId',
  touchpoint: 'stepId',
  lane: 'journeyId',
  placement: 'canvasId',
}

export class Making {
  readonly options: StarterOptions
  readonly #records: RawRecord[] = []
  readonly #named = new Map<string, string>()

  constructor(options: StarterOptions) {
    this.options = options
    for (const type of ['channel', 'department', 'system'] as const) {
      for (const record of options.existing?.all(type) ?? []) {
        for (const name of [record.key, record.title]) {
          if (name && !this.#named.has(`${type} ${name}`)) this.#named.set(`${type} ${name}`, record.id)
        }
      }
    }
  }

  /** A record with its type's defaults; returns its id. */
  add<T extends RecordType>(type: T, fields: Fields<T>): string {
    const id = `${type}:${this.options.seed}${this.#records.length.toString(36).padStart(4, '0')}`
    this.#records.push({ ...recordTypes[type].defaults(), ...fields, id, type })
    return id
  }

  channel(key: string): string {
    const title = this.options.channelName(key) ?? key
    return (
      this.#named.get(`channel ${title}`) ?? this.#once('channel', key, { title, key, ...channelTraits(key) })
    )
  }

  department = (title: string): string => this.#once('department', title, { title })

  system = (title: string): string => this.#once('system', title, { title })

  /** All that was made, each at its place after what is there already. */
  records(): RawRecord[] {
    const { actor, existing } = this.options
    const orders = new Map<RawRecord, string>()
    const places = new Map<string, RawRecord[]>()
    for (const record of this.#records.filter(isOrdered)) {
      const place = placeOf(record)
      const siblings = places.get(place)
      if (siblings) siblings.push(record)
      else places.set(place, [record])
    }
    for (const siblings of places.values()) {
      const { type } = siblings[0]!
      const before = parents[type as RecordType] ? [] : (existing?.all(type as RecordType) ?? [])
      const keys = positions(actor, before, undefined, siblings.length)
      siblings.forEach((record, at) => orders.set(record, keys[at]!))
    }
    return this.#records.map(record =>
      orders.has(record) ? { ...record, order: orders.get(record) } : record,
    )
  }

  #once<T extends RecordType>(type: T, name: string, fields: Fields<T>): string {
    const known = this.#named.get(`${type} ${name}`)
    if (known) return known
    const id = this.add(type, fields)
    this.#named.set(`${type} ${name}`, id)
    return id
  }
}

const isOrdered = (record: RawRecord) => 'order' in recordTypes[record.type as RecordType].fields

const placeOf = (record: RawRecord) =>
  `${record.type} ${JSON.stringify(record[parents[record.type as RecordType] ?? ''])}`
