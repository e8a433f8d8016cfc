// A poll (表决): one question put to an electorate under a rule; drafted, opened, counted alike by two persons, decided or withdrawn.
import type { CommunityId, MatterId, PersonId, PollId } from '../kernel/index.ts'
import type { Matter, OpeningRefusal } from '../matter/index.ts'
import type { Electorate } from './electorate.ts'
import type { Amounts } from './measure.ts'
import type { Figures, FiguresRefusal } from './figures.ts'
import type { Outcome } from './outcome.ts'
import type { Question, QuestionRefusal } from './question.ts'
import type { PollRule, Way } from './rule.ts'

export type PollBody = {
  readonly id: PollId
  readonly community: CommunityId
  readonly matter: MatterId
  readonly path: string
  readonly rule: PollRule
  readonly way: Way
  readonly question: Question
  /** How many voters are known by name; null where only totals are. */
  readonly named: number | null
  readonly totals: Amounts
  /** Of the electorate as drafted; frozen when the poll opens. */
  readonly digest: string
}

/** What one teller came to. */
export type Count = { readonly by: PersonId; readonly figures: Figures }

export type Poll =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft' } & PollBody)
  | ({ readonly status: 'open' } & PollBody)
  | ({ readonly status: 'counting'; readonly first: Count | null; readonly recounts: number } & PollBody)
  | ({ readonly status: 'decided'; readonly figures: Figures; readonly outcome: Outcome } & PollBody)
  | ({ readonly status: 'withdrawn' } & PollBody)
export type StandingPoll = Exclude<Poll, { status: 'absent' }>
export type CountablePoll = Extract<Poll, { status: 'open' | 'counting' }>

type Drafted = Pick<PollBody, 'way' | 'question'> & {
  readonly electorate: Electorate
  /** Null where nobody knows a rule by the name that was asked for. */
  readonly rule: PollRule | null
}

export type PollCommand =
  | ({ readonly type: 'DraftPoll'; readonly id: PollId; readonly of: Matter } & Drafted)
  | ({ readonly type: 'RedraftPoll' } & Omit<Drafted, 'rule'>)
  | { readonly type: 'OpenPoll' }
  | { readonly type: 'EnterCount'; readonly figures: Figures }
  | { readonly type: 'WithdrawPoll'; readonly reason: string }

export type PollEvent =
  | ({ readonly type: 'PollDrafted'; readonly electorate: Electorate } & PollBody)
  | ({ readonly type: 'PollRedrafted'; readonly electorate: Electorate } & Pick<
      PollBody,
      'way' | 'question' | 'named' | 'totals' | 'digest'
    >)
  | { readonly type: 'PollOpened'; readonly digest: string; readonly named: number | null; readonly rule: PollRule }
  /** From now on no ballot is taken any more. */
  | { readonly type: 'PollClosed' }
  | { readonly type: 'CountEntered'; readonly by: PersonId; readonly figures: Figures }
  | { readonly type: 'CountsDiffered' }
  | { readonly type: 'PollDecided'; readonly figures: Figures; readonly outcome: Outcome }
  | { readonly type: 'PollWithdrawn'; readonly reason: string; readonly byStage: boolean }

export type PollRefusal =
  | OpeningRefusal
  | QuestionRefusal
  | FiguresRefusal
  | 'not-your-poll'
  | 'poll-rule-unknown'
  | 'poll-rule-not-in-force'
  | 'poll-rule-differs'
  | 'electorate-empty'
  | 'voters-twice'
  | 'question-unfit'
  | 'way-unfit'
  | 'secret-on-paper'
  | 'second-person-needed'
  | 'poll-ended'

export const NO_POLL: Poll = { status: 'absent' }
