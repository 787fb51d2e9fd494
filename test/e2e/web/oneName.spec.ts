// One name, many views: a segment and a channel renamed on the canvas are called so wherever they show, in the same frame.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CanvasHands } from '../../helpers/canvasHands'
import { root, tempFolder } from '../../helpers/folders'
import { startServe } from '../../helpers/serve'
import { expect, test as webTest } from '../../helpers/webTest'

const run = (command: string, args: object) => ({ command, args })

/** A canvas, a persona and a journey that share a segment and a channel. */
const shared = [
  run('segment.add', { id: 'segment:offices', title: 'Offices' }),
  run('channel.add', { id: 'channel:shop', title: 'Web shop' }),
  run('canvas.add', { id: 'canvas:model', title: 'Coffee' }),
  run('note.add', { canvasId: 'canvas:model', block: 'customerSegments', title: 'Offices' }),
  run('note.add', { canvasId: 'canvas:model', block: 'channels', title: 'Web shop' }),
  run('note.add', { canvasId: 'canvas:model', block: 'valuePropositions', title: 'Fresh in a day' }),
  run('persona.add', { id: 'persona:buyer', title: 'Buyer', segmentId: 'segment:offices' }),
  run('persona.update', { id: 'persona:buyer', preferredChannelIds: ['channel:shop'] }),
  run('journey.add', { id: 'journey:first', title: 'First order' }),
  run('stage.add', { id: 'stage:buy', journeyId: 'journey:first', title: 'Buying' }),
  run('step.add', { id: 'step:order', stageId: 'stage:buy', title: 'Order' }),
  run('touchpoint.add', {
    id: 'touchpoint:basket',
    stepId: 'step:order',
    title: 'Fills the basket',
    channelId: 'channel:shop',
  }),
]

const test = webTest.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what it must provide
  serving: async ({}, provide) => {
    const folder = tempFolder()
    const file = join(folder.path, 'model.jboard')
    const cli = (...args: string[]) =>
      execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
        env: { ...process.env, JOURNEYBOARD_DATA: join(folder.path, 'cli') },
      })
    cli('new', file)
    const commands = join(folder.path, 'commands.json')
    writeFileSync(commands, JSON.stringify(shared))
    cli('apply', file, commands)
    const serving = await startServe({ args: [file], folder: folder.path })
    await provide(serving)
    await serving.stop()
    folder.remove()
  },
})

/** Presses a key and tells what the first frame painted after it shows in some parts: words, and contents of fields. */
async function frameAfter<P extends string>(
  page: Page,
  key: string,
  parts: Readonly<Record<P, string>>,
): Promise<Record<P, string>> {
  const frame = await page.evaluateHandle(
    selectors => {
      const shownIn = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .flatMap(element => [
            element.innerText,
            ...[...element.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
          ])
          .join('\n')
      const read = () =>
        Object.fromEntries(Object.entries(selectors).map(([part, one]) => [part, shownIn(one)]))
      const shown = new Promise<Record<string, string>>(done => {
        const listen = (event: KeyboardEvent) => {
          if (['Control', 'Shift', 'Alt'].includes(event.key)) return
          removeEventListener('keydown', listen, { capture: true })
          // callbacks of a frame run right before it is painted
          requestAnimationFrame(() => done(read()))
        }
        addEventListener('keydown', listen, { capture: true })
      })
      // in an object, or the handle would wait for it
      return { shown }
    },
    parts as Readonly<Record<string, string>>,
  )
  await page.keyboard.press(key)
  return (await frame.evaluate(({ shown }) => shown)) as Record<P, string>
}

/** Goes to a screen by the contents at the left; tells what its first frame shows. */
async function frameOf(page: Page, row: string): Promise<string> {
  await page.getByRole('navigation').getByRole('button', { name: row }).focus()
  return (await frameAfter(page, 'Enter', { main: 'main' })).main
}

const sheet = '[data-part="canvas"] [data-sheet]'
const inspector = '[data-part="inspector"]'

let complaints: string[]
test.beforeEach(({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
})
// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

for (const { what, old, fresh, screens } of [
  { what: 'segment', old: 'Offices', fresh: 'Workplaces', screens: ['Segments', 'Personas'] },
  { what: 'channel', old: 'Web shop', fresh: 'Order page', screens: ['Channels', 'Personas', 'First order'] },
]) {
  test(`R53 a ${what} renamed on the canvas is called so everywhere in the same frame, and undone so`, async ({
    page,
  }) => {
    const hands = new CanvasHands(page)
    const isCalled = (shown: string, name: string) => {
      expect(shown).toContain(name)
      expect(shown).not.toContain(name === old ? fresh : old)
    }
    // what a screen needs to be drawn is fetched when it is shown for the first time
    for (const row of [...screens, 'Coffee']) {
      await frameOf(page, row)
      await expect(page.getByRole('main').locator(':scope > *').first()).toBeVisible()
    }
    await hands.canvas.board.focus()
    await hands.toNote(old)
    await hands.press('F2')
    await page.keyboard.type(fresh)
    const renamed = await frameAfter(page, 'Enter', { sheet, inspector })
    isCalled(renamed.sheet, fresh)
    isCalled(renamed.inspector, fresh)
    for (const row of screens) isCalled(await frameOf(page, row), fresh)

    // each screen shows at once what is undone and redone behind it
    for (const row of ['Coffee', ...screens]) {
      isCalled(await frameOf(page, row), fresh)
      // the table behind the canvas, for those who hear it, follows when there is time
      const view = row === 'Coffee' ? sheet : 'main'
      const undone = await frameAfter(page, 'Control+z', { view })
      isCalled(undone.view, old)
      const redone = await frameAfter(page, 'Control+Shift+Z', { view })
      isCalled(redone.view, fresh)
    }

    // in the inspector of the note every letter is seen everywhere
    await frameOf(page, 'Coffee')
    await hands.canvas.board.focus()
    await hands.toNote(fresh)
    await hands.over()
    await page.keyboard.press('End')
    const typed = await frameAfter(page, 's', { sheet, inspector })
    expect(typed.inspector).toContain(`${fresh}s`)
    expect(typed.sheet).toContain(`${fresh}s`)
  })
}
