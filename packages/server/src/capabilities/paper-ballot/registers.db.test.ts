// The registers of paper on real PostgreSQL: what a delivery proves, who signs for whom, who checks in at the hall, and who may look up what.
import type { PaperSheet, PaperUnit, Reconciliation } from '@yishi/contract/paper-ballot'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { openOwnersPoll } from './testing/owners.ts'
import { BACK, HANDED, papersIn } from './testing/papers.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const { act, read, rows, begin } = papersIn(() => town)

describe('the registers', () => {
  test('a delivery proves what was done, for this unit alone (R1.31); left at the door it proves nothing', async () => {
    const { poll, voters } = await begin()
    const [one, two, three] = voters.map(({ voter }) => voter)
    await act('staff', `${poll}/paper/deliver`, { voters: [one], ...HANDED })
    await act('staff', `${poll}/paper/deliver`, { voters: [two], how: 'left', told: false, warned: false })
    await act('staff', `${poll}/paper/fail`, { voter: three, why: 'absent', note: '两次没人', companion: '李阿姨' })
    const proofs = await rows(
      sql<{ proof: string }>`select proof from app.poll_proof where poll_id = ${poll} order by 1`,
    )
    expect(proofs.map(({ proof }) => proof)).toEqual(['delivered', 'told', 'warned'])
    const units = await read<PaperUnit[]>('staff', `${poll}/paper/units`)
    expect(units.map(({ delivered, proven }) => [delivered, proven])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ])
    const { notDelivered } = await read<Reconciliation>('staff', `${poll}/reconciliation`)
    expect(notDelivered).toMatchObject([
      { number: 2, attempts: 1, last: 'left', voted: false },
      { number: 3, attempts: 1, last: 'absent', voted: false },
    ])
  })

  test('sent twice under one key is noted once', async () => {
    const { poll, voters } = await begin()
    const deliver = () => act('staff', `${poll}/paper/deliver`, { voters: [voters[0]!.voter], ...HANDED }, `k-${poll}`)
    await Promise.all([deliver(), deliver()])
    expect(await rows(sql`select from app.paper_register where poll_id = ${poll}`)).toHaveLength(1)
  })

  test('are only ever added to', async () => {
    for (const change of [
      sql`update app.paper_register set choice = '{for}'`,
      sql`delete from app.paper_register`,
      sql`delete from app.paper_ballot`,
    ])
      await expect(rows(change as never)).rejects.toThrow(/permission denied/u)
  })

  test('name nobody who is not on the list', async () => {
    const { poll } = await begin()
    const unknown = await act('staff', `${poll}/paper/deliver`, { voters: ['vtr_none'], ...HANDED })
    expect(unknown.body.code).toBe('voter-unknown')
  })
})

describe('a proxy in writing', () => {
  const HOLDER = '13900139009'
  const appoint = (poll: string, voter: string, more: object = {}) =>
    act<{ code: string }>('staff', `${poll}/paper/proxy`, {
      voter,
      holder: HOLDER,
      name: '王小明',
      document: '委托书 1 号',
      ...more,
    })

  test('R1.12, R1.13: lets another sign, a tenant too; without one the sheet is refused, and its words stay within', async () => {
    const { poll, voters, codes } = await begin()
    const back = { code: codes[0], ...BACK, signedBy: 'proxy' }
    expect((await act('staff', `${poll}/paper/return`, back)).body.code).toBe('no-proxy')
    expect((await appoint(poll, voters[0]!.voter)).status).toBe(200)
    expect((await appoint(poll, voters[0]!.voter)).body.code).toBe('proxy-stands')
    expect((await act<PaperSheet>('staff', `${poll}/paper/return`, back)).body.steps.at(-1)).toMatchObject({
      signedBy: 'proxy',
    })
  })

  test('is not for the property company; and of two desks that give the last place at once, one does', async () => {
    const five = [['raiser'], ['neighbour'], ['volunteer'], ['police'], ['counsel']] as const
    const { poll, voters } = await openOwnersPoll(
      town,
      five.map((owners) => ({ owners })),
    )
    const [one, two, ...rest] = voters.map(({ voter }) => voter) as [string, string, ...string[]]
    const property = { holder: PEOPLE['property-with-order'].phone }
    expect((await appoint(poll, one, property)).body.code).toBe('proxy-barred')
    for (const voter of [one, two]) expect((await appoint(poll, voter)).status).toBe(200)
    const answers = await Promise.all(rest.map((voter) => appoint(poll, voter)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'proxy-full',
      'proxy-full',
    ])
    const gone = await act('staff', `${poll}/paper/revoke-proxy`, { voter: one, reason: '业主自己来' })
    expect(gone.status).toBe(200)
    expect(await rows(sql`select from app.paper_proxy where poll_id = ${poll}`)).toHaveLength(2)
  })

  test('whoever cannot write is helped before two witnesses, who are kept', async () => {
    const { poll, voters, codes } = await begin()
    const help = (witnesses: readonly string[]) =>
      act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK, assistance: { helper: '代写人', witnesses } })
    expect((await help(['甲', '甲'])).body.code).toBe('two-witnesses-needed')
    expect((await help(['甲', '乙'])).status).toBe(200)
    expect(await rows(sql`select assistance from app.paper_register where ballot_id = ${voters[0]!.ballot}`)).toEqual([
      { assistance: { helper: '代写人', witnesses: ['甲', '乙'] } },
    ])
  })
})

describe('looking up one’s own ballots', () => {
  test('shows all that came in and which counts, to the owners of the unit and to nobody else, with a receipt', async () => {
    const { poll, codes } = await begin()
    const [, , third] = codes
    await act('staff', `${poll}/paper/return`, { code: third, ...BACK })
    await act('staff', `${poll}/paper/read`, { code: third, marks: { [poll]: ['abstain'] } })
    await act('branch', `${poll}/paper/read`, { code: third, marks: { [poll]: ['abstain'] } })
    const mine = async (who: Caller) => (await town.as(who, { method: 'GET', url: '/me/ballots' })).text
    const shown = (text: string) => text.split('<section').filter((card) => card.includes(`/polls/${poll}"`))
    const [coOwner, owner, other] = [await mine('volunteer'), await mine('raiser'), await mine('neighbour')].map(shown)
    expect(coOwner).toHaveLength(1)
    expect(coOwner![0]).toMatch(/301.*弃权.*纸票.*计这一张.*YISHI1\./su)
    expect(owner!.map((card) => /没有投票/u.test(card))).toEqual([true, false])
    expect(other!.map((card) => /301|弃权/u.test(card))).toEqual([false])
    expect((await town.as('visitor', { method: 'GET', url: '/me/ballots' })).status).toBe(303)
  })
})

describe('in the hall', () => {
  test('whoever checks in with their code is handed a sheet once, and it comes back there; the screen follows', async () => {
    const { poll, codes } = await begin()
    const checkIn = () =>
      act<PaperSheet & { code: string }>('staff', `${poll}/paper/check-in`, { code: codes[0], to: '业主本人' })
    const both = await Promise.all([checkIn(), checkIn()])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('checked-in-already')
    const screen = async () => (await town.as('visitor', { method: 'GET', url: `/polls/${poll}/screen` })).text
    expect(await screen()).toContain('1 户')
    expect(await screen()).toContain('0 / 3 户')
    const back = { code: codes[0], where: 'hall', signed: true }
    expect((await act<PaperSheet>('staff', `${poll}/paper/return`, back)).body).toMatchObject({ checkedIn: true })
    await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    const settled = await act<PaperSheet>('branch', `${poll}/paper/read`, {
      code: codes[0],
      marks: { [poll]: ['for'] },
    })
    expect(settled.body).toMatchObject({ status: 'settled', channel: 'hall' })
    const text = await screen()
    expect(text).toContain('1 / 3 户')
    expect(text).not.toContain('同意')
  })

  test('nobody follows a poll of a closed matter on a screen', async () => {
    const { poll } = await begin()
    await inCommunities(town.ctx.db, [SUN], (trx) =>
      sql`update app.matter set publicity = 'closed' where matter_id = (select matter_id from app.poll where poll_id = ${poll})`.execute(
        trx,
      ),
    )
    expect((await town.as('visitor', { method: 'GET', url: `/polls/${poll}/screen` })).status).toBe(404)
  })
})

describe('who is let in', () => {
  test('only those who count; from elsewhere there is nothing', async () => {
    const { poll } = await begin()
    for (const [who, status] of [
      ['visitor', 303],
      ['raiser', 403],
      ['property-with-order', 403],
      ['staff-elsewhere', 404],
      ['staff', 200],
    ] as const) {
      for (const page of ['paper', 'reconciliation'])
        expect((await town.as(who, { method: 'GET', url: `/polls/${poll}/${page}` })).status, `${who} ${page}`).toBe(
          status,
        )
    }
  })
})
