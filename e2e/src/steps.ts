// Steps that several journeys take: raising at the lamp-post, finding the file in the console, giving a command there.
import type { Locator, Page } from 'playwright-core'

/** A real photo, made of what the browser shows. */
export const photoOf = async (page: Page, name = '灯.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await page.screenshot({ type: 'jpeg' }),
})

/** Fills and sends the form of the page behind a scanned code; gives the address of the receipt. */
export const raise = async (page: Page, text: string, phone = ''): Promise<string> => {
  await page.getByLabel('怎么了？').fill(text)
  if (phone) await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '提交这件事' }).click()
  await page.waitForURL(/\/m\/[^/]+\?new=1$/u)
  return new URL(page.url()).pathname
}

export const openFile = async (board: Page, title: string): Promise<void> => {
  await board.getByRole('link', { name: title }).click()
  await board.getByRole('heading', { level: 1, name: title }).waitFor()
}

const drawerOf = (page: Page): Locator => page.getByRole('dialog')

/** Opens a command of the file, fills its form, and sends it by the button of the same name. */
export const command = async (
  page: Page,
  name: string,
  fill: (drawer: Locator) => Promise<void> = () => Promise.resolve(),
  button = name,
): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  const drawer = drawerOf(page)
  await fill(drawer)
  await drawer.getByRole('button', { name, exact: true }).click()
  await page.getByText(`已记下：${name}`).waitFor()
}

/** Chooses from one of the console's select boxes by keyboard, as its list floats outside of the form. */
export const choose = async (drawer: Locator, label: string, option: string): Promise<void> => {
  const box = drawer.getByRole('combobox', { name: label })
  await box.fill(option)
  await box.press('Enter')
}

/** As a resident does: a number, and the code that comes to it. */
export const signInByPhone = async (page: Page, number: string): Promise<void> => {
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '取验证码' }).click()
  const outbox = await page.context().newPage()
  await outbox.goto('/outbox')
  const told = await outbox.getByRole('main').innerText()
  await outbox.close()
  await page.getByLabel('验证码').fill(/验证码是 (\d{6})/u.exec(told)![1]!)
  await page.getByRole('main').locator('button[type=submit]').first().click()
}
