// One voter for a unit on every question of an assembly, on real PostgreSQL: however co-owners cast and the desk notes at one moment (R1.8).
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, personId } from '../../fences/people.ts'
import { actIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { votesWaiting } from './index.ts'
import { openAgenda, settleAssembly } from './testing/agenda.ts'
import { HOMES } from './testing/owners.ts'

const SHARED = ['301', '302', '303', '304', '305', '306', '307', '308']
const TWO = ['neighbour', 'volunteer'] as const

let town: Town
beforeAll(async () => {
  town = await openTown()
  const shared = SHARED.map((door) => ({ door, area: '50.00', owners: TWO }))
  await settleAssembly(town, [...HOMES.filter(({ owners }) => owners.length === 1), ...shared])
})
afterAll(() => town.close())

const act = <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) =>
  actIn(town)<T>(who, path, json)
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await inCommunities(town.ctx.db, [SUN], (trx) => query.execute(trx))).rows
const vote = (who: Caller, poll: string, choice: string) =>
  town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })
const page = async (who: Caller, path: string) => (await town.as(who, { method: 'GET', url: path })).text
const listed = async (poll: string, query = ''): Promise<readonly PollVoter[]> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/voters?${query}` })).json()

/** What their own page asks of somebody. */
const waiting = async (who: Caller): Promise<readonly string[]> => {
  const persons = [{ community: SUN, person: personId(who) }]
  return (await inCommunities(town.ctx.db, [SUN], (trx) => votesWaiting(trx, persons))).map(({ poll }) => poll)
}

type Unit = { readonly voters: readonly (string | null)[]; readonly ballots: number }

/** Of each shared flat: who votes for it in each question, and how many ballots were handed in. */
const shared = (polls: readonly string[]) =>
  rows<Unit>(sql`
    select array_agg(voter.person_id order by poll.agenda_item nulls first) as voters, sum(voter.ballots)::integer as ballots
    from app.poll_voter voter join app.poll using (community_id, poll_id)
    where voter.poll_id = any(${[...polls]}::text[]) and voter.voter_id in (
      select voter_id from app.poll_voter list join app.poll_owner owner using (community_id, ballot_id)
      where list.poll_id = voter.poll_id group by 1 having count(*) > 1)
    group by voter.voter_id`)

test('the first of two owners to cast has the vote on every question, and the other is told so', async () => {
  const { first, second } = await openAgenda(town)
  for (const who of TWO) expect(await waiting(who)).toEqual([first])
  expect(await page('volunteer', `/polls/${first}`)).toContain('这一户的全部题目都由您来投')
  expect((await vote('volunteer', second, 'for')).status).toBe(303)
  const person = personId('volunteer')
  expect(await shared([first, second])).toEqual(SHARED.map(() => ({ voters: [person, person], ballots: 1 })))
  for (const poll of [first, second]) {
    expect((await vote('neighbour', poll, 'against')).status).toBe(409)
    expect(await page('neighbour', `/polls/${poll}`)).toContain('全部题目都由他一个人投')
  }
  expect(await page('neighbour', `/polls/${first}/agenda`)).toContain('全部题目都由他一个人投')
  expect(await Promise.all(TWO.map(waiting))).toEqual([[], [first]])
  expect((await vote('volunteer', first, 'for')).status).toBe(303)
  expect(await waiting('volunteer')).toEqual([])
  const [told] = await rows<{ n: number }>(sql`
    select count(*)::integer as n from app.ledger_entry where type = 'VoterChosen' and subject in (
      select ballot_id from app.poll_voter where poll_id in (${first}, ${second}))`)
  expect(told).toEqual({ n: 2 * SHARED.length })
})

test('of two owners who cast on different questions at the same moment one has the vote of a flat on both', async () => {
  for (const [one, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const { first, second } = await openAgenda(town)
    const polls = [first, second]
    const answers = await Promise.all([
      vote('neighbour', polls[one]!, 'for'),
      vote('volunteer', polls[other]!, 'against'),
      vote('raiser', first, 'for'),
      vote('raiser', second, 'for'),
      vote('police', second, 'for'),
    ])
    const statuses = answers.map(({ status }) => status)
    for (const status of statuses.slice(0, 2)) expect([303, 409]).toContain(status)
    expect(statuses.slice(2)).toEqual([303, 303, 303])
    const all = await shared(polls)
    expect(all).toHaveLength(SHARED.length)
    for (const { voters, ballots } of all) {
      expect(TWO.map((who) => personId(who))).toContain(voters[0])
      expect([voters[1], ballots]).toEqual([voters[0], 1])
    }
  }
})

test('the desk notes the choice while an owner casts: it stands on both questions, or the desk is told that it comes too late', async () => {
  const { first, second } = await openAgenda(town)
  const units = await listed(first, 'several=1')
  expect(units.map(({ name }) => name.slice(-3)).toSorted()).toEqual(SHARED)
  const note = ({ voter }: PollVoter, more: object = {}) =>
    act<PollFile & { code: string }>('staff', `polls/${first}/ballots/${voter}/voter`, {
      person: personId('volunteer'),
      evidence: '推选书第 5 号',
      ...more,
    })
  const [, ...noted] = await Promise.all([vote('neighbour', second, 'for'), ...units.map((unit) => note(unit))])
  const after = await listed(second, 'several=1')
  for (const [index, { status, body }] of noted.entries()) {
    const { cast, person } = after.find(({ voter }) => voter === units[index]!.voter)!
    if (status === 200) expect([cast, person]).toEqual([null, personId('volunteer')])
    else expect([status, body.code, cast, person]).toEqual([409, 'co-owner-voted', 'own', personId('neighbour')])
  }
  for (const { voters } of await shared([first, second])) expect(voters[0]).toBe(voters[1])

  // Signed by all, whoever has voted too: from now on the other casts, and the ballot counts until then.
  for (const unit of units) expect((await note(unit, { replaces: true })).status).toBe(200)
  for (const { voters } of await shared([first, second])) expect(voters).toEqual(TWO.map(() => personId('volunteer')))
  expect((await vote('neighbour', second, 'against')).status).toBe(409)
  expect((await vote('volunteer', second, 'against')).status).toBe(303)
  expect(
    (await act('staff', `polls/${first}/ballots/${units[0]!.voter}/voter`, { person: personId('volunteer') })).status,
  ).toBe(400)
})
