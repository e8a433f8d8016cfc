// A poll of three residents’ representatives about a bench, at every step from its draft to its result.
import { CLOCK, type Ids, type Instant, isRefused } from '../../kernel/index.ts'
import { PEOPLE, STAFF } from '../../matter/testing/community.ts'
import { FORMAL, SMALL } from '../../matter/testing/procedures.ts'
import { asks, given, raised, signing, sorting, when } from '../../reactions/testing/story.ts'
import { WEDNESDAY, open as openMatter } from '../../reactions/testing/world.ts'
import {
  type Electorate,
  type Figures,
  NO_POLL,
  type Poll,
  type PollCommand,
  type Question,
  type StandingPoll,
  type Voter,
  pollRuleByKey,
  pollRules,
} from '../index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const meta = (actor = STAFF, now: Instant = WEDNESDAY) => ({ actor, now, ids })

export const AT_DECIDE = openMatter(
  when(
    given(raised, asks(STAFF, sorting({}, FORMAL))),
    asks(CLOCK, {
      type: 'NoteProceeding',
      proceeding: { kind: 'meeting', id: 'mtg_1', status: 'ended', quorate: true, result: 'agreed' },
      resolved: [],
    }),
    asks(PEOPLE.branch, signing('branch', 'approved')),
  ),
)
export const AT_WORK = openMatter(given(raised, asks(STAFF, sorting({}, SMALL))))

export const rule = pollRuleByKey('cn-residents-representatives')!
export const voter = (n: number, more: Partial<Voter> = {}): Voter => ({
  voter: `vtr_${n}`,
  ballot: `bal_${n}`,
  person: `per_${n}`,
  party: null,
  name: `代表${n}`,
  path: 'east.b3',
  head: n,
  zone: '',
  unit: null,
  amounts: { heads: 1 },
  ...more,
})
const VOTERS: Electorate = { voters: [1, 2, 3].map((n) => voter(n)) }
export const QUESTION: Question = { type: 'for-against', text: '三号楼前加装长椅？', explanation: '两把，靠墙放。' }

export const draft = (more: object = {}): PollCommand => ({
  type: 'DraftPoll',
  id: 'pol_1',
  of: AT_DECIDE,
  rule,
  way: 'ballots',
  question: QUESTION,
  electorate: VOTERS,
  plan: null,
  ...more,
})
export const votes = (agreed: number, against: number, present = 3): Figures => ({
  present: { heads: present },
  votes: { for: { heads: agreed }, against: { heads: against } },
  abstain: { heads: 0 },
  invalid: { heads: 0 },
})
export const OPEN: PollCommand = { type: 'OpenPoll' }
export const enter = (figures: Figures): PollCommand => ({ type: 'EnterCount', figures })
export const WITHDRAW: PollCommand = { type: 'WithdrawPoll', reason: '问法要改' }

export const decide = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY) =>
  pollRules.decide(poll, command, meta(actor, now))
export const after = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY): StandingPoll => {
  const answer = decide(poll, command, actor, now)
  if (isRefused(answer)) throw new Error(`${command.type}: ${answer.refused} ${JSON.stringify(answer.detail)}`)
  return answer.state as StandingPoll
}
export const refusal = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY) => {
  const answer = decide(poll, command, actor, now)
  return isRefused(answer) ? answer.refused : null
}

export const DRAFT = after(NO_POLL, draft())
export const OPENED = after(DRAFT, OPEN)
export const COUNTING = after(OPENED, enter(votes(2, 1)))
export const DECIDED = after(COUNTING, enter(votes(2, 1)), PEOPLE.branch)
export const WITHDRAWN = after(OPENED, WITHDRAW)
