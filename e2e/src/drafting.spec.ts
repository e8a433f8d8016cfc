// What stands beside a file follows its stage at once, and a poll that is being drafted outlives a reload.
import { expect, test } from 'vitest'
import { DESK } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)

const BENCH = '花园想添两把椅子'

const raise = async (): Promise<void> => {
  const body = JSON.stringify({ text: BENCH, place: hall().lamp, publicity: 'open', channel: 'code', photos: [] })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${hall().url}/api/matters`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
}

test('a matter that is sorted into deliberation offers its meeting and its vote without a reload, and half a draft is kept', async () => {
  await raise()
  const desk = await open('/console/matters', { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('link', { name: BENCH }).click()
  await desk.getByRole('main').getByRole('button', { name: '分流' }).click()
  const form = desk.getByRole('dialog')
  await form.getByRole('combobox', { name: '类别' }).click()
  await desk.keyboard.press('Enter')
  for (const name of [/^二级/u, /^黄/u, '大事']) await form.getByRole('radio', { name }).check()
  await form.getByRole('combobox', { name: '工作法' }).click()
  await desk.locator('.ant-select-item-option', { hasText: '四议共答' }).click()
  await form.getByRole('button', { name: '分流' }).click()
  await desk.getByRole('button', { name: '召集议事会' }).waitFor()

  await desk.getByRole('link', { name: '发起表决' }).click()
  const question = desk.getByLabel('表决内容')
  await question.fill('中心花园添两把长椅，同意吗？')
  await desk.getByLabel('花名册外的人').fill('王阿婆')
  desk.on('dialog', (dialog) => void dialog.accept())
  await desk.reload()
  await desk.getByText('上次没填完的还在').waitFor()
  expect(await question.inputValue()).toBe('中心花园添两把长椅，同意吗？')
  expect(await desk.getByLabel('花名册外的人').inputValue()).toBe('')
  await desk.getByRole('button', { name: '从头填' }).click()
  expect(await question.inputValue()).toBe('')
  expect(await desk.getByText('上次没填完的还在').count()).toBe(0)
})

test('a screen that cannot be fetched says so under the same navigation, and opens once it can', async () => {
  const desk = await open('/console/matters', { ...DESK, session: hall().sessions.staff, expected: /./u })
  const screens = '**/assets/polls-page-*.js'
  await desk.route(screens, (route) => route.abort())
  const navigation = desk.getByRole('navigation', { name: '主导航' })
  await navigation.getByRole('link', { name: '表决' }).click()
  await desk.getByRole('heading', { level: 1, name: '这一页没有打开' }).waitFor()
  await desk.unroute(screens)
  await desk.getByRole('button', { name: '再试一次' }).click()
  await desk.getByRole('heading', { level: 1, name: '表决' }).waitFor()
})
