import type { Experience, Touchpoint } from '../../../shared/model'
import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { ReceivedFile } from '../../helpers/receivedFile'
import { expect, test } from '../../helpers/webTest'

const titles = [
  'Photos of last summer',
  'Tip from another skipper',
  'Fleet pages with free weeks',
  'Contract and deposit rules',
] as const

test('a copy that comes back: conflicts by keyboard, both, own words and later; one undo takes it back', async ({
  page,
  serving,
}) => {
  const board = new BoardPage(page)
  await board.openWrittenTemplate('Yacht charter')

  const received = new ReceivedFile(serving, 'From Jana.jboard')
  const touchpoints = received.records<Touchpoint>('touchpoint')
  const of = (title: string) => touchpoints.find(one => one.title === title)!
  received.apply([
    ...titles.map((title, at) => ({
      command: 'touchpoint.update',
      args: { id: of(title).id, title: `Theirs ${at}` },
    })),
    { command: 'touchpoint.add', args: { stepId: of(titles[0]).stepId, title: 'Video call' } },
  ])
  for (const [at, title] of titles.entries()) {
    await board.box('touchpoint', title).click()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`Mine ${at}`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(board.box('touchpoint', `Mine ${at}`)).toHaveCount(1)
  }

  await received.dropOn(page)
  const screen = page.getByRole('dialog', { name: 'Merge a received file' })
  await expect(screen.getByRole('heading', { level: 3 }).first()).toHaveText(
    /4 changed, 1 added · 4 conflicts/,
  )
  await expect(screen.getByRole('status')).toContainText('4 conflicts left')
  expect(await axeViolations(page)).toEqual([])
  // beside the list the board as it would be, at the first stage where something is open
  const pane = screen.getByRole('complementary', { name: 'Board after the merge' })
  const fate = (name: string | RegExp) => pane.getByRole('listitem').filter({ hasText: name })
  await expect(fate(/(Mine|Theirs) 0/)).toContainText('1 conflict left')
  await expect(fate('Video call')).toContainText('Added')
  await pane.getByRole('radio', { name: 'Before' }).click()
  await expect(fate('Mine 0')).toBeVisible()
  await expect(fate('Video call')).toHaveCount(0)
  await pane.getByRole('radio', { name: 'After' }).click()
  // by keyboard: to the conflict, from 'later' over 'mine' to 'theirs'
  const choice = (at: number) =>
    screen.getByRole('radiogroup', { name: new RegExp(`(Mine|Theirs) ${at}, Name`) })
  await page.keyboard.press('F8')
  await expect(choice(0).getByRole('radio', { name: 'Later' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(choice(0).getByRole('radio', { name: 'Mine' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(choice(0).getByRole('radio', { name: 'Theirs' })).toBeChecked()
  await expect(fate('Theirs 0')).toContainText('1 change')
  await choice(1).getByRole('radio', { name: 'Both' }).click()
  await screen.getByRole('button', { name: 'Board beside the list' }).click()
  await expect(pane).toHaveCount(0)
  await choice(2).getByRole('radio', { name: 'Edit' }).click()
  await screen.getByRole('textbox', { name: /Text to write/ }).fill('Agreed')
  await expect(screen.getByRole('status')).toContainText('1 conflict left')
  await screen.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(screen).toHaveCount(0)
  const messages = page.getByRole('complementary', { name: 'Messages' })
  await expect(messages).toContainText('4 changed, 1 added')

  const names = () => board.names('touchpoint')
  await expect.poll(names).toContain('Theirs 0')
  const merged = await names()
  expect(merged).toEqual(expect.arrayContaining(['Agreed', 'Video call']))
  expect(merged.some(name => name.includes('Mine 1') && name.includes('Theirs 1'))).toBe(true)
  // what was left open has its sign, and is decided from the status bar
  expect(merged).toContainEqual(expect.stringMatching(/^(Mine|Theirs) 3, 1 conflict$/))
  await received.dropOn(page)
  await expect(messages).toContainText('brings nothing new')
  await page.getByRole('contentinfo').getByRole('button', { name: '1 conflict' }).click()
  const open = page.getByRole('dialog', { name: 'Conflicts' })
  expect(await axeViolations(page)).toEqual([])
  await open.getByRole('button', { name: /: Theirs 3/ }).click()
  await expect(open.getByRole('status')).toContainText('No conflicts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /conflict/ })).toHaveCount(0)
  await expect.poll(names).toContain('Theirs 3')

  // undone, it waits for a decision again: on the board, in the status bar and with both values
  await page.keyboard.press('Control+z')
  await expect.poll(names).toContainEqual(expect.stringMatching(/^(Mine|Theirs) 3, 1 conflict$/))
  await page.getByRole('contentinfo').getByRole('button', { name: '1 conflict' }).click()
  for (const side of ['Mine 3', 'Theirs 3'])
    await expect(open.getByRole('button', { name: new RegExp(`: ${side} `) })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(expect.arrayContaining(['Mine 0', 'Mine 1', 'Mine 2', 'Mine 3']))
  expect(await names()).not.toContain('Video call')
  received.remove()
})

test('a conflict left for later is marked at its field and settled from there', async ({ page, serving }) => {
  const board = new BoardPage(page)
  await board.openWrittenTemplate('Yacht charter')

  const [title] = titles
  const received = new ReceivedFile(serving, 'From Jana.jboard')
  const { id } = received.records<Touchpoint>('touchpoint').find(one => one.title === title)!
  const said = received.records<Experience>('experience').find(one => one.touchpointId === id)!
  const [mine, theirs] = [1, 2, 3, 4, 5].filter(score => score !== said.expectation) as [number, number]
  received.apply([
    { command: 'touchpoint.update', args: { id, title: 'Clips of last summer', frontstage: 'By the crew' } },
    {
      command: 'experience.rate',
      args: { touchpointId: id, personaId: said.personaId, expectation: theirs },
    },
  ])
  await board.press(board.box('touchpoint', title))
  const name = board.inspector.getByRole('textbox', { name: 'Name of the touchpoint' })
  const frontstage = board.inspector.getByRole('textbox', { name: 'Frontstage' })
  const expected = board.choices('Expected')
  await name.fill('Films of last summer')
  await frontstage.fill('By guests')
  await expected
    .getByRole('radio')
    .nth(mine - 1)
    .click()
  const marks = board.inspector.getByRole('button', { name: /^In conflict/ })
  await expect(marks).toHaveCount(0)
  await received.dropOn(page)
  const screen = page.getByRole('dialog', { name: 'Merge a received file' })
  await screen.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(screen).toHaveCount(0)

  // each mark says what the field does not show; their values show or mine, as the files' clocks have it
  await expect(marks).toHaveCount(3)
  const also = (values: readonly string[], shown: string) =>
    marks.and(page.getByRole('button', { name: `also “${values.find(value => value !== shown)!}”` }))
  const names = ['Films of last summer', 'Clips of last summer']
  const texts = ['By guests', 'By the crew']
  const scores = [`${mine}`, `${theirs}`]
  const score = async () => (await expected.getByRole('radio', { checked: true }).textContent())!.trim()
  await expect(also(names, await name.inputValue())).toBeVisible()
  await expect(also(texts, await frontstage.inputValue())).toBeVisible()
  const ofScore = also(scores, await score())
  await expect(ofScore).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  // by keyboard to the choice of that field and back to the field
  const other = scores.find(value => value !== `${mine}`)!
  await name.focus()
  await ofScore.focus()
  await page.keyboard.press('Enter')
  const open = page.getByRole('dialog', { name: 'Conflicts' })
  await expect(open.getByRole('button', { name: /^Keep this: \d / })).toBeFocused()
  await open.getByRole('button', { name: new RegExp(`: ${other} `) }).click()
  await page.keyboard.press('Escape')
  await expect(open).toHaveCount(0)
  await expect(marks).toHaveCount(2)
  expect(await score()).toBe(other)
  expect(await board.focused()).toBe('Expected')

  // who writes the field settles it, and goes on writing
  await frontstage.click()
  await page.keyboard.press('End')
  // how many marks there are in the frame that shows the first letter
  await frontstage.evaluate(field =>
    field.addEventListener('input', () =>
      requestAnimationFrame(() => {
        field.dataset['left'] ??= String(document.querySelectorAll('aside [data-marked="true"]').length)
      }),
    ),
  )
  await page.keyboard.type('!?')
  await expect(frontstage).toHaveAttribute('data-left', '1')
  await expect(frontstage).toHaveValue(/!\?$/)
  await expect(marks).toHaveCount(1)
  await name.fill('Films')
  await expect(marks).toHaveCount(0)
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /conflict/ })).toHaveCount(0)
  received.remove()
})
