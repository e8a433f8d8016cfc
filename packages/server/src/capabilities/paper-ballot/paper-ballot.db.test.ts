// Paper ballots on real PostgreSQL through their own doors: from the printer to the count, with forged codes, two readers, a third, and the races with the end.
import type { PaperDesk, PaperSheet, PaperUnit, Reconciliation } from '@yishi/contract/paper-ballot'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { multipart, picture, uploadPhoto } from '../../fences/ground.ts'
import { type Caller, PEOPLE, personId } from '../../fences/people.ts'
import { rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type OpenedPoll, openOwnersPoll } from './testing/owners.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const act = async <T = { code: string }>(who: Caller, path: string, json: object, key = '') => {
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {}
  const answer = await town.as(who, { method: 'POST', url: `/api/polls/${path}`, json, headers })
  return { status: answer.status, body: answer.json() as T }
}
const read = async <T>(who: Caller, path: string): Promise<T> =>
  (await town.as(who, { method: 'GET', url: `/api/polls/${path}` })).json()
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)

/** The codes as they stand on the printed sheets, in the order of the list. */
const printed = async ({ poll }: OpenedPoll): Promise<readonly string[]> => {
  const page = await town.as('staff', { method: 'GET', url: `/polls/${poll}/paper` })
  expect(page.status).toBe(200)
  return [...page.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
}
const THREE = [{ owners: ['raiser'] }, { owners: ['neighbour'] }, { owners: ['volunteer', 'raiser'] }] as const
const begin = async () => {
  const opened = await openOwnersPoll(town, THREE)
  return { ...opened, codes: await printed(opened) }
}
const BACK = { where: 'paper', signed: true }
const HANDED = { how: 'handed', to: '业主本人签收', told: true, warned: true }

describe('a sheet', () => {
  test('is printed, delivered, brought back, read by two, and is then the ballot of its unit', async () => {
    const { poll, voters, codes } = await begin()
    expect(codes).toHaveLength(3)
    expect(new Set(codes).size).toBe(3)
    const all = voters.map(({ voter }) => voter)
    expect((await act('staff', `${poll}/paper/deliver`, { voters: all, ...HANDED })).body).toEqual({ done: 3 })
    const [first] = codes
    expect((await act('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })).body.code).toBe(
      'paper-not-back',
    )
    expect((await act('staff', `${poll}/paper/return`, { code: first, ...BACK })).status).toBe(200)
    const once = await act<PaperSheet>('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })
    expect(once.body).toMatchObject({ number: 1, status: 'read-once', readings: [], may: [] })
    expect((await act('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })).body.code).toBe(
      'second-person-needed',
    )
    const look = await act<PaperSheet>('branch', `${poll}/paper/find`, { code: first })
    expect(look.body).toMatchObject({ may: ['read'], readings: [] })
    expect(JSON.stringify({ ...look.body, questions: null })).not.toMatch(/"for"|"against"/u)
    const again = await act<PaperSheet>('branch', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })
    expect(again.body).toMatchObject({ status: 'settled', channel: 'paper' })
    expect(
      await rows(sql`select choice, noted_in, holds from app.poll_ballot where ballot_id = ${voters[0]!.ballot}`),
    ).toEqual([{ choice: ['for'], noted_in: 'paper', holds: true }])
    const desk = await read<PaperDesk>('staff', `${poll}/paper`)
    expect(desk.total).toMatchObject({ of: 3, delivered: 3, settled: 1, voted: 1 })
    expect(desk.waiting).toEqual([])
  })

  test('that two read differently goes to a third, who sees both readings; all three are kept', async () => {
    const { poll, voters, codes } = await begin()
    const [, second] = codes
    await act('staff', `${poll}/paper/return`, { code: second, ...BACK })
    await act('staff', `${poll}/paper/read`, { code: second, marks: { [poll]: ['for'] } })
    const differ = await act<PaperSheet>('branch', `${poll}/paper/read`, {
      code: second,
      marks: { [poll]: ['against'] },
    })
    expect(differ.body).toMatchObject({ status: 'differing', channel: null, readings: [], may: [] })
    const settle = { code: second, marks: { [poll]: ['against'] }, reason: '勾在反对格内' }
    for (const who of ['staff', 'branch'] as const)
      expect((await act(who, `${poll}/paper/settle`, settle)).body.code, who).toBe('third-person-needed')
    const third = await act<PaperSheet>('owners-committee', `${poll}/paper/find`, { code: second })
    expect(third.body.readings.map(({ marks }) => marks[poll])).toEqual([['for'], ['against']])
    const settled = await act<PaperSheet>('owners-committee', `${poll}/paper/settle`, settle)
    expect(settled.body).toMatchObject({ status: 'settled', channel: 'paper' })
    const kept = await rows(sql`select step, choice from app.paper_register
      where ballot_id = ${voters[1]!.ballot} and choice is not null order by number`)
    expect(kept).toEqual([
      { step: 'read', choice: ['for'] },
      { step: 'read', choice: ['against'] },
      { step: 'settled', choice: ['against'] },
    ])
    const report = await read<Reconciliation>('staff', `${poll}/reconciliation`)
    expect(report.decided).toMatchObject([{ number: 2, reason: '勾在反对格内' }])
  })

  test('of which the seal is made up, moved, mistyped or of another poll is refused, and nothing is lost', async () => {
    const { poll, codes } = await begin()
    const other = await begin()
    const [first, second] = codes as [string, string]
    const moved = `0002${first.slice(4)}`
    const forged = `${first.slice(0, -1)}${first.endsWith('7') ? '8' : '7'}`
    for (const code of [moved, forged, '0009-7K3M9-QX2TD', '0000-7K3M9-QX2TD', '就是这张', other.codes[0]!])
      for (const name of ['find', 'return', 'read'] as const) {
        const answer = await act('staff', `${poll}/paper/${name}`, { code, ...BACK, marks: { [poll]: ['for'] } })
        expect([answer.status, answer.body.code], `${name} ${code}`).toEqual([422, 'paper-code-wrong'])
      }
    const url = `http://127.0.0.1:3000/polls/${other.poll}#${first}`
    expect((await act('staff', `${poll}/paper/find`, { code: url })).body.code).toBe('paper-of-another-poll')
    expect(await rows(sql`select from app.paper_register where poll_id = ${poll}`)).toEqual([])
    const right = `http://127.0.0.1:3000/polls/${poll}#${second}`
    expect((await act<PaperSheet>('staff', `${poll}/paper/find`, { code: right })).body).toMatchObject({ number: 2 })
  })

  test('that was replaced is void, wherever it turns up again', async () => {
    const opened = await begin()
    const { poll, voters, codes } = opened
    const { voter } = voters[0]!
    expect((await act('staff', `${poll}/paper/replace`, { voter, reason: '业主说丢了' })).status).toBe(200)
    expect((await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })).body.code).toBe('paper-replaced')
    const [fresh] = await printed(opened)
    expect(fresh).not.toBe(codes[0])
    expect((await act('staff', `${poll}/paper/return`, { code: fresh, ...BACK })).status).toBe(200)
  })

  test('without a signature is invalid, whatever is marked on it', async () => {
    const { poll, codes } = await begin()
    await act('staff', `${poll}/paper/return`, { code: codes[0], where: 'paper', signed: false })
    const marked = await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    expect(marked.body.code).toBe('paper-unsigned')
    expect((await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['invalid'] } })).status).toBe(
      200,
    )
  })

  test('that two collect at the door is kept with their photo', async () => {
    const { poll, codes } = await begin()
    const door = { code: codes[0], where: 'door', signed: true, companion: '李阿姨' }
    expect((await act('staff', `${poll}/paper/return`, door)).body.code).toBe('two-collectors-needed')
    const unknown = await act('staff', `${poll}/paper/return`, { ...door, photo: 'pho_none' })
    expect(unknown.body.code).toBe('photo-unknown')
    const photo = await uploadPhoto(town)
    const back = await act<PaperSheet>('staff', `${poll}/paper/return`, { ...door, photo })
    expect(back.body.steps).toMatchObject([{ step: 'returned', how: 'door', companion: '李阿姨', photo }])
  })

  test('of a unit is not noted by one person alone', async () => {
    const { poll, voters } = await begin()
    const note = (where: string) => act('staff', `${poll}/ballots/${voters[0]!.voter}`, { choice: ['for'], where })
    for (const where of ['paper', 'door']) expect((await note(where)).body.code, where).toBe('two-readers-needed')
    expect((await note('hall')).status).toBe(200)
  })
})

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

describe('a unit that votes twice', () => {
  test('has both ballots in the report, and why which counts', async () => {
    const { poll, voters, codes } = await begin()
    const online = await act('raiser', `${poll}`, {})
    expect(online.status).toBe(404)
    const cast = await town.as('raiser', {
      method: 'POST',
      url: `/polls/${poll}`,
      form: { step: 'cast', choice: 'against' },
    })
    expect(cast.status).toBe(303)
    await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
    await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    await act('branch', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    const report = await read<Reconciliation>('staff', `${poll}/reconciliation`)
    expect(report).toMatchObject({
      precedence: 'own-hand',
      twice: [
        {
          number: 1,
          ballots: [
            { number: 1, channel: 'online', standing: 'holds', notedBy: null },
            { number: 2, channel: 'paper', standing: 'ranks-below' },
          ],
        },
      ],
    })
    expect(JSON.stringify({ ...report, question: null })).not.toMatch(/"for"|"against"/u)
    const [held] = await rows(sql<{ holding: number }>`select holding from app.poll_voter
      where ballot_id = ${voters[0]!.ballot}`)
    expect(held).toEqual({ holding: 1 })
  })
})

describe('from door to door', () => {
  const call = (who: Caller, poll: string, json: object, key = '') =>
    act<{ code: string }>(who, `${poll}/walk`, json, key)
  const at = (voter: string, more: object = {}) => ({
    owner: personId('building-leader'),
    voter,
    result: 'handed',
    to: '业主签收',
    told: true,
    warned: true,
    companion: '李阿姨',
    seenAt: town.ctx.clock.now(),
    ...more,
  })
  const photoOf = async (who: Caller, poll: string, key: string) => {
    const part = multipart('photos', await picture())
    const url = `/api/polls/${poll}/walk/photos?owner=${personId(who)}`
    const headers = { ...part.headers, 'idempotency-key': key }
    return town.as(who, { method: 'POST', url, payload: part.payload, headers })
  }

  test('two hand over, find nobody, and bring the signed sheet with its photo; each call counts once', async () => {
    const { poll, voters } = await begin()
    const [one, two, three] = voters.map(({ voter }) => voter) as [string, string, string]
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await call('building-leader', poll, at(one), `a-${poll}`)).status).toBe(200)
      expect((await call('building-leader', poll, at(two, { result: 'absent', to: '' }), `b-${poll}`)).status).toBe(200)
    }
    const photo = await photoOf('building-leader', poll, `p-${poll}`)
    expect(photo.status, photo.text).toBe(201)
    const { photo: id } = photo.json() as { photo: string }
    const collected = at(three, { result: 'collected', to: '', photo: id })
    expect((await call('building-leader', poll, collected, `c-${poll}`)).status).toBe(200)
    const kept = await rows(
      sql`select step, how, companion from app.paper_register where poll_id = ${poll} order by step`,
    )
    expect(kept).toEqual([
      { step: 'delivered', how: 'handed', companion: '李阿姨' },
      { step: 'not-delivered', how: 'absent', companion: '李阿姨' },
      { step: 'returned', how: 'door', companion: '李阿姨' },
    ])
    const page = await town.as('building-leader', { method: 'GET', url: `/patrol/walk/${poll}` })
    expect(page.text).toContain('1号楼 201')
    expect(page.text).toContain('上次没人')
    expect(page.text).not.toContain('皇甫静姝')
  })

  test('nobody goes alone, in another’s name, with a made-up photo, or where they have no stairway', async () => {
    const { poll, voters } = await begin()
    const { voter } = voters[0]!
    const refusals = [
      ['building-leader', at(voter, { companion: '' }), 'two-collectors-needed'],
      ['building-leader', at(voter, { owner: personId('staff') }), 'another-persons-note'],
      ['building-leader', at(voter, { result: 'collected', photo: 'pho_none' }), 'photo-unknown'],
      ['building-leader', at(voter, { result: 'collected' }), 'two-collectors-needed'],
      ['building-leader', at('vtr_none'), 'voter-unknown'],
      ['raiser', at(voter, { owner: personId('raiser') }), 'not-your-poll'],
    ] as const
    for (const [who, json, code] of refusals) expect((await call(who, poll, json)).body.code, code).toBe(code)
    expect((await photoOf('raiser', poll, `x-${poll}`)).status).toBe(403)
    expect((await town.as('raiser', { method: 'GET', url: `/patrol/walk/${poll}` })).status).toBe(403)
    expect(await rows(sql`select from app.paper_register where poll_id = ${poll}`)).toEqual([])
  })

  test('what was noted before the end without a network arrives until the count begins, and is told afterwards', async () => {
    const { poll, voters, closesAt } = await begin()
    const seenAt = town.ctx.clock.now()
    await town.advanceTo(closesAt)
    expect((await call('building-leader', poll, at(voters[0]!.voter, { seenAt }))).status).toBe(200)
    expect((await call('building-leader', poll, at(voters[1]!.voter))).body.code).toBe('poll-not-open')
    await act('staff', `${poll}/count`, {})
    const late = await call('building-leader', poll, at(voters[2]!.voter, { seenAt }))
    expect(late.body.code).toBe('poll-not-open')
  })

  test('without a script the plain form does the same', async () => {
    const { poll, voters } = await begin()
    const form = (fields: Record<string, string>) =>
      town.as('building-leader', { method: 'POST', url: `/patrol/walk/${poll}`, form: fields })
    const filled = { voter: voters[0]!.voter, result: 'handed', to: '业主签收', companion: '李阿姨', told: '1' }
    expect((await form({ ...filled, to: '' })).status).toBe(422)
    expect((await form({ ...filled, companion: '' })).status).toBe(422)
    const done = await form({ ...filled, key: `f-${poll}` })
    expect([done.status, done.text.includes('记下了')]).toEqual([200, true])
    await form({ ...filled, key: `f-${poll}` })
    expect(await rows(sql`select told, warned from app.paper_register where poll_id = ${poll}`)).toEqual([
      { told: true, warned: false },
    ])
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

describe('races', () => {
  test('of many who read one sheet at once, the first two count and nobody is lost', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { poll, voters, codes } = await begin()
      await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
      const answers = await Promise.all(
        (['staff', 'branch', 'owners-committee', 'staff'] as const).map((who) =>
          act(who, `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } }),
        ),
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
      const kept = await rows(sql`select from app.poll_ballot where ballot_id = ${voters[0]!.ballot}`)
      expect(kept).toHaveLength(1)
    }
  })

  test('of a sheet that is settled at the very moment the count begins, either it counts or it is refused', async () => {
    const seen = new Set<number>()
    for (let round = 0; round < 6; round += 1) {
      const { poll, closesAt, codes } = await begin()
      await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
      await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
      await town.advanceTo(closesAt)
      const [counting, reading] = await Promise.all([
        act('staff', `${poll}/count`, {}),
        act('branch', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } }),
      ])
      expect(counting.status).toBe(200)
      expect([200, 409]).toContain(reading.status)
      seen.add(reading.status)
      const [{ figures }] = (await rows(sql<{ figures: { votes: { for: { heads?: number } } } }>`
        select figures from app.poll_count where poll_id = ${poll}`)) as never as [
        { figures: { votes: { for: { heads: number } } } },
      ]
      expect(figures.votes.for.heads).toBe(reading.status === 200 ? 1 : 0)
    }
    expect(seen.size).toBeGreaterThan(0)
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
