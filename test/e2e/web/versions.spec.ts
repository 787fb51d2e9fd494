import { axeViolations } from '../../helpers/axe'
import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

test('an earlier version comes back as one undo step', async ({ page }) => {
  const home = new HomePage(page)
  await home.openTemplate('Yacht charter')
  const journeys = page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /charter|New journey/ })
  await expect(journeys).toHaveCount(1)
  await home.goHome()
  await expect(home.cards).toHaveCount(1)
  await home.card('Yacht').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Add a journey' }).click()
  await expect(journeys).toHaveCount(2)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('earlier')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  await expect(dialog.getByRole('listitem').first()).toContainText('kB')
  expect(await axeViolations(page)).toEqual([])
  // what is open now needs no restoring
  await expect(dialog.getByText('Now open')).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: /^Restore/ })).toHaveCount(1)
  await dialog
    .getByRole('button', { name: /^Restore the version of/ })
    .last()
    .click()

  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Messages' })).toContainText(
    'Undo brings back what was there before',
  )
  await expect(journeys).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(journeys).toHaveCount(2)
})
