import { join } from 'node:path'
import { createHost, type Host, type HostOptions } from '../../electron/host'
import { tempFolder } from './folders'

export interface TestHost extends Host {
  folder: string
  /** What it wrote to its log: every failure that nobody foresaw. */
  logged: string[]
  /** Closes it and removes its folder. */
  end: () => Promise<void>
}

/** The real host on a folder of its own; it checks its own answers too. */
export function startHost(options: Partial<HostOptions> = {}): TestHost {
  const temp = tempFolder()
  const logged: string[] = []
  const host = createHost({
    dataFolder: join(temp.path, 'data'),
    documentsFolder: join(temp.path, 'documents'),
    version: '0.0.0',
    platform: process.platform,
    checkOutput: true,
    log: line => void logged.push(line),
    ...options,
  })
  const end = async () => {
    await host.close()
    temp.remove()
  }
  return { ...host, folder: temp.path, logged, end }
}
