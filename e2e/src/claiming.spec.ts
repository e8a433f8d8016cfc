import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, later } from '@yishi/domain/kernel'
import { axeFindings, lookOver, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { rosterWorkbook } from './roster.ts'
import { signInByPhone } from './steps.ts'

const { hall, open } = opened(openHall)

/** The roster knows the husband's number, and of the wife only the name. */
const HUSBAND = '13900139009'
const WIFE = '13900139010'
const HOME = {
  units: [['A-3-2', '201', '住宅', '96.00']],
  owners: [
    ['A-3-2', '201', '李建国', HUSBAND, '1/2'],
    ['A-3-2', '201', '陈静', null, '1/2'],
  ],
}

const call = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
  const { url, sessions } = hall()
  const headers = { ...init.headers, cookie: sessions.staff.header }
  const answer = await fetch(`${url}/api/${path}`, { ...init, headers })
  expect(answer.ok, `${path}: ${answer.status} ${answer.ok ? '' : await answer.clone().text()}`).toBe(true)
  return (await answer.json()) as Answer
}
const post = <Answer>(path: string, body: object): Promise<Answer> =>
  call<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const bringHome = async (): Promise<void> => {
  const form = new FormData()
  form.append('workbook', new File([new Uint8Array(await rosterWorkbook(HOME))], 'roster.xlsx'))
  const { community, preview } = await call<{ community: string; preview: string }>('import/preview', {
    method: 'POST',
    body: form,
  })
  await post('import/confirm', { community, preview })
}

/** The list is frozen before anybody claims. */
const openVote = async (): Promise<string> => {
  const matter = { text: '物业合同到期了', title: '物业续聘', place: hall().lamp, channel: 'hall' }
  const raised = await post<{ matter: string }>('matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await post(`matters/${raised.matter}/sort`, sorting)
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = { topic: 'property-company', regime: 'strict', basis: '', caller: 'residents-committee' }
  const { poll } = await post<PollFile>(`matters/${raised.matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '续聘安居物业？', explanation: '合同期三年。' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, reelection: false, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  await post(`polls/${poll}/announce`, { title: '公告', text: '议题：续聘物业。', days: 15, everywhere: true })
  await hall().after(19 * DAY)
  await post(`polls/${poll}/open`, {})
  return poll
}

const PLAIN = { ...PHONE, javaScriptEnabled: false, expected: /422|409/u } as const

const enter = async (path: string, number: string): Promise<Page> => {
  const page = await open(path, PLAIN)
  await signInByPhone(page, number)
  await page.waitForURL(`**${path}`)
  return page
}

test('an owner whom the roster knows by name claims her home without a script, her husband confirms it, and she votes', async () => {
  await bringHome()
  const poll = await openVote()
  const home = `/c/${hall().community}/home`

  const wife = await enter(home, WIFE)
  expect(await wife.locator('body').innerText()).not.toContain('陈静')
  await wife.getByRole('button', { name: '大字版' }).click()
  await wife.getByLabel('哪栋楼、哪个单元').selectOption({ label: '翠鑫苑 3号楼 2单元' })
  await wife.getByLabel('门牌号').fill('201 室')
  await wife.getByLabel('房产证上的姓名').fill('陈静')
  await wife.getByRole('button', { name: '提交，请人核对' }).click()
  await wife.getByText('收到了。核对好了就告诉您。').waitFor()
  await wife.goto(`/polls/${poll}`)
  await wife.getByText('网上暂时投不了').waitFor()
  expect(await wife.getByRole('button', { name: '下一步，核对' }).count()).toBe(0)
  await wife.goto('/me')
  await wife.getByText('业主身份正在核对').waitFor()

  const desk = await open('/console/claims', { ...DESK, session: hall().sessions.staff })
  await desk.getByRole('button', { name: /^核对：翠鑫苑 3号楼 2单元 201/u }).click()
  await desk.getByText('✓ 姓名一致', { exact: false }).waitFor()
  expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))]).toEqual([])

  const husband = await enter(home, HUSBAND)
  expect(await husband.getByText('有人说是您家的业主').count()).toBe(1)
  await husband.getByRole('button', { name: '是本人，我确认' }).click()
  await husband.getByText('谢谢，已经确认。').waitFor()

  await wife.goto(home)
  await wife.getByText('您的业主身份已经确认').waitFor()
  await wife.goto(`/polls/${poll}`)
  await wife.getByRole('radio', { name: '同意', exact: true }).check()
  await wife.getByRole('button', { name: '下一步，核对' }).click()
  await wife.getByRole('button', { name: '确认投票' }).click()
  await wife.waitForURL(`**/polls/${poll}?cast=1#answer`)
  await husband.goto(`/polls/${poll}`)
  expect(await husband.getByText('另一位共有人').count()).toBe(1)

  const visitor = await open(`/login?back=${home}`, PHONE)
  expect(await lookOver(visitor, false)).toEqual([])
})
