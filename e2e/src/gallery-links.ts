// The addresses in the demo that the gallery photographs, which only its data know.
import type { Page } from 'playwright-core'
import type { DemoHall } from './demo-hall.ts'

/** One that is to come, one that sits, one with signed minutes: by id at the desk, by code in public. */
type Meetings = Readonly<Record<'called' | 'sitting' | 'minuted', { readonly meeting: string; readonly code: string }>>

export type Links = {
  readonly receipt: string
  readonly follow: string
  /** Null where the demo has nothing to rate just now. */
  readonly toRate: string | null
  readonly community: string
  readonly file: string
  readonly newFile: string
  readonly openPoll: string
  readonly decidedPoll: string
  readonly openRanking: string
  readonly decidedRanking: string
  readonly openBudget: string
  readonly decidedBudget: string
  readonly meetings: Meetings
  readonly notice: string
  readonly term: string
  /** A secret election whose roll hangs, and one that was held. */
  readonly elections: Readonly<Record<'roll' | 'held', string>>
  /** One that was made in two rounds, and one that waits for its numbers. */
  readonly draws: Readonly<Record<'drawn' | 'announced', string>>
}

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

const findTerm = (desk: Page): Promise<string> =>
  desk.evaluate(async () => {
    const { terms } = (await (await fetch('/api/terms')).json()) as { terms: { term: string }[] }
    return terms[0]?.term ?? ''
  })

type Votes = Pick<Links, 'openPoll' | 'decidedPoll' | 'openRanking' | 'decidedRanking' | 'openBudget' | 'decidedBudget'>

const findVotes = async (desk: Page): Promise<Votes> => {
  const polls = await desk.evaluate(
    async () => (await (await fetch('/api/polls')).json()) as { poll: string; status: string; rule: { en: string } }[],
  )
  const budgets = await desk.evaluate(
    async () => (await (await fetch('/api/budgets')).json()) as { budget: string; status: string }[],
  )
  const isRanking = ({ rule }: (typeof polls)[number]) => rule.en.startsWith('Households')
  const pollThat = (status: string) => polls.find((poll) => poll.status === status && !isRanking(poll))?.poll ?? ''
  const rankingThat = (status: string) => polls.find((poll) => poll.status === status && isRanking(poll))?.poll ?? ''
  const budgetThat = (status: string) => budgets.find((budget) => budget.status === status)?.budget ?? ''
  return {
    openPoll: pollThat('open'),
    decidedPoll: pollThat('decided'),
    openRanking: rankingThat('open'),
    decidedRanking: rankingThat('decided'),
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
    term: await findTerm(desk),
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
