// Two at once: of two that cannot both be right one wins, and nobody gets what was meant for another.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { sequenceAll } from '../kernel/sequencer.ts'
import { SUN } from './building.ts'
import { layGround, raise, sortAs } from './ground.ts'
import { SECRETS } from './secrets.ts'
import { type Town, ask, openTown } from './town.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const entries = async (subject: string, type: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from app.ledger_entry where subject = ${subject} and type = ${type}`.execute(trx)
    return rows[0]!.n
  })

test('of many acceptances of one order one counts', async () => {
  const { order } = await layGround(town)
  const accept = { method: 'POST', url: `/api/orders/${order}/accept`, json: {} } as const
  const answers = await Promise.all(
    (['property-with-order', 'repair-worker', 'staff', 'branch', 'property-with-order'] as const).map((who) =>
      town.as(who, accept),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409])
  expect(await entries(order, 'OrderAccepted')).toBe(1)
})

test('of two closings one counts', async () => {
  const { matter } = await raise(town)
  await sortAs(town, matter)
  await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/answer`, json: { text: '请打自来水公司' } })
  const away = {
    method: 'POST',
    url: `/api/matters/${matter}/take-outcome`,
    json: { outcome: 'belongs-elsewhere' },
  } as const
  const answers = await Promise.all([town.as('staff', away), town.as('branch', away), town.as('staff', away)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await entries(matter, 'MatterClosed')).toBe(1)
})

test('one key used by two people raises two matters, and each gets their own link', async () => {
  const json = { text: '同一把钥匙', place: town.plate }
  const headers = { 'idempotency-key': 'same-key' }
  const asking = { method: 'POST', url: '/api/matters', json, headers } as const
  const [mine, again, theirs] = [
    await town.as('raiser', asking),
    await town.as('raiser', asking),
    await town.as('neighbour', asking),
  ].map((answer) => answer.json() as { link: string })
  expect(again!.link).toBe(mine!.link)
  expect(theirs!.link).not.toBe(mine!.link)
})

test('a sign-in code opens once, to one of many who try it together, and not again', async () => {
  const phone = '13900007777'
  await ask(town.demo, { method: 'POST', url: '/api/auth/code', json: { phone } })
  const row = await town.ctx.db
    .selectFrom('code_message')
    .select('body')
    .where('address', '=', phone)
    .executeTakeFirstOrThrow()
  const code = /\d{6}/u.exec(row.body)![0]
  const signIn = () =>
    ask(town.app, { method: 'POST', url: '/api/auth/sign-in', json: { phone, code, back: `/c/${SUN}` } })
  const answers = await Promise.all([signIn(), signIn(), signIn()])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await signIn()).status).toBe(410)
})

test('a session that was ended stays ended', async () => {
  const cookie = town.cookieOf('neighbour')
  expect((await ask(town.app, { method: 'GET', url: '/api/me', cookie })).status).toBe(200)
  await ask(town.app, { method: 'POST', url: '/api/auth/sign-out', json: {}, cookie })
  expect((await ask(town.app, { method: 'GET', url: '/api/me', cookie })).status).toBe(401)
})

test('the public ledger holds no words, no numbers of people, no keys and no photos', async () => {
  const ground = await layGround(town, { title: SECRETS.closedTitle, publicity: 'closed' })
  await town.as('property-with-order', {
    method: 'POST',
    url: `/api/orders/${ground.order}/accept`,
    json: { note: SECRETS.task },
  })
  const report = { text: SECRETS.words, photos: [ground.photo], figures: [{ what: '灯', kind: 'count', value: '3' }] }
  await town.as('property-with-order', { method: 'POST', url: `/api/orders/${ground.order}/report`, json: report })
  await town.as('property-with-order', { method: 'POST', url: `/api/orders/${ground.order}/complete`, json: report })
  await sequenceAll(town.ctx)
  const url = `/api/ledger/${SUN}/entries?most=500`
  const page = (await town.as('visitor', { method: 'GET', url })).json() as {
    entries: { type: string; leaf: string }[]
  }
  expect(new Set(page.entries.map(({ type }) => type)).size).toBeGreaterThan(8)
  const text = page.entries.map(({ leaf }) => leaf).join('\n')
  for (const secret of [...Object.values(SECRETS), ground.token, ground.code, ground.photo, 'per_', 'pho_', '灯'])
    expect(text.includes(secret), secret).toBe(false)
  // Every string in the open is a word of the program, an id, a moment or a digest.
  expect(text).toMatch(/^[\x20-\x7e\n]*$/u)
})
