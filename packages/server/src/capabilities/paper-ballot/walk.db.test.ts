// Calls at the door with paper on real PostgreSQL: two people, with and without a network or a script, each call counted once.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { multipart, picture } from '../../fences/ground.ts'
import { type Caller, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { papersIn } from './testing/papers.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const { act, rows, begin } = papersIn(() => town)

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
