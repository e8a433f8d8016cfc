import type { BudgetFile } from '@yishi/contract/budget'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK } from './browser.ts'
import { callingAs } from './calling.ts'
import { openHall } from './hall.ts'
import { lookAt } from './looking.ts'
import { opened } from './opened.ts'
import { ROSTER } from './roster.ts'

/** Who stands on the list, and has no phone to vote with. */
const NAME = '顾阿婆'
const LEADER = [NAME, '13700137001', '楼组长', 'A-3', null, null]
const { hall, open } = opened((url) => openHall(url, { ...ROSTER, staff: [...ROSTER.staff!, LEADER] }))
const call = callingAs(hall)

let budget: string
beforeAll(async () => {
  const lastDay = addDays(localDateOf(hall().context.clock.now()), 9)
  const projects = [
    { name: '长椅', cost: '20000' },
    { name: '健身角', cost: '50000' },
  ]
  const plan = { title: '十万元怎么花', amount: '100000', lastDay, projects }
  const drafted = await call<BudgetFile>('staff', 'budgets', plan)
  budget = drafted.budget
  await call('staff', `budgets/${budget}/open`, {})
})

const enter = async (page: Page, button: string) => {
  await page.getByRole('searchbox').fill(NAME)
  await page.getByRole('button', { name: '查找' }).click()
  await page
    .getByRole('button', { name: `给 ${NAME} 记票` })
    .first()
    .click()
  await page.getByRole('checkbox', { name: /长椅/u }).check()
  await page.getByRole('button', { name: button }).click()
}

test('a resident without a phone says it at the desk: one enters it and prints the slip, another enters it again, and it counts', async () => {
  const first = await open(`/console/budgets/${budget}/desk`, { ...DESK, session: hall().sessions.staff })
  await enter(first, '录完，交给下一位核对')
  await first.getByText(`${NAME} 的票录了一遍`).waitFor()
  expect(await lookAt(first)).toEqual([])
  await first.getByRole('link', { name: '打印记票单' }).click()
  await first.getByText('还要另一个人核对录入').waitFor()
  expect(await lookAt(first)).toEqual([])
  const second = await open(`/console/budgets/${budget}/desk`, { ...DESK, session: hall().sessions.branch })
  await enter(second, '录第二遍')
  await second.getByText(`${NAME} 的票记好了`).waitFor()
  const desk = await call<{ channels: object }>('staff', `budgets/${budget}/desk`)
  expect(desk.channels).toEqual({ online: 0, desk: 1, paper: 0 })
})

const FILE = [
  'META',
  'key;value',
  'budget;90000',
  'PROJECTS',
  'project_id;cost;name',
  'a;20000;路灯',
  'b;90000.01;电梯',
  'c;30000;花坛',
  'VOTES',
  'voter_id;vote',
]

test('projects of a .pb file are looked over, and stand in the draft once somebody says so', async () => {
  const page = await open('/console/budgets/new', { ...DESK, session: hall().sessions.staff })
  const choose = (lines: readonly string[]) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.pb', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  await choose(FILE.toSpliced(6, 1, 'b;九万;电梯'))
  await page.getByText('第 7 行：“九万”不是数字').waitFor()
  await choose(FILE)
  await page.getByText('3 个项目，可以用的 2 个').waitFor()
  expect(await lookAt(page)).toEqual([])
  expect(await page.getByLabel('项目名称').first().inputValue()).toBe('')
  await page.getByRole('button', { name: '读入这 2 个项目' }).click()
  const names = page.getByLabel('项目名称')
  expect([await names.nth(0).inputValue(), await names.nth(1).inputValue()]).toEqual(['路灯', '花坛'])
  expect(await page.getByLabel('总金额（元）').inputValue()).toBe('90000')
})
