// Where a ballot belongs to a home nobody has two, whoever an account is: a claim confirmed in the middle of a vote adds neither a ballot nor a head (R1.7, R1.8).
import type { PollFile } from '@yishi/contract/poll'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { nodeId } from '../../fences/people.ts'
import { raise } from '../../fences/ground.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { type Newcomer, newcomer, settleFlat } from '../identity/testing/newcomers.ts'
import { FLATS, NOTICE, draftIn } from '../poll/testing/draft.ts'
import { adoptFor, atAssembly } from '../poll/testing/owners.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
})
afterAll(() => town.close())

const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const staff = async <T>(url: string, json: object = {}): Promise<T> => {
  const answer = await town.as('staff', { method: 'POST', url: `/api/${url}`, json })
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.json() as T
}
const fileOf = async (poll: string): Promise<PollFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()
const vote = (who: Newcomer, poll: string, choice: string) =>
  who.as({ method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })

const claimed = async (door: string, name: string) => {
  const who = await newcomer(town)
  const form = { act: 'claim', node: nodeId('B1'), door, name }
  expect((await who.as({ method: 'POST', url: `/c/${SUN}/home`, form })).status).toBe(303)
  const [lodged] = await rows(sql<{ claim: string }>`
    select claim_id as claim from app.claim where person_id = ${who.person} and status = 'pending'`)
  return { ...who, claim: lodged!.claim }
}
const ballotsIn = (poll: string) =>
  rows(sql<{ name: string; number: number; same: string | null }>`
    select voter.name, number, same_person as same from app.poll_ballot join app.poll_voter voter using (community_id, ballot_id)
    where poll_id = ${poll}`)

const ownersVote = async (): Promise<string> => {
  const matter = await atAssembly(town, 'owners-ordinary')
  const { poll, assembly } = await staff<PollFile>(`matters/${matter}/polls`, draftIn(town))
  await staff(`polls/${poll}/announce`, NOTICE)
  await passIn(town, assembly!.opensAt)
  await staff(`polls/${poll}/open`)
  return poll
}
const householdsVote = async (): Promise<string> => {
  const { matter } = await raise(town, { title: '电梯换哪个牌子' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  await staff(`matters/${matter}/sort`, sorting)
  const { poll } = await staff<PollFile>(`matters/${matter}/polls`, {
    rule: 'households-limited',
    way: 'ballots',
    question: { type: 'limited', text: '电梯换哪个牌子？', options: ['三菱', '日立'], seats: 1, most: 1 },
    electorate: FLATS,
  })
  await staff(`polls/${poll}/open`)
  return poll
}

test.each([
  ['owners', ownersVote, 'for', 'against'],
  ['households', householdsVote, 'option-1', 'option-2'],
] as const)(
  'a vote of %s: nothing to cast before the claim, one ballot of the home after it',
  async (kind, begin, one, other) => {
    const door = `H${kind.length}`
    const [owner] = await settleFlat(town, door, [{ name: '王芳' }, { name: '李明' }])
    const poll = await begin()
    const before = await fileOf(poll)
    const who = await claimed(door, '王芳')
    expect((await vote(who, poll, one)).status).toBe(409)
    const confirm = { owner, how: 'certificate' }
    const answers = await Promise.all([
      town.as('staff', { method: 'POST', url: `/api/claims/${who.claim}/confirm`, json: confirm }),
      vote(who, poll, one),
      vote(who, poll, other),
    ])
    expect(answers[0]!.status).toBe(200)
    await vote(who, poll, one)
    const kept = await ballotsIn(poll)
    expect(new Set(kept.map(({ name }) => name)).size).toBe(1)
    expect(kept.every(({ same }) => same === null)).toBe(true)
    const after = await fileOf(poll)
    expect([after.electorate, after.turnout!.cast]).toEqual([before.electorate, 1])
    expect(await rows(sql`select from app.poll_voter where poll_id = ${poll} and person_id = ${who.person}`)).toEqual(
      [],
    )
    expect(await rows(sql`select from app.poll_owner where poll_id = ${poll} and person_id = ${who.person}`)).toEqual(
      [],
    )
  },
)
