// Every page and screen that is photographed: its name, where it is, who looks at it, and what is done before the picture.
import type { Page } from 'playwright-core'
import type { DemoHall } from './demo-hall.ts'
import type { Links } from './gallery-links.ts'

export type Scene = {
  readonly name: string
  readonly path: string
  readonly as?: 'staff' | 'property' | 'resident'
  readonly before?: (page: Page) => Promise<void>
  /** A page for residents has large type as well. */
  readonly elder: boolean
}

const CONSOLE = [
  'matters',
  'matters?view=columns',
  'matters/new',
  'groups',
  'cards',
  'tips',
  'classes',
  'inbox',
  'alerts',
  'alerts/new',
  'duty',
  'procedures',
  'polls',
  'budgets',
  'budgets/new',
  'procedures/four-affairs',
  'territory',
  'parties',
  'people',
  'claims',
  'import',
  'hotline',
  'meetings',
  'draws',
  'draws/new',
  'elections',
  'elections/new',
  'terms',
]

const opening = (button: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: button }).click()
  await page.getByRole('dialog').waitFor()
}

type Shown = Omit<Scene, 'elder'>

const decidingScenes = (links: Links): readonly Shown[] => {
  const { openPoll, decidedPoll, openRanking, decidedRanking, openBudget, decidedBudget } = links
  const { meetings, notice, draws, elections } = links
  return [
    { name: 'poll', path: `/polls/${openPoll}`, as: 'resident' },
    { name: 'poll-decided', path: `/polls/${decidedPoll}` },
    { name: 'poll-sheet', path: `/polls/${decidedPoll}/sheet` },
    { name: 'ranking', path: `/polls/${openRanking}`, as: 'resident' },
    { name: 'ranking-decided', path: `/polls/${decidedRanking}` },
    { name: 'ranking-sheet', path: `/polls/${decidedRanking}/sheet` },
    { name: 'budget', path: `/budgets/${openBudget}`, as: 'resident' },
    { name: 'budget-decided', path: `/budgets/${decidedBudget}`, as: 'resident' },
    { name: 'budget-sheets', path: `/budgets/${openBudget}/paper?path=*`, as: 'staff' },
    ...Object.entries(meetings).map(([status, { code }]) => ({ name: `meeting-${status}`, path: `/meetings/${code}` })),
    { name: 'meeting-paper', path: `/papers/meetings/${meetings.minuted.meeting}?sheet=minutes`, as: 'staff' },
    { name: 'meeting-sheet', path: `/papers/meetings/${meetings.called.meeting}?sheet=sign-in`, as: 'staff' },
    ...Object.entries(draws).map(([status, draw]) => ({ name: `draw-${status}`, path: `/draws/${draw}` })),
    ...Object.entries(elections).map(([status, election]) => ({
      name: `election-${status}`,
      path: `/elections/${election}`,
    })),
    { name: 'election-roll-paper', path: `/elections/${elections.roll}/roll`, as: 'staff' },
    { name: 'election-paper', path: `/elections/${elections.roll}/paper`, as: 'staff' },
    { name: 'notice', path: notice },
    { name: 'notice-check', path: `${notice}/check` },
  ]
}

const residentScenes = ({ place }: DemoHall, links: Links): readonly Scene[] => {
  const { receipt, follow, toRate, community } = links
  const scenes: readonly Shown[] = [
    { name: 'home', path: '/' },
    { name: 'place', path: place },
    { name: 'receipt', path: receipt },
    { name: 'follow', path: follow },
    ...(toRate ? [{ name: 'to-rate', path: toRate }] : []),
    { name: 'community', path: `/c/${community}` },
    { name: 'elections', path: `/c/${community}/elections` },
    { name: 'committee', path: `/c/${community}/committee` },
    { name: 'find', path: '/find' },
    { name: 'login', path: '/login' },
    { name: 'staff-login', path: '/staff/login' },
    { name: 'me', path: '/me', as: 'resident' },
    { name: 'patrol', path: '/patrol', as: 'staff' },
    ...decidingScenes(links),
    { name: 'outbox', path: '/outbox' },
    { name: 'ledger', path: `/ledger/${community}` },
    { name: 'plates', path: '/plates?kind=lamp-post&per=2', as: 'staff' },
    { name: 'error', path: '/nowhere' },
    { name: 'ended', path: '/m/AAAAAAAAAAAAAAAAAAAAAA' },
  ]
  return scenes.map((scene) => ({ ...scene, elder: true }))
}

const consoleScenes = (links: Links): readonly Scene[] => {
  const { file, newFile, openPoll, decidedPoll, openBudget, decidedBudget, meetings, notice, draws, elections } = links
  return [
    ...CONSOLE.map((screen) => ({
      name: `console-${screen.replace('?view=', '-').replaceAll('/', '-')}`,
      path: `/console/${screen}`,
    })),
    { name: 'console-file', path: file },
    { name: 'console-poll', path: `/console/polls/${openPoll}` },
    { name: 'console-poll-decided', path: `/console/polls/${decidedPoll}` },
    { name: 'console-term', path: `/console/terms/${links.term}` },
    { name: 'console-budget', path: `/console/budgets/${openBudget}` },
    { name: 'console-budget-desk', path: `/console/budgets/${openBudget}/desk` },
    { name: 'console-budget-decided', path: `/console/budgets/${decidedBudget}` },
    ...Object.entries(meetings).map(([status, { meeting }]) => ({
      name: `console-meeting-${status}`,
      path: `/console/meetings/${meeting}`,
    })),
    ...Object.entries(draws).map(([status, draw]) => ({
      name: `console-draw-${status}`,
      path: `/console/draws/${draw}`,
    })),
    ...Object.entries(elections).map(([status, election]) => ({
      name: `console-election-${status}`,
      path: `/console/elections/${election}`,
    })),
    { name: 'console-notice', path: notice.replace('/n/', '/console/notices/') },
    { name: 'console-sort', path: newFile, before: opening(/^(?:分流|Sort)$/u) },
    { name: 'console-answer', path: newFile, before: opening(/^(?:答复居民|Answer the resident)$/u) },
  ].map((scene) => ({ ...scene, as: 'staff' as const, elder: false }))
}

export const scenes = (demo: DemoHall, links: Links): readonly Scene[] => [
  ...residentScenes(demo, links),
  { name: 'hall', path: `/hall/${links.community}`, elder: false },
  ...consoleScenes(links),
]
