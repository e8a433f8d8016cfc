// The tables of shared budgets, as the compiler sees them.
import type { BudgetProject, Method, NotedAt, RoundResult, StandingRound } from '@yishi/domain/budget'
import type { LocalDate } from '@yishi/domain/calendar'
import type { BallotId, BudgetId, CommunityId, Instant, PersonId, VoterId } from '@yishi/domain/kernel'
import type { ColumnType, JSONColumnType } from 'kysely'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface BudgetRow {
  community_id: CommunityId
  budget_id: BudgetId
  path: string
  status: StandingRound['status']
  title: string
  purpose: string
  amount: string
  projects: JSONColumnType<BudgetProject[]>
  last_day: LocalDate
  method: JSONColumnType<Method>
  closes_at: Later<Instant>
  digest: Later<string>
  listed: Later<number>
  result: ColumnType<RoundResult | null, string | null | undefined, string | null>
  drafted_at: Instant
  opened_at: Later<Instant>
  decided_at: Later<Instant>
  reason: ColumnType<string, string | undefined, string>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    budget: BudgetRow
    budget_voter: {
      community_id: CommunityId
      budget_id: BudgetId
      voter_id: VoterId
      /** Under which the ledger speaks of the ballot. */
      ballot_id: BallotId
      person_id: PersonId
      /** How many ballots were taken, and which of them holds; 0 before any. */
      ballots: ColumnType<number, number | undefined, number>
      holding: ColumnType<number, number | undefined, number>
    }
    budget_ballot: {
      community_id: CommunityId
      ballot_id: BallotId
      number: number
      choice: string[]
      at: Instant
      /** Null where the voter cast it in person. */
      noted_in: NotedAt | null
      readers: PersonId[] | null
    }
    budget_reading: {
      community_id: CommunityId
      ballot_id: BallotId
      number: number
      budget_id: BudgetId
      step: 'read' | 'noted' | 'dropped'
      noted_in: NotedAt
      after: number | null
      choice: string[] | null
      words: string
      person_id: PersonId
      at: Instant
    }
  }
}
