// How a ballot lies in its voter's row and in the ballots handed in: the round is held for share, so that voters never wait for one another, only for its closing.
import { type BudgetBallot, type BudgetBallotEvent, NO_BUDGET_BALLOT } from '@yishi/domain/budget'
import type { BallotId, BudgetId, Instant, PersonId, VoterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Store } from '../../kernel/store.ts'
import type { BudgetRow } from './tables.ts'

type Row = {
  budget: BudgetId
  voter: VoterId
  person: PersonId
  ballots: number
  status: BudgetRow['status']
  closes_at: Instant
  digest: string
  projects: string[]
}

export const budgetBallotStore = {
  async lock(trx, { community, id }) {
    const { rows } = await sql<Row>`
      select budget_id as budget, voter.voter_id as voter, voter.person_id as person, voter.ballots, budget.status,
        budget.closes_at, budget.digest, array(select each ->> 'id' from jsonb_array_elements(budget.projects) as each) as projects
      from app.budget_voter voter join app.budget using (community_id, budget_id)
      where voter.community_id = ${community} and voter.ballot_id = ${id}
      for update of voter for share of budget`.execute(trx)
    const [row] = rows
    if (!row) return NO_BUDGET_BALLOT
    const { budget, voter, person, ballots: number, status: roundStatus, closes_at: closesAt, digest, projects } = row
    const slip = { id: id as BallotId, budget, voter, person, roundStatus, closesAt, digest, projects, number }
    return { status: 'standing', ...slip }
  },
  write: {
    BudgetBallotCast: (trx, { community, id }, { number, choice }, at) =>
      sql`
        with handed_in as (
          insert into app.budget_ballot (community_id, ballot_id, number, choice, at)
          values (${community}, ${id}, ${number}, ${[...choice]}, ${at})
        )
        update app.budget_voter set ballots = ${number} where community_id = ${community} and ballot_id = ${id}`.execute(
        trx,
      ),
  },
} satisfies Store<BudgetBallot, BudgetBallotEvent>
