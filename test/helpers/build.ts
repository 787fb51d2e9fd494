/** Builds documents with real commands, for tests. */
import {
  addJourney,
  channelCommands,
  painPointCommands,
  rateExperience,
  stageCommands,
  stepCommands,
  touchpointCommands,
} from '../../shared/commands'
import { completed, Doc, type ArgsOf, type Command, type Patch, type Session } from '../../shared/document'
import { recordTypes } from '../../shared/model'

export interface Bench {
  readonly doc: Doc
  readonly run: <A extends object>(command: Command<A>, args: ArgsOf<Command<A>>) => { args: A; patch: Patch }
}

/** An empty document and a way to run commands on it; ids count up, so runs repeat. */
export function bench(actor = 'tester01'): Bench {
  const doc = new Doc([
    { ...recordTypes.project.defaults(), id: 'project:p', type: 'project', title: 'Test' },
  ])
  let count = 0
  const session: Session = {
    actor,
    random: () => `${actor}x${(++count).toString(36)}`,
    now: () => '2026-01-01T00:00:00.000Z',
  }
  return {
    doc,
    run: (command, args) => {
      const full = completed(command, args, session)
      const patch = command.run(doc, full)
      doc.apply(patch)
      return { args: full, patch }
    },
  }
}

/** A journey of two stages, three steps, four touchpoints, one channel, one pain: `ids` by title. */
export function smallJourney(): Bench & { ids: Readonly<Record<string, string>> } {
  const { doc, run } = bench()
  const ids: Record<string, string> = {}
  ids['journey'] = run(addJourney, { title: 'Journey' }).args.id
  ids['store'] = run(channelCommands.add, { title: 'Store' }).args.id
  for (const title of ['Before', 'After']) {
    ids[title] = run(stageCommands.add, { journeyId: ids['journey'], title }).args.id
  }
  for (const [title, stage] of [
    ['Look', 'Before'],
    ['Pay', 'Before'],
    ['Use', 'After'],
  ] as const) {
    ids[title] = run(stepCommands.add, { stageId: ids[stage] as string, title }).args.id
  }
  for (const [title, step, emotion] of [
    ['Shelf', 'Look', 1],
    ['Till', 'Pay', -1],
    ['Receipt', 'Pay', 0],
    ['Manual', 'Use', 2],
  ] as const) {
    const id = run(touchpointCommands.add, {
      stepId: ids[step] as string,
      title,
      channelId: ids['store'] as string,
    }).args.id
    run(rateExperience, { touchpointId: id, emotion, expectation: 3, experience: 3 + emotion })
    ids[title] = id
  }
  ids['Queue'] = run(painPointCommands.add, {
    touchpointIds: [ids['Till'] as string],
    title: 'Queue',
  }).args.id
  return { doc, run, ids }
}
