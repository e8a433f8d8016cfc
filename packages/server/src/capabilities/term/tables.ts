// The tables of terms, as the compiler sees them.
import type { LocalDate } from '@yishi/domain/calendar'
import type { CommunityId, Instant, NodeId, PersonId, PollId, TermId } from '@yishi/domain/kernel'
import type { StandingTerm, TermEnding, TermLawKey, VacancyReason } from '@yishi/domain/term'
import type { ColumnType, Generated } from 'kysely'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface TermRow {
  community_id: CommunityId
  term_id: TermId
  path: string
  node_id: NodeId | null
  place: string
  law: TermLawKey
  number: number
  committee: number
  elected_on: LocalDate
  begins: LocalDate
  until: LocalDate
  status: StandingTerm['status']
  how: Later<TermEnding>
  steps: ColumnType<StandingTerm['steps'], string | undefined, string>
  rung: Generated<string[]>
  begun_at: Instant
  ended_at: Later<Instant>
}

export interface TermMemberRow {
  community_id: CommunityId
  term_id: TermId
  member: `m${number}`
  name: string
  person_id: PersonId | null
  since: LocalDate
  vacated_on: Later<LocalDate>
  reason: Later<VacancyReason>
  evidence: Later<string>
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    term: TermRow
    term_ballot: { community_id: CommunityId; poll_id: PollId; term_id: TermId; position: number }
    term_member: TermMemberRow
  }
}
