import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { choose } from './steps.ts'

const { hall, open } = opened(openHall)

const BENCH = '花园里装几把长椅'

const looksWell = async (page: Page) =>
  expect([...(await axeFindings(page)), ...(await reflowFindings(page))]).toEqual([])

const post = async (path: string, body: object, who: 'staff' | 'branch' = 'staff') => {
  const { url, sessions } = hall()
  const headers = { 'content-type': 'application/json', cookie: sessions[who].header }
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { matter: string }
}

/** A matter that stands where people talk. */
const matterToTalk = async (): Promise<string> => {
  const { lamp } = hall()
  const { matter } = await post('/api/matters', { text: BENCH, place: lamp, publicity: 'open', channel: 'web' })
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await post(`/api/matters/${matter}/sort`, sorting)
  return matter
}

test('a meeting from the call to its public page: signed in by phone without JavaScript, resolved, ordered by itself, minuted', async () => {
  const matter = await matterToTalk()
  const desk = await open(`/console/matters/${matter}`, { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('button', { name: '召集议事会' }).click()
  await desk.getByLabel('时间').fill('2026-03-02T10:30')
  await desk.getByLabel('在哪里开').fill('居委会会议室')
  await desk.getByRole('radio', { name: '请到的人过半数' }).check()
  await looksWell(desk)
  await desk.getByRole('button', { name: '发出通知' }).click()
  await desk.getByRole('heading', { level: 1, name: BENCH }).waitFor()
  await desk.getByText('人还没到齐：可以谈、可以记，不能定').waitFor()
  const door = await desk.locator('.door').innerText()
  const page = await desk.getByRole('link', { name: '公开页面' }).getAttribute('href')

  await desk.getByRole('textbox', { name: '签到：翠鑫苑党总支' }).fill('王书记')
  await desk.getByRole('button', { name: '签到：翠鑫苑党总支' }).click()
  await desk.getByText('应到 3 人，实到 1 人，过半数需要 2 人').waitFor()

  const phone = await open(`${page}?door=${door}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('radio', { name: '来议事的居民' }).check()
  await phone.getByLabel('您怎么称呼？').fill('欧阳桂英')
  await phone.getByRole('button', { name: '签到' }).click()
  await phone.getByText('签到好了，请您入座。').waitFor()

  await desk.getByText('人到齐了，可以议定').waitFor()
  expect(await desk.getByText('欧阳桂英').count()).toBe(1)
  await desk.getByRole('button', { name: '再请人' }).click()
  await desk.getByLabel('姓名或称呼').fill('江律师')
  await looksWell(desk)
  await desk.getByRole('button', { name: '发出邀请' }).click()
  await desk.getByRole('textbox', { name: '签到：江律师' }).waitFor()
  await desk.getByText('人到齐了，可以议定').waitFor()
  await desk.getByRole('button', { name: '宣布开会' }).click()
  await desk.getByRole('button', { name: `开始议：${BENCH}` }).click()
  await desk.getByLabel('说了什么').fill('树荫下坐着舒服，欧阳桂英家门口别装')
  await desk.getByRole('button', { name: '记下' }).click()
  await desk.getByRole('button', { name: '添一个方案' }).click()
  await desk.getByLabel('方案', { exact: true }).fill('树荫下装四把')
  await desk.getByLabel('好处（一行一条）').fill('夏天有荫\n不挡路')
  await desk.getByLabel('大约多少钱（元）').fill('6800')
  await desk.getByRole('button', { name: '添一个方案' }).click()
  await desk.getByRole('heading', { name: '树荫下装四把' }).waitFor()
  await desk.getByRole('button', { name: '举手表决' }).click()
  await desk.getByLabel('表决什么').fill('树荫下装四把，同意吗？')
  await looksWell(desk)
  await desk.getByRole('button', { name: '举手表决' }).click()
  const poll = await desk.getByRole('link', { name: '去点票' }).getAttribute('href')
  const nobody = { heads: 0 }
  const figures = {
    present: { heads: 2 },
    votes: { for: { heads: 2 }, against: nobody },
    abstain: nobody,
    invalid: nobody,
  }
  for (const teller of ['staff', 'branch'] as const)
    await post(`/api/polls/${poll?.split('/').at(-1)}/count`, { figures }, teller)
  await desk.getByText('同意 2，反对 0，弃权 0').waitFor()
  await desk.getByRole('button', { name: '议定一条' }).click()
  await desk.getByLabel('定了什么').fill('树荫下装四把长椅')
  await choose(desk.getByRole('main'), '责任单位（要办事才选）', '安居物业')
  await desk.getByLabel('要办的事').fill('买四把长椅装好')
  await desk.getByLabel('哪天前办好').fill('2026-03-20')
  await desk.getByRole('button', { name: '议定一条' }).click()
  await desk.getByText('散会后自动派单').waitFor()
  await looksWell(desk)
  await desk.getByRole('radio', { name: '谈妥了，照着去办' }).check()
  await desk.getByRole('button', { name: '散会' }).click()
  await desk.getByText('已派单').waitFor()

  const minutes = desk.getByRole('textbox', { name: '纪要正文' })
  expect(await minutes.inputValue()).toContain('树荫下装四把长椅（安居物业')
  await minutes.fill(`${await minutes.inputValue()}\n补充：装好后由楼组长看一遍。`)
  await desk.getByRole('button', { name: '保存新一稿' }).click()
  await desk.getByText('第 2 稿').waitFor()
  await looksWell(desk)
  await desk.getByRole('button', { name: '王书记签字' }).click()
  await desk.getByRole('button', { name: '欧阳桂英签字' }).click()
  await desk.getByText('纪要已签定').waitFor()
  await looksWell(desk)
  await desk.getByRole('link', { name: '议事会议' }).click()
  await desk.getByRole('heading', { level: 1, name: '议事会议' }).waitFor()
  await looksWell(desk)

  const works = await open(`/console/matters/${matter}`, { ...DESK, session: hall().sessions.property })
  await works.getByText('买四把长椅装好').first().waitFor()
  expect(await works.getByText('2026-03-20 前办好').count()).toBe(1)

  await phone.goto(page!)
  expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe(BENCH)
  expect(await phone.getByText('谈妥了', { exact: true }).count()).toBe(1)
  expect(await phone.getByText('安居物业：买四把长椅装好').count()).toBe(1)
  expect(await phone.getByText('通过 · 同意 2，反对 0，弃权 0').count()).toBe(1)
  const told = await phone.getByRole('main').innerText()
  await phone.getByText('会议纪要').click()
  expect(await phone.getByText('补充：装好后由楼组长看一遍。').count()).toBe(1)
  expect(await phone.content()).not.toContain('欧阳桂英')
  expect(told).toContain('约 6,800 元')
})
