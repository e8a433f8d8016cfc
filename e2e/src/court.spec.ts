// An owners' vote from the picking of the affected units to the bundle for a court: each file comes from one click, and the verifier that an outsider runs finds it whole.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { DAY, later } from '@yishi/domain/kernel'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { lookOver } from '@yishi/web/pages/look-over.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { choose } from './steps.ts'

const { hall, open } = opened(openHall)
const VERIFIER = fileURLToPath(new URL('../../packages/verify/dist/yishi-verify.mjs', import.meta.url))

const call = callingAs(hall)

const atVote = async (): Promise<string> => {
  const matter = { text: '三号楼水泵坏了', title: '换水泵', place: hall().lamp, channel: 'hall' }
  const raised = await call<{ matter: string }>('staff', 'matters', matter)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await call('staff', `matters/${raised.matter}/sort`, sorting)
  return raised.matter
}

test('the affected units are picked by building, floor and list, with a verdict for each line', async () => {
  const matter = await atVote()
  const desk = await open(`/console/matters/${matter}/vote`, { ...DESK, session: hall().sessions.staff })
  const form = desk.getByRole('main')
  await form.getByLabel('表决内容').fill('换一台水泵？')
  await choose(form, '表决规则', '业主大会一般事项')
  await choose(form, '哪些户来投', '受影响的各户')
  await choose(form, '从哪个楼栋、楼道挑', '3号楼 2单元')
  await form.getByRole('button', { name: '1 层 2 户' }).click()
  await form.getByText('共 2 户，165.85 平方米').waitFor()
  await form.getByLabel('或者贴一份名单，一行一户').fill('3号楼2单元101室\n3-102\n3-101\n9号楼101')
  await form.getByRole('button', { name: '核对名单' }).click()
  await form.getByText('2 户已加入；还有 2 行请看看。').waitFor()
  expect(await form.locator('.unit-verdicts li').allInnerTexts()).toEqual([
    '第 3 行 3-101 — 重复 (翠鑫苑 3号楼 2单元 101)',
    '第 4 行 9号楼101 — 花名册里没有',
  ])
  expect(await lookAt(desk)).toEqual([])
  await form.locator('.ant-select-selection-item-remove').last().click()
  await form.getByText('共 1 户，89.60 平方米').waitFor()
  await form.getByRole('button', { name: '拟好了，去核对' }).click()
})

const NOTICE = { title: '公告', text: '议题：换水泵。', days: 15, everywhere: true }

/** Two flats, both noted in the hall, counted by two, shown, and confirmed. */
const decide = async (): Promise<string> => {
  const matter = await atVote()
  const opensAt = endOfDay(localDateOf(later(hall().context.clock.now(), 18 * DAY)))
  const plan = { topic: 'other', regime: 'strict', basis: '', caller: 'residents-committee', reelection: false }
  const { poll } = await call<PollFile>('staff', `matters/${matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '换一台水泵？', explanation: '' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat'] } },
    plan: { ...plan, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
  await call('staff', `polls/${poll}/announce`, NOTICE)
  await hall().after(19 * DAY)
  await call('staff', `polls/${poll}/open`, {})
  for (const { voter } of await call<PollVoter[]>('staff', `polls/${poll}/voters`))
    await call('staff', `polls/${poll}/ballots/${voter}`, { choice: ['for'], where: 'hall' })
  await hall().after(10 * DAY)
  for (const who of ['staff', 'branch'] as const) await call(who, `polls/${poll}/count`, {})
  await call('staff', `polls/${poll}/show`, { ...NOTICE, title: '结果公示', days: 7 })
  await hall().after(9 * DAY)
  await call('staff', `polls/${poll}/confirm`, {})
  return poll
}

const saved = async (page: Page, click: () => Promise<void>) => {
  const coming = page.waitForEvent('download')
  await click()
  const file = await coming
  return { name: file.suggestedFilename(), path: await file.path() }
}
const verified = (...words: readonly string[]) =>
  spawnSync(process.execPath, [VERIFIER, 'verify', ...words], { encoding: 'utf8' })

test('the bundle for a court, the certificate and the notice are each one click away', async () => {
  const poll = await decide()
  const { key } = await call<{ key: string }>('staff', `ledger/${hall().community}/checkpoint`)
  const desk = await open(`/console/polls/${poll}`, { ...DESK, session: hall().sessions.staff })
  const panel = desk.getByRole('region', { name: '表决卷宗' })
  await panel.getByText('没有电话和证件号').waitFor()
  expect(await lookAt(desk)).toEqual([])
  await panel.getByRole('button', { name: '制作表决卷宗' }).press('Enter')
  const fetching = panel.getByRole('link', { name: '下载表决卷宗（ZIP）' })
  await fetching.waitFor({ timeout: 60_000 })
  await panel.getByText('卷宗做好了').waitFor()
  expect(await lookAt(desk)).toEqual([])
  const bundle = await saved(desk, () => fetching.click())
  expect(bundle.name).toMatch(/^court-bundle-\w+-2026-\d\d-\d\d\.zip$/u)
  await panel.getByRole('heading', { name: '已取走' }).waitFor()
  const { status, stdout } = verified('bundle', bundle.path, '--key', key)
  expect([status, JSON.parse(stdout)]).toMatchObject([
    0,
    { holds: true, by: 'given-key', anchor: 'proved', passed: true },
  ])

  const phone = await open(`/polls/${poll}`, { ...PHONE, javaScriptEnabled: false })
  expect((await saved(phone, () => phone.getByRole('link', { name: '下载公布单（PDF）' }).click())).name).toBe(
    `result-${poll}.pdf`,
  )
  expect((await saved(phone, () => phone.getByRole('link', { name: '下载结果证书（PDF）' }).click())).name).toBe(
    `certificate-${poll}.pdf`,
  )
  const certificate = await saved(phone, () => phone.getByRole('link', { name: '下载证书文件' }).click())
  expect(verified('certificate', certificate.path, '--key', key).status).toBe(0)
  const large = await open(`/polls/${poll}`, PHONE)
  await large.getByRole('button', { name: '大字版' }).click()
  expect(await lookOver(large, true)).toEqual([])
})
