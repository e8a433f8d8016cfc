// A secret election (无记名选举): its roll lies open, its ballots carry no mark, each box is counted by two, and the result is said on the spot. RULES R2.4.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, ElectionId, Instant, ObjectionId, PersonId, Role, VoterId } from '../kernel/index.ts'
import type { BoxCount } from './counting.ts'
import type { ElectionLaw } from './law.ts'
import type { ElectionPlan, Section } from './plan.ts'
import type { Elected, SecretResult } from './result.ts'

export const MOST_ON_ROLL = 20_000
/** A box with fewer ballots is mixed into another before it is opened, so that nobody's choice can be guessed. */
export const SMALLEST_BOX = 10

export const ELECTION_KEEPERS: readonly Role[] = ['staff', 'branch', 'street-office']
export const ELECTION_TELLERS: readonly Role[] = [
  'staff',
  'branch',
  'street-office',
  'building-leader',
  'grid-worker',
  'volunteer',
  'counsel',
]

/** Somebody on the roll. Only the roll and the register of ballots given out know them; no count does. */
export type Registered = {
  readonly voter: VoterId
  readonly person: PersonId | null
  readonly name: string
  readonly group: string
}

export type Body = ElectionPlan & {
  readonly id: ElectionId
  readonly community: CommunityId
  readonly law: ElectionLaw
}
export type Roll = {
  readonly publishedOn: LocalDate
  /** The first moment at which nobody can object any more. */
  readonly objectionsUntil: Instant
  readonly registered: number
  readonly digest: string
}
/** What the clock still has to ring for while the roll hangs. */
type Watch = {
  /** Objections without a ruling whose time is not over yet, each with the first moment that is too late. */
  readonly waiting: readonly Waiting[]
  /** Whether everybody was told on the day before the vote. */
  readonly reminded: boolean
}
export type Waiting = { readonly objection: ObjectionId; readonly due: Instant }
/** One going to the boxes: `round` says which law elects, `number` counts them. */
export type Turn = {
  readonly round: 1 | 2
  readonly number: number
  readonly day: LocalDate
  readonly place: string
  readonly sections: readonly Section[]
  readonly given: number
}
/** When and where the seats left open are voted on; `remindsAt` is null once everybody was reminded, or where there is no time for it. */
export type NextVote = { readonly day: LocalDate; readonly place: string; readonly remindsAt: Instant | null }
/** What those who run it were told of a last day, for the seats left open or for a recall: nothing yet, that it is near, or that it is past. */
export type FurtherRung = 'none' | 'near' | 'late'
export type Told = { readonly by: PersonId; readonly count: BoxCount }
export type Box = {
  readonly name: string
  /** Two, or three where two differed. */
  readonly counts: readonly Told[]
  readonly recounts: number
  readonly settled: BoxCount | null
}
type Past = {
  readonly results: readonly SecretResult[]
  readonly elected: readonly Elected[]
  /** The last day on which seats left open by the last vote are voted on; null where the assembly declared no number of days. */
  readonly furtherBy: LocalDate | null
}

export type Election =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft'; readonly rung: FurtherRung } & Body)
  | ({ readonly status: 'published' } & Body & Roll & Watch)
  | ({ readonly status: 'voting' } & Body & Roll & Past & { readonly turn: Turn })
  | ({ readonly status: 'counting'; readonly counted: readonly Box[] } & Body & Roll & Past & { readonly turn: Turn })
  /** Counted with somebody elected to several posts: the committee finds which of them they keep. */
  | ({ readonly status: 'doubled' } & Body & Roll & Past)
  /** Counted, and whether a woman sits hangs on somebody written in of whom nobody has noted it. */
  | ({ readonly status: 'unclear' } & Body & Roll & Past)
  /** Counted with seats left open: another turn on a day that everybody is told, or an end without them. */
  | ({ readonly status: 'short'; readonly nextVote: NextVote | null; readonly rung: FurtherRung } & Body & Roll & Past)
  | ({ readonly status: 'decided' } & Body & Roll & Past)
  | ({ readonly status: 'withdrawn' } & Body)
export type StandingElection = Exclude<Election, { status: 'absent' }>

export const NO_ELECTION: Election = { status: 'absent' }
