import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { RollLine } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
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
const HEADS = ['赵国强', '李桂兰'] as const
const VOTERS = Array.from(
  { length: 26 },
  (_, n) => `村民${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n + 1} ${n < 13 ? '一' : '二'}组`,
)

const call = callingAs(hall)
const desk = (who: Who, expected?: RegExp) =>
  open(`/console/elections/${election}`, { ...DESK, session: hall().sessions[who], ...(expected ? { expected } : {}) })

const fillPost = async (post: Locator, title: string, seats: string, names: readonly string[]) => {
  await post.getByLabel(/^职务名称/u).fill(title)
  await post.getByLabel('应选几位').fill(seats)
  await post.getByLabel(/^候选人/u).fill(names.map((name) => `${name}（女） 村里的老党员`).join('\n'))
}

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
  await form.getByRole('button', { name: '加一项职务' }).click()
  await fillPost(form.getByRole('group', { name: '第 1 项' }), '主任', '1', HEADS)
  await fillPost(form.getByRole('group', { name: '第 2 项' }), '委员', '2', CANDIDATES)
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

type Box = {
  readonly collected: number
  readonly head: readonly number[]
  readonly members: readonly number[]
  readonly written: readonly [name: string, votes: number]
}

const fillSection = async (section: Locator, names: readonly string[], votes: readonly number[], blank: number) => {
  for (const [index, name] of names.entries()) await section.getByLabel(name).fill(String(votes[index]))
  await section.getByLabel('这一项作废').fill('0')
  await section.getByLabel('这一项空白').fill(String(blank))
}

const enter = async (form: Locator, name: string, { collected, head, members, written }: Box) => {
  const box = form.getByRole('region', { name })
  await box.getByLabel('收回').fill(String(collected))
  await box.getByLabel('整张作废').fill('0')
  await fillSection(box.getByRole('group', { name: /^主任/u }), HEADS, head, 0)
  const section = box.getByRole('group', { name: /^委员/u })
  await fillSection(section, CANDIDATES, members, 1)
  await section.getByRole('button', { name: '加另选的名字' }).click()
  await section.getByLabel('票上写的名字').fill(written[0])
  await section.getByLabel('票数').fill(String(written[1]))
  await box.getByRole('button', { name: '填好了' }).click()
}
const EAST: Box = { collected: 12, head: [9, 3], members: [8, 7, 3], written: ['吴秋生', 2] }
const WEST: Box = { collected: 11, head: [6, 5], members: [7, 6, 2], written: ['吴秋生', 4] }

test('two tellers count each box blind, name by name, a third decides where they differ, and the result is there at once', async () => {
  const [staff, branch, office] = await Promise.all([desk('staff'), desk('branch'), desk('street-office')])
  const mains = [staff, branch, office].map((page) => page.getByRole('main')) as [Locator, Locator, Locator]
  await enter(mains[0], '东片', EAST)
  await mains[0].getByText('您已数过这一箱').waitFor()
  await mains[1].getByText('已数过').waitFor()
  expect(await mains[1].getByText('吴秋生').count()).toBe(0)
  await enter(mains[1], '东片', { ...EAST, written: ['吴秋声', 2] })
  await mains[2].getByText('两遍不一样，请第三个人来数').waitFor()
  expect(await lookAt(office)).toEqual([])
  await enter(mains[2], '东片', EAST)
  await mains[2].getByText('两遍一致').waitFor()
  await enter(mains[0], '西片', WEST)
  await enter(mains[1], '西片', WEST)
  await mains[1].getByText('当选：主任 赵国强；委员 赵国强、钱桂芳').waitFor()
  expect(await call<ElectionFileView>('staff', `elections/${election}`)).toMatchObject({ status: 'doubled' })
})

test('somebody elected to two posts keeps the one that is noted, and the open seat is voted on again on a day that everybody sees', async () => {
  const page = await desk('staff')
  const form = page.getByRole('main')
  const twice = form.getByRole('region', { name: '当选不止一项' })
  await twice.getByText('赵国强 当选主任、委员，只能任一项').waitFor()
  expect(await lookAt(page)).toEqual([])
  await twice.getByRole('radio', { name: '主任' }).check()
  await twice.getByLabel('原因').fill('本村选举办法第九条')
  await twice.getByRole('button', { name: '确认' }).click()
  await form.getByText('当选：主任 赵国强；委员 钱桂芳').waitFor()
  await form.getByText('下一次投票的候选人：吴秋生、孙建军').waitFor()
  await form.getByLabel('哪天投').fill(addDays(localDateOf(hall().context.clock.now()), 5))
  await form.getByRole('button', { name: '定下再投的日子' }).click()
  await form.getByText(/^再投一次：.*村委会大院/u).waitFor()
  expect(await lookAt(page)).toEqual([])

  const visitor = await open(`/elections/${election}`, { ...PHONE, javaScriptEnabled: false })
  await visitor.getByText('当选：主任 赵国强；委员 钱桂芳').waitFor()
  await visitor.getByText(/^再投一次：.*村委会大院/u).waitFor()
  expect(await visitor.getByText('2×15=30 > 23 ✓').count()).toBe(2)
  expect(await lookOver(await open(`/elections/${election}`, PHONE), false)).toEqual([])
})
