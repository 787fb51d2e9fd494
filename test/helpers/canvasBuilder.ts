/**
 * Documents with a canvas in a few words: `canvas().segment('a').note('vp', 'valuePropositions').link('offers', 'vp',
 * 'a').build()`. Things are named by the caller and get the id `type:name`; a segment stands on the canvas unless it is
 * said to stand elsewhere.
 */
import { Doc, edit, positions, type Fields } from '../../shared/document'
import { recordTypes, type RawRecord, type RecordType } from '../../shared/model'
import type { LinkKind } from '../../shared/model/link'
import type { Block } from '../../shared/model/note'

type Some<T extends RecordType> = Partial<Fields<T>>

export class CanvasBuilder {
  readonly canvasId: string
  readonly #records: RawRecord[] = []
  readonly #ids = new Map<string, string>()
  /** More than any test makes, so that things stand in the order they were named. */
  readonly #orders: string[] = positions('builder1', [], undefined, 3000)
  #made = 0

  constructor(fields: Some<'canvas'> = {}, project: Some<'project'> = {}) {
    this.add('project', 'it', { title: 'Built', ...project })
    this.canvasId = this.add('canvas', 'model', { title: 'Model', ...fields }).id('model')
  }

  /** Any record; ids in it are written out (`this.id`). */
  add<T extends RecordType>(type: T, name: string, fields: Some<T> = {}): this {
    const id = `${type}:${name}`
    const order = this.#orders[this.#made++]!
    this.#records.push({ ...recordTypes[type].defaults(), order, ...fields, id, type } as RawRecord)
    this.#ids.set(name, id)
    return this
  }

  /** The id of what was named. */
  id(name: string): string {
    const id = this.#ids.get(name)
    if (!id) throw new Error(`nothing is called ${name}`)
    return id
  }

  /** A note in a block, called as it is named unless it has a title. */
  note(name: string, block: Block, fields: Some<'note'> = {}, placement: Some<'placement'> = {}): this {
    return this.add('note', name, { title: name, block, ...fields }).place(name, block, placement)
  }

  /** Puts a note on the canvas, or on another. */
  place(name: string, block: Block, fields: Some<'placement'> = {}): this {
    const canvasId = fields.canvasId ?? this.canvasId
    const suffix = canvasId === this.canvasId ? '' : `-${canvasId.split(':')[1]}`
    return this.add('placement', `${name}-place${suffix}`, {
      canvasId,
      noteId: this.id(name),
      block,
      ...fields,
    })
  }

  /** A segment that stands on the canvas; its note is `name-note`. */
  segment(name: string, fields: Some<'segment'> = {}): this {
    return this.segmentElsewhere(name, fields).note(`${name}-note`, 'customerSegments', {
      title: '',
      segmentId: this.id(name),
    })
  }

  /** A segment that stands on no canvas. */
  segmentElsewhere(name: string, fields: Some<'segment'> = {}): this {
    return this.add('segment', name, { title: name, ...fields })
  }

  /** A typed tie between two named things on the canvas. */
  link(kind: LinkKind, from: string, to: string, fields: Some<'link'> = {}): this {
    return this.add('link', `${kind}-${from}-${to}`, {
      kind,
      fromId: this.id(from),
      toId: this.id(to),
      canvasId: this.canvasId,
      ...fields,
    })
  }

  /** A number of something named: one value, or low, likely and high. */
  quantity(
    owner: string,
    name: string,
    value: number | readonly [number, number, number],
    fields: Some<'quantity'> = {},
  ): this {
    const [low, likely, high] = typeof value === 'number' ? [value, value, value] : value
    return this.add('quantity', `${owner}-${name}`, {
      ownerId: this.id(owner),
      name,
      low,
      likely,
      high,
      ...fields,
    })
  }

  /** One side needs the other. */
  dependency(from: string, to: string, kind: 'attracts' | 'subsidises' | 'supplies' = 'attracts'): this {
    return this.add('segmentDependency', `${kind}-${from}-${to}`, {
      kind,
      fromId: this.id(from),
      toId: this.id(to),
    })
  }

  /** A journey with one stage, step and touchpoint, over a channel if one is named; they are called after it. */
  journey(
    name: string,
    fields: Some<'journey'> = {},
    { channel, lifecycle = null }: { channel?: string; lifecycle?: Some<'stage'>['lifecycle'] } = {},
  ): this {
    this.add('journey', name, { title: name, ...fields })
    this.add('stage', `${name}-stage`, { journeyId: this.id(name), lifecycle })
    this.add('step', `${name}-step`, { stageId: this.id(`${name}-stage`) })
    return this.add('touchpoint', `${name}-touchpoint`, {
      stepId: this.id(`${name}-step`),
      channelId: channel === undefined ? null : this.id(channel),
    })
  }

  /** Changes fields of something named. */
  set(name: string, fields: Readonly<Record<string, unknown>>): this {
    const at = this.#records.findIndex(({ id }) => id === this.id(name))
    this.#records[at] = { ...this.#records[at]!, ...fields }
    return this
  }

  /** Takes what is named away, with all that cannot be without it. */
  without(...names: readonly string[]): this {
    const doc = this.build()
    for (const name of names) doc.apply(edit(doc).remove(this.id(name)).patch())
    this.#records.splice(0, this.#records.length, ...doc.records())
    return this
  }

  build(): Doc {
    return new Doc(this.#records)
  }
}

/** Begins a document with one canvas. */
export const canvas = (fields: Some<'canvas'> = {}, project: Some<'project'> = {}): CanvasBuilder =>
  new CanvasBuilder(fields, project)
