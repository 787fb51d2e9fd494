import { HomePage } from '../../helpers/homePage'
import { expect, test } from '../../helpers/webTest'

test('one field finds records without accents, actions by initials and other documents', async ({ page }) => {
  const home = new HomePage(page)
  await home.openTemplate('Bank account opening')
  await home.goHome()
  await home.openTemplate('Yacht charter')
  const list = page.getByRole('listbox')
  const chosen = list.getByRole('option', { selected: true })

  const press = (keys: string) => page.keyboard.press(keys)
  const field = page.getByRole('dialog').getByRole('combobox')
  const openPalette = async () => {
    await press('Control+k')
    await expect(field).toBeFocused()
  }
  await openPalette()
  await page.keyboard.type('MARÍNA')
  await expect(list.getByRole('group', { name: 'In this document' })).toBeVisible()
  await expect(chosen).toContainText(/marina/i)
  // the field says which line is chosen, to those who hear the page
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '')
  await press('ArrowUp')
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  await press('ArrowDown')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await openPalette()
  await page.keyboard.type('earlv')
  await expect(chosen).toContainText('Earlier versions')
  await page.keyboard.type('qq')
  await expect(page.getByText('Nothing found. Try another word, or fewer letters.')).toBeVisible()
  await press('Escape')

  await openPalette()
  await page.keyboard.type('bank account')
  await expect(chosen).toContainText('Bank account opening')
  await press('Enter')
  await expect(page.getByText('18 touchpoints')).toBeVisible()
})
