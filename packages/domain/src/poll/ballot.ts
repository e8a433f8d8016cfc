// A ballot (票) of one voter in one poll: an aggregate of its own, cast by the voter or noted for them; a later one may replace it, and both are kept (R1.65).
import {
  type BallotId,
  type CommunityId,
  type Meta,
  type PersonId,
  type PollId,
  type Refused,
  type VoterId,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { Poll } from './poll.ts'
import { type Question, isChoice } from './question.ts'
import type { PollRule, Way } from './rule.ts'

/** Where somebody of the committee took the choice down. */
export const NOTED_IN = ['hall', 'paper', 'phone'] as const
export type NotedIn = (typeof NOTED_IN)[number]

type Slip = {
  readonly id: BallotId
  readonly poll: PollId
  readonly voter: VoterId
  readonly person: PersonId | null
  readonly community: CommunityId
  readonly path: string
  readonly pollStatus: Poll['status']
  readonly way: Way
  readonly question: Question
  readonly rule: PollRule
}
export type Ballot =
  | { readonly status: 'absent' }
  | ({ readonly status: 'blank' } & Slip)
  /** `number` counts all ballots of this voter; the last one holds. */
  | ({ readonly status: 'cast'; readonly number: number; readonly noted: boolean } & Slip)
type StandingBallot = Exclude<Ballot, { status: 'absent' }>

type Marked = { readonly choice: readonly string[] }
export type BallotCommand =
  | ({ readonly type: 'CastBallot' } & Marked)
  | ({ readonly type: 'NoteBallot'; readonly where: NotedIn } & Marked)

export type BallotEvent = {
  readonly type: 'BallotCast'
  readonly poll: PollId
  readonly voter: VoterId
  readonly number: number
  /** Null where the voter cast it in person. */
  readonly noted: { readonly by: PersonId; readonly where: NotedIn } | null
} & Marked

export type BallotRefusal =
  | 'not-your-ballot'
  | 'not-your-poll'
  | 'poll-not-open'
  | 'way-unfit'
  | 'choice-unfit'
  | 'ballot-stands'

type CommandOf<Type extends BallotCommand['type']> = Extract<BallotCommand, { type: Type }>
type Answer = readonly BallotEvent[] | Refused<BallotRefusal>

/** Whether the declared precedence lets a further ballot take the place of the one that stands. */
const stands = (ballot: StandingBallot, noted: boolean): boolean => {
  if (ballot.status === 'blank' || ballot.rule.precedence === 'latest') return false
  return ballot.rule.precedence === 'first' || (noted && !ballot.noted)
}

const take = (ballot: StandingBallot, choice: readonly string[], noted: BallotEvent['noted']): Answer => {
  if (ballot.pollStatus !== 'open') return refuse('poll-not-open')
  if (ballot.way !== 'ballots') return refuse('way-unfit')
  if (!isChoice(ballot.question, choice, { invalid: noted !== null })) return refuse('choice-unfit')
  if (stands(ballot, noted !== null)) return refuse('ballot-stands')
  const number = ballot.status === 'cast' ? ballot.number + 1 : 1
  return [{ type: 'BallotCast', poll: ballot.poll, voter: ballot.voter, number, choice, noted }]
}

const cast = (ballot: StandingBallot, { choice }: CommandOf<'CastBallot'>, { actor }: Meta): Answer =>
  actor.kind === 'person' && actor.person === ballot.person ? take(ballot, choice, null) : refuse('not-your-ballot')

const note = (ballot: StandingBallot, { choice, where }: CommandOf<'NoteBallot'>, { actor }: Meta): Answer => {
  const teller = actor.kind === 'person' && holds(actor, ballot.rule.tellers, ballot.community, ballot.path)
  return teller ? take(ballot, choice, { by: actor.person, where }) : refuse('not-your-poll')
}

export const ballotRules = rulebook<Ballot, BallotCommand, BallotEvent, BallotRefusal>(
  {
    absent: {},
    blank: { CastBallot: cast, NoteBallot: note },
    cast: { CastBallot: cast, NoteBallot: note },
  },
  (ballot, { number, noted }) => ({
    ...during(ballot, 'blank', 'cast'),
    status: 'cast',
    number,
    noted: noted !== null,
  }),
)

export const NO_BALLOT: Ballot = { status: 'absent' }
