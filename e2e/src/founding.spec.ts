import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { DESK } from './browser.ts'
import { openEmptyHall } from './hall.ts'
import { opened } from './opened.ts'

const { open } = opened(openEmptyHall)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238, as the authenticator on a phone does it. */
const codeOf = (secret: string): string => {
  const bits = Array.from(secret, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

test('the first person founds street office and community in the browser, and stands in the console', async () => {
  const page = await open('/', { ...DESK, expected: /422/u })
  await page.getByRole('main').getByRole('link', { name: /建/u }).click()
  await page.getByLabel('街道或镇').fill('佘山镇')
  await page.getByLabel('居民区、村或街区').fill('翠鑫苑')
  await page.getByLabel('您的姓名').fill('赵六')
  await page.getByLabel('您的手机号').fill('13700137000')
  await page.getByLabel('密码').fill('12345678')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('密码太容易被猜到').waitFor()
  expect(await page.getByLabel('居民区、村或街区').inputValue()).toBe('翠鑫苑')
  await page.getByLabel('密码').fill('Kahle-Muschel-42-Regen')
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByText('扫不了码').click()
  const secret = await page.locator('code.proof').innerText()
  await page.getByRole('textbox', { name: '6 位数字' }).fill(codeOf(secret))
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('heading', { name: '翠鑫苑建好了' }).waitFor()
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(4)

  await page.getByRole('link', { name: '进入工作台' }).click()
  await page.getByRole('heading', { level: 1, name: '事项台账' }).waitFor()
  await page.getByRole('heading', { name: '还没有事项' }).waitFor()
  expect(await page.getByRole('main').getByRole('link', { name: '导入工作簿' }).getAttribute('href')).toBe(
    '/console/import',
  )
  await page.goto('/console/parties')
  await page.getByText('翠鑫苑居委会').first().waitFor()
  await page.goto('/found')
  expect(new URL(page.url()).pathname).not.toBe('/found')
})
