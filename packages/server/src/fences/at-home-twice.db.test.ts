// Whoever is somebody in two communities, as a clerk of both or with a home in each, is in every room the one that they are there: else two people could be one, and an inbox nobody's.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkAccount } from '../capabilities/territory/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { MOON, SUN } from './building.ts'
import { EXPECTATIONS, LAST } from './expectations.ts'
import { layWholeGround } from './ground.ts'
import { type Caller, PEOPLE, type Resident, personId } from './people.ts'
import { type Asking, type Town, openTown } from './town.ts'

const CALLERS: readonly Resident[] = ['staff', 'branch', 'owners-committee', 'raiser', 'street-office', 'police']
const elsewhere = (key: string) => personId(`${key}moon`)

let town: Town

/** The other community comes first in every order. */
const settleElsewhere = async (key: Resident) => {
  const account = await inCommunities(town.ctx.db, [SUN], async (trx) => {
    const row = trx.selectFrom('person').select('account_id').where('person_id', '=', personId(key))
    return (await row.executeTakeFirstOrThrow()).account_id
  })
  const { name } = PEOPLE[key]
  await inCommunities(town.ctx.db, [MOON], async (trx) => {
    await sql`insert into app.person (community_id, person_id, name) values (${MOON}, ${elsewhere(key)}, ${name})`.execute(
      trx,
    )
    await linkAccount(trx, { community: MOON, person: elsewhere(key) }, account)
  })
}

beforeAll(async () => {
  town = await openTown()
  for (const key of Object.keys(PEOPLE) as Resident[]) if (key !== 'disabled') await settleElsewhere(key)
})
afterAll(() => town.close())

const atPlate = (asking: Asking): Asking =>
  JSON.parse(JSON.stringify(asking).replaceAll(':plate', town.plate)) as Asking

/** Every row of every table of this community that names somebody by who they are elsewhere. */
const misnamed = async (): Promise<readonly string[]> => {
  const ids = (Object.keys(PEOPLE) as Resident[]).map(elsewhere)
  return inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'app' and column_name = 'community_id' order by 1`.execute(trx)
    const found = await Promise.all(
      rows.map(async ({ name }) => {
        const { rows: bad } = await sql<{ row: string }>`
          select row_to_json(each)::text as row from ${sql.table(`app.${name}`)} each
          where community_id = ${SUN} and row_to_json(each)::text ~ ${`"(${ids.join('|')})["\\]:]`}`.execute(trx)
        return bad.map(({ row }) => `${name}: ${ids.find((id) => row.includes(id))}`)
      }),
    )
    return [...new Set(found.flat())]
  })
}

/** The doors that broke under somebody, instead of letting them in or refusing them. */
const brokenDoors = async (callers: readonly Caller[]): Promise<readonly string[]> => {
  const broken: string[] = []
  let ground = await layWholeGround(town)
  for (const [route, { ask }] of Object.entries(EXPECTATIONS)) {
    if (LAST.has(route)) continue
    for (const caller of callers) {
      const { status } = await town.as(caller, atPlate(ask(ground, caller)))
      if (status >= 500) broken.push(`${route} ${caller}: ${status}`)
    }
    if (route.startsWith('POST')) ground = await layWholeGround(town)
  }
  return broken
}

test('at every door they act under the name that they have there', { timeout: 600_000 }, async () => {
  expect(await brokenDoors(CALLERS)).toEqual([])
  expect(await misnamed()).toEqual([])
})

test(
  'the street office opens every door of its communities, though it is on the roster of one alone',
  { timeout: 600_000 },
  async () => {
    await inCommunities(town.ctx.db, [MOON], (trx) =>
      sql`update app.membership set role = 'street-office' where community_id = ${MOON} and person_id = ${personId('elsewhere')}`.execute(
        trx,
      ),
    )
    expect(await brokenDoors(['staff-elsewhere'])).toEqual([])
    const json = { community: SUN }
    const board = await town.as('staff-elsewhere', { method: 'POST', url: '/api/board/export', json })
    expect(board.status, board.text).toBe(200)
  },
)
