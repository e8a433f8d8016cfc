// A round as anyone may see it: what it is about, how many took part, and the result; never who, and of ballots only what no name stands beside (R3.10).
import type { BudgetPage, BudgetSpending, BudgetStanding } from '@yishi/contract/budget'
import {
  type RoundResult,
  TAKING_PART,
  commandFor,
  compare,
  pbOf,
  rational,
  readFraction,
  shown,
  spendingOf,
} from '@yishi/domain/budget'
import { localDateOf } from '@yishi/domain/calendar'
import type { Actor, BudgetId, Instant } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { finderBy } from '../../kernel/finding.ts'
import type { Subject } from '../../kernel/store.ts'
import { BUDGET_LISTS, rowOnList } from '../same-person/index.ts'
import { communityTitle, wornSince } from '../territory/index.ts'
import { type Own, ballotsThatHold, channelsOf, ownBallot, turnoutOf, unreadOf } from './ballot-query.ts'
import { partOf } from './file-query.ts'
import { rowOfRound } from './store.ts'

/** Null for an address that leads nowhere. */
export const findBudget = finderBy<BudgetId>('community_of_budget')

export const fileNameOf = (budget: string): string => `${budget}.pb`

export type Shown = Omit<BudgetPage, 'standing' | 'mine' | 'step' | 'choice' | 'problem' | 'receipt' | 'key'>

/** A draft is nobody's business yet. */
export const readShown = async (trx: Transaction, subject: Subject, asOf: Instant): Promise<Shown | null> => {
  const row = await rowOfRound(trx, subject).executeTakeFirst()
  if (!row || row.status === 'draft' || row.opened_at === null || row.digest === null) return null
  const { community_id: community, budget_id: budget, method } = row
  return {
    budget,
    community: await communityTitle(trx, community),
    title: row.title,
    purpose: row.purpose,
    part: (await partOf(trx, community, row.path))?.name ?? null,
    status: row.status,
    amount: row.amount,
    projects: row.projects,
    lastDay: row.last_day,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    cast: await turnoutOf(trx, subject),
    listed: row.listed ?? 0,
    result: row.result as Shown['result'],
    channels: row.result && { ...(await channelsOf(trx, subject)), unread: await unreadOf(trx, subject) },
    method,
    digest: row.digest,
    command: commandFor(fileNameOf(budget), method),
    asOf,
  }
}

/** Under the row of the list that their account votes by, where it is not the one that they go by now. */
export const ownIn = async (trx: Transaction, subject: Subject<BudgetId>, actor: Actor): Promise<Own | null> => {
  if (actor.kind !== 'person') return null
  const own = await ownBallot(trx, subject, actor.person)
  if (own && !own.shared) return own
  const person = await rowOnList(trx, BUDGET_LISTS, subject, actor.person)
  return person === null || person === actor.person ? own : ownBallot(trx, subject, person)
}

export const standingOf = ({ status, closesAt, asOf }: Shown, actor: Actor, own: Own | null): BudgetStanding => {
  if (status !== 'open' || closesAt === null || asOf >= closesAt) return 'over'
  if (own?.choice) return 'has-voted'
  if (actor.kind !== 'person') return 'sign-in'
  return own ? 'may-vote' : 'not-listed'
}

/** Whether a list that was drawn up now would have them: they came after it was. */
export const wouldBeListed = async (
  trx: Transaction,
  subject: Subject<BudgetId>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<boolean> => {
  if (actor.kind !== 'person') return false
  const { path } = await rowOfRound(trx, subject).executeTakeFirstOrThrow()
  const here = { community: subject.community, person: actor.person }
  return (await wornSince(trx, here, { roles: TAKING_PART, path, now })) !== null
}

const spentBy = ({ share, winners }: RoundResult, choice: readonly string[]): BudgetSpending => {
  const published = winners.map(({ id, cap }) => ({ id, cap: cap === null ? null : readFraction(cap) }))
  const { paid, left } = spendingOf(readFraction(share), published, choice)
  const nothing = rational(0n)
  return {
    paid: paid.flatMap(({ id, amount }) => (compare(amount, nothing) > 0 ? [{ id, amount: shown(amount) }] : [])),
    left: shown(left),
  }
}

export const mineOf = ({ result }: Shown, own: Own | null): BudgetPage['mine'] =>
  own?.choice ? { choice: own.choice, channel: own.channel, spent: result && spentBy(result, own.choice) } : null

/** What `yishi allocate FILE.pb` reads; null while ballots may still change. */
export const pbFileOf = async (trx: Transaction, subject: Subject): Promise<string | null> => {
  const row = await rowOfRound(trx, subject).executeTakeFirst()
  if (!row?.result || !row.opened_at) return null
  const { community_id: community, budget_id: instance, opened_at: opened, last_day: ends, result } = row
  const { name } = await communityTitle(trx, community)
  const plan = { ...row, lastDay: ends }
  const head = { community: name, instance, begins: localDateOf(opened), ends }
  return pbOf(plan, result, await ballotsThatHold(trx, subject), head)
}
