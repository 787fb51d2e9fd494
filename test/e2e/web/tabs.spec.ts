import { axeViolations } from '../../helpers/axe'
import { BoardPage } from '../../helpers/boardPage'
import { expect, test } from '../../helpers/webTest'

test('several documents stand side by side, each as it was looked at, and come back after loading anew', async ({
  page,
}) => {
  const board = new BoardPage(page)
  await board.openTemplate('Retail purchase')
  const tabs = page.getByRole('navigation', { name: 'Open documents' })
  await expect(tabs).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(tabs.getByRole('button', { name: /^Close/ })).toHaveCount(2)
  await expect(tabs.locator('[aria-current=page]')).toHaveText(/^(?!Retail)/)
  expect(await axeViolations(page)).toEqual([])

  await tabs.getByRole('button', { name: /^Retail purchase/ }).click()
  await expect(page.getByText('21 touchpoints')).toBeVisible()
  await page.keyboard.press('Control+2')
  await tabs.getByRole('button', { name: /^(?!Close|Retail)/ }).click()
  await expect(page.locator('[data-part=board]')).toBeVisible()
  await tabs.getByRole('button', { name: /^Retail purchase/ }).click()
  await expect(page.getByRole('grid')).toBeVisible()

  // how documents are looked at is remembered after half a second
  await page.waitForTimeout(900)
  await page.reload()
  await expect(tabs.getByRole('button', { name: /^Close/ })).toHaveCount(2)
  await tabs.getByRole('button', { name: /^Close Retail purchase/ }).click()
  await expect(tabs).toHaveCount(0)
  await expect(page.locator('[data-part=board]')).toBeVisible()
})
