// Two rows of one person on real PostgreSQL, at one moment: ballots, claims and openings race, and one ballot holds.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, openTown } from '../../fences/town.ts'
import { twoRowsIn } from './testing/two-rows.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const {
  rows,
  staff,
  settle,
  claimant,
  confirm,
  beginRound,
  inBudget,
  holdingIn,
  fileOf,
  draftPoll,
  beginPoll,
  inPoll,
  noteFor,
  stall,
  aMoment,
} = twoRowsIn(() => town)

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
