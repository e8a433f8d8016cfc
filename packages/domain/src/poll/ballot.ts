// A ballot (票) of a person or a unit: an aggregate of its own, cast by the voter or noted; one may replace another, both are kept (R1.65). Co-owners choose who casts it (R1.8).
import {
  type BallotId,
  type CommunityId,
  type Instant,
  type Meta,
  type PersonId,
  type PollId,
  type Refused,
  type VoterId,
  during,
  holds,
  isRefused,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { type SameRowRefusal, type SameRows, countsTwice, otherRowVoted } from '../same-person/index.ts'
import { type MarkingRefusal, choiceRefusal } from './marking.ts'
import type { Poll } from './poll.ts'
import { type Channel, type NotedIn, takesOver } from './precedence.ts'
import { type Question, questionDigest } from './question.ts'
import { type PollRule, type Way, hasSheets } from './rule.ts'
import { type Beside, isChoosing, votedByAnother, voterOfUnit } from './unit-voter.ts'

type Body = {
  readonly id: BallotId
  readonly poll: PollId
  readonly voter: VoterId
  /** Who casts it in person; of a unit with several owners nobody until one of them does, or is chosen. */
  readonly person: PersonId | null
  /** Owners of the unit among whom one casts it; empty where it is a person's own. */
  readonly owners: readonly PersonId[]
  readonly community: CommunityId
  readonly path: string
  readonly pollStatus: Poll['status']
  /** The first moment at which nothing is cast any more; null where somebody closes it by hand. */
  readonly closesAt: Instant | null
  readonly way: Way
  readonly question: Question
  readonly rule: PollRule
  /** Where another row of the list is the same person. */
  readonly same: SameRows | null
  /** Where a unit of several owners is asked more than this question. */
  readonly beside: Beside | null
}
export type Ballot =
  | { readonly status: 'absent' }
  | ({ readonly status: 'blank' } & Body)
  /** `number` counts all ballots of this voter; the one that holds came through `channel`, null where it was set aside. */
  | ({ readonly status: 'cast'; readonly number: number; readonly channel: Channel | null } & Body)
type StandingBallot = Exclude<Ballot, { status: 'absent' }>

type Chosen = {
  readonly person: PersonId
  /** By casting before the others did, or by what all have signed. */
  readonly how: 'first' | 'signed'
  readonly evidence: string
}
type Marked = { readonly choice: readonly string[] }
/** `asked` is the digest of the question that the voter had before them, where whoever sends it knows it. */
type Answered = Marked & { readonly asked?: string | undefined }
export type BallotCommand =
  | ({ readonly type: 'CastBallot' } & Answered)
  /** `readers`: who read a sheet that was handed in, each without the others; empty where somebody says it in person. */
  | ({ readonly type: 'NoteBallot'; readonly where: NotedIn; readonly readers?: readonly PersonId[] } & Answered)
  /** `evidence`: where the choice that all have signed is kept. `replaces`: it was signed though another owner has voted. */
  | { readonly type: 'ChooseVoter'; readonly evidence: string; readonly replaces?: boolean; readonly person: PersonId }
  /** On another question of the agenda it was decided who votes for the unit. */
  | ({ readonly type: 'FollowVoter' } & Chosen)
  /** Given by the clock where it turns out that two rows that voted are one person. */
  | { readonly type: 'SetBallotAside' }

export type BallotEvent =
  | ({
      readonly type: 'BallotCast'
      readonly poll: PollId
      readonly voter: VoterId
      readonly number: number
      /** Null where the voter cast it in person. */
      readonly noted: { readonly by: PersonId; readonly where: NotedIn } | null
      /** False where it is kept beside one that goes before it. */
      readonly holds: boolean
    } & Marked)
  | ({ readonly type: 'VoterChosen'; readonly poll: PollId; readonly voter: VoterId } & Chosen)
  /** Of the rows that are one person, this one has voted. */
  | { readonly type: 'RowCounts'; readonly same: string }
  | {
      readonly type: 'BallotSetAside'
      readonly poll: PollId
      readonly voter: VoterId
      readonly counts: BallotId
      /** Found after the result: nothing is taken back by itself, people have to look. */
      readonly late: boolean
    }

export type BallotRefusal =
  | MarkingRefusal
  | SameRowRefusal
  | 'not-your-ballot'
  | 'not-your-poll'
  | 'poll-not-open'
  | 'way-unfit'
  | 'question-changed'
  | 'ballot-stands'
  | 'co-owner-votes'
  | 'co-owner-voted'
  | 'no-owner'
  | 'two-readers-needed'

type CommandOf<Type extends BallotCommand['type']> = Extract<BallotCommand, { type: Type }>
type Answer = readonly BallotEvent[] | Refused<BallotRefusal>
type Cast = Extract<BallotEvent, { type: 'BallotCast' }>

/** Nothing is cast at the moment of closing or after it; what was signed before is still taken down until the count begins. */
const isTaking = ({ pollStatus, closesAt }: StandingBallot, noted: Cast['noted'], now: Instant): boolean => {
  const signed = noted !== null && noted.where !== 'phone'
  if (pollStatus === 'closed') return signed
  return pollStatus === 'open' && (closesAt === null || now < closesAt || signed)
}

type Taken = { readonly answer: Answered; readonly noted: Cast['noted'] }

const take = (ballot: StandingBallot, { answer: { choice, asked }, noted }: Taken, at: Instant): Answer => {
  if (!isTaking(ballot, noted, at)) return refuse('poll-not-open')
  if (ballot.way !== 'ballots') return refuse('way-unfit')
  if (otherRowVoted(ballot.id, ballot.same)) return refuse('other-row-voted')
  if (asked !== undefined && asked !== questionDigest(ballot.question)) return refuse('question-changed')
  const unfit = choiceRefusal(ballot.question, choice, { invalid: noted !== null })
  if (unfit) return refuse(unfit)
  const holding = ballot.status === 'cast' ? ballot.channel : null
  const goesFirst = takesOver(ballot.rule.precedence, holding, noted?.where ?? 'online')
  // Paper exists and is kept beside; a press of a button is told that it changes nothing.
  if (!goesFirst && noted === null) return refuse('ballot-stands')
  const number = ballot.status === 'cast' ? ballot.number + 1 : 1
  const { poll, voter, same } = ballot
  const taken = { type: 'BallotCast', poll, voter, number, choice, noted, holds: goesFirst } as const
  return goesFirst && same?.counts === null ? [taken, { type: 'RowCounts', same: same.key }] : [taken]
}

const chosen = ({ poll, voter }: StandingBallot, { person, how, evidence }: Chosen): BallotEvent => ({
  type: 'VoterChosen',
  poll,
  voter,
  person,
  how,
  evidence,
})

/** The first of several owners to cast says so for all of them; from then on it is theirs to cast, on every question of the agenda. */
const cast = (ballot: StandingBallot, answer: CommandOf<'CastBallot'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'person') return refuse('not-your-ballot')
  const { person } = actor
  const voter = voterOfUnit(ballot)
  const owns = ballot.owners.includes(person)
  if (person !== voter && !owns) return refuse('not-your-ballot')
  if (voter !== null && person !== voter) return refuse('co-owner-votes')
  const taken = take(ballot, { answer, noted: null }, now)
  if (ballot.person !== null || isRefused(taken)) return taken
  return [chosen(ballot, { person, how: 'first', evidence: '' }), ...taken]
}

const isTeller = ({ rule, community, path }: StandingBallot, { actor }: Meta): boolean =>
  actor.kind === 'person' && holds(actor, rule.tellers, community, path)

/** A signed sheet is read by two before it becomes a ballot (ASVS V2.3.5). */
const readByTwo = ({ rule }: StandingBallot, { where, readers = [] }: CommandOf<'NoteBallot'>): boolean =>
  !hasSheets(rule) || (where !== 'paper' && where !== 'door') || new Set(readers).size > 1

const note = (ballot: StandingBallot, command: CommandOf<'NoteBallot'>, meta: Meta): Answer => {
  const { where } = command
  const { actor, now } = meta
  if (isTeller(ballot, meta) && !readByTwo(ballot, command)) return refuse('two-readers-needed')
  return actor.kind === 'person' && isTeller(ballot, meta)
    ? take(ballot, { answer: command, noted: { by: actor.person, where } }, now)
    : refuse('not-your-poll')
}

/** By the one who has the vote, in favour of another owner; or by a teller who holds what all of them have signed, knowingly where one of them has voted. */
const choose = (ballot: StandingBallot, command: CommandOf<'ChooseVoter'>, meta: Meta): Answer => {
  const { actor } = meta
  const { person, evidence, replaces = false } = command
  const own = actor.kind === 'person' && actor.person === voterOfUnit(ballot)
  if (!own && !isTeller(ballot, meta)) return refuse('not-your-poll')
  if (!ballot.owners.includes(person)) return refuse('no-owner')
  if (!isChoosing(ballot)) return refuse('poll-not-open')
  if (!own && !replaces && votedByAnother(ballot, person)) return refuse('co-owner-voted')
  return person === ballot.person ? [] : [chosen(ballot, { person, how: 'signed', evidence })]
}

/** Two owners who are first on two questions at one moment are refused together, and tried again one after the other. */
const follow = (ballot: StandingBallot, chosenElsewhere: CommandOf<'FollowVoter'>, { actor }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-poll')
  if (!isChoosing(ballot) || chosenElsewhere.person === ballot.person) return []
  if (chosenElsewhere.how === 'first' && ballot.person !== null) return refuse('co-owner-votes')
  return [chosen(ballot, chosenElsewhere)]
}

/** Until the result is found; from then on people have to look. */
const setAside = (ballot: StandingBallot, _: CommandOf<'SetBallotAside'>, { actor }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-poll')
  const { id, poll, voter, same, pollStatus } = ballot
  if (!countsTwice(id, same)) return []
  const late = !['open', 'closed', 'counting'].includes(pollStatus)
  return [{ type: 'BallotSetAside', poll, voter, counts: same!.counts!, late }]
}

/** Whether the clock has to set it aside. */
export const standsTwice = (ballot: Ballot): boolean =>
  ballot.status === 'cast' && countsTwice(ballot.id, ballot.same) && !['draft', 'withdrawn'].includes(ballot.pollStatus)

const evolve = (ballot: Ballot, event: BallotEvent): Ballot => {
  const standing = during(ballot, 'blank', 'cast')
  if (event.type === 'VoterChosen') return { ...standing, person: event.person }
  if (event.type === 'RowCounts') return { ...standing, same: { ...standing.same!, counts: standing.id } }
  if (event.type === 'BallotSetAside') {
    const { late } = event
    const before = during(standing, 'cast')
    return { ...before, channel: late ? before.channel : null, same: { ...before.same!, settled: true } }
  }
  const { number, noted, holds: goesFirst } = event
  const channel = goesFirst || standing.status === 'blank' ? (noted?.where ?? 'online') : standing.channel
  return { ...standing, status: 'cast', number, channel }
}

export const ballotRules = rulebook<Ballot, BallotCommand, BallotEvent, BallotRefusal>(
  {
    absent: {},
    blank: { CastBallot: cast, NoteBallot: note, ChooseVoter: choose, FollowVoter: follow },
    cast: { CastBallot: cast, NoteBallot: note, ChooseVoter: choose, FollowVoter: follow, SetBallotAside: setAside },
  },
  evolve,
)

export const NO_BALLOT: Ballot = { status: 'absent' }
