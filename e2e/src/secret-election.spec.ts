import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { ElectionFileView, RollLine } from '@yishi/contract/election'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { DAY } from '@yishi/domain/kernel'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { type Who, openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)

const CANDIDATES = ['赵国强', '钱桂芳', '孙建军'] as const
const VOTERS = Array.from(
  { length: 26 },
  (_, n) => `村民${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n + 1} ${n < 13 ? '一' : '二'}组`,
)

const call = callingAs(hall)
const desk = (who: Who, expected?: RegExp) =>
  open(`/console/elections/${election}`, { ...DESK, session: hall().sessions[who], ...(expected ? { expected } : {}) })

let election = ''

test('staff draw up an election and hang the roll, which everybody sees without the given names', async () => {
  const page = await open('/console/elections', { ...DESK, session: hall().sessions.staff, expected: /409/u })
  await page.getByRole('button', { name: '拟一次选举' }).click()
  const form = page.getByRole('main')
  await form.getByRole('combobox', { name: '选举办法' }).click()
  await page.locator('.ant-select-item-option', { hasText: '村民委员会选举（上海）' }).click()
  await form.getByLabel('选举名称').fill('村委会换届选举')
  await form.getByLabel('投票日').fill(addDays(localDateOf(hall().context.clock.now()), 19))
  await form.getByLabel('地点和时间').fill('村委会大院，8:00–16:00')
  await form.getByLabel('应选几位').fill('2')
  await form.getByLabel(/^候选人/u).fill(CANDIDATES.map((name) => `${name} 村里的老党员`).join('\n'))
  await form.getByLabel(/^票箱/u).fill('东片\n西片')
  expect(await lookAt(page)).toEqual([])
  await form.getByRole('button', { name: '拟好了' }).click()
  await form.getByLabel(/^选民/u).fill(VOTERS.join('\n'))
  expect(await lookAt(page)).toEqual([])
  await form.getByRole('button', { name: '公布选民名单' }).click()
  await form.getByText('请把投票日往后排').waitFor()
  await form.getByRole('link', { name: '改一改' }).click()
  await form.getByLabel('投票日').fill(addDays(localDateOf(hall().context.clock.now()), 22))
  await form.getByRole('button', { name: '拟好了' }).click()
  await form.getByLabel(/^选民/u).fill(VOTERS.join('\n'))
  await form.getByRole('button', { name: '公布选民名单' }).click()
  await form.getByText('登记选民 26 人').waitFor()
  expect(await lookAt(page)).toEqual([])
  election = new URL(page.url()).pathname.split('/').at(-1)!
  const paper = await open(`/elections/${election}/roll`, { ...DESK, session: hall().sessions.staff })
  expect(await paper.getByText('村民甲1', { exact: true }).count()).toBe(1)
  expect(await lookAt(paper)).toEqual([])
})

test('somebody whose name is missing says so without a script, in large type, and is answered', async () => {
  const phone = await open(`/elections/${election}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByText('一组 · 13').click()
  expect(await phone.getByText('村民甲1').count()).toBe(0)
  await phone.getByLabel('哪里不对').fill('名单漏了我，户口一直在村里')
  await phone.getByLabel('您的姓名').fill('王五')
  await phone.getByRole('button', { name: '提交意见' }).click()
  await phone.getByText('收到您的意见了').waitFor()

  const page = await desk('staff')
  const form = page.getByRole('main')
  await form.getByText('王五：名单漏了我').waitFor()
  expect(await lookAt(page)).toEqual([])
  await form.getByRole('region', { name: '对名单的意见' }).getByLabel('原因').fill('户口在村里，补上')
  await form.getByRole('button', { name: '答复意见' }).click()
  await form.getByText('成立 · 户口在村里，补上').waitFor()
  await form.locator('summary', { hasText: '更正名单' }).click()
  await form.getByLabel('补上（一行一人）').fill('王五 二组')
  await form.locator('details', { hasText: '更正名单' }).getByLabel('原因').fill('意见成立')
  await form.getByRole('button', { name: '更正名单' }).click()
  await form.getByText('登记选民 27 人').waitFor()
  expect(await lookOver(await open(`/elections/${election}`, PHONE), false)).toEqual([])
})

test('whoever looks for an election finds it in the list of the community, without a script and in large type', async () => {
  const { community } = await call<ElectionFileView>('staff', `elections/${election}`)
  const phone = await open(`/c/${community.id}`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('link', { name: '无记名选举' }).click()
  await phone.getByRole('heading', { name: '名单公布中，可以提意见' }).waitFor()
  await phone.getByRole('link', { name: /村委会换届选举/u }).click()
  await phone.getByText('登记选民 27 人').waitFor()
  expect(await lookOver(await open(`/c/${community.id}/elections`, PHONE), false)).toEqual([])
})

test('a roll is drawn from the roster, looked over, mended, and added to', async () => {
  const page = await open('/console/elections/new', { ...DESK, session: hall().sessions.staff })
  const form = page.getByRole('main')
  await form.getByLabel('选举名称').fill('小组长选举')
  await form.getByLabel('投票日').fill(addDays(localDateOf(hall().context.clock.now()), 30))
  await form.getByLabel('地点和时间').fill('村委会大院')
  await form.getByLabel(/^候选人/u).fill(CANDIDATES.join('\n'))
  await form.getByLabel(/^票箱/u).fill('一号箱')
  await form.getByRole('button', { name: '拟好了' }).click()
  await form.getByRole('button', { name: '从花名册拟名单' }).click()
  const lines = form.getByRole('list', { name: '花名册里的人' }).getByRole('listitem')
  await lines.first().waitFor()
  const picked = await lines.getByRole('checkbox', { checked: true }).count()
  expect(picked).toBeGreaterThan(0)
  await lines
    .filter({ has: page.getByRole('checkbox', { checked: true }) })
    .first()
    .getByLabel(/的组别$/u)
    .fill('三组')
  await form.getByLabel(/^花名册以外的选民/u).fill('租户老孟 三组')
  await form.getByText(`一共登记 ${picked + 1} 人`).waitFor()
  expect(await lookAt(page)).toEqual([])
  await form.getByRole('button', { name: '公布选民名单' }).click()
  await form.getByText(`登记选民 ${picked + 1} 人`).waitFor()
  const drawn = await call<RollLine[]>('staff', `elections/${new URL(page.url()).pathname.split('/').at(-1)}/roll`)
  expect(drawn.filter(({ group }) => group === '三组')).toHaveLength(2)
})

test('whoever takes a ballot is ticked once, and the ballots are all alike', async () => {
  await hall().after(22 * DAY)
  const page = await desk('staff')
  const form = page.getByRole('main')
  await form.getByRole('button', { name: '开始投票' }).click()
  const roll = await call<RollLine[]>('staff', `elections/${election}/roll`)
  for (const { voter } of roll.slice(0, 22)) await call('branch', `elections/${election}/give`, { voter, to: 'self' })
  const desk27 = form.getByRole('region', { name: '发票登记' })
  await desk27.getByRole('searchbox', { name: '找名字或编号' }).fill('王五')
  await desk27.getByRole('searchbox', { name: '找名字或编号' }).press('Enter')
  await desk27.getByRole('button', { name: '发票 27 王五' }).click()
  await desk27.getByText('已登记：王五').waitFor()
  await desk27.getByText('已领票').waitFor()
  await desk27.getByText('已发出 23 张').waitFor()
  expect(await lookAt(page)).toEqual([])
  const paper = await open(`/elections/${election}/paper?copies=2`, { ...DESK, session: hall().sessions.staff })
  const ballots = paper.getByRole('article')
  expect(await ballots.nth(0).innerHTML()).toBe(await ballots.nth(1).innerHTML())
  expect(await lookAt(paper)).toEqual([])
  await form.getByRole('button', { name: '投票结束，开箱计票' }).click()
  await form.getByRole('heading', { name: '票箱计数' }).waitFor()
})

const enter = async (form: Locator, box: string, [collected, ...votes]: readonly number[]) => {
  const one = form.getByRole('region', { name: box })
  await one.getByLabel('收回').fill(String(collected))
  await one.getByLabel('废票').fill('0')
  await one.getByLabel('空白').fill('0')
  for (const [index, name] of CANDIDATES.entries()) await one.getByLabel(name).fill(String(votes[index]))
  await one.getByRole('button', { name: '填好了' }).click()
}

test('two tellers count each box blind, a third decides where they differ, and the result is there at once', async () => {
  const [staff, branch, office] = await Promise.all([desk('staff'), desk('branch'), desk('street-office')])
  const mains = [staff, branch, office].map((page) => page.getByRole('main')) as [Locator, Locator, Locator]
  await enter(mains[0], '东片', [12, 10, 8, 4])
  await mains[0].getByText('您已数过这一箱').waitFor()
  await mains[1].getByText('已数过').waitFor()
  expect(await mains[1].getByText('8', { exact: true }).count()).toBe(0)
  await enter(mains[1], '东片', [12, 10, 9, 4])
  await mains[2].getByText('两遍不一样，请第三个人来数').waitFor()
  expect(await lookAt(office)).toEqual([])
  await enter(mains[2], '东片', [12, 10, 8, 4])
  await mains[2].getByText('两遍一致').waitFor()
  await enter(mains[0], '西片', [11, 9, 7, 3])
  await enter(mains[1], '西片', [11, 9, 7, 3])
  await mains[1].getByText('当选：赵国强、钱桂芳').waitFor()
  expect(await lookAt(branch)).toEqual([])
  const file = await call<ElectionFileView>('staff', `elections/${election}`)
  expect(file).toMatchObject({ status: 'decided', elected: ['c1', 'c2'] })

  const visitor = await open(`/elections/${election}`, { ...PHONE, javaScriptEnabled: true })
  await visitor.getByText('当选：赵国强、钱桂芳').waitFor()
  expect(await visitor.getByText('2×19=38 > 23 ✓').count()).toBe(1)
  expect(await lookOver(visitor, false)).toEqual([])
})
