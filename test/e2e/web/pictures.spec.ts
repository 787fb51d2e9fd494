import type { Locator, Page } from '@playwright/test'
import { axeViolations } from '../../helpers/axe'
import { HomePage } from '../../helpers/homePage'
import { jpeg, png } from '../../helpers/pictures'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]

test.beforeEach(async ({ page }) => {
  complaints = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await new HomePage(page).openTemplate('Yacht charter')
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /^Personas/ })
    .click()
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

const place = (page: Page) => page.getByRole('button', { name: /^Picture of/ }).first()

/** Answers the dialog that pressing something opens with a file. */
async function choose(page: Page, press: Locator, file: { name: string; mimeType: string; buffer: Buffer }) {
  const asked = page.waitForEvent('filechooser')
  await press.click()
  await (await asked).setFiles(file)
}

/** How large the picture is that stands there, in its own pixels. */
const sizeShown = (within: Locator) =>
  within.locator('img').evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })

test('a persona gets a picture, which is there after the page was loaded anew, and undo takes it away', async ({
  page,
}) => {
  await choose(page, place(page), { name: 'ana.png', mimeType: 'image/png', buffer: png(120, 90, 200) })
  expect(await sizeShown(place(page))).toEqual([120, 90])
  expect(await axeViolations(page)).toEqual([])
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  expect(await sizeShown(place(page))).toEqual([120, 90])
  await page.keyboard.press('Control+z')
  await expect(place(page).locator('img')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  expect(await sizeShown(place(page))).toEqual([120, 90])
})

test('a large picture is kept at 1,600 pixels; another takes its place, and it is removed from the menu', async ({
  page,
}) => {
  const large = { name: 'wall.png', mimeType: 'image/png', buffer: png(4000, 2000, 90) }
  await choose(page, place(page), large)
  expect(await sizeShown(place(page))).toEqual([1600, 800])
  await place(page).click()
  const another = page.getByRole('menuitem', { name: 'Choose another…' })
  await choose(page, another, { name: 'x.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await expect.poll(() => sizeShown(place(page))).toEqual([12, 9])
  await place(page).click()
  await page.getByRole('menuitem', { name: 'Remove the picture' }).click()
  await expect(place(page).locator('img')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  expect(await sizeShown(place(page))).toEqual([12, 9])
})

test('a picture is pasted or dropped where it belongs, and no file is opened by that', async ({ page }) => {
  const give = (how: 'paste' | 'drop', base64: string) =>
    place(page).evaluate(
      (target, { how, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
        const with_ = { bubbles: true, cancelable: true }
        if (how === 'paste') {
          target.dispatchEvent(new ClipboardEvent('paste', { ...with_, clipboardData: data }))
          return
        }
        for (const name of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(name, { ...with_, dataTransfer: data }))
      },
      { how, base64 },
    )
  const opened: string[] = []
  page.on('request', request => request.url().endsWith('document.openBytes') && opened.push(request.url()))
  await give('paste', png(30, 20, 10).toString('base64'))
  expect(await sizeShown(place(page))).toEqual([30, 20])
  await give('drop', png(50, 40, 20).toString('base64'))
  await expect.poll(() => sizeShown(place(page))).toEqual([50, 40])
  await expect(page.getByRole('alert')).toBeEmpty()
  expect(opened).toEqual([])
})

test('the inspector says in words what a picture shows, and is heard so', async ({ page }) => {
  await page.getByRole('article').first().click()
  const field = page.getByRole('group', { name: /^Picture of/ })
  const button = field.getByRole('button', { name: 'Choose a picture…' })
  await choose(page, button, { name: 'at_the_helm.png', mimeType: 'image/png', buffer: png(64, 48, 128) })
  await expect(field.getByRole('img', { name: 'at the helm' })).toBeVisible()
  await field.getByRole('textbox', { name: 'What the picture shows' }).fill('A skipper in the rain')
  await expect(field.getByRole('img', { name: 'A skipper in the rain' })).toBeVisible()
  expect(await sizeShown(place(page))).toEqual([64, 48])
  expect(await axeViolations(page)).toEqual([])
  await field.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(button).toBeVisible()
  await expect(place(page).locator('img')).toHaveCount(0)
})

test('what is no picture is refused in words, and the old one stays', async ({ page }) => {
  await choose(page, place(page), { name: 'a.png', mimeType: 'image/png', buffer: png(30, 20, 10) })
  expect(await sizeShown(place(page))).toEqual([30, 20])
  for (const [name, text] of [
    ['evil.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['page.png', '<!doctype html><script>alert(1)</script>'],
  ] as const) {
    await place(page).click()
    const another = page.getByRole('menuitem', { name: 'Choose another…' })
    await choose(page, another, { name, mimeType: 'image/png', buffer: Buffer.from(text) })
    await expect(page.getByText('This is no picture that can be shown.')).toBeVisible()
  }
  expect(await sizeShown(place(page))).toEqual([30, 20])
})
