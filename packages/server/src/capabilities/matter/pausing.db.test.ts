// A matter whose clocks stand still, on real PostgreSQL: it is neither counted nor sorted as due, and goes on where it stood.
import type { Board } from '@yishi/contract/board'
import { DAY, type MatterId, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raise, sortAs } from '../../fences/ground.ts'
import { partyId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { SUN } from '../../fences/building.ts'
import { up } from '../../migrations/0059-paused-is-not-due.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const inHand = async (title: string): Promise<MatterId> => {
  const { matter } = await raise(town, { title })
  await sortAs(town, matter)
  const orders = [{ party: partyId('property'), lead: true, task: title }]
  const placed = await act(matter, 'place-orders', { orders })
  expect(placed.status, placed.text).toBe(200)
  return matter as MatterId
}
const act = (matter: string, name: string, json: object) =>
  town.as('staff', { method: 'POST', url: `/api/matters/${matter}/${name}`, json })
const board = async () => {
  const answer = await town.as('staff', { method: 'GET', url: '/api/board' })
  const { counts, rows } = answer.json() as Board
  return { overdue: counts.overdue, matters: rows.map(({ matter }) => matter) }
}
const dueOf = (matter: MatterId) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const row = trx.selectFrom('matter').select('due_at').where('matter_id', '=', matter)
    return (await row.executeTakeFirstOrThrow()).due_at
  })

test('while it waits it stands behind what is due, however long ago it would have been due itself', async () => {
  const [waiting, running] = [await inHand('等一个配件'), await inHand('楼道灯不亮')]
  const due = (await dueOf(waiting))!
  const until = later(due, 5 * DAY)
  const paused = await act(waiting, 'pause', { reason: '等配件', until })
  expect(paused.status, paused.text).toBe(200)
  expect((await board()).matters).toEqual([running, waiting])
  await town.advanceTo(later(due, DAY))
  expect(await board()).toMatchObject({ overdue: 1, matters: [running, waiting] })
  expect((await act(waiting, 'resume', {})).status).toBe(200)
  expect((await dueOf(waiting))! > town.ctx.clock.now()).toBe(true)
  expect(await board()).toMatchObject({ overdue: 1, matters: [running, waiting] })
})

test('what was overdue before its pause stays so', async () => {
  const late = await inHand('井盖松了')
  const due = (await dueOf(late))!
  await town.advanceTo(later(due, DAY))
  const paused = await act(late, 'pause', { reason: '等配件', until: later(due, 9 * DAY) })
  expect(paused.status, paused.text).toBe(200)
  expect(await dueOf(late)).toBe(due)
})

test('a matter that waited at the upgrade is brought in step', async () => {
  const waiting = await inHand('围栏断了一根')
  const due = (await dueOf(waiting))!
  await act(waiting, 'pause', { reason: '等配件', until: later(due, 5 * DAY) })
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.matter set due_at = ${due} where matter_id = ${waiting}`.execute(trx),
  )
  await town.ctx.db.transaction().execute(up as (trx: unknown) => Promise<void>)
  expect(await dueOf(waiting)).toBeNull()
})
