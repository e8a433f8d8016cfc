// Elections with one list become elections with one post: their plan, their turns, their counts and their results, as every later one has them.
import { type Kysely, sql } from 'kysely'

type Json = Readonly<Record<string, unknown>>
type OldCount = {
  readonly collected: number
  readonly spoiled: number
  readonly blank: number
  readonly votes: Readonly<Record<string, number>>
}
type Candidate = { readonly key: string; readonly name: string }
type OldResult = {
  readonly round: number
  readonly void: string | null
  readonly lines: unknown
  readonly totals: OldCount
  readonly candidates: readonly (Json & { readonly key: string })[]
  readonly elected: readonly string[]
  readonly open: number
  readonly next: readonly string[]
}
type OldState = Json & {
  readonly status: string
  readonly law: Json
  readonly title: string
  readonly day: string
  readonly place: string
  readonly seats: number
  readonly candidates: readonly Candidate[]
  readonly registered?: number
  readonly round?: number
  readonly turn?: number
  readonly standing?: readonly string[]
  readonly open?: number
  readonly given?: number
  readonly counted?: readonly (Json & {
    readonly counts: readonly { count: OldCount }[]
    readonly settled: OldCount | null
  })[]
  readonly results?: readonly OldResult[]
  readonly elected?: readonly string[]
}

const POST = 'p1'

const countOf = ({ collected, spoiled, blank, votes }: OldCount) => ({
  collected,
  spoiled: 0,
  posts: { [POST]: { spoiled, blank, votes, written: [] } },
})

const nameIn = (candidates: readonly Candidate[], key: string): string =>
  candidates.find((each) => each.key === key)?.name ?? key

const resultOf = (old: OldState, result: OldResult, given: number) => {
  const { round, void: reason, lines, totals, candidates, elected, open, next } = result
  const { collected, spoiled, blank } = totals
  const named = candidates.map((each) => ({ ...each, name: nameIn(old.candidates, each.key), written: false }))
  const seats = open + elected.length
  return {
    round,
    registered: old.registered,
    given,
    collected,
    spoiled: 0,
    void: reason,
    lines,
    sections: [{ post: POST, title: '', seats, spoiled, blank, candidates: named, elected, open, next }],
    open,
    doubles: [],
    kept: [],
  }
}

const turnOf = ({ round, turn, day, place, standing = [], open, given, candidates }: OldState) => ({
  round,
  number: turn,
  day,
  place,
  sections: [
    {
      post: POST,
      title: '',
      seats: open,
      standing: standing.map((key) => ({ key, name: nameIn(candidates, key) })),
    },
  ],
  given,
})

/** Ballots of a vote that has begun were printed without lines to write in. */
const BEFORE_THE_VOTE: ReadonlySet<string> = new Set(['draft', 'published'])
const WRITE_INS: Readonly<Record<string, Json>> = {
  'house-secret-election': { zh: '章程：可以另选他人', en: 'charter: somebody else may be written in' },
}
const IN_VILLAGES = {
  zh: '村民委员会选举规程（民发〔2013〕76号）：可以另选其他选民',
  en: 'Guideline for village elections (Ministry of Civil Affairs 2013, no. 76): another voter may be written in',
}
const lawOf = ({ law, status }: OldState): Json => ({
  ...law,
  writeIns: BEFORE_THE_VOTE.has(status) ? (WRITE_INS[String(law['key'])] ?? IN_VILLAGES) : null,
})

/** Ballots given out in each turn, by its number. */
type Given = ReadonlyMap<number, number>

const stateOf = (old: OldState, given: Given): Json => {
  const { seats, candidates, round, turn, standing, open, given: now, counted, results, elected, ...rest } = old
  const runs = old.status === 'voting' || old.status === 'counting'
  return {
    ...rest,
    law: lawOf(old),
    posts: [{ key: POST, title: '', seats, candidates }],
    ...(runs ? { turn: turnOf(old) } : {}),
    ...(old.status === 'short' ? { nextVote: null } : {}),
    ...(counted
      ? {
          counted: counted.map((box) => ({
            ...box,
            counts: box.counts.map((told) => ({ ...told, count: countOf(told.count) })),
            settled: box.settled && countOf(box.settled),
          })),
        }
      : {}),
    ...(results ? { results: results.map((each, index) => resultOf(old, each, given.get(index + 1) ?? 0)) } : {}),
    ...(elected
      ? { elected: elected.map((key) => ({ post: POST, title: '', key, name: nameIn(candidates, key) })) }
      : {}),
  }
}

const rewriteStates = async (db: Kysely<unknown>): Promise<void> => {
  const { rows: given } = await sql<{ election: string; turn: number; given: number }>`
    select election_id as election, turn, count(*)::integer as given from app.election_given group by 1, 2`.execute(db)
  const byElection = Map.groupBy(given, ({ election }) => election)
  const { rows } = await sql<{ community: string; election: string; state: OldState }>`
    select community_id as community, election_id as election, state from app.election`.execute(db)
  for (const { community, election, state } of rows) {
    const turns = new Map((byElection.get(election) ?? []).map((each) => [each.turn, each.given]))
    await sql`update app.election set state = ${JSON.stringify(stateOf(state, turns))}::jsonb
      where community_id = ${community} and election_id = ${election}`.execute(db)
  }
}

/** A void ballot of one list is a void section of its one post. */
const rewriteCounts = sql`update app.election_count set count = jsonb_build_object(
  'collected', count -> 'collected', 'spoiled', 0, 'posts', jsonb_build_object(${sql.lit(POST)}, jsonb_build_object(
    'spoiled', count -> 'spoiled', 'blank', count -> 'blank', 'votes', count -> 'votes', 'written', '[]'::jsonb)))`

const STATUSES = sql`alter table app.election drop constraint election_status_check,
  add constraint election_status_check
  check (status in ('draft', 'published', 'voting', 'counting', 'doubled', 'short', 'decided', 'withdrawn'))`

const REWRITTEN = ['election', 'election_given', 'election_count'] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await STATUSES.execute(db)
  // To change rows of all communities their owner must see them.
  for (const table of REWRITTEN) await sql`alter table ${sql.id('app', table)} no force row level security`.execute(db)
  await rewriteStates(db)
  await rewriteCounts.execute(db)
  for (const table of REWRITTEN) await sql`alter table ${sql.id('app', table)} force row level security`.execute(db)
}
