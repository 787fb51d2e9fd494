/**
 * A page with a document whose canvas and journey share a channel, a segment, a persona and a pain; an option shows the
 * same notes as the canvas.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RawRecord } from '../../shared/model'
import { root, tempFolder } from './folders'
import { startServe } from './serve'
import { test as webTest } from './webTest'

export const test = webTest.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what it must provide
  serving: async ({}, provide) => {
    const folder = tempFolder()
    const file = join(folder.path, 'model.jboard')
    const cli = (...args: string[]) =>
      execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
        env: { ...process.env, JOURNEYBOARD_DATA: join(folder.path, 'cli') },
        encoding: 'utf8',
      })
    cli('new', file, '--template', 'snack-startup-bmc')
    const { records } = JSON.parse(cli('dump', file)) as { records: RawRecord[] }
    const commands = join(folder.path, 'commands.json')
    writeFileSync(commands, JSON.stringify(journeyBeside(records)))
    cli('apply', file, commands)
    const serving = await startServe({ args: [file], folder: folder.path })
    await provide(serving)
    await serving.stop()
    folder.remove()
  },
})

export { expect } from '@playwright/test'

function journeyBeside(records: readonly RawRecord[]) {
  const find = (type: string, title?: string) =>
    records.find(one => one.type === type && (title === undefined || one['title'] === title))!.id
  const segmentId = find('segment', 'Busy professionals')
  const canvasId = find('canvas')
  const run = (command: string, args: object) => ({ command, args })
  return [
    run('note.bind', { id: find('note', 'Own web shop'), type: 'channel', channelId: 'channel:shop' }),
    run('persona.add', { id: 'persona:anna', title: 'Anna', segmentId }),
    run('journey.add', { id: 'journey:lunch', title: 'Lunch on the move' }),
    run('journey.update', { id: 'journey:lunch', segmentId, personaIds: ['persona:anna'] }),
    run('stage.add', { id: 'stage:buy', journeyId: 'journey:lunch', title: 'Buying' }),
    run('step.add', { id: 'step:order', stageId: 'stage:buy', title: 'Order' }),
    run('touchpoint.add', {
      id: 'touchpoint:basket',
      stepId: 'step:order',
      title: 'Fills the basket',
      channelId: 'channel:shop',
    }),
    run('painPoint.add', {
      id: 'painPoint:crushed',
      title: 'Snack is crushed in the bag',
      touchpointIds: ['touchpoint:basket'],
      severity: 4,
      frequency: 5,
      level: 'functional',
    }),
    run('canvas.fork', { canvasId, title: 'Offices first' }),
  ]
}

/** Shows a canvas by the name it has in the list at the left. */
export async function openCanvas(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).first().click()
}
