// Every page and screen that is photographed: its name, where it is, who looks at it, and what is done before the picture.
import type { Page } from 'playwright-core'
import type { DemoHall } from './demo-hall.ts'

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
]

const opening = (button: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: button }).click()
  await page.getByRole('dialog').waitFor()
}

/** One that is to come, one that sits, one with signed minutes: by id at the desk, by code in public. */
type Meetings = Readonly<Record<'called' | 'sitting' | 'minuted', { readonly meeting: string; readonly code: string }>>

type Links = {
  readonly receipt: string
  readonly follow: string
  /** Null where the demo has nothing to rate just now. */
  readonly toRate: string | null
  readonly community: string
  readonly file: string
  readonly newFile: string
  readonly openPoll: string
  readonly decidedPoll: string
  readonly openBudget: string
  readonly decidedBudget: string
  readonly meetings: Meetings
  readonly notice: string
  /** A secret election whose roll hangs, and one that was held. */
  readonly elections: Readonly<Record<'roll' | 'held', string>>
  /** One that was made in two rounds, and one that waits for its numbers. */
  readonly draws: Readonly<Record<'drawn' | 'announced', string>>
}

type Shown = Omit<Scene, 'elder'>

const decidingScenes = (links: Links): readonly Shown[] => {
  const { openPoll, decidedPoll, openBudget, decidedBudget, meetings, notice, draws, elections } = links
  return [
    { name: 'poll', path: `/polls/${openPoll}`, as: 'resident' },
    { name: 'poll-decided', path: `/polls/${decidedPoll}` },
    { name: 'poll-sheet', path: `/polls/${decidedPoll}/sheet` },
    { name: 'budget', path: `/budgets/${openBudget}`, as: 'resident' },
    { name: 'budget-decided', path: `/budgets/${decidedBudget}`, as: 'resident' },
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
    { name: 'console-budget', path: `/console/budgets/${openBudget}` },
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

const findMeetings = async (desk: Page): Promise<Meetings> => {
  type Row = { status: string; meeting: string; code: string }
  const rows = await desk.evaluate(async () => ((await (await fetch('/api/meetings')).json()) as { rows: Row[] }).rows)
  const one = (status: string) => {
    const row = rows.find((each) => each.status === status)
    if (!row) throw new Error(`the demo has no meeting that is ${status}`)
    return row
  }
  return { called: one('called'), sitting: one('sitting'), minuted: one('minuted') }
}

const findDraws = async (desk: Page): Promise<Links['draws']> => {
  type Line = { draw: string; status: string }
  const all = await desk.evaluate(async () => ((await (await fetch('/api/draws')).json()) as { draws: Line[] }).draws)
  const one = (status: string) => all.find((draw) => draw.status === status)?.draw ?? ''
  return { drawn: one('drawn'), announced: one('announced') }
}

const findElections = async (desk: Page): Promise<Links['elections']> => {
  type Line = { election: string; status: string }
  const all = await desk.evaluate(async () => (await (await fetch('/api/elections')).json()) as Line[])
  const one = (status: string) => all.find((each) => each.status === status)?.election ?? ''
  return { roll: one('published'), held: one('decided') }
}

type Votes = Pick<Links, 'openPoll' | 'decidedPoll' | 'openBudget' | 'decidedBudget'>

const findVotes = async (desk: Page): Promise<Votes> => {
  const polls = await desk.evaluate(
    async () => (await (await fetch('/api/polls')).json()) as { poll: string; status: string }[],
  )
  const budgets = await desk.evaluate(
    async () => (await (await fetch('/api/budgets')).json()) as { budget: string; status: string }[],
  )
  const pollThat = (status: string) => polls.find((poll) => poll.status === status)?.poll ?? ''
  const budgetThat = (status: string) => budgets.find((budget) => budget.status === status)?.budget ?? ''
  return {
    openPoll: pollThat('open'),
    decidedPoll: pollThat('decided'),
    openBudget: budgetThat('open'),
    decidedBudget: budgetThat('decided'),
  }
}

const raiseMatter = async (page: Page, { place }: DemoHall): Promise<string> => {
  await page.goto(place)
  await page.getByLabel('怎么了？').fill('北门口的路灯这两天一闪一闪，晚上快看不见台阶了')
  await page.getByLabel('具体在哪里？').fill('北门进来左手第二根')
  await page.getByRole('button', { name: '提交这件事' }).click()
  await page.waitForURL(/new=1/u)
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** Raises a matter as a resident would, and finds the addresses that only the demo's data know. */
export const findLinks = async (page: Page, desk: Page, hall: DemoHall): Promise<Links> => {
  const receipt = await raiseMatter(page, hall)
  await page.goto('/outbox')
  const messages = await page
    .locator('main li')
    .evaluateAll((all) =>
      all.map((each) => ({ words: each.textContent ?? '', link: each.querySelector('a')?.getAttribute('href') ?? '' })),
    )
  // Newest first: only what was said last of a matter tells how it stands now.
  const last = messages.filter(({ link }, at) => messages.findIndex((other) => other.link === link) === at)
  const linkOf = (words: string) => last.find((message) => message.words.includes(words))?.link
  await desk.goto('/console/')
  const named = desk.getByRole('link', { name: '北门口的路灯' })
  await named.waitFor()
  const newFile = await named.getAttribute('href')
  const files = await desk.locator('.board-table a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  const first = await desk.evaluate(
    async () => (await (await fetch('/api/me')).json()) as { hats: { community: string }[] },
  )
  const [hanging] = await desk.evaluate(
    async () => ((await (await fetch('/api/notices')).json()) as { notices: { notice: string }[] }).notices,
  )
  return {
    notice: `/n/${hanging?.notice ?? ''}`,
    draws: await findDraws(desk),
    elections: await findElections(desk),
    ...(await findVotes(desk)),
    receipt,
    follow: linkOf('正在办') ?? '/',
    toRate: linkOf('满不满意') ?? null,
    community: first.hats[0]?.community ?? '',
    file: files.find((each) => each !== newFile) ?? '/',
    newFile: newFile ?? '/',
    meetings: await findMeetings(desk),
  }
}
