// Polls on real PostgreSQL through their own doors: a whole life, two tellers, and the races that a vote has to bear.
import { tally } from '@yishi/domain/poll'
import type { MatterFile } from '@yishi/contract/matter'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { type Caller, PEOPLE, personId } from '../../fences/people.ts'
import { rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { openPolls } from './index.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const act = async <T = { code: string }>(
  who: Caller,
  path: string,
  json: object = {},
  headers: Record<string, string> = {},
) => {
  const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json, headers })
  return { status: answer.status, body: answer.json() as T }
}
const read = async <T>(who: Caller, path: string): Promise<T> =>
  (await town.as(who, { method: 'GET', url: `/api/${path}` })).json()

/** A matter at the stage where its representatives decide. */
const atVote = async (more: object = {}): Promise<string> => {
  const { matter } = await raise(town, { title: '长椅装在哪里', ...more })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  for (const [path, json] of [
    ['sort', sorting],
    ['record-talk', { result: 'agreed', summary: '大家愿意装' }],
  ] as const)
    expect((await act('staff', `matters/${matter}/${path}`, json)).status).toBe(200)
  return matter
}

const VOTERS: readonly Caller[] = ['raiser', 'neighbour', 'volunteer']
const draft = (more: object = {}) => ({
  rule: 'cn-residents-representatives',
  way: 'ballots',
  question: { type: 'for-against', text: '三号楼前装两把长椅？', explanation: '靠墙放。' },
  electorate: { voters: VOTERS.map((key) => ({ person: personId(key) })) },
  ...more,
})
const begin = async (matter: string, more: object = {}): Promise<string> => {
  const drafted = await act<PollFile>('staff', `matters/${matter}/polls`, draft(more))
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201)
  const { poll } = drafted.body
  expect((await act('staff', `polls/${poll}/open`)).status).toBe(200)
  return poll
}
const vote = (who: Caller, poll: string, choice = 'for', key = '') =>
  town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice, ...(key && { key }) } })
const fileOf = (poll: string) => read<PollFile>('staff', `polls/${poll}`)
const matterOf = (matter: string) => read<MatterFile>('staff', `matters/${matter}`)
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)

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

describe('drafting', () => {
  test.each([
    ['an unknown rule', { rule: 'by-and-by' }, 422, 'poll-rule-unknown'],
    ['a rule that is no longer in force', { rule: 'cn-residents-meeting-1989' }, 409, 'poll-rule-not-in-force'],
    [
      'another rule than the stage names',
      { rule: 'show-of-hands', way: 'counted', electorate: { totals: { heads: 3 } } },
      409,
      'poll-rule-differs',
    ],
    ['nobody on the list', { electorate: { voters: [] } }, 422, 'electorate-empty'],
    ['somebody who is not here', { electorate: { voters: [{ person: 'per_nobody' }] } }, 404, 'voter-unknown'],
    [
      'somebody twice',
      { electorate: { voters: [{ person: 'per_raiser' }, { person: 'per_raiser' }] } },
      422,
      'voters-twice',
    ],
    [
      'the same option twice',
      { question: { type: 'choose-one', text: '颜色？', options: ['红', ' 红 '] } },
      422,
      'options-twice',
    ],
    ['300 characters', { question: { type: 'for-against', text: '问'.repeat(300) } }, 400, 'invalid-request'],
    ['no question', { question: { type: 'for-against', text: '  ' } }, 400, 'invalid-request'],
  ])('is refused for %s, and leaves nothing behind', async (_, more, status, code) => {
    const matter = await atVote()
    const answer = await act('staff', `matters/${matter}/polls`, draft(more))
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await read('staff', `matters/${matter}/polls`)).toMatchObject({ polls: [], may: true })
  })

  test('sent twice under one key begins one poll', async () => {
    const matter = await atVote()
    const twice = () =>
      act<PollFile>('staff', `matters/${matter}/polls`, draft(), { 'idempotency-key': `draft-${matter}` })
    const [one, other] = [await twice(), await twice()]
    expect([one.status, other.status, one.body.poll]).toEqual([201, 201, other.body.poll])
  })

  test('may be drafted anew until it opens, and not after', async () => {
    const matter = await atVote()
    const { body } = await act<PollFile>('staff', `matters/${matter}/polls`, draft())
    expect(body.may).toContain('redraft')
    const { rule: _, ...again } = draft({ electorate: { voters: [{ person: 'per_volunteer' }, { name: '王大爷' }] } })
    const redrafted = await act<PollFile>('staff', `polls/${body.poll}/redraft`, again)
    expect(redrafted.body).toMatchObject({ status: 'draft', electorate: { named: 2 } })
    expect(redrafted.body.electorate.digest).not.toBe(body.electorate.digest)
    const voters = await read<PollVoter[]>('staff', `polls/${body.poll}/voters`)
    expect(voters.map(({ person, name }) => person ?? name)).toEqual(['per_volunteer', '王大爷'])
    await act('staff', `polls/${body.poll}/open`)
    expect((await act('staff', `polls/${body.poll}/redraft`, again)).body).toMatchObject({ code: 'not-in-this-state' })
  })

  test('one poll at a time; one that was given up makes room', async () => {
    const matter = await atVote()
    const poll = await begin(matter)
    expect((await act('staff', `matters/${matter}/polls`, draft())).body).toMatchObject({ code: 'one-at-a-time' })
    expect((await act('neighbour', `polls/${poll}/withdraw`, { reason: '试' })).status).toBe(403)
    expect((await act('staff', `polls/${poll}/withdraw`, { reason: '问法要改' })).status).toBe(200)
    expect((await act('staff', `matters/${matter}/polls`, draft())).status).toBe(201)
  })

  test('a poll ends with its stage, without an echo', async () => {
    const matter = await atVote()
    const poll = await begin(matter)
    await vote('raiser', poll)
    expect((await act('staff', `matters/${matter}/take-outcome`, { outcome: 'no-vote' })).status).toBe(200)
    expect((await fileOf(poll)).status).toBe('withdrawn')
    expect((await vote('raiser', poll, 'against')).status).toBe(409)
    const noted = await rows(
      sql`select type from app.ledger_entry where subject = ${matter} and type = 'ProceedingNoted'`,
    )
    expect(noted).toHaveLength(1)
  })

  test('candidates are people of the roster with the role in the node', async () => {
    const named = await read<{ name: string }[]>('staff', `candidates?community=${SUN}&role=grid-worker&node=G1`)
    expect(named.map(({ name }) => name)).toEqual([PEOPLE['grid-worker-here'].name])
  })
})

describe('races', () => {
  test('of many ballots at the very moment of closing, exactly those count that were accepted', async () => {
    for (let round = 0; round < 6; round += 1) {
      const poll = await begin(await atVote())
      const [close, ...ballots] = await Promise.all([
        act('staff', `polls/${poll}/count`),
        ...VOTERS.map((who) => vote(who, poll)),
      ])
      expect(close.status).toBe(200)
      const accepted = ballots.filter(({ status }) => status === 303).length
      expect(ballots.every(({ status }) => status === 303 || status === 409)).toBe(true)
      const decided = await act<PollFile>('branch', `polls/${poll}/count`)
      expect(decided.body.result!.figures.votes['for']).toEqual({ heads: accepted })
      const stored = await rows(
        sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
      )
      expect(stored).toHaveLength(accepted)
    }
  })

  test('two phones of one voter leave two ballots, of which one holds', async () => {
    const poll = await begin(await atVote())
    const answers = await Promise.all(
      ['for', 'against', 'for', 'against'].map((choice) => vote('raiser', poll, choice)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const held = await rows(sql<{ ballots: number; kept: number }>`
      select ballots, (select count(*)::integer from app.poll_ballot b where b.ballot_id = v.ballot_id) as kept
      from app.poll_voter v where poll_id = ${poll} and person_id = 'per_raiser'`)
    expect(held).toEqual([{ ballots: 4, kept: 4 }])
    expect((await fileOf(poll)).turnout.cast).toBe(1)
  })

  test('one key sent twice at once is one ballot', async () => {
    const poll = await begin(await atVote())
    await Promise.all([vote('raiser', poll, 'for', 'same-key'), vote('raiser', poll, 'for', 'same-key')])
    const kept = await rows(
      sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
    )
    expect(kept).toHaveLength(1)
  })

  test('of several who confirm a count at once, one decides', async () => {
    const poll = await begin(await atVote())
    await act('staff', `polls/${poll}/count`)
    const answers = await Promise.all(
      (['branch', 'grid-worker-here', 'building-leader'] as const).map((who) => act(who, `polls/${poll}/count`)),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  test('of two drafts at once one stands', async () => {
    const matter = await atVote()
    const answers = await Promise.all([
      act('staff', `matters/${matter}/polls`, draft()),
      act('branch', `matters/${matter}/polls`, draft()),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
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
