/** Starts the guard of foreign files as a utility process: without the fuse that runs Electron as Node, nothing else can. */
import { utilityProcess } from 'electron'
import type { SpawnGuard } from '../host/guard/spawnGuard'

export const spawnWithElectron: SpawnGuard = entry => {
  const child = utilityProcess.fork(entry, [], { stdio: 'ignore', serviceName: 'Journeyboard guard' })
  return {
    send: message => child.postMessage(message),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.once('exit', () => listener()),
    kill: () => {
      // child.kill() asks politely, which a guard that is stuck would not hear
      if (child.pid) process.kill(child.pid, 'SIGKILL')
    },
  }
}
