// Rounds of a shared budget for tests, through their own doors: drawn up, opened, voted in from the phone, noted at the desk, and over when the clock says so.
import type { BudgetFile } from '@yishi/contract/budget'
import type { BudgetHandedIn, BudgetVoterLine } from '@yishi/contract/budget-desk'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import { type Caller, PEOPLE } from '../../../fences/people.ts'
import { passIn, rowsIn } from '../../../fences/steps.ts'
import type { Answer, Town } from '../../../fences/town.ts'

export const PROJECTS = [
  { name: '长椅', cost: '20000', place: '3 号楼' },
  { name: '充电棚', cost: '60000.50' },
  { name: '健身角', cost: '50000' },
]

type Sent = Readonly<Record<string, string>>
export type KeptBallot = {
  readonly person: string
  readonly number: number
  readonly choice: readonly string[]
  /** Null where it was cast from the phone. */
  readonly where: string | null
  readonly readers: readonly string[] | null
  readonly holds: boolean
}

const asking =
  (town: Town) =>
  async <T = { code: string }>(who: Caller, path: string, json?: object, key?: string) => {
    const answer = await town.as(who, {
      method: json ? 'POST' : 'GET',
      url: `/api/budgets${path}`,
      ...(json && { json, headers: key ? { 'idempotency-key': key } : {} }),
    })
    return { status: answer.status, body: answer.json() as T }
  }

const phoneIn = (town: Town) => {
  const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
  const digestOf = async (budget: string): Promise<string> =>
    (await rows(sql<{ digest: string }>`select digest from app.budget where budget_id = ${budget}`))[0]!.digest
  const send = (who: Caller, budget: string, choice: readonly string[], more: Sent): Promise<Answer> => {
    const fields = [...choice.map((each) => ['choice', each]), ...Object.entries(more)] as [string, string][]
    return town.as(who, {
      method: 'POST',
      url: `/budgets/${budget}`,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  }
  const vote = async (who: Caller, budget: string, choice: readonly string[], key = ''): Promise<Answer> =>
    send(who, budget, choice, { step: 'cast', digest: await digestOf(budget), ...(key && { key }) })
  return { rows, digestOf, send, vote }
}

const deskIn = (town: Town) => {
  const ask = asking(town)
  const voterOf = async (budget: string, who: keyof typeof PEOPLE): Promise<BudgetVoterLine> => {
    const find = encodeURIComponent(PEOPLE[who].name)
    return (await ask<BudgetVoterLine[]>('staff', `/${budget}/voters?find=${find}`)).body[0]!
  }
  const readAs = (who: Caller, [budget, voter]: readonly [string, string], read: object) =>
    ask<BudgetHandedIn & { code: string }>(who, `/${budget}/voters/${voter}/read`, read)
  const read = (who: Caller, budget: string, voter: string, choice: readonly string[]) =>
    readAs(who, [budget, voter], { where: 'desk', choice })
  /** The codes of all sheets, in their order. */
  const codesOf = async (budget: string): Promise<readonly string[]> => {
    const { text } = await town.as('staff', { method: 'GET', url: `/budgets/${budget}/paper?path=*` })
    return [...text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
  }
  return { voterOf, readAs, read, codesOf }
}

export const roundsIn = (town: Town) => {
  const ask = asking(town)
  const phone = phoneIn(town)
  const plan = (more: object = {}) => ({
    title: '十万元怎么花',
    amount: '100000',
    lastDay: addDays(localDateOf(town.ctx.clock.now()), 5),
    projects: PROJECTS,
    ...more,
  })
  const begin = async (more: object = {}): Promise<BudgetFile> => {
    const drafted = await ask<BudgetFile>('staff', '', plan(more))
    if (drafted.status !== 201) throw new Error(JSON.stringify(drafted.body))
    const opened = await ask<BudgetFile>('staff', `/${drafted.body.budget}/open`, {})
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
    return opened.body
  }
  const fileOf = async (budget: string): Promise<BudgetFile> => (await ask<BudgetFile>('staff', `/${budget}`)).body
  const pageOf = (who: Caller, budget: string) => town.as(who, { method: 'GET', url: `/budgets/${budget}` })
  const pass = (to: string) => passIn(town, to as Instant)
  const kept = (budget: string) =>
    phone.rows(sql<KeptBallot>`
      select person_id as person, number, choice, noted_in as "where", readers, holding = number as holds
      from app.budget_ballot join app.budget_voter using (community_id, ballot_id)
      where budget_id = ${budget} order by person_id, number`)
  return { ask, plan, begin, fileOf, pageOf, pass, kept, ...phone, ...deskIn(town) }
}
export type Rounds = ReturnType<typeof roundsIn>
