// The props of the pages about ballots on paper, at the door, in the hall, and one's own. Types only.
import type { CommitteePage } from './term.ts'
import type { ElectionPages } from './election-pages.ts'
import type { FieldProblems } from './field-problem.ts'
import type { Failure, SheetPage } from '@yishi/domain/paper-ballot'
import type { Measure, PollRule, Question } from '@yishi/domain/poll'
import type { MyBallots } from './my-ballots.ts'
import type { PaperUnit, Reconciliation } from './paper-ballot.ts'
import type { AgendaSheet, PollAgenda, PollPage, PollSheet } from './poll-page.ts'

type Home = { readonly id: string; readonly name: string; readonly streetOffice: string | null }
/** Silence joins the majority, or counts as taking part: whoever is asked is warned of it (R1.31). */
type Silence = 'strict' | 'delivered-counts' | 'follow-majority'

/** `GET /polls/:poll/paper?path=`: the sheets of one stairway or all, for the printer. */
export type PaperPrint = {
  readonly poll: string
  readonly community: Home
  /** Each with its number on the agenda; the only one of a poll that stands alone. */
  readonly questions: readonly { readonly number: number; readonly question: Question; readonly regime: Silence }[]
  /** How the questions lie on the pages of each sheet. */
  readonly pages: readonly SheetPage[]
  readonly rule: PollRule
  readonly closesAt: string | null
  readonly day: string
  readonly path: string
  readonly stairways: readonly { readonly path: string; readonly name: string; readonly of: number }[]
  readonly sheets: readonly {
    readonly code: string
    readonly name: string
    readonly area: string | null
    readonly svg: string
  }[]
  /** More than are printed at once. */
  readonly left: number
}

/** `GET /polls/:poll/screen`: for the big screen of the hall, read anew every few seconds; participation alone, never a choice. */
export type PollScreen = {
  readonly poll: string
  readonly community: Home
  readonly question: Question
  /** Asked together with it: how many have voted on each. */
  readonly others: readonly {
    readonly poll: string
    readonly text: string
    readonly cast: number
    readonly of: number
  }[]
  readonly status: 'open' | 'closed' | 'counting' | 'preliminary' | 'decided'
  readonly turnout: { readonly cast: number; readonly of: number }
  /** Units with somebody in the hall; null where no units are asked. */
  readonly inHall: number | null
  /** What has to take part, and what does. */
  readonly quorum: readonly {
    readonly measure: Measure
    readonly have: string
    readonly needed: string
    readonly missing: string
    readonly percent: string | null
  }[]
  readonly groups: readonly { readonly name: string; readonly cast: number; readonly of: number }[]
  readonly passed: boolean | null
  readonly closesAt: string | null
  readonly asOf: string
}

export type WalkUnit = {
  readonly voter: string
  readonly name: string
  readonly status: PaperUnit['status']
  readonly delivered: boolean
  readonly voted: boolean
  /** What the last call came to, where it came to nothing. */
  readonly last: Failure | null
}
export type CallField = 'voter' | 'result' | 'to' | 'companion' | 'photos' | 'whole'

/** `GET /patrol/walk/:poll?path=`; `POST` multipart: `voter`, `result`, `to`, `told`, `warned`, `signed`, `whole`, `companion`, `photos`, `path`, `key`. Without a network the script keeps it. */
export type WalkPage = {
  readonly poll: string
  readonly community: Home
  readonly questions: readonly Question[]
  /** On how many pages each sheet was printed. */
  readonly pages: number
  readonly regime: Silence
  readonly closesAt: string | null
  readonly owner: string
  /** In the order in which one walks; nothing of whoever lives there. */
  readonly stairways: readonly { readonly path: string; readonly name: string; readonly units: readonly WalkUnit[] }[]
  /** What was asked to be shown: one stairway, or `''` for the first ones of all. */
  readonly path: string
  /** Stairways that are not shown, because a phone lays out only so many units. */
  readonly others: readonly { readonly path: string; readonly name: string }[]
  /** Of all units where they may call. */
  readonly calls: { readonly of: number; readonly done: number }
  readonly companion: string
  readonly problems: FieldProblems<CallField>
  readonly said: boolean
  readonly key: string
}

export type VotingPages = ElectionPages & {
  poll: PollPage
  'poll-agenda': PollAgenda
  'poll-sheet': PollSheet
  'poll-agenda-sheet': AgendaSheet
  'paper-ballots': PaperPrint
  reconciliation: { readonly questions: readonly Reconciliation[] }
  walk: WalkPage
  'poll-screen': PollScreen
  'my-ballots': MyBallots
  committee: CommitteePage
}
