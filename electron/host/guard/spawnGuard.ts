/** How the guard's process is started and talked to; Electron supplies its own way. */
import { fork } from 'node:child_process'
import { entryFile } from '../entryFile'

/** A process that examines one file. */
export interface GuardChild {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when the process has ended, for whatever reason. */
  onExit(listener: () => void): void
  kill(): void
}

/** Starts a guard's process. `entry` is the script to run. */
export type SpawnGuard = (entry: string) => GuardChild

/** Starts the process with the running Node. */
export const spawnWithNode: SpawnGuard = entry => {
  const child = fork(entry, [], {
    execPath: process.execPath,
    // flags of the parent (a debugger, a test runner's loader) are none of this process's business
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  })
  return {
    send: message => void child.send(message as object),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => {
      // 'error' instead of 'exit' when the process could not even be started
      let ended = false
      const end = () => {
        if (!ended) listener()
        ended = true
      }
      child.on('exit', end).on('error', end)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The script of the guard's process. */
export const guardEntry = () => entryFile('guardProcess')
