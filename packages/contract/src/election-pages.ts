// The props of the public pages of secret elections, and what people are told of one.
import type { Elected, Post, SecretResult, WomanFinding } from '@yishi/domain/secret-election'
import type { ElectionFileView } from './election-file.ts'
import type { ElectionStatus } from './election.ts'

/** `GET /elections/:election`; `POST …/objections` (text, name). */
export type ElectionPage = {
  readonly election: string
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly title: string
  readonly purpose: string
  readonly law: {
    readonly names: { zh: string; en: string }
    readonly source: { zh: string; en: string }
    readonly rulingDays: number
  }
  readonly posts: readonly Post[]
  /** Whether somebody else may be written in. */
  readonly writeIns: boolean
  /** Declared by the assembly’s election rules. */
  readonly addsDown: boolean
  readonly furtherWithin: number | null
  /** Who asked for a recall, of whom and why; null of an election. */
  readonly recall: ElectionFileView['recall']
  readonly day: string
  readonly place: string
  /** When and where the seats left open are voted on. */
  readonly nextVote: { readonly day: string; readonly place: string } | null
  readonly status: Exclude<ElectionStatus, 'draft'>
  readonly roll: { readonly publishedOn: string; readonly objectionsUntil: string; readonly registered: number } | null
  /** Masked; the whole roll hangs on paper. */
  readonly names: readonly { readonly group: string; readonly names: readonly string[] }[]
  /** Masked: who votes for whom. */
  readonly proxies: readonly { readonly principal: string; readonly holder: string; readonly relation: string }[]
  readonly given: number | null
  readonly mayObject: boolean
  readonly results: readonly SecretResult[]
  readonly elected: readonly Elected[]
  readonly problem: 'missing' | 'objection-too-late' | null
  readonly sent: boolean
  readonly written: { readonly text: string; readonly name: string }
  readonly asOf: string
}

/** `GET /elections/:election/paper?copies=`: ballots without number, code or name of a voter. */
export type ElectionPaper = {
  readonly election: string
  readonly community: ElectionPage['community']
  readonly title: string
  /** Whoever names somebody for two posts is counted for the higher alone. */
  readonly addsDown: boolean
  /** Its sections ask for one of two answers. */
  readonly recall: boolean
  readonly sections: readonly {
    readonly title: string
    readonly seats: number
    readonly names: readonly string[]
    /** Empty lines for names that voters write in. */
    readonly lines: number
  }[]
  readonly day: string
  readonly copies: number
}

/** `GET /elections/:election/roll`: the roll to be hung up, with all names. */
export type ElectionRoll = {
  readonly community: ElectionPage['community']
  readonly title: string
  readonly publishedOn: string
  readonly objectionsUntil: string
  readonly rulingDays: number
  readonly day: string
  readonly place: string
  readonly groups: readonly { readonly group: string; readonly names: readonly string[] }[]
  readonly registered: number
  readonly digest: string
}

/** How far an election is, for whoever looks for one: ballots are taken or counted, its roll is objected to, its day is ahead, it was held, or it was taken back. */
export const ELECTION_PHASES = ['now', 'roll', 'ahead', 'held', 'withdrawn'] as const
export type ElectionPhase = (typeof ELECTION_PHASES)[number]
export type PublicElectionLine = {
  readonly election: string
  readonly title: string
  readonly phase: ElectionPhase
  readonly status: Exclude<ElectionStatus, 'draft'>
  readonly day: string
  readonly place: string
  readonly seats: number
  /** Null where no roll hung. */
  readonly roll: { readonly objectionsUntil: string; readonly registered: number } | null
  readonly elected: readonly ElectedTo[]
  /** Of a vote on a recall what came of it, empty before that; null of an election. */
  readonly recall: readonly RecallOutcome[] | null
}

export type RecallOutcome = { readonly title: string; readonly recalled: boolean }

/** Who is elected to a post; its title is empty where there is one list. */
export type ElectedTo = { readonly title: string; readonly names: readonly string[] }

/** `GET /c/:community/elections?page=`. */
export type ElectionsPage = {
  readonly community: ElectionPage['community']
  readonly elections: readonly PublicElectionLine[]
  readonly paging: { readonly page: number; readonly pages: number; readonly total: number }
  readonly asOf: string
}
export const ELECTIONS_PER_PAGE = 20

export type ElectionPages = {
  readonly elections: ElectionsPage
  readonly election: ElectionPage
  readonly 'election-paper': ElectionPaper
  readonly 'election-roll': ElectionRoll
}

/** Whoever the roster knows to stand on the roll is told so. */
type Listed = { readonly listed: boolean }
/** Of what everybody in the community is told of an election, or (`objected`, `overdue`) those who run it; `lastDay` is the last on which the roll is objected to, or on which a ruling is in time. */
export type ElectionOccasion =
  | ({ readonly told: 'roll'; readonly day: string; readonly place: string; readonly lastDay: string } & Listed)
  | { readonly told: 'objected'; readonly lastDay: string }
  | { readonly told: 'overdue'; readonly objections: number }
  | ({ readonly told: 'near'; readonly place: string } & Listed)
  | ({ readonly told: 'voting'; readonly place: string; readonly again: boolean } & Listed)
  | { readonly told: 'fixed'; readonly day: string; readonly place: string }
  | {
      readonly told: 'result'
      readonly void: boolean
      readonly elected: readonly ElectedTo[]
      readonly open: number
      /** Somebody was elected to several posts, and it is not found yet which they keep. */
      readonly doubled: boolean
      /** Whether a woman is among the elected, where the law asks for one. */
      readonly woman: WomanFinding | null
    }
  /** To a principal; `until` is the last day on which another proxy is arranged, `reason` the desk’s where the rules did not end it. */
  | {
      readonly told: 'lapsed'
      readonly holder: string
      readonly reason: string
      readonly day: string
      readonly place: string
      readonly until: string | null
    }
  | {
      readonly told: 'lapsed-desk'
      readonly principals: number
      /** Of them without an account. */
      readonly unreached: number
      readonly until: string | null
    }
  | { readonly told: 'further'; readonly by: string; readonly late: boolean }
  | { readonly told: 'recall-due'; readonly by: string; readonly late: boolean }
  | {
      readonly told: 'recall'
      readonly void: boolean
      readonly members: readonly RecallOutcome[]
    }
  | { readonly told: 'withdrawn' }
