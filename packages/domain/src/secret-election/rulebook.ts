// The regulation of a secret election: drawn up, published, voted, counted by two tellers a box, announced as soon as the last box is settled. RULES R2.4; ASVS V2.3.5.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, refuse, rulebook } from '../kernel/index.ts'
import type { ElectionCommand, ElectionEvent, ElectionRefusal } from './acts.ts'
import { endShort, fixNextVote, next, noteWoman, settleDouble } from './after-rules.ts'
import { wake, wakeAgain } from './clock.ts'
import { enter } from './counting-rules.ts'
import type { Election, StandingElection } from './election.ts'
import { evolveElection } from './evolve.ts'
import { type Answer, mayKeep, tells } from './keeping.ts'
import { lawInForce } from './law.ts'
import { sectionsOf, unfitPlan } from './plan.ts'
import { arrangeProxy, lapseProxy } from './proxies.ts'
import { hearMember, unfitRecall, wakeDraft } from './recall.ts'
import { correct, object, publishRoll, ruleOn } from './roll-rules.ts'

type CommandOf<Type extends ElectionCommand['type']> = Extract<ElectionCommand, { type: Type }>
type In<Status extends Election['status']> = Extract<Election, { status: Status }>

const draft = (_: Election, { id, community, law, plan }: CommandOf<'DraftElection'>, meta: Meta): Answer => {
  if (!mayKeep({ community }, meta)) return refuse('not-your-election')
  if (!law) return refuse('election-law-unknown')
  if (!lawInForce(law, plan.day)) return refuse('election-law-not-in-force')
  return unfitPlan(plan) ?? unfitRecall(law, plan) ?? [{ type: 'ElectionDrafted', id, community, law, ...plan }]
}

const redraft = (election: In<'draft'>, { plan }: CommandOf<'RedraftElection'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (!lawInForce(election.law, plan.day)) return refuse('election-law-not-in-force')
  return unfitPlan(plan) ?? unfitRecall(election.law, plan) ?? [{ type: 'ElectionRedrafted', plan }]
}

/** On the day that the roll named, and not while an objection waits for its ruling. */
const open = (election: In<'published'>, { unruled }: CommandOf<'OpenVoting'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (localDateOf(meta.now) < election.day) return refuse('election-too-early', { day: election.day })
  if (unruled > 0) return refuse('objections-unruled', { unruled })
  const { day, place, posts } = election
  return [{ type: 'VotingOpened', turn: { round: 1, number: 1, day, place, sections: sectionsOf(posts) } }]
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
  return [{ type: 'BallotGiven', turn: election.turn.number, voter: voter.voter, holder, by }]
}

const close = (election: In<'voting'>, _: CommandOf<'CloseVoting'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'VotingClosed', given: election.turn.given }] : refuse('not-your-election')

const withdraw = (election: StandingElection, { reason }: CommandOf<'WithdrawElection'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'ElectionWithdrawn', reason }] : refuse('not-your-election')

export const electionRules = rulebook<Election, ElectionCommand, ElectionEvent, ElectionRefusal>(
  {
    absent: { DraftElection: draft },
    draft: {
      RedraftElection: redraft,
      HearMember: hearMember,
      PublishRoll: publishRoll,
      WakeElection: wakeDraft,
      WithdrawElection: withdraw,
    },
    published: {
      HearMember: hearMember,
      ObjectToRoll: object,
      RuleOnObjection: ruleOn,
      CorrectRoll: correct,
      ArrangeProxy: arrangeProxy,
      LapseProxy: lapseProxy,
      WakeElection: wake,
      OpenVoting: open,
      WithdrawElection: withdraw,
    },
    voting: { GiveBallot: give, CloseVoting: close },
    counting: { EnterBox: enter },
    doubled: { SettleDouble: settleDouble },
    unclear: { NoteWoman: noteWoman },
    short: {
      NoteWoman: noteWoman,
      ArrangeProxy: arrangeProxy,
      LapseProxy: lapseProxy,
      FixNextVote: fixNextVote,
      WakeElection: wakeAgain,
      OpenNextTurn: next,
      EndShort: endShort,
    },
    decided: {},
    withdrawn: {},
  },
  evolveElection,
)
