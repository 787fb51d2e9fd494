import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { goTo, PyramidPage } from '../../helpers/documentPage'
import { HomePage, keysShown } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

let pyramid: PyramidPage
let complaints: string[]
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await new HomePage(page).openTemplate('Yacht charter')
  pyramid = new PyramidPage(page)
  await pyramid.open()
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('R17 fulfilment of each level, and the warning that the base comes first', async ({ page }) => {
  await expect(pyramid.heading('Functional')).toContainText(/4 of 13 fulfilled.*31\s?%/)
  await expect(pyramid.heading('Emotional')).toContainText(/6 of 6 fulfilled.*100\s?%/)
  await expect(pyramid.heading('Experiential')).toContainText(/4 of 4 fulfilled.*100\s?%/)
  await expect(pyramid.heading('Experiential')).toContainText('Is enjoyable')
  await expect(pyramid.drawing).toHaveAccessibleName(
    /Functional 31\s?%, Emotional 100\s?%, Experiential 100\s?%/,
  )
  await expect(pyramid.warning).toContainText('4 of 13 functional touchpoints')
  await expect(pyramid.warning).toContainText('2 of 4 opportunities')
  await expect(page.locator('footer')).toContainText('13 functional6 emotional4 experiential')
  await expect(pyramid.rows).toHaveCount(23)

  await page.getByRole('button', { name: 'Show the 9 missed' }).click()
  await expect(pyramid.rows).toHaveCount(9)
  await expect(pyramid.rows.first()).toContainText('Reception queue')
  await expect(pyramid.heading('Functional'), 'the counts are of all').toContainText('4 of 13')
  await page.getByRole('button', { name: 'Missed only' }).click()
  await expect(pyramid.rows).toHaveCount(23)
})

test('R16 stage and channel narrow the pyramid; what is folded is found in the menu', async ({ page }) => {
  await pyramid.choose('Stage', 'Arrive')
  await expect(pyramid.rows).toHaveCount(5)
  await pyramid.choose('Channel', 'Staff on site')
  await expect(pyramid.rows).toHaveText([/Reception queue/, /Parking and signs/, /Hand-over/])
  await pyramid.choose('Channel', 'Phone')
  await expect(page.getByText('No touchpoint fits both filters')).toBeVisible()
  await page.getByRole('button', { name: 'Show all touchpoints' }).click()
  await expect(pyramid.rows).toHaveCount(23)

  await pyramid.choose('Channel', 'Website')
  await expect(pyramid.rows).toHaveText([/Fleet pages with free weeks/])
  await expect(pyramid.filter('Channel', 'All')).toHaveAttribute('aria-checked', 'false')
  // the choice stays while another view is looked at
  await goTo(page, 'board')
  await goTo(page, 'pyramid')
  await expect(pyramid.rows).toHaveCount(1)
  await page.setViewportSize({ width: 1000, height: 700 })
  await expect(pyramid.rows).toHaveCount(1)
})

test('arrow keys choose a filter', async ({ page }) => {
  await pyramid.filter('Stage', 'All').focus()
  await page.keyboard.press('ArrowRight')
  await expect(pyramid.filter('Stage', 'Dream and search')).toBeFocused()
  await expect(pyramid.rows).toHaveCount(3)
  await page.keyboard.press('ArrowLeft')
  await expect(pyramid.rows).toHaveCount(23)
})

test('clicks and keys select, the inspector shows and changes it', async ({ page }) => {
  const press = (keys: string) => page.keyboard.press(keys)
  const chosen = pyramid.lists.getByRole('row', { selected: true })
  await pyramid.row('Reception queue').click()
  await expect(chosen).toHaveCount(1)
  await expect(inspector(page)).toContainText('Arrive and take over the boat')
  await press('ArrowDown')
  await expect(pyramid.row('Deposit paid back')).toBeFocused()
  await expect(chosen).toContainText(['Deposit paid back'])
  await press('Shift+ArrowDown')
  await expect(chosen).toHaveCount(2)
  await press('Home')
  await expect(chosen).toContainText(['Photos of last summer'])
  await press('End')
  await expect(pyramid.row('Fleet pages')).toBeFocused()
  await pyramid.row('Reply to the request').click({ modifiers: ['Control'] })
  await expect(chosen).toHaveCount(2)

  // Enter goes to the inspector, Escape comes back
  await pyramid.row('Reception queue').click()
  await press('Enter')
  await expect(inspector(page).locator(':focus')).toHaveValue('Reception queue')
  await press('Escape')
  await expect(pyramid.row('Reception queue')).toBeFocused()

  await inspector(page)
    .getByRole('radiogroup', { name: 'Experienced' })
    .getByRole('radio', { name: '5' })
    .click()
  await expect(pyramid.heading('Functional')).toContainText('5 of 13 fulfilled')
  await expect(pyramid.row('Reception queue')).toContainText('+1exceeded')
  await press('Control+z')
  await expect(pyramid.heading('Functional')).toContainText('4 of 13 fulfilled')
})

test('a click on the plan selects the opportunities of that level', async ({ page }) => {
  await page.getByRole('button', { name: '2 opportunities' }).click()
  await expect(inspector(page)).toContainText('2 selected')
})

test('a journey without touchpoints says what to do', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a journey' }).click()
  await goTo(page, 'pyramid')
  await expect(page.getByRole('heading', { name: 'The pyramid is built of touchpoints' })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the board' }).click()
  await expect(page.getByRole('radio', { name: 'Board' })).toHaveAttribute('aria-checked', 'true')
})

test('touchpoints whose level is taken away stand apart; without any level the page says what to do', async ({
  page,
}) => {
  await pyramid.rows.first().click()
  await page.keyboard.press('Control+a')
  await expect(inspector(page)).toContainText('23 selected')
  await inspector(page).getByRole('combobox', { name: 'Level' }).click()
  await page.getByRole('option').first().click()
  await expect(pyramid.heading('Without a level')).toBeVisible()
  await expect(page.getByText('No touchpoint has a level yet')).toBeVisible()
  await expect(pyramid.rows).toHaveCount(23)
  await expect(pyramid.warning).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(pyramid.warning).toBeVisible()
})

test('slices, lists and lines stand where the drawing has them', async ({ page }) => {
  const box = (of: ReturnType<Page['locator']>) => of.boundingBox().then(found => [found?.x, found?.y])
  const view = await page.locator('main').boundingBox()
  const at = (x: number, y: number) => [(view?.x ?? 0) + x, (view?.y ?? 0) + 76 + y]
  expect(await box(pyramid.drawing)).toEqual(at(0, 0))
  expect(await box(pyramid.warning)).toEqual(at(16, 296))
  expect(await box(pyramid.heading('Experiential'))).toEqual(at(328, 28))
  expect(await box(pyramid.heading('Emotional'))).toEqual(at(328, 172))
  expect(await box(pyramid.heading('Functional'))).toEqual(at(328, 364))
  // the lines end beside the middle of each heading
  const ends = await page
    .locator('[data-connectors] path')
    .evaluateAll(paths => paths.map(path => (path.getAttribute('d') ?? '').split(' ').at(-1)))
  expect(ends).toEqual(['48H324', '192H324', '384H324'])
})

test('a narrow window puts the lists below the drawing and hides nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 })
  const drawing = await pyramid.drawing.boundingBox()
  const lists = await pyramid.lists.boundingBox()
  expect(lists?.y).toBeGreaterThan((drawing?.y ?? 0) + (drawing?.height ?? 0))
  expect(await page.locator('main').evaluate(main => main.scrollWidth - main.clientWidth)).toBe(0)
  await pyramid.rows.last().scrollIntoViewIfNeeded()
  await expect(pyramid.rows.last()).toBeInViewport()
})

test('no language shows a key instead of a text', async ({ page }) => {
  const home = new HomePage(page)
  for (const language of ['Slovenčina', 'Čeština', 'Polski', 'Slovenščina']) {
    await home.speak(language)
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await keysShown(page), language).toEqual([])
  }
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  await pyramid.open()
  await pyramid.row('Reception queue').click()
  expect(await axeViolations(page)).toEqual([])
  await pyramid.choose('Stage', 'Arrive')
  await page.getByRole('button', { name: /^Show the \d+ missed/ }).click()
  expect(await axeViolations(page), 'filtered').toEqual([])
  await page.getByRole('button', { name: 'Add a journey' }).click()
  await goTo(page, 'pyramid')
  await expect(page.getByRole('button', { name: 'Go to the board' })).toBeVisible()
  expect(await axeViolations(page), 'empty').toEqual([])
})
