/** For controls: a publish that believes in its place, and says that it is done whatever became of it. */
import { PublishThread } from '../../electron/host/publishThread'
import type { Put } from '../../electron/host/store/publish'

type Run = (this: PublishThread, task: 'look' | 'snapshot' | 'put', input: unknown) => Promise<unknown>

/** @returns what makes publishing honest again */
export function swallowFailures(): () => void {
  const prototype = PublishThread.prototype as unknown as { run: Run }
  const run = Reflect.get(prototype, 'run') as Run
  prototype.run = async function (task, input) {
    try {
      return await run.call(this, task, input)
    } catch (error) {
      if (task === 'snapshot') throw error
      // as if the file were what it was
      return task === 'look' ? (input as Pick<Put, 'expected'>).expected[0] : undefined
    }
  }
  return () => void (prototype.run = run)
}
