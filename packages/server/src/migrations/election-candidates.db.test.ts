// Elections of the time before anybody noted women and counted candidates: a draft follows the rules of today, what hangs or was counted keeps those it began with.
import { CLOCK, type CommunityId, isRefused } from '@yishi/domain/kernel'
import {
  type Election,
  type SecretResult,
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

const { women, moreCandidates, ...law } = electionLawByKey('cn-village-election')!
const { women: _, moreCandidates: __, ...house } = electionLawByKey('house-secret-election')!
const named = [
  { key: 'c1', name: '周月英' },
  { key: 'c2', name: '陆国平' },
]
const plan = {
  community: EAST,
  law,
  title: '村委会换届选举',
  purpose: '',
  posts: [{ key: 'p1', title: '', seats: 2, candidates: named.map((each) => ({ ...each, profile: '' })) }],
  day: '2026-03-30',
  place: '活动室',
  boxes: ['一号箱'],
}
const roll = { publishedOn: '2026-03-02', objectionsUntil: '2026-03-09T16:00:00.000Z', registered: 30, digest: 'ab' }
const line = (zh: string, en: string) => ({ holds: true, zh, en })
const candidate = ({ key, name }: (typeof named)[number], votes: number, standing: string) => ({
  key,
  name,
  written: false,
  votes,
  standing,
  line: {
    holds: standing === 'elected',
    zh: `${name} 得票 ${votes} ÷ 收回的票 20 > 1/2？ 2×${votes}=${2 * votes} ${standing === 'elected' ? '> 20 ✓' : '< 20 ✗'}（《村民委员会组织法》第十五条）`,
    en: `${name}: votes ${votes} ÷ ballots back 20 > 1/2? 2×${votes}=${2 * votes} ${standing === 'elected' ? '> 20 ✓' : '< 20 ✗'} (Villagers’ Committees Law 15)`,
  },
})
const result = {
  round: 1,
  registered: 30,
  given: 20,
  collected: 20,
  spoiled: 0,
  void: null,
  lines: [
    line(
      '收回的票 20 张，发出 20 张，不得多于发出的 ✓',
      'Ballots back 20, given out 20: no more than were given out ✓',
    ),
    line(
      '参加投票 20 ÷ 登记选民 30 > 1/2？ 2×20=40 > 30 ✓（《村民委员会组织法》第十五条）',
      'Voted 20 ÷ registered 30 > 1/2? 2×20=40 > 30 ✓ (Villagers’ Committees Law 15)',
    ),
  ],
  sections: [
    {
      post: 'p1',
      title: '',
      seats: 2,
      spoiled: 0,
      blank: 2,
      candidates: [candidate(named[0]!, 15, 'elected'), candidate(named[1]!, 8, 'not-elected')],
      elected: ['c1'],
      open: 1,
      next: ['c2'],
    },
  ],
  open: 1,
  doubles: [],
  kept: [],
}
const sections = [{ post: 'p1', title: '', seats: 1, standing: [named[1]] }]
const past = { results: [result], elected: [{ post: 'p1', title: '', ...named[0] }] }
const states = {
  elc_draft: { ...plan, status: 'draft' },
  elc_house: { ...plan, law: house, status: 'draft' },
  elc_hung: { ...plan, ...roll, waiting: [], reminded: true, status: 'published' },
  elc_short: { ...plan, ...roll, ...past, nextVote: null, status: 'short' },
  elc_again: {
    ...plan,
    ...roll,
    ...past,
    turn: { round: 2, number: 2, day: plan.day, place: plan.place, sections, given: 12 },
    status: 'voting',
  },
}

const stateOf = async (id: string): Promise<Election> =>
  inCommunities(database.db, [EAST], async (trx) => {
    const { rows } = await sql<{ state: Election }>`select state from app.election where election_id = ${id}`.execute(
      trx,
    )
    return rows[0]!.state
  })
const lawOf = async (id: string) => ((await stateOf(id)) as { law: { women: unknown; moreCandidates: unknown } }).law

test('a draft of a village asks for more candidates and a woman; nothing else does', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  expect((await migrator.migrateTo('0049-same-person')).error).toBeUndefined()
  await foundCommunity(db, EAST)
  const count = {
    collected: 20,
    spoiled: 0,
    posts: { p1: { spoiled: 0, blank: 2, votes: { c1: 15, c2: 8 }, written: [] } },
  }
  await inCommunities(db, [EAST], async (trx) => {
    for (const [id, state] of Object.entries(states))
      await sql`insert into app.election (community_id, election_id, status, state, drafted_at)
        values (${EAST}, ${id}, ${state.status}, ${JSON.stringify({ ...state, id })}::jsonb, ${TEST_START})`.execute(
        trx,
      )
    await sql`insert into app.election_count (community_id, election_id, number, turn, box, person_id, count, at)
      values (${EAST}, 'elc_short', 1, 1, 0, 'per_1', ${JSON.stringify(count)}::jsonb, ${TEST_START})`.execute(trx)
  })
  await migrate(ownerUrl)
  expect(await lawOf('elc_draft')).toMatchObject({ women, moreCandidates })
  for (const id of ['elc_house', 'elc_hung', 'elc_short', 'elc_again'])
    expect(await lawOf(id)).toMatchObject({ women: null, moreCandidates: null })
  for (const id of Object.keys(states))
    expect(await stateOf(id)).toMatchObject({
      posts: [{ candidates: named.map((each) => ({ ...each, woman: false })) }],
    })
  expect(await stateOf('elc_again')).toMatchObject({
    turn: { sections: [{ standing: [{ key: 'c2', woman: false }] }] },
  })
})

test('what was counted is counted again to the same result, line by line', async () => {
  const tally = await inCommunities(database.db, [EAST], (trx) =>
    tallyFileOf(trx, { community: EAST, id: 'elc_short' }),
  )
  const { results } = (await stateOf('elc_short')) as { results: readonly SecretResult[] }
  expect(results[0]).toMatchObject({ reserved: null, woman: null })
  expect(tally!.map((each) => recountElection(electionFileSchema.parse(JSON.parse(JSON.stringify(each)))))).toEqual(
    results,
  )
})

test('a draft with too few is not published any more; the roll that hangs goes on', async () => {
  const hat = { role: 'branch', community: EAST, path: '', party: 'pty_1' } as const
  const meta = {
    actor: { kind: 'person', person: 'per_1', hats: [hat] },
    now: '2026-03-02T02:00:00.000Z',
    ids: <P extends string>(prefix: P) => `${prefix}_new` as const,
  } as const
  const voters = [{ voter: 'vtr_1', person: null, name: '村民', group: '' }] as const
  const publish = { type: 'PublishRoll', voters, strangers: 0 } as const
  expect(electionRules.decide(await stateOf('elc_draft'), publish, meta)).toMatchObject({
    refused: 'too-few-candidates',
    detail: { more: 1 },
  })
  const opened = electionRules.decide(
    await stateOf('elc_hung'),
    { type: 'OpenVoting', unruled: 0 },
    { ...meta, now: '2026-03-30T02:00:00.000Z' },
  )
  if (isRefused(opened)) throw new Error(opened.refused)
  expect(opened.state).toMatchObject({ status: 'voting', turn: { sections: [{ seats: 2 }] } })
  const wake = electionRules.decide(await stateOf('elc_short'), { type: 'WakeElection' }, { ...meta, actor: CLOCK })
  expect(wake).toMatchObject({ events: [] })
})
