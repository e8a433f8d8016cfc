import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { photoOf, raise } from './steps.ts'

const { hall, open } = opened(openHall)

const TEXT = '𠮷家的灯坏了👵🏻，从三楼一直黑到一楼'
/** Words of their own for each, because the same said twice is asked about. */
const MAILBOX = '𠮷家的信箱锁不上👵🏻，谁都能开'
const NOT_A_PHOTO = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') }
const TOO_LARGE = { name: '大照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(11 * 1024 * 1024, 7) }

const atPlace = (scripts: boolean): Promise<Page> =>
  open(`/p/${hall().lamp}`, { ...PHONE, javaScriptEnabled: scripts, expected: /413|422/u })

const send = (page: Page): Promise<void> => page.getByRole('button', { name: '提交这件事' }).click()
const kept = (page: Page): Promise<string> => page.getByLabel('怎么了？').inputValue()

test('an unknown code, an unknown link and an unknown page say what to do instead', async () => {
  const page = await open('/p/AAAAAAAA', { ...PHONE, expected: /404/u })
  await page.getByText('码或者链接可能抄错了。').waitFor()
  await page.goto('/m/AAAAAAAAAAAAAAAAAAAAAA')
  await page.getByRole('heading', { name: '这个链接打不开' }).waitFor()
  await page.getByRole('link', { name: '用编号查' }).click()
  await page.getByRole('textbox').fill('000000000')
  await page.getByRole('textbox').press('Enter')
  await page.waitForURL(/code=/u)
  expect(await page.getByRole('main').innerText()).toMatch(/没有/u)
  await page.goto('/nowhere')
  await page.getByRole('link', { name: '回首页' }).waitFor()
})

for (const scripts of [false, true]) {
  const way = scripts ? 'with JavaScript' : 'without JavaScript'
  const words = scripts ? MAILBOX : TEXT

  test(`a file that is no photo is told so ${way}, and the words stay`, async () => {
    const page = await atPlace(scripts)
    await page.getByLabel('怎么了？').fill(words)
    await page.getByLabel('拍张照片').setInputFiles([await photoOf(page), NOT_A_PHOTO])
    await send(page)
    await page.getByText('这个文件不是照片，请换一张').waitFor()
    expect(await kept(page)).toBe(words)
    await send(page)
    await page.waitForURL(/\?new=1$/u)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(words.split('，')[0])
  })

  test(`a photo that is too large is told so ${way}, and the words stay`, async () => {
    const page = await atPlace(scripts)
    await page.getByLabel('怎么了？').fill('晾衣杆掉下来一根')
    await page.getByLabel('拍张照片').setInputFiles(TOO_LARGE)
    await send(page)
    await page.getByText('这张照片太大，请换一张小一些的').waitFor()
    expect(await kept(page)).toBe('晾衣杆掉下来一根')
  })
}

test('more photos than six are told so, and the words stay', async () => {
  const page = await atPlace(false)
  await page.getByLabel('怎么了？').fill(TEXT)
  const photo = await photoOf(page)
  await page.getByLabel('拍张照片').setInputFiles(Array.from({ length: 9 }, (_, n) => ({ ...photo, name: `${n}.jpg` })))
  await send(page)
  await page.getByText('照片最多 6 张，请去掉几张').waitFor()
  expect(await kept(page)).toBe(TEXT)
})

test('words that are too many come back whole with what is wrong', async () => {
  const page = await atPlace(true)
  const long = '灯'.repeat(4001)
  await page.getByLabel('怎么了？').evaluate((area) => area.removeAttribute('maxlength'))
  await page.getByLabel('怎么了？').fill(long)
  await send(page)
  await page.getByText('写得太长了，请短一些').waitFor()
  expect(await kept(page)).toBe(long)
  expect(await page.getByLabel('怎么了？').evaluate((area) => area === document.activeElement)).toBe(true)
})

test('a number that is none is told so beside its field', async () => {
  const page = await atPlace(true)
  await page.getByLabel('怎么了？').fill('井盖松了，走过会响')
  await page.getByLabel('手机号').fill('请打固定电话')
  await send(page)
  await page.getByText('电话号码好像不对，请再看一眼').waitFor()
  expect(await kept(page)).toBe('井盖松了，走过会响')
  expect(await page.getByLabel('手机号').inputValue()).toBe('请打固定电话')
})

test('a nudge sent twice from two open tabs is one nudge, and the second one is told so', async () => {
  const page = await atPlace(true)
  const link = await raise(page, '快递柜挡路')
  await page.goto(link)
  const second = await page.context().newPage()
  await second.goto(link)
  await page.getByRole('button', { name: '催一催' }).click()
  await page.getByText('催过了，办理的人已经收到提醒。').waitFor()
  await second.getByRole('button', { name: '催一催' }).click()
  await second.getByText('今天已经催过一次了').waitFor()
})
