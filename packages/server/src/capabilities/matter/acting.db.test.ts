import { type Instant, MINUTE, later } from '@yishi/domain/kernel'
import type { FollowView, MatterFile } from '@yishi/contract/matter'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Ground, layGround, raise, sortAs } from '../../fences/ground.ts'
import { type Caller, partyId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { runDue } from '../../kernel/due.ts'
import { performer } from '../../wiring.ts'

let town: Town
let ground: Ground
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(async () => void (ground = await layGround(town)))

type Said = { readonly status: number; readonly code: string | null }

const act = async (
  who: Caller,
  path: string,
  json: object = {},
  headers: Record<string, string> = {},
): Promise<Said> => {
  const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json, headers })
  return { status: answer.status, code: answer.status === 200 ? null : (answer.json() as { code: string }).code }
}
const fileOf = async (matter = ground.matter): Promise<MatterFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json()
const follow = async (): Promise<FollowView> =>
  (await town.as('visitor', { method: 'GET', url: `/api/follow/${ground.token}` })).json()
const rowOf = (matter = ground.matter) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('matter').selectAll().where('matter_id', '=', matter).executeTakeFirstOrThrow(),
  )
const done = { status: 200, code: null }

test('of two people who have seen the same, the second is told that it changed meanwhile', async () => {
  const seen = { 'if-match': String((await rowOf()).revision) }
  const remark = (who: Caller) => act(who, `matters/${ground.matter}/remark`, { text: '我来看看' }, seen)
  const answers = await Promise.all([remark('staff'), remark('branch')])
  expect(answers.toSorted((a, b) => a.status - b.status)).toEqual([done, { status: 409, code: 'changed-meanwhile' }])
})

test('an act sent twice under one key is done once, also where it says what was seen', async () => {
  const headers = { 'if-match': String((await rowOf()).revision), 'idempotency-key': 'remark-once' }
  const remark = () => act('staff', `matters/${ground.matter}/remark`, { text: '只说一次' }, headers)
  expect([await remark(), await remark()]).toEqual([done, done])
  expect((await fileOf()).story.filter(({ text }) => text === '只说一次')).toHaveLength(1)
})

test('an act out of order is refused and moves nothing', async () => {
  const before = (await rowOf()).revision
  expect((await act('property-with-order', `orders/${ground.order}/complete`, { text: '修好了' })).status).toBe(409)
  expect((await act('staff', `matters/${ground.matter}/revisit`, { found: 'solved', note: '好了' })).status).toBe(409)
  expect((await rowOf()).revision).toBe(before)
})

test('an order is accepted and completed; whoever raised it rates by the link, and it closes', async () => {
  expect(await act('property-with-order', `orders/${ground.order}/accept`)).toEqual(done)
  expect(await act('property-with-order', `orders/${ground.order}/complete`, { text: '换了灯' })).toEqual(done)
  expect((await follow()).may.rate).toBe(true)
  expect(await act('link-holder', `follow/${ground.token}/rate`, { score: 5, text: '谢谢' })).toEqual(done)
  expect(await rowOf()).toMatchObject({ rating: 5 })
})

test('where everyone declines, somebody must place orders anew', async () => {
  const assigning = await raise(town)
  await sortAs(town, assigning.matter)
  const { stage } = await rowOf(assigning.matter)
  expect(await act('property-with-order', `orders/${ground.order}/decline`, { reason: '不归我们管' })).toEqual(done)
  expect(await rowOf()).toMatchObject({ stage, lead: null, status: 'open' })
  const orders = [{ party: partyId('department'), lead: true, task: '请来看' }]
  expect(await act('staff', `matters/${ground.matter}/place-orders`, { orders })).toEqual(done)
})

test('an order is handed on, and the old one can no longer be accepted', async () => {
  const to = partyId('otherProperty')
  expect(await act('staff', `orders/${ground.order}/transfer`, { to, reason: '那边归乐居' })).toEqual(done)
  expect((await act('property-with-order', `orders/${ground.order}/accept`)).status).toBe(409)
  const { orders } = await fileOf()
  expect(orders.map(({ status }) => status).toSorted()).toEqual(['placed', 'withdrawn'])
})

test('staff of another community finds nothing to act on', async () => {
  expect(await act('staff-elsewhere', `matters/${ground.matter}/remark`, { text: '看看' })).toEqual({
    status: 404,
    code: 'matter-unknown',
  })
})

test('a clock that runs out is told, and the matter goes up to the next in line', async () => {
  for (let turns = 0; turns < 12 && (await rowOf()).escalation === 0; turns += 1) {
    const { due_at: due } = await rowOf()
    const at: Instant = later(due! > town.ctx.clock.now() ? due! : town.ctx.clock.now(), MINUTE)
    await town.advanceTo(at)
    while ((await runDue(town.ctx, performer, at)) > 0);
  }
  const { rows } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql<{ type: string }>`select type from app.ledger_entry where subject = ${ground.matter}`.execute(trx),
  )
  const types = rows.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['ClockBreached', 'MatterEscalated']))
  expect(await rowOf()).toMatchObject({ missed: true })
})

test('the jobs write to whoever raised it and to the party that has to act, once each', async () => {
  const jobs = town.jobs.filter(({ data }) => data['matter'] === ground.matter)
  const messagesNow = () =>
    inCommunities(town.ctx.db, [SUN], (trx) =>
      trx
        .selectFrom('message')
        .select(['message_id', 'person_id', 'address', 'link'])
        .where('matter_id', '=', ground.matter)
        .execute(),
    )
  for (const { kind, data } of jobs) await town.handlers[kind]!(town.ctx, [data])
  const messages = await messagesNow()
  // A batch that failed comes again, in part done: whoever was told before is not told again.
  for (const [kind, same] of Map.groupBy([...jobs, ...jobs], (job) => job.kind))
    await town.handlers[kind]!(
      town.ctx,
      same.map(({ data }) => data),
    )
  expect(await messagesNow()).toEqual(messages)
  expect(messages.some(({ link }) => link === `/m/${ground.token}`)).toBe(true)
  expect(messages.some(({ link }) => link === `/console/matters/${ground.matter}`)).toBe(true)
  expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBeGreaterThan(1)
})
