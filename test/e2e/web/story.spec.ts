import { complaintsOf } from '../../helpers/bridgeTest'
import { CanvasScreenPage } from '../../helpers/canvasScreenPage'
import { StoryPage } from '../../helpers/storyPage'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]
let canvas: CanvasScreenPage
let story: StoryPage

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  canvas = new CanvasScreenPage(page)
  story = new StoryPage(page)
  await canvas.openTemplate('Healthy-snack start-up')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('the story goes from customers to costs, every note once, and ends at the note on the board', async ({
  page,
}) => {
  await story.begin()
  const told = await story.walk()
  expect([...new Set(told.map(({ block }) => block))]).toEqual([
    'Customer segments',
    'Value propositions',
    'Channels',
    'Customer relationships',
    'Revenue streams',
    'Key resources',
    'Key activities',
    'Key partners',
    'Cost structure',
  ])
  expect(new Set(told.map(({ title }) => title)).size).toBe(29)
  await expect(story.screen).toContainText('Business Model Canvas: Strategyzer, CC BY-SA 3.0')
  // back by one with the mouse
  await story.screen.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(story.title).toHaveText(told.at(-2)!.title)
  await story.end()
  await expect(canvas.board.locator('[data-note][data-selected="true"]')).toContainText(told.at(-2)!.title)
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Health')
})

test('another order and what to say stay after the page is loaded anew', async ({ page }) => {
  await story.begin()
  const first = (await story.title.textContent())!
  await page.keyboard.press('Alt+ArrowRight')
  await expect(story.count).toHaveText('2 of 29')
  await expect(story.title).toHaveText(first)
  await story.notes.fill('Ask who was at the station today')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Saved · file updated')).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(canvas.notes.first()).toBeVisible()
  await story.begin()
  await expect(story.title).not.toHaveText(first)
  await page.keyboard.press('ArrowRight')
  await expect(story.title).toHaveText(first)
  await expect(story.notes).toHaveValue('Ask who was at the station today')
  await page.keyboard.press('s')
  await expect(story.notes).toHaveCount(0)
  await story.screen.getByRole('button', { name: 'Follow the links again' }).click()
  await page.keyboard.press('Home')
  await expect(story.title).toHaveText(first)
})

test('with a segment in focus only what is for it is told', async () => {
  await canvas.chip('Office managers').click()
  await story.begin()
  const titles = (await story.walk(' ')).map(({ title }) => title)
  expect(titles).toContain('Named contact for offices')
  expect(titles).toContain('Contract bakery')
  expect(titles).not.toContain('Healthy snack ready in seconds')
  await expect(story.screen.getByRole('banner').or(story.screen.locator('header'))).toContainText(
    'Office managers',
  )
})
