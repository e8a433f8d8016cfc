import { expect, test } from 'vitest'
import { DESK, PHONE } from './browser.ts'
import { openHall } from './hall.ts'
import { opened } from './opened.ts'
import { raise } from './steps.ts'
import { BUDGETS, type Weight, weigh } from './weights.ts'

const { hall, open } = opened(openHall)

const within = (weight: Weight, budget: Weight): void => {
  for (const kind of ['scripts', 'styles', 'fonts'] as const)
    expect(weight[kind], kind).toBeLessThanOrEqual(budget[kind])
}

test('the pages of residents stay light: little script, little style, no font', async () => {
  const page = await open(`/p/${hall().lamp}`, PHONE)
  const link = await raise(page, '路灯不亮')
  for (const path of ['/', `/p/${hall().lamp}`, link, '/login']) {
    const fresh = await open('/find', PHONE)
    const weight = await weigh(fresh.context(), path)
    expect(weight.styles).toBeGreaterThan(1)
    within(weight, BUDGETS.resident)
  }
})

test('the console opens its board within its budget', async () => {
  const desk = await open('/healthz', { ...DESK, session: hall().sessions.staff })
  const weight = await weigh(desk.context(), '/console/')
  expect(weight.scripts).toBeGreaterThan(50)
  within(weight, BUDGETS.console)
})
