import { dirname } from 'node:path'
import type { HostState } from './hostState'
import { exists, temporaryIn } from './places'
import type { Put } from './store/publish'

/**
 * Puts a complete file where the user keeps it. The hidden name beside it is written down first, so that whoever comes
 * after a kill knows it.
 * @throws Hindered
 */
export async function putFile({ app, thread }: HostState, file: Omit<Put, 'temporary'>): Promise<void> {
  const temporary = temporaryIn(dirname(file.target))
  app.addTemporary(temporary)
  try {
    await thread.run('put', { ...file, temporary })
  } finally {
    if (!(await exists(temporary))) app.dropTemporary(temporary)
  }
}
