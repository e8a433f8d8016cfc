// The regulation of a secret election: drawn up, published, voted, counted by two tellers a box, announced as soon as the last box is settled. RULES R2.4; ASVS V2.3.5.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, type Refused, holds, refuse, rulebook } from '../kernel/index.ts'
import { wake } from './clock.ts'
import { sameCount, sumOfBoxes, wrongBox } from './counting.ts'
import {
  type Box,
  ELECTION_TELLERS,
  type Election,
  type ElectionCommand,
  type ElectionEvent,
  type ElectionPlan,
  type ElectionRefusal,
  SMALLEST_BOX,
  type StandingElection,
} from './election.ts'
import { evolveElection } from './evolve.ts'
import { lawInForce } from './law.ts'
import { resultOf } from './result.ts'
import { type Answer, arrangeProxy, correct, mayKeep, object, publishRoll, ruleOn } from './roll-rules.ts'

type CommandOf<Type extends ElectionCommand['type']> = Extract<ElectionCommand, { type: Type }>
type In<Status extends Election['status']> = Extract<Election, { status: Status }>

const tells = ({ community }: StandingElection, { actor }: Meta) =>
  actor.kind === 'person' && holds(actor, ELECTION_TELLERS, community, '') ? actor.person : null

const twice = (all: readonly string[]): boolean =>
  new Set(all.map((each) => each.normalize('NFKC').replaceAll(/\s/gu, ''))).size < all.length

const unfit = ({ candidates, boxes }: ElectionPlan): Refused<ElectionRefusal> | null => {
  if (twice(candidates.map(({ name }) => name))) return refuse('candidates-twice')
  return twice(boxes) ? refuse('boxes-twice') : null
}

const draft = (_: Election, { id, community, law, plan }: CommandOf<'DraftElection'>, meta: Meta): Answer => {
  if (!mayKeep({ community }, meta)) return refuse('not-your-election')
  if (!law) return refuse('election-law-unknown')
  if (!lawInForce(law, plan.day)) return refuse('election-law-not-in-force')
  return unfit(plan) ?? [{ type: 'ElectionDrafted', id, community, law, ...plan }]
}

const redraft = (election: In<'draft'>, { plan }: CommandOf<'RedraftElection'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (!lawInForce(election.law, plan.day)) return refuse('election-law-not-in-force')
  return unfit(plan) ?? [{ type: 'ElectionRedrafted', plan }]
}

/** On the day that the roll named, and not while an objection waits for its ruling. */
const open = (election: In<'published'>, { unruled }: CommandOf<'OpenVoting'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (localDateOf(meta.now) < election.day) return refuse('election-too-early', { day: election.day })
  if (unruled > 0) return refuse('objections-unruled', { unruled })
  const standing = election.candidates.map(({ key }) => key)
  return [{ type: 'VotingOpened', round: 1, turn: 1, standing, open: election.seats }]
}

/** To the one who stands there, or to whoever votes for them by arrangement; each of the roll once a turn. */
const give = (election: In<'voting'>, { voter, to }: CommandOf<'GiveBallot'>, meta: Meta): Answer => {
  const by = tells(election, meta)
  if (!by) return refuse('not-your-election')
  if (!voter) return refuse('voter-unknown')
  if (voter.struck) return refuse('voter-struck')
  if (voter.taken) return refuse('ballot-taken')
  if (to === 'proxy' && !voter.proxy) return refuse('no-proxy')
  if (to === 'self' && voter.proxy) return refuse('proxy-votes')
  const holder = to === 'proxy' ? voter.proxy! : voter.voter
  return [{ type: 'BallotGiven', turn: election.turn, voter: voter.voter, holder, by }]
}

const close = (election: In<'voting'>, _: CommandOf<'CloseVoting'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'VotingClosed', given: election.given }] : refuse('not-your-election')

/** What a count makes of its box: one more, settled by two that agree, sent to a third, or begun anew where all three differ. */
const told = (box: Box, index: number, entered: Extract<ElectionEvent, { type: 'BoxCounted' }>) => {
  const same = box.counts.some(({ count }) => sameCount(count, entered.count))
  if (same) return [entered, { type: 'BoxSettled' as const, box: index, count: entered.count }]
  if (box.counts.length === 0) return [entered]
  return [entered, { type: 'BoxDiffered' as const, box: index, anew: box.counts.length === 2 }]
}

const announce = (election: In<'counting'>, events: readonly ElectionEvent[]): readonly ElectionEvent[] => {
  const settled = events.find((event) => event.type === 'BoxSettled')
  if (!settled) return events
  const boxes = election.counted.map((box, index) => (index === settled.box ? settled.count : box.settled))
  if (boxes.some((count) => count === null)) return events
  const { law, round, standing, registered, given, open: seats } = election
  const candidates = election.candidates.filter(({ key }) => standing.includes(key))
  const totals = sumOfBoxes(standing, boxes as NonNullable<(typeof boxes)[number]>[])
  return [
    ...events,
    { type: 'ResultAnnounced', result: resultOf({ law, round, seats, candidates, registered, given, totals }) },
  ]
}

const enter = (election: In<'counting'>, { box: index, count }: CommandOf<'EnterBox'>, meta: Meta): Answer => {
  const by = tells(election, meta)
  if (!by) return refuse('not-your-election')
  const box = election.counted[index]
  if (!box) return refuse('box-unknown')
  if (box.settled) return refuse('box-settled')
  if (box.counts.some((each) => each.by === by)) return refuse('second-person-needed')
  const { standing, open: seats, counted } = election
  const wrong = wrongBox({ candidates: standing.map((key) => ({ key })), seats }, count)
  if (wrong) return refuse(wrong)
  if (counted.length > 1 && count.collected > 0 && count.collected < SMALLEST_BOX)
    return refuse('box-too-small', { least: SMALLEST_BOX })
  return announce(election, told(box, index, { type: 'BoxCounted', box: index, by, count }))
}

/** A void turn is held again as it was; seats that stayed open go to the second round. */
const next = (election: In<'short'>, _: CommandOf<'OpenNextTurn'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const last = election.results.at(-1)!
  const round = last.void ? election.round : 2
  return [{ type: 'VotingOpened', round, turn: election.turn + 1, standing: last.next, open: last.open }]
}

const endShort = (election: In<'short'>, { reason }: CommandOf<'EndShort'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'ElectionEndedShort', reason }] : refuse('not-your-election')

const withdraw = (election: StandingElection, { reason }: CommandOf<'WithdrawElection'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'ElectionWithdrawn', reason }] : refuse('not-your-election')

export const electionRules = rulebook<Election, ElectionCommand, ElectionEvent, ElectionRefusal>(
  {
    absent: { DraftElection: draft },
    draft: { RedraftElection: redraft, PublishRoll: publishRoll, WithdrawElection: withdraw },
    published: {
      ObjectToRoll: object,
      RuleOnObjection: ruleOn,
      CorrectRoll: correct,
      ArrangeProxy: arrangeProxy,
      WakeElection: wake,
      OpenVoting: open,
      WithdrawElection: withdraw,
    },
    voting: { GiveBallot: give, CloseVoting: close },
    counting: { EnterBox: enter },
    short: { OpenNextTurn: next, EndShort: endShort },
    decided: {},
    withdrawn: {},
  },
  evolveElection,
)
