// A poll (表决): one question put to an electorate under a rule; counted alike by two persons. One of owners is announced before and shown for objections after (R1.15, R1.62).
import type { CommunityId, Instant, MatterId, NoticeId, PersonId, PollId, VoterId } from '../kernel/index.ts'
import type { Matter, OpeningRefusal } from '../matter/index.ts'
import type { Notice } from '../notice/index.ts'
import type { AssemblyPlan, OwnTerms } from './assembly.ts'
import type { Electorate } from './electorate.ts'
import type { Amounts } from './measure.ts'
import type { Figures, FiguresRefusal } from './figures.ts'
import type { Lots } from './lots.ts'
import type { Outcome } from './outcome.ts'
import type { Question, QuestionRefusal } from './question.ts'
import type { PollRule, Way } from './rule.ts'

/** How an assembly of owners stands: its plan, the notice that announced it, and how often it was extended. */
export type Assembly = AssemblyPlan & {
  readonly notice: NoticeId | null
  readonly extensions: number
  /** The notice under which the preliminary result hangs. */
  readonly resultNotice: NoticeId | null
}

/** The poll whose assembly, list and sheet this question shares, and its number there; the first is number one and stands for itself. */
export type OnAgenda = { readonly first: PollId; readonly item: number }

/** Of the three proofs that let a silent ballot follow a majority (R1.31): it was delivered, its owner told of the agenda, and warned of what silence means. */
export const PROOFS = ['delivered', 'told', 'warned'] as const
export type ProofKind = (typeof PROOFS)[number]

export type PollBody = {
  readonly id: PollId
  readonly community: CommunityId
  readonly matter: MatterId
  readonly path: string
  readonly rule: PollRule
  readonly way: Way
  readonly question: Question
  /** Null where no owners are asked, or only their totals were counted elsewhere. */
  readonly assembly: Assembly | null
  /** Of a further question of an assembly; null of a poll that stands for itself. */
  readonly agenda: OnAgenda | null
  /** How many voters are known by name; null where only totals are. */
  readonly named: number | null
  readonly totals: Amounts
  /** Of the electorate as drafted; frozen when the poll opens. */
  readonly digest: string
  /** How equal votes will be settled: drawn at the opening, where the question ranks or scores. */
  readonly lots: Lots | null
}

/** What one teller came to. */
export type Count = { readonly by: PersonId; readonly figures: Figures }

type Running = { readonly first: Count | null; readonly recounts: number }

export type Poll =
  | { readonly status: 'absent' }
  | ({ readonly status: 'draft' } & PollBody)
  /** Its notice hangs; objections to the list are taken and answered. */
  | ({ readonly status: 'announced' } & PollBody)
  | ({ readonly status: 'open' } & PollBody)
  /** Over: what was signed before is still taken down and reconciled. */
  | ({ readonly status: 'closed' } & PollBody)
  | ({ readonly status: 'counting' } & Running & PollBody)
  /** Counted; the result hangs for objections. */
  | ({
      readonly status: 'preliminary'
      readonly figures: Figures
      readonly outcome: Outcome
      readonly recounts: number
    } & PollBody)
  | ({ readonly status: 'decided'; readonly figures: Figures; readonly outcome: Outcome } & PollBody)
  | ({ readonly status: 'withdrawn' } & PollBody)
export type StandingPoll = Exclude<Poll, { status: 'absent' }>
export type CountablePoll = Extract<Poll, { status: 'open' | 'closed' | 'counting' }>

type Drafted = Pick<PollBody, 'way' | 'question'> & {
  readonly electorate: Electorate
  /** Null where nobody knows a rule by the name that was asked for. */
  readonly rule: PollRule | null
  readonly plan: AssemblyPlan | null
  /** The election whose open seats are voted on again, as it stands now. */
  readonly earlier?: Poll
}

/** Of seats that a further question of an agenda left open: whether a ballot that was not taken back fills them already. */
export type Aside = { readonly taken: boolean }

/** How the notice stands at this moment, and how many objections to it wait for an answer. */
export type Objections = { readonly notice: Notice; readonly unanswered: number }

/** What the first question of an agenda does for those that follow it. */
export type Led =
  | { readonly does: 'redraw'; readonly plan: AssemblyPlan; readonly electorate: Electorate }
  | { readonly does: 'announce'; readonly notice: NoticeId }
  | { readonly does: 'open' }
  | { readonly does: 'extend'; readonly closesAt: Instant; readonly extensions: number }
  | { readonly does: 'show'; readonly notice: NoticeId }
  | { readonly does: 'withdraw'; readonly reason: string }

/** The further questions of the same agenda, locked with the first. */
type WithOthers = { readonly others?: readonly StandingPoll[] }
/** Their lists, drawn from the first one's. */
type Followers = readonly { readonly poll: PollId; readonly electorate: Electorate }[]

export type PollCommand =
  | ({ readonly type: 'DraftPoll'; readonly id: PollId; readonly of: Matter; readonly aside?: Aside } & Drafted)
  /** A further question for an assembly that is not announced yet. */
  | ({
      readonly type: 'AddQuestion'
      readonly id: PollId
      readonly to: Poll
      readonly item: number
      /** Questions that stand on the agenda already, the first among them. */
      readonly standing: number
      readonly electorate: Electorate
      readonly rule: PollRule | null
      readonly question: Question
    } & OwnTerms &
      Pick<Drafted, 'earlier'>)
  | ({ readonly type: 'RedraftPoll'; readonly followers?: Followers } & Omit<Drafted, 'rule'>)
  | ({ readonly type: 'AnnouncePoll'; readonly notice: Notice } & WithOthers)
  | { readonly type: 'FollowFirst'; readonly first: PollId; readonly led: Led }
  /** An objection to the list was right, or the roster has changed before the opening. */
  | { readonly type: 'RedrawElectorate'; readonly electorate: Electorate; readonly followers?: Followers }
  | ({ readonly type: 'OpenPoll'; readonly objections?: Objections } & WithOthers)
  | ({ readonly type: 'ExtendPoll' } & WithOthers)
  | {
      readonly type: 'RecordProofs'
      readonly proof: ProofKind
      readonly voters: readonly VoterId[]
      readonly evidence: string
    }
  | { readonly type: 'ClosePoll' }
  | { readonly type: 'EnterCount'; readonly figures: Figures }
  /** With the others: one notice for all of them. */
  | ({ readonly type: 'ShowResult'; readonly notice: Notice } & WithOthers)
  | { readonly type: 'OrderRecount'; readonly reason: string }
  | { readonly type: 'ConfirmResult'; readonly objections: Objections }
  | { readonly type: 'WithdrawPoll'; readonly reason: string }

type Drawn = Pick<PollBody, 'named' | 'totals' | 'digest'> & { readonly electorate: Electorate }
type Leading = { readonly followers: Followers }

export type PollEvent =
  | ({ readonly type: 'PollDrafted' } & PollBody & Drawn)
  | ({ readonly type: 'PollRedrafted' } & Pick<PollBody, 'way' | 'question' | 'assembly'> & Drawn & Leading)
  | { readonly type: 'PollAnnounced'; readonly notice: NoticeId; readonly opensAt: Instant; readonly closesAt: Instant }
  | ({ readonly type: 'ElectorateRedrawn' } & Drawn & Leading)
  | ({ readonly type: 'PollOpened'; readonly rule: PollRule } & Pick<PollBody, 'digest' | 'named' | 'lots'>)
  | { readonly type: 'PollExtended'; readonly closesAt: Instant; readonly extensions: number }
  | {
      readonly type: 'ProofsRecorded'
      readonly proof: ProofKind
      readonly voters: readonly VoterId[]
      readonly evidence: string
      readonly by: PersonId
    }
  /** From now on no ballot is cast any more. */
  | { readonly type: 'PollClosed' }
  /** From now on none that was signed before is taken down either. */
  | { readonly type: 'CountingBegun' }
  | { readonly type: 'CountEntered'; readonly by: PersonId; readonly figures: Figures }
  | { readonly type: 'CountsDiffered' }
  | { readonly type: 'ResultFound'; readonly figures: Figures; readonly outcome: Outcome }
  /** `together`: the notice shows every question of the agenda. */
  | { readonly type: 'ResultShown'; readonly notice: NoticeId; readonly together: boolean }
  | { readonly type: 'RecountOrdered'; readonly reason: string }
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
  | 'preference-unfit'
  | 'way-unfit'
  | 'hands-cannot-rank'
  | 'secret-on-paper'
  | 'second-person-needed'
  | 'poll-ended'
  | 'electorate-unfit'
  | 'assembly-missing'
  | 'again-unfit'
  | 'law-not-kept'
  | 'notice-unfit'
  | 'poll-too-early'
  | 'objections-open'
  | 'no-extension'
  | 'on-agenda'
  | 'agenda-unfit'
  | 'agenda-full'
  | 'agenda-closed'
  | 'agenda-uncounted'
  | 'poll-running'

export const NO_POLL: Poll = { status: 'absent' }
