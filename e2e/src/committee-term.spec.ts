// From an election's result to the committee's term: taken over at the desk, read by everybody, a seat that ends, and the by-election that follows from a draft that is filled in.
import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { PollFile } from '@yishi/contract/poll'
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'

const { hall, open } = opened(openHall)
const call = callingAs(hall)

const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静']
const NOTICE = { title: '业委会选举', text: '候选人见表决页。', days: 15, everywhere: true }

const atVote = async (title: string): Promise<string> => {
  const said = { text: title, title, place: hall().lamp, channel: 'hall' }
  const { matter } = await call<{ matter: string }>('staff', 'matters', said)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${matter}/sort`, sorting)
  return matter
}

const draft = async (): Promise<PollFile> => {
  const now = hall().context.clock.now()
  const options = NAMES.map((text) => ({ text, profile: `${text}，住三号楼。`, consented: true }))
  const seats = { options, committee: 5, sitting: 0, marking: 'each', tie: 'revote', again: null }
  return call('staff', `matters/${await atVote('业委会换届')}/polls`, {
    rule: 'cn-committee-election',
    way: 'ballots',
    question: { type: 'candidates', text: '选举业主委员会委员', explanation: '', ...seats },
    electorate: { units: { kind: 'community', uses: ['flat'] } },
    plan: {
      topic: 'committee',
      regime: 'strict',
      basis: '',
      caller: 'residents-committee',
      reelection: false,
      preparation: { told: '已书面告知', paper: '居委会' },
      opensAt: later(now, 18 * DAY),
      closesAt: later(now, 28 * DAY),
    },
  })
}

/** Every sheet of paper comes back with a tick beside every name. */
const returnSheets = async (poll: string): Promise<void> => {
  const { sessions, url } = hall()
  const printed = await (
    await fetch(`${url}/polls/${poll}/paper`, { headers: { cookie: sessions.staff.header } })
  ).text()
  const marks = { [poll]: NAMES.map((_, index) => `option-${index + 1}`) }
  for (const [, code] of printed.matchAll(/data-code="([^"]+)"/gu)) {
    await call('staff', `polls/${poll}/paper/return`, { code, where: 'paper', signed: true })
    for (const who of ['staff', 'branch'] as const) await call(who, `polls/${poll}/paper/read`, { code, marks })
  }
}

const elect = async (): Promise<string> => {
  const { poll } = await draft()
  await call('staff', `polls/${poll}/announce`, NOTICE)
  await hall().after(19 * DAY)
  await call('staff', `polls/${poll}/open`, {})
  await returnSheets(poll)
  await hall().after(10 * DAY)
  for (const who of ['staff', 'branch'] as const) await call(who, `polls/${poll}/count`, {})
  const { objections } = await call<PollFile>('staff', `polls/${poll}/show`, { ...NOTICE, days: 7 })
  await hall().after(Date.parse(objections!.endsAt as Instant) - Date.parse(hall().context.clock.now()) + 1)
  const decided = await call<PollFile>('staff', `polls/${poll}/confirm`, {})
  expect(decided.result!.allocation).toMatchObject({ seats: 5, open: 0 })
  return poll
}

let address = ''

test('the desk takes a result over and is told beforehand who gets a role by it', async () => {
  const poll = await elect()
  const desk = await open(`/console/polls/${poll}`, { ...DESK, session: hall().sessions.staff })
  const main = desk.getByRole('main')
  await main.getByRole('link', { name: '登记任期' }).click()
  await main.getByText('登记后，暂时没有人有业委会的身份。').waitFor()
  expect(await main.getByLabel('第几届').inputValue()).toBe('1')
  expect(await lookAt(desk)).toEqual([])
  await main.getByRole('button', { name: '登记这一届' }).click()
  await main.getByText('共 5 席，在任 5 位，空缺 0 席。').waitFor()
  address = new URL(desk.url()).pathname
  await main.getByRole('button', { name: '登记：公布当选名单' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('回执、纪要或公告在哪里').fill('公告栏照片')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await main.getByText('凭据：公告栏照片').waitFor()
  expect(await lookAt(desk)).toEqual([])
})

test('everybody reads who sits for the owners, without a script and in large type', async () => {
  const phone = await open(`/c/${hall().community}/committee`, { ...PHONE, javaScriptEnabled: false })
  await phone.getByRole('heading', { name: '第1届业主委员会' }).waitFor()
  for (const name of NAMES) expect(await phone.getByText(name, { exact: true }).count()).toBe(1)
  await phone.getByRole('button', { name: '大字版' }).click()
  await phone.getByRole('heading', { name: '第1届业主委员会' }).waitFor()
  const scripted = await open(`/c/${hall().community}/committee`, PHONE)
  expect(await lookOver(scripted, false)).toEqual([])
})

test('two seats end, the sum says that more than half remain, and a by-election is drafted with its seats filled in', async () => {
  await atVote('补选两位委员')
  const desk = await open(address, { ...DESK, session: hall().sessions.staff })
  const main = desk.getByRole('main')
  for (const name of ['刘洋', '陈静']) {
    await main.getByRole('button', { name: `${name}：席位终止` }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('radio', { name: '书面辞职' }).check()
    await dialog.getByLabel('凭据在哪里').fill('辞职信，存居委会')
    expect(await lookAt(desk)).toEqual([])
    await dialog.getByRole('button', { name: '席位终止' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await main.getByText('3 × 2 = 6 > 5').waitFor()
  expect(await lookAt(desk)).toEqual([])
  await main.getByRole('link', { name: '在“补选两位委员”里拟补选' }).click()
  await main.getByLabel('现在在任几位').waitFor()
  expect(await main.getByLabel('现在在任几位').inputValue()).toBe('3')
  expect(await main.getByLabel('委员会共几位').inputValue()).toBe('5')
  expect(await main.getByLabel('表决内容').inputValue()).toBe('补选第1届业主委员会委员 2 名')
  const visitor = await open(`/c/${hall().community}/committee`, PHONE)
  await visitor.getByText('还有 2 席空缺').waitFor()
  expect(await visitor.getByText('刘洋').count()).toBe(0)
})
