// A term (届) of an owners' committee: begun from the result of its election, with its members, the steps that the law asks for, and seats that end before it does. RULES R1.42, R1.45, R1.46.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, NodeId, PersonId, PollId, TermId } from '../kernel/index.ts'
import type { CandidatesQuestion, SeatAllocation } from '../poll/index.ts'
import type { TermLawKey, TermStep } from './law.ts'

export const LONGEST_EVIDENCE = 300
export const HIGHEST_TERM = 99

/** Why a seat ends before the term does: by itself, or because the owners decided so (上海 31, R1.46). */
export const VACANCY_REASONS = [
  'no-longer-owner',
  'resigned',
  'health',
  'no-assembly-called',
  'sessions-missed',
  'pledge-broken',
] as const
export type VacancyReason = (typeof VACANCY_REASONS)[number]
export const isByItself = (reason: VacancyReason): boolean => reason === 'no-longer-owner' || reason === 'resigned'

export type Vacancy = {
  readonly on: LocalDate
  readonly reason: VacancyReason
  /** Where it can be seen: a letter, the new owner's certificate, the assembly's decision. */
  readonly evidence: string
}

export type Member = {
  readonly key: `m${number}`
  /** As it stood on the ballot and in the result, in public. */
  readonly name: string
  /** Whose row of the roster it is; null where nobody has said so yet. */
  readonly person: PersonId | null
  readonly since: LocalDate
  readonly vacancy: Vacancy | null
}

export type Noted = { readonly on: LocalDate; readonly evidence: string }
export type Steps = Readonly<Partial<Record<TermStep, Noted>>>

export type TermBody = {
  readonly id: TermId
  readonly community: CommunityId
  readonly path: string
  readonly node: NodeId | null
  /** Whose owners elected it, as people call it. */
  readonly place: string
  readonly law: TermLawKey
  /** Which one it is: 第三届. */
  readonly number: number
  /** How many seats it has. */
  readonly committee: number
  /** The election and whatever was voted on again or by itself for its seats. */
  readonly ballots: readonly PollId[]
  readonly electedOn: LocalDate
  readonly from: LocalDate
  /** The last day. */
  readonly until: LocalDate
  readonly members: readonly Member[]
}

export type RunningTerm = {
  readonly status: 'running'
  readonly steps: Steps
  /** Which moments of which deadlines have been told, so that none is told twice. */
  readonly rung: readonly string[]
} & TermBody
export type TermEnding = 'expired' | 'succeeded'
export type OverTerm = { readonly status: 'over'; readonly steps: Steps; readonly how: TermEnding } & TermBody
export type StandingTerm = RunningTerm | OverTerm
export type Term = { readonly status: 'absent' } | StandingTerm

export const NO_TERM: Term = { status: 'absent' }

/** One ballot that is decided. */
export type DecidedBallot = {
  readonly poll: PollId
  readonly path: string
  readonly question: CandidatesQuestion
  readonly allocation: SeatAllocation
  readonly on: LocalDate
}

/** Who somebody elected is on the roster; the server says who owns a unit of the scope. */
export type Matched = { readonly poll: PollId; readonly choice: string; readonly person: PersonId | null }
type Known = { readonly members: readonly Matched[]; readonly owners: readonly PersonId[] }

export type TermCommand =
  | ({
      readonly type: 'BeginTerm'
      readonly id: TermId
      readonly scope: Pick<TermBody, 'path' | 'node' | 'place'>
      readonly law: TermLawKey
      /** The election first, and then what was voted on again. */
      readonly ballots: readonly DecidedBallot[]
      /** Whether one of them has begun a term already. */
      readonly taken: boolean
      readonly number: number
      /** The last one of this committee; 0 where none is known. */
      readonly last: number
      readonly from: LocalDate
      readonly years: number
    } & Known &
      Pick<TermBody, 'community'>)
  | ({ readonly type: 'SeatMembers'; readonly ballot: DecidedBallot | null; readonly taken: boolean } & Known)
  | ({ readonly type: 'MatchMember'; readonly member: string; readonly person: PersonId } & Pick<Known, 'owners'>)
  | ({ readonly type: 'VacateSeat'; readonly member: string } & Vacancy)
  | ({ readonly type: 'NoteStep'; readonly step: TermStep } & Noted)
  | { readonly type: 'WakeTerm' }
  /** The next committee has been elected. */
  | { readonly type: 'SucceedTerm' }

export type TermEvent =
  | ({ readonly type: 'TermBegun' } & TermBody)
  | { readonly type: 'MembersSeated'; readonly ballot: PollId; readonly members: readonly Member[] }
  | { readonly type: 'MemberMatched'; readonly member: string; readonly person: PersonId }
  | ({ readonly type: 'SeatVacated'; readonly member: string; readonly person: PersonId | null } & Vacancy)
  | ({ readonly type: 'TermStepNoted'; readonly step: TermStep } & Noted)
  /** `late`: the last day is over. */
  | { readonly type: 'TermRang'; readonly step: TermStep; readonly due: LocalDate; readonly late: boolean }
  | { readonly type: 'TermEnded'; readonly how: TermEnding }

export type TermRefusal =
  | 'not-yours-to-do'
  | 'election-unfit'
  | 'too-few-elected'
  | 'term-taken'
  | 'term-number-unfit'
  | 'term-years-unfit'
  | 'term-day-unfit'
  | 'members-unfit'
  | 'member-not-owner'
  | 'member-unknown'
  | 'no-vacant-seat'
  | 'step-unfit'
  | 'step-noted'
