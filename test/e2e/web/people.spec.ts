import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { goTo, PyramidPage } from '../../helpers/documentPage'
import { HomePage, keysShown } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const names = (page: Page) => page.getByRole('textbox', { name: 'Name of the channel' })
const inTable = (page: Page) => page.getByRole('table', { name: 'Channels' })
const channelNames = async (page: Page) => {
  await expect(inTable(page)).toBeVisible()
  return inTable(page)
    .locator('tbody th input')
    .evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value))
}

test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await new HomePage(page).openTemplate('Yacht charter')
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('R4 a channel is added, given to touchpoints, and the pyramid shows those alone', async ({ page }) => {
  await goTo(page, 'channels')
  await page.getByRole('button', { name: 'Add a channel' }).click()
  await expect(inTable(page).locator(':focus')).toHaveAccessibleName('Name of the channel')
  await page.keyboard.type('kiosk')
  const row = inTable(page).getByRole('row').last()
  await row.getByRole('combobox', { name: 'Kind: kiosk' }).click()
  await page.getByRole('option', { name: 'In person' }).click()
  await row.getByRole('combobox', { name: 'Icon: kiosk' }).click()
  await page.getByRole('option', { name: 'Shop' }).click()
  await expect(row).toContainText('In person')

  const pyramid = new PyramidPage(page)
  await pyramid.open()
  for (const title of ['Reception queue', 'Paperwork at the desk']) {
    await pyramid.row(title).click()
    const field = inspector(page).getByRole('combobox', { name: 'Channel' })
    await field.click()
    await field.fill('kio')
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('kiosk')
    // Escape forgets what was typed and, pressed again, leaves the field; the choice stays
    await page.keyboard.type('zzz')
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('kiosk')
    await page.keyboard.press('Escape')
    await expect(pyramid.row(title)).toBeFocused()
    await expect(field).toHaveValue('kiosk')
  }
  await pyramid.choose('Channel', 'kiosk')
  await expect(pyramid.rows).toHaveText([/Reception queue/, /Paperwork at the desk/])
  await goTo(page, 'channels')
  await expect(
    inTable(page).getByRole('row').last().getByRole('cell', { name: '2', exact: true }),
  ).toBeVisible()
})

test('a channel is renamed once and is called so everywhere', async ({ page }) => {
  await goTo(page, 'channels')
  const email = inTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('combobox', { name: 'Kind: E-mail' }) })
  await email.getByRole('textbox').fill('Letters')
  await expect(inspector(page).getByRole('textbox', { name: 'Name of the channel' })).toHaveValue('Letters')
  const pyramid = new PyramidPage(page)
  await pyramid.open()
  await expect(pyramid.filter('Channel', /^Letters/)).toHaveText('Letters4')
  await goTo(page, 'personas')
  await expect(page.getByRole('article').first()).toContainText('Letters')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article').first()).toContainText('E-mail')
})

test('a channel in use says what it leaves behind before it goes, and comes back in one step', async ({
  page,
}) => {
  await goTo(page, 'channels')
  const before = await channelNames(page)
  await inTable(page).getByRole('button', { name: 'Delete Staff on site' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('5 touchpoints lose their channel.')
  await expect(dialog).toContainText('1 persona no longer prefers it.')
  await page.keyboard.press('Escape')
  expect(await channelNames(page), 'nothing happened').toEqual(before)

  await inTable(page).getByRole('button', { name: 'Delete Staff on site' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(names(page).and(inTable(page).getByRole('textbox'))).toHaveCount(before.length - 1)
  const pyramid = new PyramidPage(page)
  await pyramid.open()
  await pyramid.choose('Channel', 'No channel')
  await expect(pyramid.rows).toHaveCount(5)
  await page.keyboard.press('Control+z')
  await goTo(page, 'channels')
  expect(await channelNames(page)).toEqual(before)
  await expect(
    inTable(page)
      .getByRole('row', { name: /Staff on site/ })
      .getByRole('cell', { name: '5' }),
  ).toBeVisible()
})

test('a channel nobody uses goes without a question', async ({ page }) => {
  await goTo(page, 'channels')
  await page.getByRole('button', { name: 'Add a channel' }).click()
  await page.keyboard.type('kiosk')
  await inTable(page).getByRole('button', { name: 'Delete kiosk' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await channelNames(page)).not.toContain('kiosk')
})

test('the table is walked and added to with the keyboard', async ({ page }) => {
  await goTo(page, 'channels')
  const press = (keys: string) => page.keyboard.press(keys)
  const fields = inTable(page).locator('tbody th input')
  await fields.first().focus()
  await press('ArrowDown')
  await expect(fields.nth(1)).toBeFocused()
  await press('ArrowUp')
  await expect(fields.first()).toBeFocused()
  await press('Enter')
  await expect(fields.nth(1)).toBeFocused()
  await expect(fields.nth(1)).toHaveValue('')
  await page.keyboard.type('Fax')
  await press('Tab')
  await press('Tab')
  await expect(page.getByRole('combobox', { name: 'Run by: Fax' })).toBeFocused()
  await press('Enter')
  await press('ArrowDown')
  await press('Enter')
  await expect(page.getByRole('combobox', { name: 'Run by: Fax' })).toHaveText('A partner')
  expect((await channelNames(page)).slice(0, 3)).toEqual(['E-mail', 'Fax', 'Mobile app'])
})

test('a persona is made, written in place and deleted with what was said in its name', async ({ page }) => {
  await goTo(page, 'personas')
  const cards = page.getByRole('article')
  await expect(cards).toHaveCount(1)
  await expect(cards.first()).toContainText('Somewhere to leave the bags')
  await page.getByRole('button', { name: 'Add a persona' }).click()
  await expect(cards.last().locator(':focus')).toHaveAccessibleName('Name of the persona')
  await page.keyboard.type('Crew member')
  const card = page.getByRole('article', { name: 'Crew member' })
  await card.getByRole('textbox', { name: 'Goal' }).fill('A quiet anchorage')
  await card.getByRole('textbox', { name: 'Customer quote' }).fill('Wake me up for dinner.')
  await card.getByRole('button', { name: 'Add a line' }).first().click()
  await page.keyboard.type('Shade')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Cold drinks')
  await expect(card.getByRole('textbox', { name: 'Needs 2' })).toHaveValue('Cold drinks')
  const channels = card.getByRole('combobox', { name: 'Preferred channels' })
  await channels.fill('phon')
  await page.keyboard.press('Enter')
  await expect(card).toContainText('Phone')
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toContainText('Phone')

  await card.getByRole('button', { name: 'Delete Crew member' }).click()
  await expect(cards, 'nobody names it, so nothing is asked').toHaveCount(1)
  await cards
    .first()
    .getByRole('button', { name: /^Delete Andrej/ })
    .click()
  await expect(page.getByRole('dialog')).toContainText('1 journey no longer names it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No persona yet')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(1)
})

test('no language shows a key instead of a text', async ({ page }) => {
  const home = new HomePage(page)
  for (const language of ['Slovenčina', 'Čeština', 'Polski', 'Slovenščina']) {
    await home.speak(language)
    for (const view of ['channels', 'personas'] as const) {
      await goTo(page, view)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible()
      expect(await keysShown(page), `${language}, ${view}`).toEqual([])
    }
  }
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  await goTo(page, 'channels')
  await inTable(page).locator('tbody th input').first().focus()
  expect(await axeViolations(page), 'channels').toEqual([])
  await inTable(page).getByRole('button', { name: 'Delete E-mail' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axeViolations(page), 'dialog').toEqual([])
  await page.keyboard.press('Escape')
  await goTo(page, 'personas')
  await expect(page.getByRole('article')).toBeVisible()
  expect(await axeViolations(page), 'personas').toEqual([])
})
