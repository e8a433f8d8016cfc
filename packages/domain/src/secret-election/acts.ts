// What people ask of a secret election, what became of it, and what is refused. RULES R2.4.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, ElectionId, Instant, ObjectionId, PersonId, VoterId } from '../kernel/index.ts'
import type { BoxCount, BoxRefusal } from './counting.ts'
import type { Body, NextVote, Registered, Roll, Turn, Waiting } from './election.ts'
import type { ElectionLaw } from './law.ts'
import type { ElectionPlan, PlanRefusal } from './plan.ts'
import type { SecretResult } from './result.ts'

/** How somebody on the roll stands in this turn; null where the roll does not know them. */
export type VoterStanding = {
  readonly voter: VoterId
  readonly struck: boolean
  readonly taken: boolean
  /** Who votes for them, and how many such principals that one has. */
  readonly proxy: VoterId | null
  readonly holds: number
  readonly name: string
  /** How many on the roll are called so, with them. */
  readonly namesakes: number
}

/** Somebody votes for somebody else. */
export type HeldProxy = {
  readonly principal: VoterId
  readonly holder: VoterId
  readonly name: string
  /** How many on the roll are called as the holder is. */
  readonly namesakes: number
}
export type LapsedProxy = Pick<HeldProxy, 'principal' | 'holder'>

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
  /** What the desk finds itself: somebody who stands and has a namesake on the roll, or a principal who is back. */
  | { readonly type: 'LapseProxy'; readonly principal: VoterStanding | null; readonly reason: string }
  /** What a member whose recall is asked for says to it, as long as nobody votes. */
  | { readonly type: 'HearMember'; readonly name: string; readonly statement: string }
  /** By the clock alone. */
  | { readonly type: 'WakeElection' }
  | { readonly type: 'OpenVoting'; readonly unruled: number }
  | { readonly type: 'GiveBallot'; readonly voter: VoterStanding | null; readonly to: 'self' | 'proxy' }
  | { readonly type: 'CloseVoting' }
  | { readonly type: 'EnterBox'; readonly box: number; readonly count: BoxCount }
  | { readonly type: 'SettleDouble'; readonly name: string; readonly post: string; readonly reason: string }
  /** Of somebody whom voters wrote in, once it is known who is meant. */
  | { readonly type: 'NoteWoman'; readonly name: string; readonly woman: boolean }
  | {
      readonly type: 'FixNextVote'
      readonly day: LocalDate
      readonly place: string
      readonly proxies: readonly HeldProxy[]
    }
  | { readonly type: 'OpenNextTurn'; readonly proxies: readonly HeldProxy[] }
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
  /** `reason` is empty where the rules end them: their holders stand in the next vote. */
  | { readonly type: 'ProxiesLapsed'; readonly lapsed: readonly LapsedProxy[]; readonly reason: string }
  | { readonly type: 'MemberHeard'; readonly name: string; readonly statement: string }
  | { readonly type: 'RecallVoteDue'; readonly by: LocalDate; readonly late: boolean }
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
  | { readonly type: 'ResultAnnounced'; readonly result: SecretResult; readonly furtherBy: LocalDate | null }
  | {
      readonly type: 'DoubleSettled'
      readonly name: string
      readonly post: string
      readonly reason: string
      readonly result: SecretResult
    }
  | {
      readonly type: 'WomanNoted'
      readonly name: string
      readonly woman: boolean
      readonly by: PersonId
      /** What is found of a woman among the elected is another finding than before. */
      readonly settles: boolean
      readonly result: SecretResult
    }
  | ({ readonly type: 'NextVoteFixed' } & NextVote)
  | { readonly type: 'FurtherVoteDue'; readonly by: LocalDate; readonly late: boolean }
  | { readonly type: 'ElectionEndedShort'; readonly reason: string }
  | { readonly type: 'ElectionWithdrawn'; readonly reason: string }

export type ElectionRefusal =
  | BoxRefusal
  | PlanRefusal
  | 'not-your-election'
  | 'election-law-unknown'
  | 'election-law-not-in-force'
  | 'recall-too-few-signed'
  | 'recall-too-late'
  | 'recall-member-unknown'
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
  | 'proxy-is-candidate'
  | 'proxy-votes'
  | 'no-proxy'
  | 'box-unknown'
  | 'box-settled'
  | 'box-too-small'
  | 'second-person-needed'
  | 'double-unknown'
  | 'written-unknown'
  | 'next-vote-past'
  | 'next-vote-too-late'
  | 'next-vote-unfixed'
  | 'nobody-stands'
  | 'calendar-year-missing'
