// Claims to own a flat, on real PostgreSQL: confirmed by a co-owner or by staff, never a way to learn whose a door is, and one row for one account under any race.
import type { ClaimFile, ClaimList } from '@yishi/contract/identity'
import { CLAIM_HOLDS } from '@yishi/domain/identity'
import { later } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { nodeId, personId } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { identityCheckJobs } from './check.ts'
import { type Newcomer, knownOwner, newPhone, newcomer, settleFlat } from './testing/newcomers.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const HOME = `/c/${SUN}/home`
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const send = (who: Pick<Newcomer, 'as'>, form: Record<string, string>) => who.as({ method: 'POST', url: HOME, form })
const claimAs = (who: Newcomer, door: string, name: string) =>
  send(who, { act: 'claim', node: nodeId('B1'), door, name })
const look = async (who: Pick<Newcomer, 'as'>) => (await who.as({ method: 'GET', url: HOME })).text
const claimOf = async (who: Newcomer) =>
  (
    await rows(sql<{ id: string }>`select claim_id as id from app.claim where person_id = ${who.person}
    order by status <> 'pending', lodged_at desc limit 1`)
  )[0]!.id
const statusOf = async (claim: string) =>
  (await rows(sql<{ status: string }>`select status from app.claim where claim_id = ${claim}`))[0]!.status
const rowOf = async (person: string) =>
  (
    await rows(sql<{ phone: string | null; account: string | null }>`
    select phone, account_id as account from app.person where person_id = ${person}`)
  )[0]!
const byStaff = (claim: string, act: 'confirm' | 'refuse', json: object) =>
  town.as('staff', { method: 'POST', url: `/api/claims/${claim}/${act}`, json })
const tell = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}
const toldTo = (person: string) =>
  rows(sql<{ channel: string; title: string; body: string; address: string | null }>`
    select channel, title, body, address from app.message where person_id = ${person} order by at, message_id`)

test('a co-owner vouches for whom the roster has by name alone: the account is that row, its number is noted in the ledger, both are told', async () => {
  const phone = newPhone()
  const [fang, ming] = await settleFlat(town, 'C1', [{ name: '王芳' }, { name: '李明', phone }])
  const husband = await knownOwner(town, ming!, phone)
  const wife = await newcomer(town)
  expect((await claimAs(wife, ' C1 室 ', '王 芳')).headers['location']).toBe(`${HOME}?said=claimed`)
  await tell()
  expect((await toldTo(ming!)).map(({ title }) => title)).toEqual(['有人说是您家的业主'])
  expect((await toldTo(personId('staff'))).map(({ title }) => title)).toContain('有人认领房子')
  const claim = await claimOf(wife)
  expect(await look(husband)).toContain(claim)
  expect((await send(wife, { act: 'confirm', claim })).status).toBe(409)
  expect((await send(husband, { act: 'confirm', claim })).headers['location']).toBe(`${HOME}?said=confirmed`)
  const { phone: now, account } = await rowOf(fang!)
  expect([now, account]).toEqual([wife.phone, (await rowOf(wife.person)).account])
  expect((await rowOf(wife.person)).phone).toBeNull()
  expect(await look(wife)).toContain('1号楼 C1')
  await tell()
  expect((await toldTo(fang!)).map(({ title }) => title)).toEqual(['业主身份已确认'])
  expect((await toldTo(ming!)).map(({ title }) => title)).toContain('您家又确认了一位业主')
  const kept = await rows(sql<{ type: string; leaf: string }>`
    select type, leaf from app.ledger_entry where subject = ${claim} order by entry_id`)
  expect(kept.map(({ type }) => type)).toEqual(['ClaimLodged', 'IdentityConfirmed', 'RosterNumberChanged'])
  for (const hidden of ['王芳', wife.phone, phone, fang!, 'C1'])
    expect(JSON.stringify(kept), hidden).not.toContain(hidden)
  const me = await wife.as({ method: 'GET', url: '/me' })
  expect(me.text).toContain('业主身份已确认')
  expect((await claimAs(wife, 'C1', '王芳')).status).toBe(409)
})

describe('guessing doors', () => {
  test('whatever is claimed is answered alike, and the page shows only what was typed', async () => {
    await settleFlat(town, 'G1', [{ name: '赵云' }, { name: '孙尚香', phone: '13955550001' }])
    const shown = async (door: string, name: string) => {
      const who = await newcomer(town)
      const answer = await claimAs(who, door, name)
      const page = (await look(who)).replaceAll(door, '<door>').replaceAll(name, '<name>')
      const anonymous = page.replaceAll(await claimOf(who), '<claim>').replace(/尾号\d{4}/gu, '<self>')
      return [answer.status, answer.headers['location'], anonymous] as const
    }
    const right = await shown('G1', '赵云')
    expect(await shown('G1', '曹操甲')).toEqual(right)
    expect(await shown('G9', '赵云')).toEqual(right)
    expect(await shown('G1', '孙尚香')).toEqual(right)
    expect(right[2]).not.toMatch(/孙尚香|13955550001/u)
  })

  test('three claims in thirty days, withdrawn ones too, and one at a time', async () => {
    const who = await newcomer(town)
    const lodged = await Promise.all([claimAs(who, 'G1', '甲'), claimAs(who, 'G2', '甲')])
    expect(lodged.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    for (const door of ['G3', 'G4']) {
      expect((await send(who, { act: 'withdraw', claim: await claimOf(who) })).status).toBe(303)
      expect((await claimAs(who, door, '甲')).status).toBe(303)
    }
    expect((await send(who, { act: 'withdraw', claim: await claimOf(who) })).status).toBe(303)
    expect((await claimAs(who, 'G5', '甲')).status).toBe(409)
    expect(await look(who)).toContain('三十天里最多认领三次')
  })

  test('what is left empty is asked for again, with what was typed', async () => {
    const who = await newcomer(town)
    const answer = await send(who, { act: 'claim', node: nodeId('B1'), door: '', name: '甲乙' })
    expect([answer.status, answer.text.includes('这里还没有填'), answer.text.includes('value="甲乙"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await send(who, { act: 'claim', node: 'nod_none', door: '1', name: '甲' })).status).toBe(422)
  })
})

test('a tenant who knows the landlord’s name: the roster has another number, so no co-owner is asked and staff must say why', async () => {
  const [phone, landlords] = [newPhone(), newPhone()]
  const [landlord, wife] = await settleFlat(town, 'T1', [
    { name: '周瑜', phone: landlords },
    { name: '小乔', phone },
  ])
  const other = await knownOwner(town, wife!, phone)
  const tenant = await newcomer(town)
  await claimAs(tenant, 'T1', '周瑜')
  await tell()
  const claim = await claimOf(tenant)
  expect(await look(other)).not.toContain(claim)
  expect(await toldTo(wife!)).toEqual([])
  expect((await send(other, { act: 'confirm', claim })).status).toBe(409)
  const file = (await town.as('staff', { method: 'GET', url: `/api/claims/${claim}` })).json() as ClaimFile
  expect(file.owners.find(({ person }) => person === landlord)).toMatchObject({
    fit: { name: true, phone: 'other', account: 'none' },
    needsReason: true,
  })
  expect(JSON.stringify(file)).not.toContain(landlords)
  const confirming = { owner: landlord, how: 'called' }
  expect((await byStaff(claim, 'confirm', confirming)).status).toBe(422)
  expect((await byStaff(claim, 'refuse', { reason: '请带房产证来。' })).status).toBe(200)
  expect(await rowOf(landlord!)).toEqual({ phone: landlords, account: null })
  await tell()
  expect((await toldTo(tenant.person))[0]!.body).toContain('请带房产证来。')
  expect(await look(tenant)).toContain('请带房产证来。')
  const read = await rows(
    sql<{ person: string }>`select person_id as person from app.sensitive_read where subject = ${claim}`,
  )
  expect(read.map(({ person }) => person)).toContain(personId('staff'))
})

test('a row that somebody living holds needs staff and a reason; the former account is told and goes on as a resident', async () => {
  const phone = newPhone()
  const [row] = await settleFlat(town, 'R1', [{ name: '黄盖', phone }])
  const former = await knownOwner(town, row!, phone)
  const real = await newcomer(town)
  await claimAs(real, 'R1', '黄盖')
  const claim = await claimOf(real)
  expect((await byStaff(claim, 'confirm', { owner: row, how: 'certificate' })).status).toBe(422)
  const reason = '原号码已转给别人，本人持证到场。'
  expect((await byStaff(claim, 'confirm', { owner: row, how: 'certificate', reason })).status).toBe(200)
  expect((await rowOf(row!)).phone).toBe(real.phone)
  await tell()
  const [heir] = await rows(sql<{ id: string }>`select former_id as id from app.claim where claim_id = ${claim}`)
  const told = await toldTo(heir!.id)
  expect(told.map(({ channel }) => channel).toSorted()).toEqual(['inbox', 'sms'])
  expect(told.find(({ channel }) => channel === 'sms')!.address).toBe(phone)
  expect(await look(real)).toContain('1号楼 R1')
  const after = await look(former)
  expect(after).not.toContain('1号楼 R1')
  expect(after).toContain('您还没有核对业主身份')
})

test('who is an owner no longer vouches for nobody, and nobody vouches whose own claim waits', async () => {
  const phone = newPhone()
  const [, ex] = await settleFlat(town, 'E1', [{ name: '甘宁' }, { name: '凌统', phone }])
  const sold = await knownOwner(town, ex!, phone)
  const [one, two] = [await newcomer(town), await newcomer(town)]
  await claimAs(one, 'E1', '甘宁')
  await claimAs(two, 'E1', '凌统')
  const claim = await claimOf(one)
  expect((await send(two, { act: 'confirm', claim })).status).toBe(409)
  await rows(sql`delete from app.ownership where person_id = ${ex!}`)
  expect((await send(sold, { act: 'confirm', claim })).status).toBe(409)
  expect(await statusOf(claim)).toBe('pending')
})

test('an owner who does not know the claimant leaves it to staff', async () => {
  const phone = newPhone()
  const [row, own] = await settleFlat(town, 'D1', [{ name: '马超' }, { name: '马岱', phone }])
  const owner = await knownOwner(town, own!, phone)
  const stranger = await newcomer(town)
  await claimAs(stranger, 'D1', '马超')
  const claim = await claimOf(stranger)
  expect((await send(owner, { act: 'doubt', claim })).headers['location']).toBe(`${HOME}?said=doubted`)
  expect((await send(owner, { act: 'confirm', claim })).status).toBe(409)
  const list = (await town.as('staff', { method: 'GET', url: '/api/claims' })).json() as ClaimList
  expect(list.claims.find((each) => each.claim === claim)).toMatchObject({ doubted: true, name: '马*', fit: 'one' })
  expect((await byStaff(claim, 'confirm', { owner: row, how: 'in-person' })).status).toBe(200)
})

describe('at one moment', () => {
  test('two confirm: one does, the other is told that it is decided', async () => {
    const phone = newPhone()
    const [row, own] = await settleFlat(town, 'X1', [{ name: '张辽' }, { name: '张虎', phone }])
    const owner = await knownOwner(town, own!, phone)
    const who = await newcomer(town)
    await claimAs(who, 'X1', '张辽')
    const claim = await claimOf(who)
    const [neighbour, staff] = await Promise.all([
      send(owner, { act: 'confirm', claim }),
      byStaff(claim, 'confirm', { owner: row, how: 'known' }),
    ])
    expect([neighbour.status === 303, staff.status === 200].filter(Boolean)).toHaveLength(1)
    expect([neighbour.status, staff.status]).toContain(409)
    const entries = await rows(
      sql`select from app.ledger_entry where subject = ${claim} and type = 'IdentityConfirmed'`,
    )
    expect(entries).toHaveLength(1)
  })

  test('confirmed and taken back: either the account has the row, or it has not', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [row] = await settleFlat(town, `Y${round}`, [{ name: '徐晃' }])
      const who = await newcomer(town)
      await claimAs(who, `Y${round}`, '徐晃')
      const claim = await claimOf(who)
      const [staff, own] = await Promise.all([
        byStaff(claim, 'confirm', { owner: row, how: 'known' }),
        send(who, { act: 'withdraw', claim }),
      ])
      const confirmed = (await statusOf(claim)) === 'confirmed'
      expect([staff.status, own.status]).toEqual(confirmed ? [200, 409] : [409, 303])
      expect((await rowOf(row!)).account !== null).toBe(confirmed)
    }
  })

  test('two claims of one row: the second is told that somebody has it now', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [row] = await settleFlat(town, `Z${round}`, [{ name: '许褚' }])
      const [one, two] = [await newcomer(town), await newcomer(town)]
      for (const who of [one, two]) await claimAs(who, `Z${round}`, '许褚')
      const claims = [await claimOf(one), await claimOf(two)]
      const answers = await Promise.all(
        claims.map((claim) => byStaff(claim, 'confirm', { owner: row, how: 'certificate' })),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
      const winner = answers[0]!.status === 200 ? one : two
      expect((await rowOf(row!)).phone).toBe(winner.phone)
      expect(await Promise.all(claims.map(statusOf))).toEqual(
        answers.map(({ status }) => (status === 200 ? 'confirmed' : 'pending')),
      )
    }
  })
})

test('an engine’s finding stands beside the claim and decides nothing', async () => {
  await settleFlat(town, 'F1', [{ name: '貂蝉' }])
  const who = await newcomer(town)
  await claimAs(who, 'F1', '貂蝉')
  const claim = await claimOf(who)
  const asked: object[] = []
  const jobs = identityCheckJobs({
    name: '一网通办',
    check: (said) => Promise.resolve((asked.push(said), true)),
  })
  await jobs['check-identity']!(town.ctx, [{ community: SUN, claim }])
  expect(asked).toEqual([{ name: '貂蝉', phone: who.phone }])
  const file = (await town.as('staff', { method: 'GET', url: `/api/claims/${claim}` })).json() as ClaimFile
  expect(file).toMatchObject({ status: 'pending', finding: { holds: true, by: '一网通办' } })
  await identityCheckJobs(null)['check-identity']!(town.ctx, [{ community: SUN, claim }])
})

test('a row that an import brought for the same number is the one that the account acts as', async () => {
  const who = await newcomer(town)
  const [row] = await settleFlat(town, 'I1', [{ name: '吕蒙', phone: who.phone }])
  await rows(sql`update app.person set account_id = (select account_id from app.person where person_id = ${who.person})
    where person_id = ${row!}`)
  expect(await look(who)).toContain('1号楼 I1')
})

test('after thirty days a claim lapses, its words are gone, and it may be made anew', async () => {
  const who = await newcomer(town)
  await claimAs(who, 'L1', '陆逊')
  const claim = await claimOf(who)
  const end = later(town.ctx.clock.now(), CLAIM_HOLDS)
  await passIn(town, end)
  const [kept] = await rows(sql<object>`select status, name, phone from app.claim where claim_id = ${claim}`)
  expect(kept).toEqual({ status: 'lapsed', name: '', phone: '' })
  await tell()
  expect((await toldTo(who.person)).map(({ title }) => title)).toEqual(['认领过期了'])
  expect((await claimAs(who, 'L1', '陆逊')).status).toBe(303)
})
