// The props of every server-rendered page: what the server hands to `renderPage` of `packages/web/dist/pages.js`. Types only.
import type { Language } from '@yishi/domain/kernel'
import type { AlertHere, AlertView, StairDoors } from './alert.ts'
import type { BoardSheet } from './board.ts'
import type { DrawLine, DrawPage, DrawView } from './draw.ts'
import type { FieldProblems } from './field-problem.ts'
import type { HelpDraft } from './helping.ts'
import type { ReplyCard } from './group.ts'
import type { JoinedPage, SimilarHere } from './joining.ts'
import type { FollowView, PhotoView, PublicMatter, RaiseMatter, StoryItem } from './matter.ts'
import type { OwnPages } from './own-pages.ts'
import type { PatrolField, PatrolPage } from './patrol.ts'
import type { MeetingPageProps, MeetingPaperProps, MeetingTold } from './meeting-pages.ts'
import type { NoticeOccasion, NoticePages, PosterSheet, PublicNotice } from './notice.ts'
import type { PlaceView, Plate } from './place.ts'
import type { BoardView, PublicBoard, ShownBoard } from './public-board.ts'
import type { PublicProject } from './project.ts'
import type { VotingWords } from './voting-words.ts'
import type { VotingPages } from './paper-pages.ts'
import type { BudgetPage } from './budget.ts'
import type { BudgetPrint, BudgetSlip } from './budget-desk.ts'
import type { RecordingView } from './recording.ts'

export type { FieldProblem, FieldProblems } from './field-problem.ts'
export type { Language }

export type PageContext = {
  readonly lang: Language
  readonly elder: boolean
  /** Path and query of this page: where the language and large-type buttons (`POST /prefs`) come back to. */
  readonly path: string
  readonly signedIn: { readonly name: string } | null
}

/** What `dist/pages.js` exports; it knows the hashed names below `/assets/` itself. */
export type PagesModule = VotingWords & {
  renderPage<K extends keyof Pages>(page: K, props: Pages[K], context: PageContext): string
  /** One line of a story in the reader's language, for messages. */
  storySentence(item: StoryItem, lang: Language): string
  /** What somebody who handles matters is told. */
  handlerSentence(type: string, stage: { readonly zh: string; readonly en: string }, lang: Language): string
  /** What happens next, for messages and previews. */
  nextSentence(view: NextOf, lang: Language): string
  /** What is copied back into a group: as words and as a picture. */
  replyCard(facts: CardFacts, lang: Language): ReplyCard
  /** Whoever keeps a group is told that a card waits to be posted there. */
  cardOwedSentence(group: string, lang: Language): string
  /** What those invited are told: where and when, or that it is changed or called off. */
  meetingSentence(told: MeetingTold, lang: Language): string
  /** A notice as the words of its poster. */
  posterSheet(notice: PublicNotice, lang: Language): PosterSheet
  drawPosterSheet(draw: DrawView, lang: Language): PosterSheet
  /** What everybody where a notice hangs is told of it, its author of an answer, and the desk of an objection. */
  noticeSentence(occasion: NoticeOccasion, lang: Language): string
  /** The board as rows of text for a workbook: who took it out and when, the header, then every matter. */
  boardSheet(sheet: BoardSheet, lang: Language): readonly (readonly string[])[]
  /** The part of the public board that lives: what a viewer's page puts in place of the old. */
  renderBoard(view: BoardView, board: PublicBoard, lang: Language): string
  /** An urgent notice in at most 300 characters, for messages and to paste into the stairway's group. */
  alertText(view: AlertView, url: string, lang: Language): string
}

/** All that the next step is told from. */
export type NextOf = Pick<FollowView, 'phase' | 'act' | 'end' | 'story' | 'responsible' | 'meetings' | 'asOf'>

export type CardFacts = NextOf &
  Pick<FollowView, 'code' | 'clock' | 'voices'> & {
    readonly community: string
    /** Null where the matter is not public: then the code alone tells whose it is. */
    readonly title: string | null
    readonly place: string
    readonly url: string | null
  }

export type CommunityName = { readonly id: string; readonly name: string; readonly streetOffice: string | null }

/**
 * `POST /p/:code`, multipart: `text`, `where`, `name`, `phone`, `publicity`, `photos` (files), `kept` (ids of photos
 * that were already taken in), `recording` (file), `recordingKept` (id), `same` (code of the matter that it is, or
 * `none`), `key` (idempotency key). On a problem the same page comes back with all of it.
 */
export type RaiseField = 'text' | 'where' | 'name' | 'phone' | 'publicity' | 'photos' | 'recording'
export type RaiseDraft = {
  readonly text: string
  readonly where: string
  readonly name: string
  readonly phone: string
  readonly publicity: RaiseMatter['publicity']
  readonly kept: readonly PhotoView[]
  readonly recording?: RecordingView | null
}

/** `POST /m/:token/{rate,remark,nudge,reopen,withdraw-consent}`: `score` 1–5, `text`, `reason` (reopen), `photos`, `kept`, `recording`, `recordingKept`, `key`. */
export type FollowForm = 'rate' | 'remark' | 'reopen'
export type FollowDraft = {
  readonly form: FollowForm
  readonly score: number | null
  readonly text: string
  readonly kept: readonly PhotoView[]
  readonly recording?: RecordingView | null
  readonly problems: FieldProblems<'score' | 'text' | 'photos' | 'recording'>
}

/** `POST /found` with `step` `who`: these fields; with `step` `second-factor`: `code`. */
export type FoundField = 'streetOffice' | 'community' | 'name' | 'phone' | 'password'
export type FoundDraft = Readonly<Record<Exclude<FoundField, 'password'>, string>>
export type SecondFactor = { readonly secret: string; readonly qr: string }

export type OutboxItem = {
  readonly id: string
  readonly at: string
  /** `sms`, `wecom`, `inbox` … as the channel names itself. */
  readonly channel: string
  /** Masked: 138****5678. */
  readonly to: string
  readonly title: string
  readonly text: string
  readonly link: string | null
}

export type LedgerLine = {
  readonly index: number
  readonly at: string
  readonly type: string
  readonly subject: string
  /** Leaf hash, hexadecimal. */
  readonly hash: string
}

export type Paging = { readonly page: number; readonly pages: number; readonly total: number }

type OwnFiles = NoticePages & VotingPages & OwnPages

export type Pages = OwnFiles & {
  /** `GET /`; `found` is true while the installation is empty and waits for its first person. */
  home: { communities: readonly (CommunityName & { readonly open: number })[]; found: boolean }
  /** `GET /c/:community?page=`: the public board; `matters` are those of the page, `raise` is where one says what is wrong. */
  community: ShownBoard & { raise: string; matters: readonly PublicMatter[]; paging: Paging }
  /** `GET /hall/:community`: the big screen. */
  hall: ShownBoard
  /** `GET /a/:alert?at=&said=`: an urgent notice; `at` is the code of the place it was opened from. */
  alert: { view: AlertView; url: string; qr: string; at: string; said: 'known' | null; doors: boolean }
  /** `GET /a/:alert/doors`, for those who knock at them; `POST /a/:alert/told` with `unit` and `way`. */
  doors: { alert: AlertView; stairs: readonly StairDoors[] }
  /** `GET|POST /p/:code`. */
  place: {
    place: PlaceView
    draft: RaiseDraft
    problems: FieldProblems<RaiseField>
    key: string
    /** `GET|POST /p/:code/help`: the same for a neighbour. */
    help?: HelpDraft
    beside: { readonly alerts: readonly AlertHere[] }
    /** Whoever goes round here may note it as seen on patrol. */
    patrols: boolean
    asOf: string
    /** Null while nothing here seems to be the same. */
    similar: SimilarHere | null
    /** The chosen matter was closed in between. */
    closedMeanwhile: boolean
  }
  joined: JoinedPage
  /** `GET /m/:token`; with `?new=1` it is the receipt and `receipt` is set; `?said=` becomes `said`. */
  follow: {
    view: FollowView
    /** What the stages of the matter opened, and the urgent notices that hold where it is. */
    beside: { projects: readonly PublicProject[]; draws: readonly DrawLine[]; alerts: readonly AlertHere[] }
    receipt: { readonly url: string; readonly qr: string; readonly proof: string } | null
    said: 'nudged' | 'rated' | 'remarked' | 'reopened' | 'withdrawn' | 'raised-for' | 'nudged-today' | 'not-now' | null
    draft: FollowDraft | null
    key: string
    /** Where the page stands and its forms go: below the link, or for a helper at `/help/:matter`. */
    at: string
  }
  /** `GET /find?code=`; `matter` is null when nothing public has that code. */
  find: { code: string; matter: (PublicMatter & { readonly community: string }) | null; asOf: string }
  /** `GET|POST /login` with `step` `phone` (field `phone`) or `code` (fields `phone`, `code`); `back` is carried along. */
  login: {
    step: 'phone' | 'code'
    phone: string
    back: string
    problems: FieldProblems<'phone' | 'code'>
    /** The demo shows the codes in its outbox. */
    demo: boolean
  }
  /** `GET|POST /staff/login` with `step` `password` (fields `phone`, `password`) or `second-factor` (field `code`). */
  'staff-login': {
    step: 'password' | 'second-factor'
    phone: string
    back: string
    problems: FieldProblems<'phone' | 'password' | 'code'>
  }
  /**
   * `GET|POST /staff/invitation/:token` with `step` `password` (field `password`), then
   * `GET|POST /staff/factor` with `second-factor` (field `code`); recovery codes are shown once, with `done`.
   */
  'staff-factor':
    | { step: 'password'; name: string; phone: string; token: string; problems: FieldProblems<'password'> }
    | { step: 'second-factor'; factor: SecondFactor; problems: FieldProblems<'code'> }
    | { step: 'done'; recoveryCodes: readonly string[] }
  patrol: PatrolPage & { readonly problems: FieldProblems<PatrolField> }
  /** `GET /plates?community=&kind=&per=`: printed from the browser on A4. */
  plates: {
    community: CommunityName
    kind: Plate['kind'] | null
    plates: readonly Plate[]
    perSheet: 1 | 2 | 6
    call: { readonly name: string; readonly phone: string } | null
  }
  /** `GET /outbox`: the local channel. */
  outbox: { items: readonly OutboxItem[]; demo: boolean; asOf: string }
  /** `GET|POST /found`. */
  found:
    | { step: 'who'; draft: FoundDraft; problems: FieldProblems<FoundField>; key: string }
    | { step: 'second-factor'; factor: SecondFactor; problems: FieldProblems<'code'>; key: string }
    | { step: 'done'; community: string; recoveryCodes: readonly string[] }
  /** `GET /ledger/:community?page=`; lines newest first. */
  ledger: {
    community: CommunityName
    /** Signed note, and its size, root (base64) and moment; null before the first one. */
    checkpoint: { readonly note: string; readonly size: number; readonly root: string; readonly at: string } | null
    /** The log's public key as a C2SP verifier key. */
    verifierKey: string
    /** Address of this ledger for the verifier, absolute. */
    url: string
    lines: readonly LedgerLine[]
    paging: Paging
    asOf: string
  }
  /** `GET|POST /polls/:poll`, and its result on paper. */
  draw: DrawPage
  budget: BudgetPage
  'budget-paper': BudgetPrint
  'budget-slip': BudgetSlip
  /** `GET /meetings/:code`, and its sign-in. */
  meeting: MeetingPageProps
  /** `GET /papers/meetings/:meeting?sheet=`. */
  'meeting-paper': MeetingPaperProps
  /** A problem met on a page; null texts are filled in by status. */
  error: { status: number; title: string | null; detail: string | null; reference: string | null; back: string | null }
  ended: { why: 'signed-out' | 'session-over' | 'link-expired' | 'link-unknown' }
}
