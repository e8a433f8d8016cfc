// The one entry of `dist/pages.js`: a page, its props and the reader's context become a whole HTML document.
import type { Language, PageContext, Pages } from '@yishi/contract/pages'
import type { BoardView, PublicBoard } from '@yishi/contract/public-board'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { AlertPage } from './alert.tsx'
import { firstPage } from './board-main.tsx'
import { CommunityPage } from './community.tsx'
import { DoorsPage } from './doors.tsx'
import { StaffFactorPage } from './factor.tsx'
import { DrawPage } from './draw.tsx'
import { FindPage } from './find.tsx'
import { FollowPage } from './follow.tsx'
import { FoundPage } from './found.tsx'
import { JoinedPage } from './joined.tsx'
import { HallMain } from './hall-main.tsx'
import { HallPage } from './hall.tsx'
import { HomePage } from './home.tsx'
import { LedgerPage } from './ledger.tsx'
import { LoginPage, StaffLoginPage } from './login.tsx'
import { MeetingPaperPage } from './meeting-paper.tsx'
import { MeetingPage } from './meeting.tsx'
import { MePage } from './me.tsx'
import { MyBallotsPage } from './my-ballots.tsx'
import { NoticeCheckPage } from './notice-check.tsx'
import { NoticePage } from './notice.tsx'
import { ObjectionPage } from './objection.tsx'
import { OutboxPage } from './outbox.tsx'
import { OwnHomePage } from './own-home.tsx'
import type { Page } from './page.ts'
import { PaperBallotsPage } from './paper-ballots.tsx'
import { PatrolPage } from './patrol.tsx'
import { PlacePage } from './place.tsx'
import { PlatesPage } from './plates.tsx'
import { PollAgendaPage } from './poll-agenda.tsx'
import { PollAgendaSheetPage } from './poll-agenda-sheet.tsx'
import { PollScreenPage } from './poll-screen.tsx'
import { BudgetPage } from './budget.tsx'
import { BudgetPaperPage } from './budget-paper.tsx'
import { BudgetSlipPage } from './budget-slip.tsx'
import { CommitteePage } from './committee.tsx'
import { ElectionPaperPage, ElectionRollPage } from './election-paper.tsx'
import { ElectionsPage } from './elections.tsx'
import { ElectionPage } from './election.tsx'
import { PollPage } from './poll.tsx'
import { PollSheetPage } from './poll-sheet.tsx'
import { ReconciliationPage } from './reconciliation.tsx'
import { WalkPage } from './walk.tsx'
import { EndedPage, ErrorPage } from './trouble.tsx'

export { replyCard } from '../design/reply-card.tsx'
export { alertText } from '../words/alert.ts'
export { budgetSentence } from '../words/budget.ts'
export { votedTwiceSentence } from '../words/same-person.ts'
export { courtBundleSentence } from '../words/console-court-bundle.ts'
export { drawSentence } from '../words/draw.ts'
export { electionSentence } from '../words/election-told.ts'
export { boardSheet } from '../words/console-export.ts'
export { cardOwedSentence } from '../words/card.ts'
export { claimSentence } from '../words/identity.ts'
export { termSentence } from '../words/term.ts'
export { handlerSentence } from '../words/handler.ts'
export { meetingSentence } from '../words/meeting.ts'
export { nextSentence } from '../words/follow.ts'
export { voterSentence } from '../words/poll.ts'
export { noticeSentence, posterSheet } from '../words/notice.ts'
export { drawPosterSheet } from '../words/draw-poster.ts'
export { courtReport } from './papers/court-report.ts'
export { courtRegisters } from './papers/court-tables.ts'
export { agendaPaper } from './papers/agenda-paper.ts'
export { resultPaper } from './papers/result-paper.ts'
export { storySentence } from '../words/story.ts'

const pages: { readonly [Key in keyof Pages]: Page<Key> } = {
  home: HomePage,
  community: CommunityPage,
  hall: HallPage,
  alert: AlertPage,
  doors: DoorsPage,
  place: PlacePage,
  follow: FollowPage,
  joined: JoinedPage,
  find: FindPage,
  login: LoginPage,
  'staff-login': StaffLoginPage,
  'staff-factor': StaffFactorPage,
  me: MePage,
  'own-home': OwnHomePage,
  patrol: PatrolPage,
  plates: PlatesPage,
  outbox: OutboxPage,
  poll: PollPage,
  'poll-agenda': PollAgendaPage,
  'poll-sheet': PollSheetPage,
  'poll-agenda-sheet': PollAgendaSheetPage,
  'paper-ballots': PaperBallotsPage,
  reconciliation: ReconciliationPage,
  walk: WalkPage,
  'my-ballots': MyBallotsPage,
  'poll-screen': PollScreenPage,
  draw: DrawPage,
  budget: BudgetPage,
  'budget-paper': BudgetPaperPage,
  'budget-slip': BudgetSlipPage,
  elections: ElectionsPage,
  committee: CommitteePage,
  election: ElectionPage,
  'election-paper': ElectionPaperPage,
  'election-roll': ElectionRollPage,
  found: FoundPage,
  ledger: LedgerPage,
  meeting: MeetingPage,
  'meeting-paper': MeetingPaperPage,
  notice: NoticePage,
  'notice-check': NoticeCheckPage,
  objection: ObjectionPage,
  error: ErrorPage,
  ended: EndedPage,
}

export const renderPage = <Key extends keyof Pages>(page: Key, props: Pages[Key], context: PageContext): string => {
  const render: (given: { props: Pages[Key]; context: PageContext }) => ReactElement = pages[page]
  return `<!doctype html>${renderToString(render({ props, context }))}`
}

/** What the stream sends in place of what a viewer's page shows. */
export const renderBoard = (view: BoardView, board: PublicBoard, lang: Language): string =>
  renderToString(view === 'hall' ? <HallMain board={board} lang={lang} /> : firstPage(board, lang))
