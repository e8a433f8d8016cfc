import type { Worker } from '@yishi/contract/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from './fences/building.ts'
import { type Caller, personId } from './fences/people.ts'
import { type Town, openTown } from './fences/town.ts'
import { inCommunities } from './kernel/database/tenancy.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 180_000)
afterAll(() => town.close())

const people = async (who: Caller): Promise<Worker[]> => {
  const answer = await town.as(who, { method: 'GET', url: `/api/people?community=${SUN}` })
  expect(answer.status).toBe(200)
  return answer.json()
}
const one = async (who: string) => (await people('staff')).find(({ person }) => person === personId(who))!
const act = (who: Caller, person: string, name: string, community: string = SUN) =>
  town.as(who, { method: 'POST', url: `/api/people/${personId(person)}/${name}`, json: { community } })
const accountOf = (who: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const query = trx.selectFrom('person').select('account_id').where('person_id', '=', personId(who))
    return (await query.executeTakeFirstOrThrow()).account_id!
  })

test('everybody who works here is listed with their hats and a masked number; residents are not', async () => {
  const list = await people('staff')
  expect(list.map(({ name }) => name)).not.toContain('皇甫静姝')
  expect(await one('grid-worker-here')).toEqual({
    person: personId('grid-worker-here'),
    name: '格员孙淼',
    phone: '139****0004',
    hats: [{ role: 'grid-worker', node: 'G1网格', party: '晨光居民区' }],
    access: 'account',
    factor: false,
    may: ['close-account'],
  })
  expect((await one('police')).may).toEqual(['invite', 'close-account'])
  expect((await one('disabled')).access).toBe('closed')
  expect((await one('staff')).may).toEqual([])
  expect((await one('street-office')).may).toEqual([])
})

test('only who answers for the whole community reads the list', async () => {
  for (const who of ['staff', 'branch', 'street-office'] as const) expect((await people(who)).length).toBeGreaterThan(9)
  for (const who of ['grid-worker-here', 'building-leader', 'property-with-order', 'raiser'] as const)
    expect((await town.as(who, { method: 'GET', url: '/api/people' })).status).toBe(403)
  const foreign = { method: 'GET', url: `/api/people?community=${SUN}` } as const
  expect((await town.as('staff-elsewhere', foreign)).status).toBe(403)
  expect((await town.as('visitor', { method: 'GET', url: '/api/people' })).status).toBe(401)
})

test('an invitation is told once, opens the page that sets a password, and is noted with who made it', async () => {
  expect((await one('police')).access).toBe('none')
  const answer = await act('staff', 'police', 'invite')
  expect(answer.status).toBe(200)
  expect((answer.json() as { link: string }).link).toMatch(
    /^http:\/\/127\.0\.0\.1:3000\/staff\/invitation\/[\w-]{43}$/u,
  )
  expect((await one('police')).access).toBe('invited')
  expect(town.lines.filter((line) => line.includes('invitation-created')).join()).toContain(personId('staff'))
  const token = (answer.json() as { link: string }).link.split('/').at(-1)!
  expect(town.lines.join()).not.toContain(token)
})

test('nobody lets in the street office, themselves, or who is not here', async () => {
  expect((await act('staff', 'street-office', 'invite')).status).toBe(403)
  expect((await act('staff', 'staff', 'close-account')).status).toBe(409)
  expect((await act('staff', 'raiser', 'invite')).status).toBe(404)
  expect((await act('staff', 'elsewhere', 'invite')).status).toBe(404)
  expect((await act('staff-elsewhere', 'police', 'close-account')).status).toBe(403)
  for (const who of ['grid-worker-here', 'property-with-order', 'raiser'] as const)
    expect((await act(who, 'police', 'close-account')).status).toBe(403)
  expect((await act('visitor', 'police', 'close-account')).status).toBe(401)
})

test('who works in another community too is not closed from this one', async () => {
  await inCommunities(town.ctx.db, ['com_moon'], async (trx) => {
    const person = { community_id: 'com_moon', person_id: personId('counsel'), name: '律师褚晶', phone: null } as const
    await trx
      .insertInto('person')
      .values({ ...person, account_id: await accountOf('counsel') })
      .execute()
    const hat = { role: 'counsel', node_id: null, path: '', party_id: null, contact: null } as const
    const starts = '2026-03-01T00:00:00.000Z'
    const { community_id, person_id } = person
    await trx
      .insertInto('membership')
      .values({ community_id, person_id, ...hat, starts, ends: null })
      .execute()
  })
  expect((await act('staff', 'counsel', 'close-account')).status).toBe(403)
})

test('a lost second factor is taken away, and all sessions with it', async () => {
  const account = await accountOf('owners-committee')
  await town.ctx.db.updateTable('auth.user').set({ two_factor_enabled: true }).where('id', '=', account).execute()
  expect((await one('owners-committee')).may).toContain('remove-factor')
  expect((await act('branch', 'owners-committee', 'remove-factor')).status).toBe(204)
  expect((await one('owners-committee')).factor).toBe(false)
  expect((await town.as('owners-committee', { method: 'GET', url: '/api/me' })).status).toBe(401)
})

test('a closed account is out at once', async () => {
  expect((await town.as('department', { method: 'GET', url: '/api/me' })).status).toBe(200)
  expect((await act('staff', 'department', 'close-account')).status).toBe(204)
  expect((await town.as('department', { method: 'GET', url: '/api/me' })).status).toBe(401)
  expect(await one('department')).toMatchObject({ access: 'closed', may: [] })
})
