/** Random but valid changes of a document, made with the real commands, the way a person makes them. */
import {
  addJourney,
  painPointCommands,
  rateExperience,
  removeRecords,
  stageCommands,
  stepCommands,
  touchpointCommands,
  updateProject,
} from '../../shared/commands'
import {
  completed,
  Doc,
  emptyHistory,
  invert,
  isEmpty,
  recorded,
  telling,
  type ArgsOf,
  type Change,
  type Command,
  type History,
  type Patch,
} from '../../shared/document'
import type { RawRecord } from '../../shared/model'

/** A number from 0 up to 1, the same row for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words = ['Žltý', 'kôň', '"', '\n', '\u{1F600}', '=1+1', '<b>']

/** A document as the page has it, and the next change somebody makes to it. */
export class Editor {
  readonly doc: Doc
  history: History
  readonly #random: () => number
  readonly #prefix: string
  #count = 0

  /**
   * @param records the document's content
   * @param seed the same seed makes the same changes
   */
  constructor(records: Iterable<RawRecord>, seed: number, history: History = emptyHistory) {
    this.doc = new Doc(records)
    this.history = history
    this.#random = randomFrom(seed)
    this.#prefix = `r${seed.toString(36)}x`
  }

  /** Makes one change; it has been applied to `doc` and `history` when this returns. */
  next(): Change {
    for (;;) {
      const change = telling(this.#attempt(), [])
      if (isEmpty(change.patch)) continue
      this.doc.apply(change.patch)
      this.history = recorded(this.history, change)
      return change
    }
  }

  #attempt(): Change {
    const dice = this.#random()
    const step = this.#id()
    if (dice < 0.12) {
      const [command, stack] =
        dice < 0.08 ? (['undo', this.history.undo] as const) : (['redo', this.history.redo] as const)
      const target = stack.at(-1)
      if (target) {
        const patch = command === 'undo' ? invert(target.patch) : target.patch
        return { step, command, of: target.step, patch }
      }
    }
    const [name, patch] = this.#edit(this.#random())
    return { step, command: name, patch }
  }

  #edit(dice: number): readonly [string, Patch] {
    const touchpoint = this.#one(this.doc.all('touchpoint'))
    const stage = this.#one(this.doc.all('stage'))
    const step = this.#one(this.doc.all('step'))
    const title = words.slice(0, 1 + Math.floor(this.#random() * words.length)).join(' ') + this.#id()
    if (!stage || dice < 0.03)
      return this.#run(addJourney, { title, stages: [{ title: 'A', lifecycle: null }] })
    if (!step || dice < 0.15) return this.#run(stepCommands.add, { stageId: stage.id, title })
    if (!touchpoint || dice < 0.35) return this.#run(touchpointCommands.add, { stepId: step.id, title })
    if (dice < 0.6)
      return this.#run(touchpointCommands.update, {
        id: touchpoint.id,
        title,
        waitMinutes: Math.floor(dice * 100),
      })
    if (dice < 0.7)
      return this.#run(rateExperience, {
        touchpointId: touchpoint.id,
        emotion: Math.floor(this.#random() * 5) - 2,
      })
    if (dice < 0.78) return this.#run(painPointCommands.add, { touchpointIds: [touchpoint.id], title })
    if (dice < 0.86) return this.#run(stepCommands.move, { ids: [step.id], stageId: stage.id, after: null })
    if (dice < 0.9)
      return this.#run(stageCommands.update, { id: stage.id, title, customerGoal: title.repeat(20) })
    if (dice < 0.93) return this.#run(updateProject, { vision: title })
    return this.#run(removeRecords, { ids: [dice < 0.95 ? step.id : touchpoint.id] })
  }

  #run<A extends object>(command: Command<A>, args: ArgsOf<Command<A>>) {
    const session = { actor: 'tester01', random: () => this.#id(), now: () => '2026-01-01T00:00:00.000Z' }
    return [command.name, command.run(this.doc, completed(command, args, session))] as const
  }

  #one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)]
  }

  #id() {
    return this.#prefix + (++this.#count).toString(36)
  }
}

/** Records by id, for comparing two documents. */
export const byId = (records: Iterable<RawRecord>): RawRecord[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
