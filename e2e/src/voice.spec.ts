import { wavOf } from '@yishi/server/testing/sound'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { openFile, photoOf } from './steps.ts'

const { hall, open } = opened(openHall)

const UNHEARD = '语音上报 · 北门灯杆（待转写）'
const SPOKEN = '北门的灯一闪一闪的，晚上看不清台阶'
const send = (page: Page): Promise<void> => page.getByRole('button', { name: '提交这件事' }).click()
const lengthOf = (page: Page): Promise<number> =>
  page.locator('.voice audio').evaluate((audio: HTMLAudioElement) => audio.duration)

const sayAloud = async (phone: Page): Promise<void> => {
  await phone.getByRole('button', { name: '按一下，开始说' }).click()
  await phone.locator('[data-seconds]').getByText('2', { exact: true }).waitFor()
  await phone.getByRole('button', { name: '说完了，停' }).click()
  await phone.getByText('录好了，听一听').waitFor()
}

test('somebody speaks instead of typing; the desk listens, types, and the story says so', async () => {
  const phone = await open(`/p/${hall().lamp}`, PHONE)
  await sayAloud(phone)
  await phone.getByRole('button', { name: '重新录' }).click()
  await phone.locator('[data-seconds]').getByText('2', { exact: true }).waitFor()
  await phone.getByRole('button', { name: '说完了，停' }).click()
  await phone.getByText('录好了，听一听').waitFor()
  expect(await lookOver(phone, false)).toEqual([])
  await send(phone)
  await phone.waitForURL(/\?new=1$/u)
  expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(UNHEARD)
  await phone.locator('.voice audio').evaluate((audio: HTMLAudioElement) => audio.play())
  expect(await lengthOf(phone)).toBeGreaterThan(1.5)

  const desk = await open('/console/matters?filter=unheard', { ...DESK, session: hall().sessions.staff })
  expect(await desk.getByRole('row', { name: UNHEARD }).innerText()).toContain('录音待转写')
  await openFile(desk, UNHEARD)
  const box = desk.getByRole('textbox', { name: '听到的话' })
  await box.focus()
  const playing = () => desk.locator('audio').evaluate((audio: HTMLAudioElement) => [!audio.paused, audio.playbackRate])
  await desk.keyboard.press('F2')
  await expect.poll(playing).toEqual([true, 1])
  await desk.keyboard.press('F8')
  await expect.poll(playing).toEqual([true, 0.8])
  await desk.keyboard.press('F2')
  await desk.locator('audio').evaluate((audio: HTMLAudioElement) => void (audio.currentTime = audio.duration - 0.5))
  await desk.keyboard.press('F4')
  expect(await desk.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBe(0)
  await box.fill(SPOKEN)
  await desk.getByRole('button', { name: '存下文字' }).click()
  await desk.getByText('文字已存下').waitFor()
  expect(await desk.getByRole('heading', { level: 1 }).innerText()).toBe(SPOKEN)
  expect(await desk.getByRole('region', { name: '经过' }).innerText()).toContain('听录音，写成了文字')
  await desk.goto('/console/matters?filter=unheard')
  await desk.getByText('没有符合条件的事项').waitFor()
  await phone.reload()
  expect(await phone.getByRole('main').innerText()).toContain('听录音，写成了文字')
})

test('sent while it still records, what was said so far goes along', async () => {
  const phone = await open(`/p/${hall().lamp}`, PHONE)
  await phone.getByLabel('怎么了？').fill('边说边交')
  await phone.getByRole('button', { name: '按一下，开始说' }).click()
  await phone.locator('[data-seconds]').getByText('1', { exact: true }).waitFor()
  await send(phone)
  await phone.waitForURL(/\?new=1$/u)
  expect(await phone.locator('.voice audio').count()).toBe(1)
})

test('without JavaScript the phone’s own recorder does it, also in a remark', async () => {
  const sound = { name: '录音.wav', mimeType: 'audio/wav', buffer: wavOf(3) }
  const phone = await open(`/p/${hall().lamp}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByLabel('不想打字？说出来').setInputFiles(sound)
  await send(phone)
  await phone.waitForURL(/\?new=1$/u)
  await phone.getByRole('link', { name: '补充说明' }).click()
  await phone.getByLabel('不想打字？说出来').setInputFiles(sound)
  await phone.getByRole('button', { name: '送出补充说明' }).click()
  await phone.getByText('补充说明已经送到').waitFor()
  expect(await phone.locator('.voice audio').count()).toBe(2)
})

for (const scripts of [false, true])
  test(`a voice file that is none is told so ${scripts ? 'with' : 'without'} JavaScript; words and photos stay`, async () => {
    const page = await open(`/p/${hall().lamp}`, { ...PHONE, javaScriptEnabled: scripts, expected: /422/u })
    await page.getByLabel('怎么了？').fill('楼上漏水')
    await page.getByLabel('拍张照片').setInputFiles(await photoOf(page))
    const fake = { name: '录音.m4a', mimeType: 'audio/mp4', buffer: Buffer.from('这不是录音') }
    await page.locator('#recording').setInputFiles(fake)
    await send(page)
    await page.getByText('这个文件不是录音').waitFor()
    expect(await page.getByLabel('怎么了？').inputValue()).toBe('楼上漏水')
    expect(await page.locator('input[name=kept]').count()).toBe(1)
  })

test('where the microphone is refused, the plain field and typing remain', async () => {
  const page = await open('/', PHONE)
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.goto(`/p/${hall().lamp}`)
  expect(await page.locator('[data-plain]').isVisible()).toBe(false)
  await page.getByRole('button', { name: '按一下，开始说' }).click()
  await page.getByText('手机没有让我们用麦克风').waitFor()
  expect(await page.locator('[data-plain]').isVisible()).toBe(true)
})

test('a page that may not use a microphone at all, as in some apps, shows the plain field from the start', async () => {
  const page = await open('/', PHONE)
  await page.addInitScript(() => Object.defineProperty(window, 'MediaRecorder', { value: undefined }))
  await page.goto(`/p/${hall().lamp}`)
  expect([await page.locator('[data-plain]').isVisible(), await page.locator('[data-recorder]').isVisible()]).toEqual([
    true,
    false,
  ])
})

test('it stops by itself after two minutes', async () => {
  // A recording does not say its length: the player looks for it behind the end, and says that nothing is there.
  const phone = await open('/', { ...PHONE, expected: /RANGE_NOT_SATISFIABLE/u })
  await phone.clock.install()
  await phone.goto(`/p/${hall().lamp}`)
  await phone.getByRole('button', { name: '按一下，开始说' }).click()
  await phone.getByRole('button', { name: '说完了，停' }).waitFor()
  await phone.clock.runFor(119_000)
  expect(await phone.getByRole('button', { name: '说完了，停' }).isVisible()).toBe(true)
  await phone.clock.runFor(1500)
  await phone.getByText('录好了，听一听').waitFor()
})
