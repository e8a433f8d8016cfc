// A paper ballot (纸质票) of a unit, or of a person who ranks or scores: handed out, brought back, read by two apart, settled by a third where they differ. RULES R1.16, R1.31, R1.53, R1.54.
import type { BallotId, CommunityId, Instant, PersonId, PhotoId, PollId, ScanId, VoterId } from '../kernel/index.ts'
import type { PollRule, Question, StandingPoll, Way } from '../poll/index.ts'

/** How it reached its unit: into somebody's hand, at the check-in of the hall, by registered post, by a notice where nobody could be reached, or left at the door, which proves nothing. */
export const DELIVERIES = ['handed', 'in-hall', 'posted', 'by-notice', 'left'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Why it was not delivered or not filled in. */
export const FAILURES = ['absent', 'refused', 'vacant', 'moved'] as const
export type Failure = (typeof FAILURES)[number]

/** Where it came back: to the desk, a box or the post; into the hands of two collectors at the door; or in the hall. */
export const RETURNS = ['paper', 'door', 'hall'] as const
export type Return = (typeof RETURNS)[number]

export const SIGNED_BY = ['owner', 'proxy'] as const
export type SignedBy = (typeof SIGNED_BY)[number]

/** What is marked beside each question, by the poll that asks it. */
export type Marks = Readonly<Record<PollId, readonly string[]>>

/** What one person read on it: every question of the sheet. */
export type Reading = { readonly by: PersonId; readonly marks: Marks }

/** One question that the sheet asks: a poll of its own, in which the unit has a ballot of its own. */
export type SheetQuestion = {
  readonly poll: PollId
  readonly ballot: BallotId
  readonly question: Question
  readonly status: StandingPoll['status']
}

type Sheet = {
  /** In the poll that the sheet goes by: the only one, or the first of an agenda. */
  readonly ballot: BallotId
  readonly poll: PollId
  readonly voter: VoterId
  readonly community: CommunityId
  /** Of the poll, and of the unit within it: a stairway's own people carry paper there, those of the whole poll read it. */
  readonly path: string
  readonly unitPath: string
  /** In the order in which the sheet asks them; without those that were taken back. */
  readonly questions: readonly SheetQuestion[]
  /** On how many pages it was printed, all of them with its code. */
  readonly pages: number
  /** The first moment at which nothing is handed out any more; null where somebody closes it by hand. */
  readonly closesAt: Instant | null
  readonly rule: PollRule
  /** Sheets are ballots that are kept one by one; where tellers enter totals, nothing is registered. */
  readonly way: Way
  /** How often it was printed for this unit because the one before was lost or spoilt: only the last is taken. */
  readonly issue: number
  /** Somebody is in the hall for this unit. */
  readonly checkedIn: boolean
  /** Who may sign in the owner's place, by the paper that is kept. */
  readonly proxy: Proxy | null
}
/** Known by a telephone number: one person, whatever name is written on the paper. */
export type Proxy = { readonly holder: string; readonly name: string }

/** Somebody who cannot write was helped in front of two others (R4.3). */
export type Assistance = { readonly helper: string; readonly witnesses: readonly [string, string] }

/** A photograph or scan of a sheet, as it was written anew: its digest, and that of what was sent. */
export type Picture = {
  readonly scan: ScanId
  readonly sent: string
  readonly sha256: string
  readonly width: number
  readonly height: number
}

type Back = { readonly where: Return; readonly signed: boolean }

export type PaperBallot =
  | { readonly status: 'absent' }
  | ({ readonly status: 'out' } & Sheet)
  | ({ readonly status: 'returned' } & Sheet & Back)
  | ({ readonly status: 'read-once'; readonly first: Reading } & Sheet & Back)
  | ({ readonly status: 'differing'; readonly first: Reading; readonly second: Reading } & Sheet & Back)
  | ({ readonly status: 'settled' } & Sheet & Back)
export type StandingPaper = Exclude<PaperBallot, { status: 'absent' }>

export type PaperCommand =
  | {
      readonly type: 'DeliverPaper'
      readonly how: Delivery
      /** Who took it, the number of the letter, or where the notice hangs. */
      readonly to: string
      /** The owner was told what is asked, and warned of what silence means (R1.31). */
      readonly told: boolean
      readonly warned: boolean
      /** The second of two who went; `''` for none. */
      readonly companion: string
      /** On the phone of whoever went; null: now. */
      readonly seenAt: Instant | null
    }
  | {
      readonly type: 'NoteFailure'
      readonly why: Failure
      readonly note: string
      readonly companion: string
      readonly seenAt: Instant | null
    }
  | {
      readonly type: 'ReturnPaper'
      readonly issue: number
      readonly where: Return
      readonly signed: boolean
      readonly photo: PhotoId | null
      readonly companion: string
      readonly seenAt: Instant | null
      readonly signedBy?: SignedBy
      readonly assistance?: Assistance | null
      /** Of a sheet of several pages: all of them are there. */
      readonly whole?: boolean
    }
  /** `held`: units of this poll that the holder signs for already; `barred`: what they work as, where that keeps them out. */
  | ({
      readonly type: 'AppointProxy'
      readonly document: string
      readonly held: number
      readonly barred: boolean
    } & Proxy)
  | { readonly type: 'RevokeProxy'; readonly reason: string }
  | { readonly type: 'ReadPaper'; readonly issue: number; readonly marks: Marks }
  | {
      readonly type: 'SettlePaper'
      readonly issue: number
      /** Of the questions that the two read differently, and of no other. */
      readonly marks: Marks
      readonly reason: string
    }
  | { readonly type: 'ReplacePaper'; readonly reason: string }
  | { readonly type: 'KeepPicture'; readonly issue: number; readonly picture: Picture }

type Of = { readonly poll: PollId; readonly voter: VoterId; readonly issue: number }
type By = { readonly by: PersonId; readonly seenAt: Instant }

export type PaperEvent =
  | ({ readonly type: 'PaperDelivered' } & Of &
      By &
      Pick<Extract<PaperCommand, { type: 'DeliverPaper' }>, 'how' | 'to' | 'told' | 'warned' | 'companion'>)
  | ({ readonly type: 'PaperNotDelivered' } & Of &
      By &
      Pick<Extract<PaperCommand, { type: 'NoteFailure' }>, 'why' | 'note' | 'companion'>)
  | ({ readonly type: 'PaperReturned' } & Of &
      By &
      Pick<Extract<PaperCommand, { type: 'ReturnPaper' }>, 'where' | 'signed' | 'photo' | 'companion'> & {
        readonly signedBy: SignedBy
        readonly assistance: Assistance | null
        readonly pages: number
      })
  | ({ readonly type: 'ProxyAppointed'; readonly document: string; readonly by: PersonId } & Proxy & Of)
  | ({ readonly type: 'ProxyRevoked'; readonly reason: string; readonly by: PersonId } & Of)
  | ({ readonly type: 'PaperRead' } & Of & Reading)
  | ({ readonly type: 'ReadingsDiffered'; readonly polls: readonly PollId[] } & Of)
  | ({
      readonly type: 'PaperSettled'
      /** Of the questions that are settled with it. */
      readonly marks: Marks
      readonly where: Return
      /** The two who read the same, or all three. */
      readonly readers: readonly PersonId[]
      /** Of the third who decided; null where two agreed. */
      readonly reason: string | null
    } & Of)
  /** Of whichever issue stands on it: a sheet that was replaced is kept beside too. */
  | ({ readonly type: 'PictureKept'; readonly by: PersonId; readonly picture: Picture; readonly void: boolean } & Of)
  | ({ readonly type: 'PaperReplaced'; readonly by: PersonId; readonly reason: string } & Of)

export type PaperRefusal =
  | 'not-your-poll'
  | 'poll-not-open'
  | 'paper-unfit'
  | 'paper-replaced'
  | 'paper-unsigned'
  | 'paper-not-back'
  | 'pages-missing'
  | 'choice-unfit'
  | 'marks-incomplete'
  | 'two-collectors-needed'
  | 'proof-incomplete'
  | 'checked-in-already'
  | 'no-proxy'
  | 'proxy-full'
  | 'proxy-barred'
  | 'proxy-unfit'
  | 'proxy-stands'
  | 'two-witnesses-needed'
  | 'second-person-needed'
  | 'third-person-needed'

export const NO_PAPER: PaperBallot = { status: 'absent' }
