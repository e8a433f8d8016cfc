// One person on a list twice, on real PostgreSQL: a claim that is confirmed while people vote never makes two votes, however the two race.
import type { BudgetFile } from '@yishi/contract/budget'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import type { Instant, PersonId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { nodeId, personId } from '../../fences/people.ts'
import { rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { runDue } from '../../kernel/due.ts'
import { performer } from '../../wiring.ts'
import { linkPersons } from '../account/persons.ts'
import { type Newcomer, newcomer, settleFlat } from '../identity/testing/newcomers.ts'
import { writeRoster } from '../territory/index.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const staff = async <T>(url: string, json: object = {}): Promise<T> => {
  const answer = await town.as('staff', { method: 'POST', url: `/api/${url}`, json })
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.json() as T
}
const settle = async () => {
  while ((await runDue(town.ctx, performer, town.ctx.clock.now())) > 0);
}
const tell = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}

let doors = 0
type Claimant = Newcomer & { readonly owner: PersonId; readonly claim: string }

/** Somebody who signed in by a number, and an owner of the roster whom they claim to be: two rows, until the claim is confirmed. */
const claimant = async (name = '王芳'): Promise<Claimant> => {
  const door = `S${(doors += 1)}`
  const [owner] = await settleFlat(town, door, [{ name }])
  const memberships = [
    {
      person: owner!,
      role: 'resident' as const,
      node: nodeId('B1'),
      path: 'b1',
      party: null,
      contact: null,
      starts: null,
    },
  ]
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    writeRoster(trx, SUN, { ...NO_ROWS, memberships } as never, town.ctx.clock.now()),
  )
  const who = await newcomer(town)
  const form = { act: 'claim', node: nodeId('B1'), door, name }
  expect((await who.as({ method: 'POST', url: `/c/${SUN}/home`, form })).status).toBe(303)
  const [lodged] = await rows(sql<{ claim: string }>`
    select claim_id as claim from app.claim where person_id = ${who.person} and status = 'pending'`)
  return { ...who, owner: owner!, claim: lodged!.claim }
}
const confirm = ({ claim, owner }: Claimant) =>
  town.as('staff', { method: 'POST', url: `/api/claims/${claim}/confirm`, json: { owner, how: 'certificate' } })

const beginRound = async (): Promise<BudgetFile> => {
  const { budget } = await staff<BudgetFile>('budgets', {
    title: '十万元怎么花',
    amount: '100000',
    lastDay: addDays(localDateOf(town.ctx.clock.now()), 5),
    projects: [
      { name: '长椅', cost: '20000' },
      { name: '健身角', cost: '50000' },
    ],
  })
  return staff<BudgetFile>(`budgets/${budget}/open`)
}
const digestOf = async (budget: string) =>
  (await rows(sql<{ digest: string }>`select digest from app.budget where budget_id = ${budget}`))[0]!.digest
const inBudget = async (who: Newcomer, budget: string, choice: string) => {
  const form = { step: 'cast', choice, digest: await digestOf(budget) }
  return who.as({ method: 'POST', url: `/budgets/${budget}`, form })
}
const holdingIn = (list: string, table: 'budget' | 'poll') =>
  rows(sql<{ person: string; holding: number; ballots: number }>`
    select person_id as person, holding, ballots from ${sql.table(`app.${table}_voter`)}
    where ${sql.ref(`${table}_id`)} = ${list} and ballots > 0 order by 1`)
const fileOf = async (budget: string): Promise<BudgetFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/budgets/${budget}` })).json()

const draftPoll = async (...persons: readonly string[]): Promise<string> => {
  const { matter } = await raise(town, { title: '长椅装在哪里' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  await staff(`matters/${matter}/sort`, sorting)
  await staff(`matters/${matter}/record-talk`, { result: 'agreed', summary: '大家愿意装' })
  const { poll } = await staff<PollFile>(`matters/${matter}/polls`, {
    rule: 'cn-residents-representatives',
    way: 'ballots',
    question: { type: 'for-against', text: '装两把长椅？', explanation: '' },
    electorate: { voters: [...persons, personId('raiser')].map((person) => ({ person })) },
  })
  return poll
}
const beginPoll = async (...persons: readonly string[]): Promise<string> => {
  const poll = await draftPoll(...persons)
  await staff(`polls/${poll}/open`)
  return poll
}
const inPoll = (who: Newcomer, poll: string, choice = 'for') =>
  who.as({ method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })
const voterOf = async (poll: string, person: string): Promise<PollVoter> => {
  const answer = await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/voters` })
  return (answer.json() as PollVoter[]).find((each) => each.person === person)!
}
const noteFor = async (poll: string, person: string, choice: string) => {
  const { voter } = await voterOf(poll, person)
  return town.as('staff', {
    method: 'POST',
    url: `/api/polls/${poll}/ballots/${voter}`,
    json: { choice: [choice], where: 'hall' },
  })
}

describe('a claim confirmed while people vote', () => {
  test('leaves whoever voted before it the ballot that they gave, to see and to change; list and digest stay', async () => {
    const who = await claimant()
    const { budget, listed } = await beginRound()
    const digest = await digestOf(budget)
    expect((await inBudget(who, budget, '1')).status).toBe(303)
    expect((await confirm(who)).status).toBe(200)
    expect((await who.as({ method: 'GET', url: `/budgets/${budget}` })).text).toContain('您投给了这些项目')
    expect((await inBudget(who, budget, '2')).status).toBe(303)
    expect(await holdingIn(budget, 'budget')).toEqual([{ person: who.person, holding: 2, ballots: 2 }])
    expect([await digestOf(budget), (await fileOf(budget)).listed, (await fileOf(budget)).cast]).toEqual([
      digest,
      listed,
      1,
    ])
  })

  test('lets them vote once as the owner where they had not voted before', async () => {
    const who = await claimant()
    const { budget, closesAt } = await beginRound()
    const poll = await beginPoll(who.person, who.owner)
    await confirm(who)
    expect((await inBudget(who, budget, '1')).status).toBe(303)
    expect((await inPoll(who, poll)).status).toBe(303)
    expect(await holdingIn(budget, 'budget')).toEqual([{ person: who.owner, holding: 1, ballots: 1 }])
    expect(await holdingIn(poll, 'poll')).toEqual([{ person: who.owner, holding: 1, ballots: 1 }])
    await town.advanceTo(closesAt as Instant)
    await settle()
    expect((await fileOf(budget)).result).toMatchObject({ ballots: 1 })
  })

  test('takes no vote away from whom the list has by the row of before alone', async () => {
    const who = await claimant()
    const poll = await beginPoll(who.person)
    await confirm(who)
    expect((await inPoll(who, poll)).status).toBe(303)
    expect(await holdingIn(poll, 'poll')).toEqual([{ person: who.person, holding: 1, ballots: 1 }])
  })

  test('what the desk notes for the other row is refused, and says why', async () => {
    const who = await claimant()
    const poll = await beginPoll(who.person, who.owner)
    expect((await inPoll(who, poll)).status).toBe(303)
    await confirm(who)
    const refused = await noteFor(poll, who.owner, 'against')
    expect([refused.status, refused.json()]).toMatchObject([409, { code: 'other-row-voted', title: '已经投过一票了' }])
    expect((await noteFor(poll, who.person, 'against')).status).toBe(200)
    expect((await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()).toMatchObject({
      turnout: { cast: 1, of: 3 },
    })
  })

  test('shows the desk which rows are one person, and the person the ballots of all their rows', async () => {
    const who = await claimant('钱七')
    const poll = await beginPoll(who.person, who.owner)
    const mine = async () => (await who.as({ method: 'GET', url: '/me/ballots' })).text
    const ballots = async () => (await mine()).match(/href="\/polls\//gu)?.length ?? 0
    expect((await inPoll(who, poll, 'against')).status).toBe(303)
    expect([(await voterOf(poll, who.owner)).same, await ballots()]).toEqual([[], 1])
    await confirm(who)
    const before = await voterOf(poll, who.person)
    expect((await voterOf(poll, who.owner)).same).toMatchObject([
      { voter: before.voter, name: before.name, voted: true },
    ])
    expect(before.same).toMatchObject([{ name: '钱七', voted: false }])
    // Signed in as the owner now: the ballot that was given under the other row is still theirs to look up.
    expect([await ballots(), (await mine()).includes('反对')]).toEqual([1, true])
    const other = await beginPoll(who.owner)
    expect((await inPoll(who, other)).status).toBe(303)
    expect(await ballots()).toBe(2)
  })

  test('after both rows have voted, sets the later ballot aside, writes it down, and tells the desk what to do', async () => {
    const who = await claimant('赵云')
    const poll = await beginPoll(who.person, who.owner)
    expect((await inPoll(who, poll, 'for')).status).toBe(303)
    await town.advanceTo(new Date(Date.parse(town.ctx.clock.now()) + 1000).toISOString() as Instant)
    expect((await noteFor(poll, who.owner, 'against')).status).toBe(200)
    await confirm(who)
    await settle()
    expect(await holdingIn(poll, 'poll')).toMatchObject(
      [
        { person: who.person, holding: 1 },
        { person: who.owner, holding: 0 },
      ].toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    )
    await tell()
    const told = await rows(sql<{ title: string; body: string; link: string }>`
      select title, body, link from app.message where person_id = ${personId('staff')} and link = ${`/console/polls/${poll}`}`)
    expect(told).toEqual([
      {
        title: '有人占了两行，投了两票',
        body: expect.stringContaining(`尾号${who.phone.slice(-4)}和赵*是同一个人`),
        link: `/console/polls/${poll}`,
      },
    ])
    const kept = await rows(sql<{ leaf: string }>`
      select leaf from app.ledger_entry where type = 'BallotSetAside' and leaf::text like ${`%${poll}%`}`)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(who.owner)
    await staff(`polls/${poll}/count`)
    const decided = await town.as('branch', { method: 'POST', url: `/api/polls/${poll}/count`, json: {} })
    expect(decided.json()).toMatchObject({
      result: { figures: { votes: { for: { heads: 1 }, against: { heads: 0 } } } },
    })
  })

  test('found after the result: nothing is taken back by itself, and the desk is told to look', async () => {
    const who = await claimant('马超')
    const poll = await beginPoll(who.person, who.owner)
    await inPoll(who, poll, 'for')
    await noteFor(poll, who.owner, 'for')
    await staff(`polls/${poll}/count`)
    await town.as('branch', { method: 'POST', url: `/api/polls/${poll}/count`, json: {} })
    await confirm(who)
    await settle()
    await tell()
    expect((await holdingIn(poll, 'poll')).map(({ holding }) => holding)).toEqual([1, 1])
    const told = await rows(
      sql<{
        body: string
      }>`select body from app.message where person_id = ${personId('staff')} and link = ${`/console/polls/${poll}`}`,
    )
    expect(told.map(({ body }) => body.includes('两票都计进了结果'))).toEqual([true])
    await settle()
    expect(await rows(sql`select from app.due where at < '2000-01-01'`)).toEqual([])
  })
})

describe('a list that opens later', () => {
  test('has an account once, by the roster’s row; two rows picked by hand are one person from the start', async () => {
    const who = await claimant()
    await confirm(who)
    const { budget } = await beginRound()
    const listed = await rows(sql<{ person: string }>`
      select person_id as person from app.budget_voter where budget_id = ${budget} and person_id in (${who.person}, ${who.owner})`)
    expect(listed).toEqual([{ person: who.owner }])
    const poll = await beginPoll(who.person, who.owner)
    expect((await noteFor(poll, who.person, 'for')).status).toBe(200)
    expect((await noteFor(poll, who.owner, 'for')).status).toBe(409)
  })

  test('learns of a number that the roster had all along when its owner signs in again', async () => {
    const who = await newcomer(town)
    const [row] = await settleFlat(town, `S${(doors += 1)}`, [{ name: '黄忠', phone: who.phone }])
    const poll = await beginPoll(who.person, row!)
    expect((await inPoll(who, poll)).status).toBe(303)
    const [{ account }] = (await rows(sql<{ account: string }>`
      select account_id as account from app.person where person_id = ${who.person}`)) as [{ account: string }]
    await linkPersons(town.ctx, account as never, who.phone, SUN)
    expect((await noteFor(poll, row!, 'against')).status).toBe(409)
  })
})

/** Whatever needs this lock stands still until it is let go. */
const stall = async (lock: ReturnType<typeof sql>) => {
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const over = inCommunities(town.ctx.db, [SUN], async (trx) => {
    await lock.execute(trx)
    held.resolve()
    await release.promise
  })
  await held.promise
  return async () => {
    release.resolve()
    await over
  }
}
const aMoment = () => sql`select pg_sleep(0.3)`.execute(town.ctx.db)

describe('races on real PostgreSQL', () => {
  test('a ballot that was decided before the claim and is kept after it is looked at again', async () => {
    const who = await claimant()
    const { budget } = await beginRound()
    const letGo = await stall(sql`select from app.budget where budget_id = ${budget} for update`)
    const before = inBudget(who, budget, '1')
    await aMoment()
    expect((await confirm(who)).status).toBe(200)
    const after = inBudget(who, budget, '2')
    await aMoment()
    await letGo()
    const answers = await Promise.all([before, after])
    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true)
    expect((await holdingIn(budget, 'budget')).filter(({ holding }) => holding > 0)).toHaveLength(1)
  })

  test('of two rows that are cast while neither sees the other one is taken, and the other hears why', async () => {
    const who = await claimant()
    const poll = await beginPoll(who.person, who.owner)
    await confirm(who)
    const letGo = await stall(sql`select from app.poll where poll_id = ${poll} for update`)
    const both = [noteFor(poll, who.person, 'for'), noteFor(poll, who.owner, 'against')]
    await aMoment()
    await letGo()
    const answers = await Promise.all(both)
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await holdingIn(poll, 'poll')).filter(({ holding }) => holding > 0)).toHaveLength(1)
  })

  test('a list that opens while a claim is being written waits for it', async () => {
    const who = await claimant()
    const poll = await draftPoll(who.person, who.owner)
    const letGo = await stall(sql`lock table app.claim in share mode`)
    const confirming = confirm(who)
    await aMoment()
    const opening = staff(`polls/${poll}/open`)
    await aMoment()
    await letGo()
    expect((await confirming).status).toBe(200)
    await opening
    const marked = await rows(sql<{ same: string | null }>`
      select same_person as same from app.poll_voter where poll_id = ${poll} and person_id in (${who.person}, ${who.owner})`)
    expect(new Set(marked.map(({ same }) => same)).size).toBe(1)
    expect(marked.every(({ same }) => same !== null)).toBe(true)
  })

  test('a claim confirmed while both rows are voting, many times: one ballot holds, and the count has one', async () => {
    for (let round = 0; round < 12; round += 1) {
      const all = await Promise.all([claimant(), claimant(), claimant()])
      const { budget } = await beginRound()
      await Promise.all(
        all.flatMap((who) => [
          confirm(who),
          inBudget(who, budget, '1'),
          inBudget(who, budget, '2'),
          inBudget(who, budget, '1'),
        ]),
      )
      await Promise.all(all.map((who) => inBudget(who, budget, '2')))
      await settle()
      const held = (await holdingIn(budget, 'budget')).filter(({ holding }) => holding > 0)
      for (const who of all)
        expect(
          held.filter(({ person }) => person === who.person || person === who.owner),
          `round ${round}`,
        ).toHaveLength(1)
      expect((await fileOf(budget)).cast).toBe(3)
    }
  })

  test('both rows of one person cast at once, online and by the desk: one is taken', async () => {
    for (let round = 0; round < 10; round += 1) {
      const who = await claimant()
      const poll = await beginPoll(who.person, who.owner)
      await confirm(who)
      const answers = await Promise.all([
        noteFor(poll, who.person, 'for'),
        noteFor(poll, who.owner, 'against'),
        inPoll(who, poll),
      ])
      expect(answers.every(({ status }) => status < 500)).toBe(true)
      const held = (await holdingIn(poll, 'poll')).filter(({ holding }) => holding > 0)
      expect(held, `round ${round}`).toHaveLength(1)
    }
  })

  test('a list that opens while claims are confirmed knows of all of them', async () => {
    for (let round = 0; round < 8; round += 1) {
      const all = await Promise.all([claimant(), claimant(), claimant()])
      const [{ budget }] = await Promise.all([beginRound(), ...all.map(confirm)])
      const alone = await rows(sql<{ account: string }>`
        select account_id as account from app.budget_voter join app.person using (community_id, person_id)
        where budget_id = ${budget} and account_id is not null group by 1
        having count(*) > 1 and count(same_person) < count(*)`)
      expect(alone, `round ${round}`).toEqual([])
    }
  })
})
