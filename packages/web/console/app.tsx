// The console as a whole: language, look, data, and one lazily loaded screen for each address.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { ProblemError } from './api.ts'
import '../design/tokens.css'
import './styles/ground.css'
import './styles/side.css'
import './styles/frame.css'
import './styles/parts.css'
import { LanguageProvider, useLanguage } from './language.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { nonce } from './style-nonce.ts'
import { theme } from './theme.ts'

const BoardPage = lazy(() => import('./board/board-page.tsx').then((m) => ({ default: m.BoardPage })))
const RegisterPage = lazy(() => import('./board/register-page.tsx').then((m) => ({ default: m.RegisterPage })))
const MatterPage = lazy(() => import('./matter/matter-page.tsx').then((m) => ({ default: m.MatterPage })))
const NoticesPage = lazy(() => import('./notice/notices-page.tsx').then((m) => ({ default: m.NoticesPage })))
const NoticePage = lazy(() => import('./notice/notice-page.tsx').then((m) => ({ default: m.NoticePage })))
const ProceduresPage = lazy(() =>
  import('./procedure/procedures-page.tsx').then((m) => ({ default: m.ProceduresPage })),
)
const ProcedurePage = lazy(() => import('./procedure/procedure-page.tsx').then((m) => ({ default: m.ProcedurePage })))
const ImportPage = lazy(() => import('./roster/import-page.tsx').then((m) => ({ default: m.ImportPage })))
const TerritoryPage = lazy(() => import('./territory/territory-page.tsx').then((m) => ({ default: m.TerritoryPage })))
const PartiesPage = lazy(() => import('./territory/parties-page.tsx').then((m) => ({ default: m.PartiesPage })))
const PeoplePage = lazy(() => import('./people/people-page.tsx').then((m) => ({ default: m.PeoplePage })))
const ClaimsPage = lazy(() => import('./identity/claims-page.tsx').then((m) => ({ default: m.ClaimsPage })))
const ClassesPage = lazy(() => import('./board/classes-page.tsx').then((m) => ({ default: m.ClassesPage })))
const GroupsPage = lazy(() => import('./groups/groups-page.tsx').then((m) => ({ default: m.GroupsPage })))
const PastePage = lazy(() => import('./groups/paste-page.tsx').then((m) => ({ default: m.PastePage })))
const ExcerptPage = lazy(() => import('./groups/excerpt-page.tsx').then((m) => ({ default: m.ExcerptPage })))
const CardsPage = lazy(() => import('./groups/cards-page.tsx').then((m) => ({ default: m.CardsPage })))
const TipsPage = lazy(() => import('./groups/tips-page.tsx').then((m) => ({ default: m.TipsPage })))
const PollsPage = lazy(() => import('./poll/polls-page.tsx').then((m) => ({ default: m.PollsPage })))
const PollPage = lazy(() => import('./poll/poll-page.tsx').then((m) => ({ default: m.PollPage })))
const AgendaQuestionPage = lazy(() =>
  import('./poll/agenda-question-page.tsx').then((m) => ({ default: m.AgendaQuestionPage })),
)
const PaperPage = lazy(() => import('./paper/paper-page.tsx').then((m) => ({ default: m.PaperPage })))
const PollDraftPage = lazy(() => import('./poll/draft-page.tsx').then((m) => ({ default: m.PollDraftPage })))
const DrawsPage = lazy(() => import('./draw/draws-page.tsx').then((m) => ({ default: m.DrawsPage })))
const DrawPage = lazy(() => import('./draw/draw-page.tsx').then((m) => ({ default: m.DrawPage })))
const DrawAnnouncePage = lazy(() => import('./draw/announce-page.tsx').then((m) => ({ default: m.AnnouncePage })))
const TermsPage = lazy(() => import('./term/terms-page.tsx').then((m) => ({ default: m.TermsPage })))
const TermPage = lazy(() => import('./term/term-page.tsx').then((m) => ({ default: m.TermPage })))
const TakingPage = lazy(() => import('./term/taking-page.tsx').then((m) => ({ default: m.TakingPage })))
const ElectionsPage = lazy(() => import('./election/elections-page.tsx').then((m) => ({ default: m.ElectionsPage })))
const ElectionPage = lazy(() => import('./election/election-page.tsx').then((m) => ({ default: m.ElectionPage })))
const ElectionDraftPage = lazy(() =>
  import('./election/draft-page.tsx').then((m) => ({ default: m.ElectionDraftPage })),
)
const BudgetsPage = lazy(() => import('./budget/budgets-page.tsx').then((m) => ({ default: m.BudgetsPage })))
const BudgetPage = lazy(() => import('./budget/budget-page.tsx').then((m) => ({ default: m.BudgetPage })))
const BudgetDeskPage = lazy(() => import('./budget/desk-page.tsx').then((m) => ({ default: m.BudgetDeskPage })))
const BudgetDraftPage = lazy(() => import('./budget/draft-page.tsx').then((m) => ({ default: m.BudgetDraftPage })))
const HotlinePage = lazy(() => import('./hotline/hotline-page.tsx').then((m) => ({ default: m.HotlinePage })))
const MeetingsPage = lazy(() => import('./meeting/meetings-page.tsx').then((m) => ({ default: m.MeetingsPage })))
const MeetingPage = lazy(() => import('./meeting/meeting-page.tsx').then((m) => ({ default: m.MeetingPage })))
const CallPage = lazy(() => import('./meeting/call-page.tsx').then((m) => ({ default: m.CallPage })))
const InboxPage = lazy(() => import('./inbox/inbox-page.tsx').then((m) => ({ default: m.InboxPage })))
const AlertsPage = lazy(() => import('./alert/alerts-page.tsx').then((m) => ({ default: m.AlertsPage })))
const IssuePage = lazy(() => import('./alert/issue-page.tsx').then((m) => ({ default: m.IssuePage })))
const AlertFilePage = lazy(() => import('./alert/alert-page.tsx').then((m) => ({ default: m.AlertFilePage })))
const DutyPage = lazy(() => import('./duty/duty-page.tsx').then((m) => ({ default: m.DutyPage })))

/** A refusal will not change by asking again; a bad line may. */
const worthAnotherTry = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500)

const client = new QueryClient({ defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 10_000 } } })

const Screens = () => (
  <Routes>
    <Route element={<Shell />}>
      <Route index element={<Navigate to="/matters" replace />} />
      <Route path="matters" element={<BoardPage />} />
      <Route path="matters/new" element={<RegisterPage />} />
      <Route path="matters/:matter" element={<MatterPage />} />
      <Route path="matters/:matter/vote" element={<PollDraftPage />} />
      <Route path="polls" element={<PollsPage />} />
      <Route path="polls/:poll" element={<PollPage />} />
      <Route path="polls/:poll/question" element={<AgendaQuestionPage />} />
      <Route path="polls/:poll/paper" element={<PaperPage />} />
      <Route path="draws" element={<DrawsPage />} />
      <Route path="draws/new" element={<DrawAnnouncePage />} />
      <Route path="draws/:draw" element={<DrawPage />} />
      <Route path="elections" element={<ElectionsPage />} />
      <Route path="elections/new" element={<ElectionDraftPage />} />
      <Route path="elections/:election" element={<ElectionPage />} />
      <Route path="elections/:election/plan" element={<ElectionDraftPage />} />
      <Route path="budgets" element={<BudgetsPage />} />
      <Route path="budgets/new" element={<BudgetDraftPage />} />
      <Route path="budgets/:budget" element={<BudgetPage />} />
      <Route path="budgets/:budget/desk" element={<BudgetDeskPage />} />
      <Route path="budgets/:budget/plan" element={<BudgetDraftPage />} />
      <Route path="matters/:matter/call" element={<CallPage />} />
      <Route path="meetings" element={<MeetingsPage />} />
      <Route path="meetings/:meeting" element={<MeetingPage />} />
      <Route path="notices" element={<NoticesPage />} />
      <Route path="notices/:notice" element={<NoticePage />} />
      <Route path="procedures" element={<ProceduresPage />} />
      <Route path="procedures/:key" element={<ProcedurePage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="territory" element={<TerritoryPage />} />
      <Route path="parties" element={<PartiesPage />} />
      <Route path="people" element={<PeoplePage />} />
      <Route path="terms" element={<TermsPage />} />
      <Route path="terms/new" element={<TakingPage />} />
      <Route path="terms/:term" element={<TermPage />} />
      <Route path="claims" element={<ClaimsPage />} />
      <Route path="groups" element={<GroupsPage />} />
      <Route path="groups/:group/paste" element={<PastePage />} />
      <Route path="excerpts/:excerpt" element={<ExcerptPage />} />
      <Route path="cards" element={<CardsPage />} />
      <Route path="tips" element={<TipsPage />} />
      <Route path="classes" element={<ClassesPage />} />
      <Route path="alerts" element={<AlertsPage />} />
      <Route path="alerts/new" element={<IssuePage />} />
      <Route path="alerts/:alert" element={<AlertFilePage />} />
      <Route path="duty" element={<DutyPage />} />
      <Route path="hotline" element={<HotlinePage />} />
      <Route path="inbox" element={<InboxPage />} />
      <Route path="*" element={<NotFound />} />
    </Route>
  </Routes>
)

const Looked = () => {
  const { lang } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <BrowserRouter basename="/console">
        <Screens />
      </BrowserRouter>
    </ConfigProvider>
  )
}

export const App = () => (
  <QueryClientProvider client={client}>
    <LanguageProvider>
      <Looked />
    </LanguageProvider>
  </QueryClientProvider>
)
