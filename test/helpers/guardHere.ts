/** The guard's examination in this process, where many files of our own are opened one after the other. */
import { examine } from '../../electron/host/guard/examine'
import type { GuardRequest } from '../../electron/host/guard/protocol'
import type { SpawnGuard } from '../../electron/host/guard/spawnGuard'

export const guardHere: SpawnGuard = () => {
  let tell = (_message: unknown) => {}
  let end = () => {}
  return {
    send: message => setImmediate(() => tell({ verdict: examine(message as GuardRequest) })),
    onMessage: listener => (tell = listener),
    onExit: listener => (end = listener),
    kill: () => setImmediate(end),
  }
}
