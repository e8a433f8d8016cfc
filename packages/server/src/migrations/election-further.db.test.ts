// Elections of the time before votes were added downwards and written names were noted: they keep their rules and their results, drafts follow the rules of today, and a roll that hangs goes on.
import type { CommunityId } from '@yishi/domain/kernel'
import {
  type Election,
  type SecretResult,
  electionFileSchema,
  electionLawByKey,
  recountElection,
  resultOf,
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

const today = electionLawByKey('sh-village-election')!
const { recall: _, ...before } = today
const { candidates: ____, ...proxies } = today.proxies!
const law = { ...before, proxies }
const named = [
  { key: 'c1', name: '周月英', woman: false },
  { key: 'c2', name: '陆国平', woman: false },
]
const plan = {
  community: EAST,
  law,
  title: '村委会换届选举',
  purpose: '',
  posts: [{ key: 'p1', title: '', seats: 1, candidates: named.map((each) => ({ ...each, profile: '' })) }],
  day: '2026-03-30',
  place: '活动室',
  boxes: ['一号箱'],
}
const roll = { publishedOn: '2026-03-02', objectionsUntil: '2026-03-09T16:00:00.000Z', registered: 30, digest: 'ab' }

/** As a count was kept then: what it came to, without what came later. */
const oldResult = (votes: readonly [number, number, written: number]) => {
  const {
    addsDown: __,
    sections,
    ...result
  } = resultOf({
    law: today,
    round: 1,
    registered: 30,
    given: 20,
    collected: 20,
    spoiled: 0,
    kept: [],
    addsDown: false,
    reserved: 'p1',
    sections: [
      {
        post: 'p1',
        title: '',
        seats: 1,
        spoiled: 0,
        blank: 20 - votes[0] - votes[1] - votes[2],
        candidates: [
          ...named.map((each, index) => ({ ...each, written: false, votes: votes[index]! })),
          { key: 'w1', name: '钱八', written: true, woman: null, votes: votes[2] },
        ],
      },
    ],
  })
  return {
    ...result,
    sections: sections.map((section) => ({
      ...section,
      candidates: section.candidates.map(({ added: ___, ...each }) => ({ ...each, woman: false })),
    })),
  }
}
const counted = (votes: readonly [number, number, number]) => ({
  ...plan,
  ...roll,
  results: [oldResult(votes)],
  elected: [],
})
const states = {
  elc_draft: { ...plan, status: 'draft' },
  elc_hung: { ...plan, ...roll, waiting: [], reminded: true, status: 'published' },
  elc_unclear: { ...counted([5, 3, 12]), status: 'decided' },
  elc_short: { ...counted([8, 9, 3]), nextVote: null, status: 'short' },
}

const stateOf = async (id: string): Promise<Election> =>
  inCommunities(database.db, [EAST], async (trx) => {
    const { rows } = await sql<{ state: Election }>`select state from app.election where election_id = ${id}`.execute(
      trx,
    )
    return rows[0]!.state
  })

test('drafts follow the rules of today, what hangs or was counted keeps those it began with', async () => {
  const { db, owner, ownerUrl } = database
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const migrator = new Migrator({ db: owner, provider, migrationTableSchema: 'migration' })
  expect((await migrator.migrateTo('0059-paused-is-not-due')).error).toBeUndefined()
  await foundCommunity(db, EAST)
  const count = (written: number) => ({
    collected: 20,
    spoiled: 0,
    posts: {
      p1: { spoiled: 0, blank: 0, votes: { c1: 5, c2: 15 - written }, written: [{ name: '钱八', votes: written }] },
    },
  })
  await inCommunities(db, [EAST], async (trx) => {
    for (const [id, state] of Object.entries(states))
      await sql`insert into app.election (community_id, election_id, status, state, drafted_at)
        values (${EAST}, ${id}, ${state.status}, ${JSON.stringify({ ...state, id })}::jsonb, ${TEST_START})`.execute(
        trx,
      )
    await sql`insert into app.election_count (community_id, election_id, number, turn, box, person_id, count, at)
      values (${EAST}, 'elc_unclear', 1, 1, 0, 'per_1', ${JSON.stringify(count(12))}::jsonb, ${TEST_START})`.execute(
      trx,
    )
  })
  await migrate(ownerUrl)
  expect(await stateOf('elc_draft')).toMatchObject({
    law: { proxies: today.proxies },
    addsDown: false,
    furtherWithin: null,
    recall: null,
    rung: 'none',
  })
  for (const id of ['elc_hung', 'elc_unclear', 'elc_short'])
    expect(await stateOf(id)).toMatchObject({ law: { proxies: { most: 3, candidates: null } }, addsDown: false })
  expect(await stateOf('elc_short')).toMatchObject({ status: 'short', furtherBy: null, rung: 'none', nextVote: null })
})

test('a count in which a written name left it open still does; another keeps what it came to', async () => {
  const womanIn = async (id: string) => {
    const { results } = (await stateOf(id)) as { results: readonly SecretResult[] }
    return [results[0]!.woman, results[0]!.sections[0]!.candidates.find(({ key }) => key === 'w1')!.woman]
  }
  expect(await womanIn('elc_unclear')).toEqual(['unclear', null])
  expect(await womanIn('elc_short')).toEqual(['separate', false])
  const tally = await inCommunities(database.db, [EAST], (trx) =>
    tallyFileOf(trx, { community: EAST, id: 'elc_unclear' }),
  )
  expect(
    tally!.map((each) => recountElection(electionFileSchema.parse(JSON.parse(JSON.stringify(each))))),
  ).toMatchObject([{ woman: 'unclear', sections: [{ elected: ['w1'] }] }])
})
