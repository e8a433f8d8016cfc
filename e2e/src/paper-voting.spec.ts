import type { PaperDesk, PaperUnit } from '@yishi/contract/paper-ballot'
import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, later } from '@yishi/domain/kernel'
import { axeFindings, reflowFindings } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { photoOf } from './steps.ts'

const { hall, open } = opened(openHall)

const OFFLINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch|NetworkError/u

const call = callingAs(hall)

/** Two flats are asked whether the property company stays. */
const openVote = async (): Promise<string> => {
  const matter = { text: '物业合同到期了', title: '物业续聘', place: hall().lamp, channel: 'hall' }
  const raised = await call<{ matter: string }>('staff', 'matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${raised.matter}/sort`, sorting)
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = {
    topic: 'property-company',
    regime: 'strict',
    basis: '',
    caller: 'residents-committee',
    reelection: false,
  }
  const { poll } = await call<PollFile>('staff', `matters/${raised.matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '续聘安居物业？', explanation: '合同期三年。' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  await call('staff', `polls/${poll}/announce`, { title: '公告', text: '议题：续聘物业。', days: 15, everywhere: true })
  await hall().after(19 * DAY)
  await call('staff', `polls/${poll}/open`, {})
  return poll
}

let poll: string
beforeAll(async () => void (poll = await openVote()))

const units = () => call<PaperUnit[]>('staff', `polls/${poll}/paper/units`)
const stateOf = async (door: string) => (await units()).find(({ name }) => name.includes(door))

const note = async (page: Page, door: string, result: string) => {
  await page.getByRole('radio', { name: new RegExp(door, 'u') }).check()
  await page.getByRole('radio', { name: result }).check()
  await page.getByRole('button', { name: '记下', exact: true }).click()
}
const toldOf = (page: Page, door: string) => page.locator('.outbox li', { hasText: door }).locator('[data-told]')

test('two call at the doors without a network; what they note waits through a restart and arrives once', async () => {
  const page = await open(`/patrol/walk/${poll}`, { ...PHONE, session: hall().sessions.staff, expected: OFFLINE })
  await expect
    .poll(() =>
      page.evaluate(
        async (path) => (await (await caches.open('yishi-patrol')).match(path)) !== undefined,
        `/patrol/walk/${poll}`,
      ),
    )
    .toBe(true)
  expect([...(await axeFindings(page)), ...(await reflowFindings(page))]).toEqual([])
  const context = page.context()
  const photo = await photoOf(page, '票.jpg')
  await context.setOffline(true)
  await page.getByLabel('和谁一起去').fill('李阿姨')
  await note(page, '101', '票送到手里了')
  expect(await page.locator('.outbox li').count()).toBe(0)
  await page.getByLabel('谁签收的').fill('王芳本人')
  await page.getByRole('checkbox', { name: '已说明要表决什么' }).check()
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await toldOf(page, '101').waitFor()
  expect(await page.getByLabel('和谁一起去').inputValue()).toBe('李阿姨')
  await note(page, '102', '签好的票收回来了')
  expect(await page.locator('.outbox li').count()).toBe(1)
  await page.getByLabel('拍张照片').setInputFiles(photo)
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await toldOf(page, '102').waitFor()
  await page.close()

  const again = await context.newPage()
  await again.goto(`/patrol/walk/${poll}`)
  await toldOf(again, '102').waitFor()
  expect(await toldOf(again, '101').innerText()).toBe('在这部手机上，连上网就送出')
  expect((await units()).every(({ status, delivered }) => status === 'out' && !delivered)).toBe(true)
  await context.setOffline(false)
  await again.getByRole('button', { name: '现在送出' }).click()
  await expect.poll(async () => (await stateOf('102'))?.status, { timeout: 20_000 }).toBe('returned')
  expect(await stateOf('101')).toMatchObject({ status: 'out', delivered: true, proven: false })
  await again.reload()
  expect(await again.locator('.outbox li').count()).toBe(0)
})

const codesOf = async (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-code]')
    .evaluateAll((sheets) => sheets.map((sheet) => (sheet as HTMLElement).dataset['code'] ?? ''))

const enter = async (page: Page, code: string) => {
  await page.getByRole('searchbox', { name: '票号' }).fill(code)
  await page.getByRole('searchbox', { name: '票号' }).press('Enter')
}

test('a printed sheet is found by its code, registered, read by two who do not see each other, and counts', async () => {
  const { sessions } = hall()
  const printed = await open(`/polls/${poll}/paper`, { ...DESK, session: sessions.staff })
  expect([...(await axeFindings(printed)), ...(await reflowFindings(printed))]).toEqual([])
  const [first] = (await codesOf(printed)) as [string]
  const desk = await open(`/console/polls/${poll}/paper`, { ...DESK, session: sessions.staff, expected: /422/u })
  await enter(desk, '0001-00000-00000')
  await desk.getByText('不是本次印发的票').waitFor()
  await enter(desk, `${hall().url}/polls/${poll}#${first}`)
  await desk.getByRole('button', { name: '登记收回' }).click()
  await desk.getByRole('radio', { name: '同意' }).check()
  await desk.getByRole('button', { name: '录入', exact: true }).click()
  await desk.getByText(/录好了/u).waitFor()
  expect([...(await axeFindings(desk)), ...(await reflowFindings(desk))]).toEqual([])
  const other = await open(`/console/polls/${poll}/paper`, { ...DESK, session: sessions.branch })
  await enter(other, first)
  await other.getByRole('button', { name: '录第二遍' }).waitFor()
  expect(await other.getByRole('radio', { checked: true }).count()).toBe(0)
  await other.getByRole('radio', { name: '同意' }).check()
  await other.getByRole('button', { name: '录第二遍' }).click()
  await other.getByText(/录好了/u).waitFor()
  const { total } = await call<PaperDesk>('staff', `polls/${poll}/paper`)
  expect(total).toMatchObject({ of: 2, settled: 1, voted: 1 })
  const report = await open(`/polls/${poll}/reconciliation`, { ...DESK, session: sessions.staff })
  await report.getByText('待录第一遍').waitFor()
  const screen = await open(`/polls/${poll}/screen`, DESK)
  await screen.getByText('1 / 2 户').first().waitFor()
})
