// The segments in Chromium: cards, comparison, chart, market, loyalty, and the way round without a mouse.
import type { Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { HomePage, keysShown } from '../../helpers/homePage'
import { SegmentsPage, type Pane } from '../../helpers/segmentsPage'
import { expect, test } from '../../helpers/webTest'

const snacks = 'Healthy-snack start-up'
const creditCard = 'Credit card'
const cafes = 'Café chain'
const panes = ['Cards', 'Compare', 'Chart', 'Market', 'Loyalty'] as const satisfies readonly Pane[]

let complaints: string[]
let segments: SegmentsPage

test.beforeEach(({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  segments = new SegmentsPage(page)
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()

test('R54 four criteria are written, kept, and say what they are for', async ({ page }) => {
  await segments.openTemplate('Retail purchase')
  const card = await segments.add('Night shift')
  await expect(card.getByRole('group', { name: 'Geographic' })).toContainText('e.g. country')
  await segments.addCriterion(card, 'Demographic', 'Nurses and drivers')
  await page.keyboard.press('Enter')
  await page.keyboard.type('25 to 60')
  await card.getByRole('textbox', { name: 'Demographic 2: variable' }).fill('Age')
  await segments.addCriterion(card, 'Geographic', 'Near hospitals')
  await segments.addCriterion(card, 'Psychographic', 'Wants quiet')
  await segments.addCriterion(card, 'Behavioural', 'Buys after midnight')
  await saved(page)
  await page.reload()
  await segments.open()
  for (const [base, text] of [
    ['Demographic', 'Nurses and drivers'],
    ['Geographic', 'Near hospitals'],
    ['Psychographic', 'Wants quiet'],
    ['Behavioural', 'Buys after midnight'],
  ] as const)
    await expect(segments.criterion(card, base)).toHaveValue(text)
  await expect(segments.criterion(card, 'Demographic', 2)).toHaveValue('25 to 60')
  await expect(card.getByRole('textbox', { name: 'Demographic 2: variable' })).toHaveValue('Age')
})

test('what is copied is a table with every criterion', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read'])
  await segments.openTemplate(snacks)
  await page.getByRole('button', { name: 'Copy as CSV' }).click()
  await expect(page.getByText('The segments are on the clipboard as CSV')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const lines = text.split('\r\n')
  expect(lines[0]).toContain('Customer segment,Code,Part of,Market type')
  expect(text).toContain('Busy professionals,PRO,,Niche market')
  expect(text).toContain('"Ages 25 to 45\nOffice or travelling work"')
})

test('R55 a multi-sided market with one side is told so, until there is a second and they depend', async () => {
  await segments.openTemplate('Retail purchase')
  const one = await segments.add('Drivers')
  await segments.chooseMarket(one, 'Multi-sided market')
  await expect(one).toContainText('the model fails if one is missing')
  await expect(segments.hints(one)).toHaveText(/needs a second side/)
  const other = await segments.add('Riders')
  await segments.chooseMarket(other, 'Multi-sided market')
  await expect(segments.hints(one)).toHaveText(/No dependency says/)
  await segments.show('Market')
  await segments.page.getByRole('button', { name: 'Add a dependency' }).click()
  const row = segments.part.getByRole('listitem')
  await row.getByRole('combobox', { name: 'From' }).click()
  await segments.page.getByRole('option', { name: 'Drivers' }).click()
  await row.getByRole('combobox', { name: 'To', exact: true }).click()
  await segments.page.getByRole('option', { name: 'Riders' }).click()
  await expect(segments.part.getByRole('img')).toBeVisible()
  await segments.show('Cards')
  await expect(segments.hints(one)).toHaveCount(0)
  await expect(segments.hints(other)).toHaveCount(0)
})

test('R57 only the sport clubs fail; the tests suggest, the person decides', async ({ page }) => {
  await segments.openTemplate(snacks)
  await expect(segments.card('Busy professionals')).toContainText('Large and focused')
  await expect(segments.card('Office managers')).toContainText('Large and focused')
  const clubs = segments.card('Sport clubs')
  await expect(clubs).toContainText('Too small')
  await clubs.getByText('Five tests').click()
  await clubs
    .getByRole('group', { name: 'Substantial' })
    .getByRole('radio', { name: /^1: hardly/ })
    .click()
  await expect(clubs).toContainText('The tests say no: Substantial.')
  await clubs.getByRole('radiogroup', { name: 'Large enough' }).getByRole('radio', { name: 'Yes' }).click()
  await expect(clubs.locator('header')).toContainText('Large and focused')
  await page.keyboard.press('Control+z')
  await expect(clubs.locator('header')).toContainText('Too small')
})

test('R58 shares of 110 are flagged and scaled to 100 with one click, one undo step', async ({ page }) => {
  await segments.openTemplate(snacks)
  const share = (name: string) => segments.card(name).getByRole('textbox', { name: 'Share of revenue' })
  await share('Sport clubs').fill('15')
  await segments.show('Chart')
  const flag = segments.part.getByRole('status')
  await expect(flag).toContainText('The shares of revenue add up to 110 %, not 100 %.')
  await flag.getByRole('button', { name: 'Scale to 100 %' }).click()
  await expect(flag).toHaveCount(0)
  await expect(segments.part.getByRole('row', { name: /Busy professionals/ })).toContainText('60.9 %')
  await segments.undo()
  await expect(flag).toContainText('110 %')
  await expect(segments.part.getByRole('row', { name: /Busy professionals/ })).toContainText('67 %')
  // each bubble can be reached by keys, says its figures and leads to its card
  const bubble = page.getByRole('button', {
    name: /^GYM Sport clubs, Size 40 clubs, Growth a year 0 %, no margin/,
  })
  await bubble.focus()
  await page.keyboard.press('Enter')
  await expect(segments.card('Sport clubs')).toBeInViewport()
  await expect(segments.card('Sport clubs')).toHaveAttribute('data-selected', 'true')
})

test('comparing marks what differs and what is alike', async ({ page }) => {
  await segments.openTemplate(cafes)
  await segments.show('Compare')
  const table = segments.part.getByRole('table')
  await expect(segments.row(table, /^Market type/)).toContainText('same')
  await expect(segments.row(table, /^Growth/)).toContainText('differs')
  const offers = segments.row(table, /^Value propositions/)
  await expect(offers).toContainText('Iced drinks to take along in two minutes')
  await expect(offers.locator('[data-own="true"]')).toHaveText([
    'Spiced hot drinks and home-baked cakes',
    'Iced drinks to take along in two minutes',
    'Quiet corner, good network, second coffee cheaper',
  ])
  await page.getByRole('button', { name: /Guests in warm towns/ }).click()
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  await page.getByRole('button', { name: /Guests in cold towns/ }).click()
  await expect(table).toHaveCount(0)
  await expect(segments.part).toContainText('Choose at least two segments')
})

test('segments with the same links are said to be one', async () => {
  await segments.openTemplate(snacks)
  await segments.add('Runners')
  await segments.show('Compare')
  await expect(segments.hints()).toHaveText(/Sport clubs and Runners have no links on this canvas yet/)
})

test('R56 the balance of a market names what a side lacks', async ({ page }) => {
  await segments.openTemplate(creditCard)
  await segments.show('Market')
  await expect(segments.part.getByRole('list').getByRole('listitem')).toHaveCount(3)
  const gaps = segments.row(segments.balance, 'Gaps')
  await expect(gaps.getByText('Nothing missing')).toHaveCount(3)
  // a side nobody offers anything
  await segments.add('Airports')
  await segments.chooseMarket(segments.card('Airports'), 'Multi-sided market')
  await segments.show('Market')
  await expect(gaps.getByRole('cell').last()).toContainText('No value proposition')
  await expect(gaps.getByRole('cell').last()).toContainText('Pays nothing, and nobody pays for it')
  await expect(gaps.getByRole('cell').last()).toContainText('Depends on no side')
  await page.getByRole('button', { name: /^Delete the dependency of Brands/ }).click()
  await expect(segments.part.getByRole('list').getByRole('listitem')).toHaveCount(2)
})

test('R60 programmes of the template can be filtered; numbers show their effect at once', async ({
  page,
}) => {
  await segments.openTemplate(snacks)
  await segments.show('Loyalty')
  await expect(segments.programmes).toHaveCount(2)
  await page
    .getByRole('radiogroup', { name: 'Reward' })
    .first()
    .getByRole('radio', { name: 'Non-financial' })
    .click()
  await expect(segments.programmes).toHaveCount(1)
  const club = segments.programme('Flavour club')
  await expect(club).toContainText('Enter first: margin, churn, and effect on retention')

  // R33: margin 20, 4 a year, 5 years are 400; a churn of 25 % makes 80 a year 320
  const row = segments.lifetime.getByRole('row').nth(1)
  await segments.input('Busy professionals', 'margin').fill('20')
  await segments.input('Busy professionals', 'purchases').fill('4')
  await segments.input('Busy professionals', 'years').fill('5')
  await segments.input('Busy professionals', 'churn').fill('25')
  await expect(row.getByRole('cell').nth(4)).toHaveText(/400/)
  await expect(row.getByRole('cell').nth(5)).toHaveText(/320/)

  await club.getByRole('textbox', { name: /^Cost per member/ }).fill('30')
  await club.getByRole('textbox', { name: /^Retention/ }).fill('5')
  await club.getByRole('textbox', { name: 'Purchases needed' }).fill('2')
  const effect = club.getByRole('table').getByRole('row').nth(1)
  await expect(effect).toContainText('after 183 days (2 purchases)')
  await expect(effect.getByRole('cell').nth(1)).toHaveText(/320/)
  await expect(effect.getByRole('cell').nth(2)).toHaveText(/400.*retention 80\s?% a year/)
  await expect(effect.getByRole('cell').nth(3)).toHaveText(/\+50/)
  // a change above shows below
  await segments.input('Busy professionals', 'margin').fill('40')
  await expect(effect.getByRole('cell').nth(3)).toHaveText(/\+130/)
})

test('deleting names what stays behind, and undo brings it back', async ({ page }) => {
  await segments.openTemplate(snacks)
  await segments.card('Office managers').getByRole('button', { name: 'Delete Office managers' }).click()
  await expect(segments.dialog).toContainText('3 notes are for nobody any more:')
  await expect(segments.dialog).toContainText('Monthly box, no counting and no ordering')
  await expect(segments.dialog).toContainText('links are deleted with it.')
  await page.keyboard.press('Escape')
  await expect(segments.cards).toHaveCount(3)
  await segments.card('Office managers').getByRole('button', { name: 'Delete Office managers' }).click()
  await segments.dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(segments.cards).toHaveCount(2)
  await segments.undo()
  await expect(segments.cards).toHaveCount(3)
  expect(await segments.names()).toEqual(['Busy professionals', 'Office managers', 'Sport clubs'])
  await segments.show('Compare')
  const offers = segments.row(segments.part.getByRole('table'), /^Value propositions/)
  await expect(offers).toContainText('Monthly box, no counting and no ordering')
})

test('cards are moved by keys and by mouse, and folded', async ({ page }) => {
  await segments.openTemplate(snacks)
  const clubs = segments.card('Sport clubs')
  await clubs.getByRole('textbox', { name: 'Name of the segment' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => segments.names()).toEqual(['Busy professionals', 'Sport clubs', 'Office managers'])
  await expect(clubs.getByRole('textbox', { name: 'Name of the segment' })).toBeFocused()
  await clubs.getByRole('button', { name: /^Move Sport clubs/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => segments.names()).toEqual(['Sport clubs', 'Busy professionals', 'Office managers'])
  for (const name of await segments.names())
    await segments
      .card(name)
      .getByRole('button', { name: `Details of ${name}` })
      .click()
  await expect(segments.cards.getByRole('combobox', { name: 'Market type' })).toHaveCount(0)
  await expect(clubs).toContainText('40 clubs · 5 % of revenue')
  await clubs
    .getByRole('button', { name: /^Move Sport clubs/ })
    .dragTo(segments.card('Office managers'), { targetPosition: { x: 200, y: 45 } })
  await expect.poll(() => segments.names()).toEqual(['Busy professionals', 'Office managers', 'Sport clubs'])
})

test('a segment is renamed once and is called so on the persona and in the comparison', async ({ page }) => {
  await segments.openTemplate('Yacht charter')
  const name = (await segments.names())[0]!
  await segments.card(name).getByRole('textbox', { name: 'Name of the segment' }).fill('Captains')
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Personas/ })
    .click()
  await expect(page.getByRole('combobox', { name: 'Segment' }).first()).toHaveValue('Captains')
})

test('nothing yet: a sentence says what a segment is', async ({ page }) => {
  await page.getByRole('button', { name: /^New journey/ }).click()
  await segments.open()
  await expect(page.getByText('A segment is a group you can count')).toBeVisible()
  await segments.add('First')
  await expect(segments.cards).toHaveCount(1)
})

test('no language shows a key instead of a text', async ({ page }) => {
  await segments.openTemplate(creditCard)
  const home = new HomePage(page)
  for (const language of ['Slovenčina', 'Čeština', 'Polski', 'Slovenščina']) {
    await home.speak(language)
    const radios = segments.part.getByRole('radiogroup').first().getByRole('radio')
    for (let at = 0; at < panes.length; at++) {
      await radios.nth(at).click()
      await expect(radios.nth(at)).toBeChecked()
      expect(await keysShown(page), `${language}, ${panes[at]}`).toEqual([])
    }
  }
})

test('nothing stands in the way of people with a disability', async ({ page }) => {
  test.slow() // seven screens are gone through
  await segments.openTemplate(creditCard)
  for (const pane of panes) {
    await segments.show(pane)
    expect(await axeViolations(page), pane).toEqual([])
  }
  await segments.show('Cards')
  await segments.cards.first().getByText('Five tests').click()
  await segments.cards.first().getByText('Code, colour and pattern').click()
  expect(await axeViolations(page), 'opened').toEqual([])
  await segments.cards
    .first()
    .getByRole('button', { name: /^Delete / })
    .click()
  await expect(segments.dialog).toBeVisible()
  expect(await axeViolations(page), 'dialog').toEqual([])
})
