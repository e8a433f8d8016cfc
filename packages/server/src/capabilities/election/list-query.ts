// The secret elections that a community shows to everybody: those that run or come first, then those that were held.
import {
  ELECTIONS_PER_PAGE,
  ELECTION_PHASES,
  type ElectedTo,
  type ElectionPhase,
  type ElectionsPage,
  type PublicElectionLine,
  type RecallOutcome,
} from '@yishi/contract/election-pages'
import type { LocalDate } from '@yishi/domain/calendar'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { type Elected, type SectionResult, isRecalled } from '@yishi/domain/secret-election'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { communityTitle } from '../territory/index.ts'

/** Until when the roll is objected to decides between the two that wait for their day. */
const phaseAt = (now: Instant): RawBuilder<ElectionPhase> => sql`case
  when status in ('voting', 'counting') then 'now'
  when status = 'published' then case when (state ->> 'objectionsUntil')::timestamptz > ${now} then 'roll' else 'ahead' end
  when status = 'short' and state -> 'nextVote' <> 'null' then 'ahead'
  when status in ('doubled', 'unclear', 'short', 'decided') then 'held' else 'withdrawn' end`

/** The day and the place of the vote that comes or runs, or of the first where none does. */
const WHEN = sql`coalesce(state -> 'nextVote' ->> 'day', state -> 'turn' ->> 'day', state ->> 'day')`
const WHERE = sql`coalesce(state -> 'nextVote' ->> 'place', state -> 'turn' ->> 'place', state ->> 'place')`

/** In the order of the list: what is ahead by its day, what is over with the newest first. */
const ORDER = sql`array_position(${[...ELECTION_PHASES]}::text[], phase),
  case when phase in ('held', 'withdrawn') then null else ${WHEN} end, ${WHEN} desc, election_id desc`

const total = async (trx: Transaction, community: CommunityId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from app.election
    where community_id = ${community} and status <> 'draft'`.execute(trx)
  return rows[0]!.n
}

/** Posts in the order in which somebody was first elected to them. */
export const byPost = (elected: readonly Elected[]): readonly ElectedTo[] =>
  [...Map.groupBy(elected, ({ post }) => post).values()].map((all) => ({
    title: all[0]!.title,
    names: all.map(({ name }) => name),
  }))

type Asked = { readonly community: CommunityId; readonly page: number; readonly now: Instant }

type Kept = Omit<PublicElectionLine, 'elected' | 'recall'> & {
  readonly elected: readonly Elected[]
  readonly recall: readonly SectionResult[] | null
}

export const outcomesOf = (sections: readonly SectionResult[]): readonly RecallOutcome[] =>
  sections.map((section) => ({ title: section.title, recalled: isRecalled(section) }))

const linesOf = async (trx: Transaction, { community, page, now }: Asked): Promise<readonly PublicElectionLine[]> => {
  const { rows } = await sql<Kept>`
    select election_id as election, state ->> 'title' as title, phase, status, ${WHEN} as day, ${WHERE} as place,
      (select sum((post -> 'seats')::integer)::integer from jsonb_array_elements(state -> 'posts') as post) as seats,
      case when state ? 'registered' then jsonb_build_object('objectionsUntil', state ->> 'objectionsUntil',
        'registered', state -> 'registered') end as roll,
      coalesce(state -> 'elected', '[]') as elected,
      case when state -> 'recall' <> 'null' then coalesce(state #> '{results,-1,sections}', '[]') end as recall
    from (select *, ${phaseAt(now)} as phase from app.election
      where community_id = ${community} and status <> 'draft') as shown
    order by ${ORDER} limit ${ELECTIONS_PER_PAGE} offset ${(page - 1) * ELECTIONS_PER_PAGE}`.execute(trx)
  return rows.map((row) => ({ ...row, elected: byPost(row.elected), recall: row.recall && outcomesOf(row.recall) }))
}

export const publicElections = async (trx: Transaction, asked: Asked): Promise<ElectionsPage> => {
  const all = await total(trx, asked.community)
  const pages = Math.max(1, Math.ceil(all / ELECTIONS_PER_PAGE))
  return {
    community: await communityTitle(trx, asked.community),
    elections: await linesOf(trx, asked),
    paging: { page: asked.page, pages, total: all },
    asOf: asked.now,
  }
}

type Ahead = {
  readonly election: string
  readonly title: string
  readonly day: LocalDate
  readonly place: string
  readonly status: 'published' | 'short' | 'voting'
}

/** Those to come, for the first time or for the seats left open, and those in which ballots are given out at this moment; for the board of the community. */
export const electionsAhead = async (trx: Transaction, community: CommunityId): Promise<readonly Ahead[]> => {
  const { rows } = await sql<Ahead>`
    select election_id as election, state ->> 'title' as title, ${WHEN} as day, ${WHERE} as place, status
    from app.election where community_id = ${community}
      and (status in ('published', 'voting') or (status = 'short' and state -> 'nextVote' <> 'null'))
    order by status <> 'voting', ${WHEN}, election_id limit 20`.execute(trx)
  return rows
}
