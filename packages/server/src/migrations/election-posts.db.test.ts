// Elections of the time of one list: whatever state they were in, they are read, counted on and counted again as elections with one post.
import { CLOCK, type CommunityId, type Instant, isRefused } from '@yishi/domain/kernel'
import {
  type Election,
  electionFileSchema,
  electionLawByKey,
  electionRules,
  recountElection,
} from '@yishi/domain/secret-election'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tallyFileOf } from '../capabilities/election/public-query.ts'
import { migrate } from '../kernel/database/migrate.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START, foundCommunity } from '../testing/context.ts'
import { type FreshDatabase, plainOwnersDatabase } from '../testing/database.ts'
import { migrations } from './index.ts'

const EAST: CommunityId = 'com_east'
let database: FreshDatabase
beforeAll(async () => void (database = await plainOwnersDatabase()))
afterAll(() => database.drop())

const { writeIns: _, ...law } = electionLawByKey('house-secret-election')!
const plan = {
  community: EAST,
  law,
  title: '自管会换届选举',
  purpose: '',
  seats: 1,
  candidates: [
    { key: 'c1', name: '周月英', profile: '退休教师' },
    { key: 'c2', name: '陆国平', profile: '' },
  ],
  day: '2026-03-30',
  place: '活动室',
  boxes: ['一号箱'],
}
const roll = { publishedOn: '2026-03-02', objectionsUntil: '2026-03-09T16:00:00.000Z', registered: 30, digest: 'ab' }
const turn = { round: 1, turn: 1, standing: ['c1', 'c2'], open: 1, given: 20 }
const count = { collected: 20, spoiled: 1, blank: 2, votes: { c1: 9, c2: 8 } }
const line = (name: string, votes: number) => ({
  holds: false,
  zh: `${name} 得票 ${votes} ÷ 收回的票 20 > 1/2？ 2×${votes}=${2 * votes} < 20 ✗（章程：过半数得票）`,
  en: `${name}: votes ${votes} ÷ ballots back 20 > 1/2? 2×${votes}=${2 * votes} < 20 ✗ (charter: more than half of the ballots)`,
})
const result = {
  round: 1,
  void: null,
  lines: [
    {
      holds: true,
      zh: '收回的票 20 张，发出 20 张，不得多于发出的 ✓',
      en: 'Ballots back 20, given out 20: no more than were given out ✓',
    },
    {
      holds: true,
      zh: '参加投票 20 ÷ 登记选民 30 > 1/2？ 2×20=40 > 30 ✓（章程：过半数参加）',
      en: 'Voted 20 ÷ registered 30 > 1/2? 2×20=40 > 30 ✓ (charter: more than half take part)',
    },
  ],
  totals: count,
  candidates: [
    { key: 'c1', votes: 9, standing: 'not-elected', line: line('周月英', 9) },
    { key: 'c2', votes: 8, standing: 'not-elected', line: line('陆国平', 8) },
  ],
  elected: [],
  open: 1,
  next: ['c1', 'c2'],
}
const past = { results: [], elected: [] }
const second = { ...turn, round: 2, turn: 2, given: 12 }
const states = {
  elc_draft: { ...plan, status: 'draft' },
  elc_hung: { ...plan, ...roll, waiting: [], reminded: true, status: 'published' },
  elc_counting: {
    ...plan,
    ...roll,
    ...turn,
    ...past,
    counted: [{ name: '一号箱', counts: [{ by: 'per_1', count }], recounts: 0, settled: null }],
    status: 'counting',
  },
  elc_short: { ...plan, ...roll, ...turn, results: [result], elected: [], status: 'short' },
  elc_again: { ...plan, ...roll, ...second, results: [result], elected: [], status: 'voting' },
  elc_decided: { ...plan, ...roll, results: [result], elected: ['c1'], status: 'decided' },
}

const stateOf = async (id: string): Promise<Election> =>
  inCommunities(database.db, [EAST], async (trx) => {
    const { rows } = await sql<{ state: Election }>`select state from app.election where election_id = ${id}`.execute(
      trx,
    )
    return rows[0]!.state
  })

test('each keeps what it was, with one post', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  expect((await migrator.migrateTo('0041-claim')).error).toBeUndefined()
  await foundCommunity(db, EAST)
  await inCommunities(db, [EAST], async (trx) => {
    for (const [id, state] of Object.entries(states))
      await sql`insert into app.election (community_id, election_id, status, state, drafted_at)
        values (${EAST}, ${id}, ${state.status}, ${JSON.stringify({ ...state, id })}::jsonb, ${TEST_START})`.execute(
        trx,
      )
    for (const id of ['elc_counting', 'elc_short', 'elc_again']) {
      await sql`insert into app.election_voter (community_id, election_id, voter_id, position, name, village_group)
        select ${EAST}, ${id}, 'vtr_' || n, n, '选民', '' from generate_series(1, 20) as n`.execute(trx)
      await sql`insert into app.election_given (community_id, election_id, turn, voter_id, holder_id, given_by, at)
        select ${EAST}, ${id}, 1, 'vtr_' || n, 'vtr_' || n, 'per_1', ${TEST_START} from generate_series(1, 20) as n`.execute(
        trx,
      )
      await sql`insert into app.election_count (community_id, election_id, number, turn, box, person_id, count, at)
        values (${EAST}, ${id}, 1, 1, 0, 'per_1', ${JSON.stringify(count)}::jsonb, ${TEST_START})`.execute(trx)
    }
  })
  await migrate(ownerUrl)

  const posts = [{ key: 'p1', title: '', seats: 1, candidates: plan.candidates }]
  for (const [id, { status, title }] of Object.entries(states))
    expect(await stateOf(id)).toMatchObject({ status, title, posts, day: plan.day })
  const writeInsOf = async (id: string) => ((await stateOf(id)) as { law: { writeIns: unknown } }).law.writeIns
  expect(await writeInsOf('elc_draft')).toEqual(electionLawByKey('house-secret-election')!.writeIns)
  expect(await writeInsOf('elc_hung')).not.toBeNull()
  expect(await writeInsOf('elc_counting')).toBeNull()
  expect(await stateOf('elc_again')).toMatchObject({
    turn: {
      round: 2,
      number: 2,
      day: plan.day,
      given: 12,
      sections: [{ post: 'p1', seats: 1, standing: [{ key: 'c1', name: '周月英' }, { key: 'c2' }] }],
    },
  })
  expect(await stateOf('elc_decided')).toMatchObject({ elected: [{ post: 'p1', key: 'c1', name: '周月英' }] })
})

test('what was counted is counted again to the same result, line by line', async () => {
  const tally = await inCommunities(database.db, [EAST], (trx) =>
    tallyFileOf(trx, { community: EAST, id: 'elc_short' }),
  )
  const { results } = (await stateOf('elc_short')) as unknown as { results: unknown }
  expect(tally!.map((each) => recountElection(electionFileSchema.parse(JSON.parse(JSON.stringify(each)))))).toEqual(
    results,
  )
})

test('a count that one teller had entered is settled by the second, in the new shape; an open seat is voted on again', async () => {
  const at: Instant = '2026-03-30T10:00:00.000Z'
  const hat = { role: 'branch', community: EAST, path: '', party: 'pty_1' } as const
  const meta = (person: `per_${string}`) => ({
    actor: { kind: 'person', person, hats: [hat] } as const,
    now: at,
    ids: <P extends string>(prefix: P) => `${prefix}_new` as const,
  })
  const counted = {
    collected: 20,
    spoiled: 0,
    posts: { p1: { spoiled: 1, blank: 2, votes: { c1: 9, c2: 8 }, written: [] } },
  }
  const found = electionRules.decide(
    await stateOf('elc_counting'),
    { type: 'EnterBox', box: 0, count: counted },
    meta('per_2'),
  )
  if (isRefused(found)) throw new Error(found.refused)
  expect(found.events.map(({ type }) => type)).toEqual(['BoxCounted', 'BoxSettled', 'ResultAnnounced'])
  const { results } = found.state as { results: readonly unknown[] }
  const migrated = (await stateOf('elc_short')) as unknown as { results: readonly unknown[] }
  expect(results).toEqual(migrated.results)
  const fix = { type: 'FixNextVote', day: '2026-04-04', place: '活动室', proxies: [] } as const
  expect(electionRules.decide(await stateOf('elc_short'), fix, meta('per_2'))).toHaveProperty('events')
  expect(
    electionRules.decide(await stateOf('elc_short'), { type: 'WakeElection' }, { ...meta('per_2'), actor: CLOCK }),
  ).toMatchObject({
    events: [],
  })
})
