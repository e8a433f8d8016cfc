// What a reader may do with a poll as it stands: the rulebook is asked, and nothing else.
import type { PollAct } from '@yishi/contract/poll'
import { type Actor, type Instant, holds, isRefused } from '@yishi/domain/kernel'
import { type PollCommand, type StandingPoll, pollRules } from '@yishi/domain/poll'

const QUESTION = { type: 'for-against', text: '-', explanation: '' } as const
const NONE = { status: 'absent' } as const
const EXAMPLES: readonly (readonly [PollAct, PollCommand])[] = [
  ['redraft', { type: 'RedraftPoll', way: 'counted', question: QUESTION, electorate: { totals: {} }, plan: null }],
  ['announce', { type: 'AnnouncePoll', notice: NONE }],
  ['redraw', { type: 'RedrawElectorate', electorate: { voters: [] } }],
  ['open', { type: 'OpenPoll' }],
  ['extend', { type: 'ExtendPoll' }],
  ['prove', { type: 'RecordProofs', proof: 'delivered', voters: [], evidence: '-' }],
  ['count', { type: 'EnterCount', figures: { votes: {}, abstain: {}, invalid: {} } }],
  ['show', { type: 'ShowResult', notice: NONE }],
  ['recount', { type: 'OrderRecount', reason: '-' }],
  ['confirm', { type: 'ConfirmResult', objections: { notice: NONE, unanswered: 0 } }],
  ['withdraw', { type: 'WithdrawPoll', reason: '-' }],
]
const ABOUT_CONTENTS: ReadonlySet<string> = new Set([
  'counts-incomplete',
  'electorate-empty',
  'way-unfit',
  'question-unfit',
  'notice-unfit',
  'law-not-kept',
])

export const mayOn = (state: StandingPoll, actor: Actor, now: Instant): PollAct[] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  const allowed = EXAMPLES.flatMap(([name, command]) => {
    const answer = pollRules.decide(state, command, meta)
    return isRefused(answer) && !ABOUT_CONTENTS.has(answer.refused) ? [] : [name]
  })
  const { status, way, rule, community, path, assembly, agenda } = state
  const tells = way === 'ballots' && holds(actor, rule.tellers, community, path)
  const notes = tells && (status === 'open' || status === 'closed')
  const chooses = tells && rule.ballotOf === 'unit' && (status === 'announced' || status === 'open')
  /** A result is shown once, and confirmed only after. */
  const without = assembly?.resultNotice ? 'show' : 'confirm'
  const first = status === 'draft' && way === 'ballots' && assembly !== null && agenda === null
  const adds = first && rule.ballotOf === 'unit' && holds(actor, rule.openers, community, path)
  const more = { note: notes, choose: chooses, add: adds }
  const those = (['note', 'choose', 'add'] as const).filter((act) => more[act])
  return [...allowed.filter((act) => act !== without), ...those]
}
