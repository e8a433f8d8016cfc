// A secret election (无记名选举): its roll lies open, its ballots carry no mark, each box is counted by two, and the result is said on the spot. RULES R2.4.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, ElectionId, Instant, ObjectionId, PersonId, Role, VoterId } from '../kernel/index.ts'
import type { BoxCount, BoxRefusal } from './counting.ts'
import type { ElectionLaw } from './law.ts'
import type { ElectionPlan, PlanRefusal, Section } from './plan.ts'
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

type Body = ElectionPlan & { readonly id: ElectionId; readonly community: CommunityId; readonly law: ElectionLaw }
type Roll = {
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
export type Told = { readonly by: PersonId; readonly count: BoxCount }
export type Box = {
  readonly name: string
  /** Two, or three where two differed. */
  readonly counts: readonly Told[]
  readonly recounts: number
  readonly settled: BoxCount | null
}
type Past = { readonly results: readonly SecretResult[]; readonly elected: readonly Elected[] }

export type Election =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft' } & Body)
  | ({ readonly status: 'published' } & Body & Roll & Watch)
  | ({ readonly status: 'voting' } & Body & Roll & Past & { readonly turn: Turn })
  | ({ readonly status: 'counting'; readonly counted: readonly Box[] } & Body & Roll & Past & { readonly turn: Turn })
  /** Counted with somebody elected to several posts: the committee finds which of them they keep. */
  | ({ readonly status: 'doubled' } & Body & Roll & Past)
  /** Counted with seats left open: another turn on a day that everybody is told, or an end without them. */
  | ({ readonly status: 'short'; readonly nextVote: NextVote | null } & Body & Roll & Past)
  | ({ readonly status: 'decided' } & Body & Roll & Past)
  | ({ readonly status: 'withdrawn' } & Body)
export type StandingElection = Exclude<Election, { status: 'absent' }>

/** How somebody on the roll stands in this turn; null where the roll does not know them. */
export type VoterStanding = {
  readonly voter: VoterId
  readonly struck: boolean
  readonly taken: boolean
  /** Who votes for them, and how many such principals that one has. */
  readonly proxy: VoterId | null
  readonly holds: number
}

export type ElectionCommand =
  | {
      readonly type: 'DraftElection'
      readonly id: ElectionId
      readonly community: CommunityId
      readonly law: ElectionLaw | null
      readonly plan: ElectionPlan
    }
  | { readonly type: 'RedraftElection'; readonly plan: ElectionPlan }
  /** `strangers`: how many of the persons named are not in the roster. */
  | { readonly type: 'PublishRoll'; readonly voters: readonly Registered[]; readonly strangers: number }
  | { readonly type: 'ObjectToRoll'; readonly objection: ObjectionId; readonly text: string; readonly name: string }
  | {
      readonly type: 'RuleOnObjection'
      readonly objection: { readonly id: ObjectionId; readonly at: Instant; readonly ruled: boolean } | null
      readonly upheld: boolean
      readonly reason: string
    }
  | {
      readonly type: 'CorrectRoll'
      readonly add: readonly Registered[]
      readonly strike: readonly VoterId[]
      readonly reason: string
    }
  | {
      readonly type: 'ArrangeProxy'
      readonly principal: VoterStanding | null
      readonly holder: VoterStanding | null
      readonly relation: string
    }
  /** By the clock alone. */
  | { readonly type: 'WakeElection' }
  | { readonly type: 'OpenVoting'; readonly unruled: number }
  | { readonly type: 'GiveBallot'; readonly voter: VoterStanding | null; readonly to: 'self' | 'proxy' }
  | { readonly type: 'CloseVoting' }
  | { readonly type: 'EnterBox'; readonly box: number; readonly count: BoxCount }
  | { readonly type: 'SettleDouble'; readonly name: string; readonly post: string; readonly reason: string }
  | { readonly type: 'FixNextVote'; readonly day: LocalDate; readonly place: string }
  | { readonly type: 'OpenNextTurn' }
  | { readonly type: 'EndShort'; readonly reason: string }
  | { readonly type: 'WithdrawElection'; readonly reason: string }

export type ElectionEvent =
  | ({ readonly type: 'ElectionDrafted' } & Body)
  | { readonly type: 'ElectionRedrafted'; readonly plan: ElectionPlan }
  | ({ readonly type: 'RollPublished'; readonly voters: readonly Registered[] } & Roll)
  | ({ readonly type: 'RollObjected'; readonly text: string; readonly name: string } & Waiting)
  | {
      readonly type: 'ObjectionRuled'
      readonly objection: ObjectionId
      readonly upheld: boolean
      readonly reason: string
      /** Later than the law gives. */
      readonly late: boolean
    }
  | {
      readonly type: 'RollCorrected'
      readonly add: readonly Registered[]
      readonly strike: readonly VoterId[]
      readonly registered: number
      readonly reason: string
    }
  | {
      readonly type: 'ProxyArranged'
      readonly principal: VoterId
      readonly holder: VoterId
      readonly relation: string
    }
  | { readonly type: 'RulingsOverdue'; readonly objections: readonly ObjectionId[] }
  | { readonly type: 'VotingNear' }
  | { readonly type: 'VotingOpened'; readonly turn: Omit<Turn, 'given'> }
  | {
      readonly type: 'BallotGiven'
      readonly turn: number
      readonly voter: VoterId
      /** Who took it into their hand. */
      readonly holder: VoterId
      readonly by: PersonId
    }
  | { readonly type: 'VotingClosed'; readonly given: number }
  | { readonly type: 'BoxCounted'; readonly box: number; readonly by: PersonId; readonly count: BoxCount }
  | { readonly type: 'BoxDiffered'; readonly box: number; readonly anew: boolean }
  | { readonly type: 'BoxSettled'; readonly box: number; readonly count: BoxCount }
  | { readonly type: 'ResultAnnounced'; readonly result: SecretResult }
  | {
      readonly type: 'DoubleSettled'
      readonly name: string
      readonly post: string
      readonly reason: string
      readonly result: SecretResult
    }
  | ({ readonly type: 'NextVoteFixed' } & NextVote)
  | { readonly type: 'ElectionEndedShort'; readonly reason: string }
  | { readonly type: 'ElectionWithdrawn'; readonly reason: string }

export type ElectionRefusal =
  | BoxRefusal
  | PlanRefusal
  | 'not-your-election'
  | 'election-law-unknown'
  | 'election-law-not-in-force'
  | 'too-few-candidates'
  | 'roll-too-late'
  | 'roll-empty'
  | 'roll-twice'
  | 'objection-too-late'
  | 'correction-too-late'
  | 'roll-objection-unknown'
  | 'objection-ruled'
  | 'objections-unruled'
  | 'election-too-early'
  | 'voter-unknown'
  | 'voter-struck'
  | 'ballot-taken'
  | 'proxy-not-allowed'
  | 'proxy-too-late'
  | 'proxy-full'
  | 'proxy-stands'
  | 'proxy-votes'
  | 'no-proxy'
  | 'box-unknown'
  | 'box-settled'
  | 'box-too-small'
  | 'second-person-needed'
  | 'double-unknown'
  | 'next-vote-past'
  | 'next-vote-unfixed'
  | 'nobody-stands'
  | 'calendar-year-missing'

export const NO_ELECTION: Election = { status: 'absent' }
