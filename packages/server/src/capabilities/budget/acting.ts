// Doing what somebody asked of a round or a ballot; what a command depends on is read once its subject is locked.
import type { BudgetPlan } from '@yishi/contract/budget'
import {
  type BudgetBallot,
  type BudgetBallotCommand,
  type BudgetVoter,
  MOST_VOTERS,
  type Plan,
  TAKING_PART,
} from '@yishi/domain/budget'
import type { RoundCommand } from '@yishi/domain/budget'
import type { LocalDate } from '@yishi/domain/calendar'
import {
  type Actor,
  type BallotId,
  type BudgetId,
  type CommunityId,
  type PersonId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { BUDGET_LISTS, rowOnList } from '../same-person/index.ts'
import { type Glimpsed, StaleBallot, glimpseBallot } from './ballot-store.ts'
import { budget, budgetBallot } from './capability.ts'
import { rowOfRound } from './store.ts'

export type BudgetAskRefusal = 'budget-unknown' | 'node-unknown' | 'electorate-too-large'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}
type Done = { readonly done: true } | Refused

const once = ({ key }: Acting, of: object) => (key ? { once: { key, of } } : {})

const planOf = async (
  trx: Transaction,
  community: CommunityId,
  { node, lastDay, projects, ...asked }: BudgetPlan,
): Promise<Plan | Refused<BudgetAskRefusal>> => {
  const numbered = projects.map((project, index) => ({ id: String(index + 1), ...project }))
  const plan = { ...asked, lastDay: lastDay as LocalDate, projects: numbered }
  if (node === null) return { ...plan, path: '' }
  const { rows } = await sql<{ path: string }>`
    select path from app.node where community_id = ${community} and node_id = ${node}`.execute(trx)
  return rows[0] ? { ...plan, path: rows[0].path } : refuse('node-unknown')
}

export const draftRound = async (
  acting: Acting,
  community: CommunityId,
  asked: BudgetPlan,
): Promise<Subject<BudgetId> | Refused> => {
  const { ctx, performer, actor } = acting
  const id = ctx.ids('bud')
  const command = async (trx: Transaction): Promise<RoundCommand | Refused<BudgetAskRefusal>> => {
    const plan = await planOf(trx, community, asked)
    return isRefused(plan) ? plan : { type: 'DraftRound', id, community, plan }
  }
  const subject = { community, id }
  const done = await performer.perform(ctx, budget, { subject, actor, command, ...once(acting, { community, asked }) })
  return isRefused(done) ? done : { community, id: done.id as BudgetId }
}

export const redraftRound = async (acting: Acting, subject: Subject<BudgetId>, asked: BudgetPlan): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<RoundCommand | Refused<BudgetAskRefusal>> => {
    const plan = await planOf(trx, subject.community, asked)
    return isRefused(plan) ? plan : { type: 'RedraftRound', plan }
  }
  const done = await performer.perform(ctx, budget, { subject, actor, command, ...once(acting, { subject, asked }) })
  return isRefused(done) ? done : { done: true }
}

/** Everybody who lives in that part now, once each, whatever hats they wear, and whatever rows their account has: the roster's goes first. */
const electorate = async (trx: Transaction, ctx: Context, subject: Subject): Promise<readonly BudgetVoter[]> => {
  const { path } = await rowOfRound(trx, subject).executeTakeFirstOrThrow()
  const now = ctx.clock.now()
  const { rows } = await sql<{ person: PersonId }>`
    with held as materialized (
      select distinct person_id from app.membership
      where community_id = ${subject.community} and role = any(${[...TAKING_PART]}::text[])
        and starts <= ${now} and (ends is null or ends > ${now})
        and (${path} = '' or path = ${path} or starts_with(path, ${path} || '.'))
    )
    select person from (
      select distinct on (coalesce(account_id, person_id)) person_id as person
      from held join app.person using (person_id) where community_id = ${subject.community}
      order by coalesce(account_id, person_id), signed_up, person_id
    ) as each order by person limit ${MOST_VOTERS + 1}`.execute(trx)
  return rows.map(({ person }) => ({ voter: ctx.ids('vtr'), ballot: ctx.ids('bal'), person }))
}

export const openRound = async (acting: Acting, subject: Subject<BudgetId>): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<RoundCommand | Refused<BudgetAskRefusal>> => {
    const voters = await electorate(trx, ctx, subject)
    return voters.length > MOST_VOTERS
      ? refuse('electorate-too-large', { most: MOST_VOTERS })
      : { type: 'OpenRound', voters }
  }
  const done = await performer.perform(ctx, budget, { subject, actor, command, ...once(acting, { subject }) })
  return isRefused(done) ? done : { done: true }
}

export const withdrawRound = async (acting: Acting, subject: Subject<BudgetId>, reason: string): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = { type: 'WithdrawRound', reason } as const
  const done = await performer.perform(ctx, budget, { subject, actor, command, ...once(acting, { subject, command }) })
  return isRefused(done) ? done : { done: true }
}

export type Marked = { readonly choice: readonly string[]; readonly digest: string }

type Handed = { readonly receipt: string } | Refused

/** Under the lock of the voter and the round. */
export const handInBudget = async (
  acting: Acting,
  subject: Subject,
  marked: Marked,
  seen?: BudgetBallot,
): Promise<Handed> => {
  const { ctx, performer, actor } = acting
  const command = { type: 'CastBudgetBallot', ...marked } as const
  const request = { subject, actor, command, ...once(acting, { subject, command }), ...(seen && { fresh: seen }) }
  const done = await performer.perform(ctx, budgetBallot, request)
  return isRefused(done) ? done : { receipt: await receiptFor(ctx, subject.community, done.entries[0]!) }
}

/** Null where it was done. */
export const actAtDesk = async (
  acting: Acting,
  subject: Subject<BallotId>,
  command: BudgetBallotCommand,
): Promise<Refused | null> => {
  const { ctx, performer, actor } = acting
  const request = { subject, actor, command, ...once(acting, { subject, command }) }
  const done = await performer.perform(ctx, budgetBallot, request)
  return isRefused(done) ? done : null
}

type AsWhom = { readonly found: Glimpsed; readonly actor: Actor }

/** Under the row of the list that their account votes by, where it is not the one that they go by now. */
const glimpsedAs = async (ctx: Context, subject: Subject<BudgetId>, actor: Actor): Promise<AsWhom | null> => {
  if (actor.kind !== 'person') return null
  const found = await glimpseBallot(ctx.db, subject, actor.person)
  if (found?.seen) return { found, actor }
  const person = await inCommunities(ctx.db, [subject.community], async (trx) => ({
    onList: await rowOnList(trx, BUDGET_LISTS, subject, actor.person),
  }))
  if (person.onList === null || person.onList === actor.person) return found && { found, actor }
  const other = await glimpseBallot(ctx.db, subject, person.onList)
  return other && { found: other, actor: { ...actor, person: person.onList } }
}

/** Decided on what is seen, together with all who vote at this moment; what has moved meanwhile is done again under its lock. */
export const castBudget = async (acting: Acting, round: Subject<BudgetId>, marked: Marked): Promise<Handed> => {
  const votes = await glimpsedAs(acting.ctx, round, acting.actor)
  if (!votes) return refuse('not-your-ballot')
  const { found, actor } = votes
  const subject = { community: round.community, id: found.ballot }
  const as = { ...acting, actor }
  try {
    return await handInBudget(as, subject, marked, found.seen ?? undefined)
  } catch (error) {
    if (!(error instanceof StaleBallot)) throw error
    return handInBudget(as, subject, marked)
  }
}
