// How a round lies in its row and its list of voters: one statement for each event.
import { type BudgetVoter, NO_ROUND, type Plan, type Round, type RoundEvent } from '@yishi/domain/budget'
import type { BudgetId } from '@yishi/domain/kernel'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { BUDGET_LISTS, joinRowsOf } from '../same-person/index.ts'
import type { BudgetRow } from './tables.ts'

export const rowOfRound = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('budget')
    .selectAll()
    .where('community_id', '=', community)
    .where('budget_id', '=', id as BudgetId)

export const stateOfRound = (row: Selectable<BudgetRow>): Round => {
  const body = {
    id: row.budget_id,
    community: row.community_id,
    path: row.path,
    title: row.title,
    purpose: row.purpose,
    amount: row.amount,
    projects: row.projects,
    lastDay: row.last_day,
    method: row.method,
  }
  const { status, closes_at: closesAt, digest, listed, result } = row
  if (status === 'draft' || status === 'withdrawn') return { ...body, status }
  if (!closesAt || !digest || listed === null) throw new Error(`round ${row.budget_id} was never opened`)
  const opened = { ...body, closesAt, digest, listed }
  if (status !== 'decided') return { ...opened, status }
  if (!result) throw new Error(`round ${row.budget_id} is decided without a result`)
  return { ...opened, status, result }
}

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<BudgetRow>) =>
  trx
    .updateTable('budget')
    .set(values)
    .where('community_id', '=', community)
    .where('budget_id', '=', id as BudgetId)
    .execute()

const planned = ({ title, purpose, path, amount, projects, lastDay }: Plan) => ({
  title,
  purpose,
  path,
  amount,
  projects: JSON.stringify(projects),
  last_day: lastDay,
})

const insertVoters = (trx: Transaction, { community, id }: Subject, voters: readonly BudgetVoter[]) =>
  sql`
    insert into app.budget_voter (community_id, budget_id, voter_id, ballot_id, person_id)
    select ${community}, ${id}, voter, ballot, person
    from jsonb_to_recordset(${JSON.stringify(voters)}::jsonb) as row (voter text, ballot text, person text)`.execute(
    trx,
  )

export const roundStore = {
  async lock(trx, subject) {
    const row = await rowOfRound(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOfRound(row) : NO_ROUND
  },
  write: {
    RoundDrafted: (trx, _, event, at) =>
      trx
        .insertInto('budget')
        .values({
          community_id: event.community,
          budget_id: event.id,
          status: 'draft',
          method: JSON.stringify(event.method),
          drafted_at: at,
          ...planned(event),
        })
        .execute(),
    RoundRedrafted: (trx, subject, { plan }) => set(trx, subject, planned(plan)),
    RoundOpened: async (trx, subject, { closesAt, digest, voters }, at) => {
      const opened = { status: 'open', closes_at: closesAt, digest, listed: voters.length, opened_at: at } as const
      await set(trx, subject, opened)
      await insertVoters(trx, subject, voters)
      await joinRowsOf(trx, BUDGET_LISTS, subject)
    },
    RoundClosed: (trx, subject) => set(trx, subject, { status: 'closed' }),
    RoundDecided: (trx, subject, { result }, at) =>
      set(trx, subject, { status: 'decided', result: JSON.stringify(result), decided_at: at }),
    RoundWithdrawn: (trx, subject, { reason }) => set(trx, subject, { status: 'withdrawn', reason }),
  },
} satisfies Store<Round, RoundEvent>
