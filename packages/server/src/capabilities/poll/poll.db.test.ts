// Polls on real PostgreSQL through their own doors: a whole life, two tellers, and the races that a vote has to bear.
import { tally } from '@yishi/domain/poll'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, PEOPLE } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { openPolls } from './index.ts'
import { draft, representativesIn } from './testing/representatives.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const { act, read, atVote, begin, vote, fileOf, matterOf, rows } = representativesIn(() => town)

test('the public pages tell of a poll while it takes ballots, and of none that is for its voters alone', async () => {
  const running = async () =>
    (await inCommunities(town.ctx.db, [SUN], (trx) => openPolls(trx, SUN))).map((each) => each.poll as string)
  const drafted = await act<PollFile>('staff', `matters/${await atVote()}/polls`, draft())
  const hidden = await begin(await atVote({ publicity: 'closed' }))
  expect(await running()).not.toContain(drafted.body.poll)
  await act('staff', `polls/${drafted.body.poll}/open`)
  expect(await running()).toContain(drafted.body.poll)
  expect(await running()).not.toContain(hidden)
  await act('staff', `polls/${drafted.body.poll}/withdraw`, { reason: '题目写错了' })
  expect(await running()).not.toContain(drafted.body.poll)
})

describe('a vote of representatives', () => {
  test('is drafted, opened, voted in, closed by two, decided, and moves its matter on', async () => {
    const matter = await atVote()
    const before = await matterOf(matter)
    expect(before.stage.act).toBe('decide')
    expect(await read('staff', `matters/${matter}/polls`)).toMatchObject({
      may: true,
      rule: 'cn-residents-representatives',
    })
    const poll = await begin(matter)
    expect(await read('staff', `matters/${matter}/polls`)).toMatchObject({
      may: false,
      polls: [{ poll, status: 'open' }],
    })
    expect((await vote('raiser', poll)).status).toBe(303)
    expect((await vote('neighbour', poll, 'against')).status).toBe(303)
    expect((await vote('neighbour', poll, 'for')).status).toBe(303)
    const [, , third] = await read<PollVoter[]>('staff', `polls/${poll}/voters`)
    const noted = await act('staff', `polls/${poll}/ballots/${third!.voter}`, { choice: ['against'], where: 'hall' })
    expect(noted.status).toBe(200)
    const open = await fileOf(poll)
    expect(open.turnout).toMatchObject({ cast: 3, of: 3 })
    const { rule: _, ...told } = open
    expect(JSON.stringify(told)).not.toMatch(/"against"|"for"/u)
    expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
    expect((await vote('raiser', poll, 'against')).status).toBe(409)
    expect((await act('staff', `polls/${poll}/count`)).body).toMatchObject({ code: 'second-person-needed' })
    const counting = await fileOf(poll)
    expect(counting).toMatchObject({ status: 'counting', counting: { first: PEOPLE.staff.name }, result: null })
    const decided = await act<PollFile>('branch', `polls/${poll}/count`)
    expect(decided.body).toMatchObject({
      status: 'decided',
      result: { passed: true, figures: { present: { heads: 3 }, votes: { for: { heads: 2 }, against: { heads: 1 } } } },
    })
    expect((await matterOf(matter)).stage.act).toBe('assign')
    const story = (await matterOf(matter)).story.map(({ type }) => type)
    expect(story).toEqual(expect.arrayContaining(['PollDrafted', 'PollOpened', 'PollDecided']))
  })

  test('keeps both of two ballots, and only adds to them', async () => {
    const poll = await begin(await atVote())
    await vote('raiser', poll, 'for')
    await vote('raiser', poll, 'against')
    const kept = await rows(sql<{ number: number; choice: string[] }>`
      select number, choice from app.poll_ballot join app.poll_voter using (community_id, ballot_id)
      where poll_id = ${poll} order by number`)
    expect(kept).toEqual([
      { number: 1, choice: ['for'] },
      { number: 2, choice: ['against'] },
    ])
    for (const change of [
      sql`update app.poll_ballot set choice = '{for}'`,
      sql`delete from app.poll_ballot`,
      sql`delete from app.poll_count`,
    ])
      await expect(rows(change as never)).rejects.toThrow(/permission denied/u)
  })

  test('a note of the desk is kept and does not take the place of one’s own ballot (R1.65)', async () => {
    const poll = await begin(await atVote())
    await vote('raiser', poll, 'for')
    const [first] = await read<PollVoter[]>('staff', `polls/${poll}/voters`)
    const noted = await act('staff', `polls/${poll}/ballots/${first!.voter}`, { choice: ['against'], where: 'hall' })
    expect(noted.status).toBe(200)
    expect((await read<PollVoter[]>('staff', `polls/${poll}/voters`))[0]!.cast).toBe('own')
    expect(
      await rows(
        sql<{
          choice: string[]
          holds: boolean
        }>`select choice, ballot.holds from app.poll_ballot ballot join app.poll_voter using (community_id, ballot_id)
          where poll_id = ${poll} order by number desc limit 1`,
      ),
    ).toEqual([{ choice: ['against'], holds: false }])
  })

  test('a ballot is its voter’s alone', async () => {
    const poll = await begin(await atVote())
    for (const who of ['staff', 'building-leader', 'staff-elsewhere', 'visitor'] as const)
      expect((await vote(who, poll)).status, who).toBe(409)
    const voters = await read<PollVoter[]>('staff', `polls/${poll}/voters`)
    for (const [who, status] of [
      ['raiser', 403],
      ['neighbour', 403],
      ['staff-elsewhere', 404],
      ['visitor', 401],
    ] as const) {
      const noted = await act(who, `polls/${poll}/ballots/${voters[0]!.voter}`, { choice: ['for'], where: 'hall' })
      expect(noted.status, who).toBe(status)
    }
    expect((await act('staff', `polls/${poll}/ballots/vtr_none`, { choice: ['for'], where: 'hall' })).status).toBe(404)
    expect((await fileOf(poll)).turnout.cast).toBe(0)
  })
})

describe('a show of hands', () => {
  const hands = (agreed: number, against: number, present: number) => ({
    figures: {
      present: { heads: present },
      votes: { for: { heads: agreed }, against: { heads: against } },
      abstain: { heads: 0 },
      invalid: { heads: 0 },
    },
  })
  const counted = { way: 'counted', electorate: { totals: { heads: 45 } } }
  test('is counted blind by two, and what differs is counted anew', async () => {
    const matter = await atVote()
    const poll = await begin(matter, counted)
    expect((await act('staff', `polls/${poll}/count`, hands(20, 12, 31))).body).toMatchObject({
      code: 'counts-exceed-present',
    })
    expect((await act('staff', `polls/${poll}/count`, hands(20, 12, 46))).body).toMatchObject({
      code: 'counts-exceed-electorate',
    })
    expect((await act('staff', `polls/${poll}/count`, {})).body).toMatchObject({ code: 'counts-incomplete' })
    expect((await fileOf(poll)).status).toBe('open')
    expect((await act('staff', `polls/${poll}/count`, hands(16, 15, 31))).status).toBe(200)
    expect(JSON.stringify(await read('branch', `polls/${poll}`))).not.toContain('figures":{')
    const differed = await act<PollFile>('branch', `polls/${poll}/count`, hands(17, 14, 31))
    expect(differed.body).toMatchObject({ status: 'counting', counting: { first: null, recounts: 1 } })
    await act('branch', `polls/${poll}/count`, hands(16, 15, 31))
    const decided = await act<PollFile>('staff', `polls/${poll}/count`, hands(16, 15, 31))
    expect(decided.body).toMatchObject({ status: 'decided', result: { passed: true } })
    expect(decided.body.result!.verdicts[0]!.lines[0]!.zh).toContain('3×31=93 ≥ 2×45=90 ✓')
    expect(await rows(sql`select number from app.poll_count where poll_id = ${poll}`)).toHaveLength(4)
    expect((await matterOf(matter)).stage.act).toBe('assign')
  })

  test('that fails sends its matter back to the bench', async () => {
    const matter = await atVote()
    const poll = await begin(matter, counted)
    await act('staff', `polls/${poll}/count`, hands(15, 15, 30))
    expect((await act<PollFile>('branch', `polls/${poll}/count`, hands(15, 15, 30))).body.result).toMatchObject({
      passed: false,
      chosen: [],
    })
    expect((await matterOf(matter)).stage.act).toBe('discuss')
  })

  test('is on nobody’s phone', async () => {
    const named = await begin(await atVote(), { way: 'counted' })
    expect((await vote('raiser', named)).status).toBe(409)
    expect((await fileOf(named)).turnout.cast).toBe(0)
    const poll = await begin(await atVote(), counted)
    expect((await vote('raiser', poll)).status).toBe(409)
    const page = await town.as('raiser', { method: 'GET', url: `/polls/${poll}` })
    expect([page.status, page.text.includes('<form method="post" action="/polls')]).toEqual([200, false])
  })
})

describe('what anybody may see', () => {
  test('totals and the sums behind them, and a file that gives the same verdict', async () => {
    const poll = await begin(await atVote())
    await vote('raiser', poll)
    const during = await town.as('visitor', { method: 'GET', url: `/polls/${poll}` })
    expect(during.status).toBe(200)
    expect((await town.as('visitor', { method: 'GET', url: `/polls/${poll}/tally.json` })).status).toBe(404)
    await act('staff', `polls/${poll}/count`)
    await act('branch', `polls/${poll}/count`)
    const after = await town.as('visitor', { method: 'GET', url: `/polls/${poll}` })
    expect(after.text).toContain('3×1=3 &lt; 2×3=6 ✗')
    for (const { name } of [PEOPLE.raiser, PEOPLE.neighbour, PEOPLE.staff]) expect(after.text).not.toContain(name)
    const file = (
      await town.as('visitor', { method: 'GET', url: `/polls/${poll}/tally.json` })
    ).json() as never as Parameters<typeof tally> & {
      rule: Parameters<typeof tally>[0]
      electorate: Parameters<typeof tally>[1]
      counts: Parameters<typeof tally>[2]
    }
    expect(tally(file.rule, file.electorate, file.counts)).toMatchObject({ quorumMet: false, passed: false })
  })

  test('nothing of a draft, and of a closed matter only its voters', async () => {
    const drafted = await act<PollFile>('staff', `matters/${await atVote()}/polls`, draft())
    expect((await town.as('raiser', { method: 'GET', url: `/polls/${drafted.body.poll}` })).status).toBe(404)
    const poll = await begin(await atVote({ publicity: 'closed' }))
    const page = async (who: Caller) => (await town.as(who, { method: 'GET', url: `/polls/${poll}` })).status
    expect([await page('visitor'), await page('police'), await page('neighbour')]).toEqual([404, 404, 200])
  })

  test('a voter takes home a receipt, and sees what stands on their ballot', async () => {
    const poll = await begin(await atVote())
    const cast = await vote('raiser', poll, 'abstain')
    const page = await town.as('raiser', { method: 'GET', url: String(cast.headers['location']) })
    expect(page.text).toMatch(/YISHI1\.[\w-]+\.[\w-]+/u)
    expect(page.text).toContain('弃权')
    const other = await town.as('neighbour', { method: 'GET', url: `/polls/${poll}?cast=1` })
    expect(other.text).not.toContain('YISHI1.')
  })

  test('the first step writes nothing, and a missing choice keeps the page', async () => {
    const poll = await begin(await atVote())
    const form = (fields: Record<string, string>) =>
      town.as('raiser', { method: 'POST', url: `/polls/${poll}`, form: fields })
    expect((await form({ step: 'confirm' })).status).toBe(422)
    expect((await form({ step: 'confirm', choice: 'for' })).status).toBe(200)
    expect((await form({ step: 'cast', choice: 'maybe' })).status).toBe(422)
    expect((await fileOf(poll)).turnout.cast).toBe(0)
  })
})
