// A round as the console shows it, how it stands among others, and what the reader may do.
import type { BudgetAct, BudgetFile, BudgetLine } from '@yishi/contract/budget'
import { type Plan, type RoundCommand, type StandingRound, roundRules } from '@yishi/domain/budget'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { type Actor, type CommunityId, type Instant, isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { turnoutOf } from './ballot-query.ts'
import { rowOfRound, stateOfRound } from './store.ts'

const example = (state: StandingRound, now: Instant): Plan => ({
  ...state,
  amount: '2',
  lastDay: addDays(localDateOf(now), 1),
  projects: ['1', '2'].map((id) => ({ id, name: id, cost: '1', place: '', note: '' })),
})

const examplesOf = (state: StandingRound, now: Instant): readonly (readonly [BudgetAct, RoundCommand])[] => [
  ['redraft', { type: 'RedraftRound', plan: example(state, now) }],
  ['open', { type: 'OpenRound', voters: [{ voter: 'vtr_x', ballot: 'bal_x', person: 'per_x' }] }],
  ['withdraw', { type: 'WithdrawRound', reason: '-' }],
]

/** That the last day has passed is about its contents: the button says so when it is pressed. */
const ABOUT_CONTENTS: ReadonlySet<string> = new Set(['last-day-unfit'])

export type Asking = { readonly actor: Actor; readonly now: Instant }

const mayOn = (state: StandingRound, { actor, now }: Asking): BudgetAct[] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  return examplesOf(state, now).flatMap(([name, command]) => {
    const answer = roundRules.decide(state, command, meta)
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })
}

type Part = { readonly node: string; readonly name: string }

export const partOf = async (trx: Transaction, community: CommunityId, path: string): Promise<Part | null> => {
  if (path === '') return null
  const { rows } = await sql<Part>`
    select node.node_id as node, concat_ws(' ', case when node.kind = 'stairway' then above.name end, node.name) as name
    from app.node left join app.node above on above.community_id = node.community_id and above.node_id = node.parent_id
    where node.community_id = ${community} and node.path = ${path}`.execute(trx)
  return rows[0] ?? null
}

export const readBudgetFile = async (
  trx: Transaction,
  subject: Subject,
  asking: Asking,
): Promise<BudgetFile | null> => {
  const row = await rowOfRound(trx, subject).executeTakeFirst()
  if (!row) return null
  const { name } = await communityTitle(trx, row.community_id)
  return {
    budget: row.budget_id,
    community: { id: row.community_id, name },
    title: row.title,
    purpose: row.purpose,
    status: row.status,
    part: await partOf(trx, row.community_id, row.path),
    amount: row.amount,
    projects: row.projects,
    lastDay: row.last_day,
    closesAt: row.closes_at,
    cast: await turnoutOf(trx, subject),
    listed: row.listed,
    result: row.result as BudgetFile['result'],
    may: mayOn(stateOfRound(row) as StandingRound, asking),
  }
}

/** What runs comes first, then the newest. */
export const budgetsOf = async (trx: Transaction, communities: readonly CommunityId[]): Promise<BudgetLine[]> => {
  const { rows } = await sql<BudgetLine>`
    select budget_id as budget, title, status, amount, jsonb_array_length(projects) as projects, listed, last_day as "lastDay",
      (select count(*)::integer from app.budget_voter voter where voter.community_id = budget.community_id
        and voter.budget_id = budget.budget_id and holding > 0) as cast
    from app.budget where community_id = any(${[...communities]}::text[])
    order by status in ('decided', 'withdrawn'), drafted_at desc limit 100`.execute(trx)
  return rows
}

type Running = { readonly budget: string; readonly title: string; readonly from: Instant; readonly until: Instant }

/** Rounds in which people can vote at this moment; for the public pages of a community. */
export const runningBudgets = async (trx: Transaction, community: CommunityId, now: Instant): Promise<Running[]> => {
  const { rows } = await sql<Running>`
    select budget_id as budget, title, opened_at as "from", closes_at as until from app.budget
    where community_id = ${community} and status = 'open' and closes_at > ${now} order by closes_at, budget_id`.execute(
    trx,
  )
  return rows
}
