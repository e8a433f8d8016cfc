// Sheets on which a committee is elected beside other questions, on real PostgreSQL: pages with one code, taken back whole or not at all, and a third who decides what differs.
import type { PaperSheet, Reconciliation } from '@yishi/contract/paper-ballot'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { electionOf, openMixed, settleAssembly } from '../poll/testing/agenda.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
})
afterAll(() => town.close())

type Answer = PaperSheet & { readonly code: string }
const act = (who: Caller, path: string, json: object = {}) => actIn(town)<Answer>(who, `polls/${path}`, json)
const printed = async (poll: string) => (await town.as('staff', { method: 'GET', url: `/polls/${poll}/paper` })).text
const codesIn = (text: string) => [...text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
const MANY = electionOf({
  options: Array.from({ length: 16 }, (_, index) => ({
    text: `候选人${index + 1}`,
    profile: '住本小区。',
    consented: true,
  })),
})
const begin = async (question = MANY) => {
  const agenda = await openMixed(town, 'election-second', question)
  const text = await printed(agenda.first)
  return { ...agenda, text, codes: codesIn(text) }
}
const BACK = { where: 'paper', signed: true, whole: true }

test('a sheet with many names has further pages with the same code, and few names stand on the one page', async () => {
  const { text, codes } = await begin()
  expect(codes).toHaveLength(5)
  expect(text.match(/data-page-of="/gu)).toHaveLength(5)
  for (const code of codes) expect(text).toContain(`data-page-of="${code}"`)
  expect(text.match(/第 2 页，共 2 页/gu)).toHaveLength(5)
  const few = await begin(electionOf())
  expect(few.text).not.toContain('data-page-of')
  expect(few.text.match(/2\. 选举第三届业委会委员/gu)).toHaveLength(5)
})

test('with a page missing it is not taken, neither at the desk nor at a door; whole it is, and the ledger says so', async () => {
  const { first, codes } = await begin()
  const [code] = codes
  const missing = await act('staff', `${first}/paper/return`, { code, ...BACK, whole: false })
  expect([missing.status, missing.body.code]).toEqual([422, 'pages-missing'])
  const walk = await town.as('building-leader', { method: 'GET', url: `/patrol/walk/${first}` })
  expect(walk.text).toContain('收回来的票 2 页齐全')
  const found = await act('staff', `${first}/paper/find`, { code })
  expect(found.body).toMatchObject({ status: 'out', pages: 2 })
  expect((await act('staff', `${first}/paper/return`, { code, ...BACK })).body.status).toBe('returned')
  const [kept] = await rowsIn(
    town,
    sql<{ pages: number }>`select (leaf::jsonb -> 'facts' ->> 'pages')::integer as pages from app.ledger_entry
      where leaf::jsonb ->> 'type' = 'PaperReturned'`,
  )
  expect(kept).toEqual({ pages: 2 })
})

test('two read it, the third decides the names alone where only they differ, and each question is counted and reconciled', async () => {
  const { first, second, closesAt, codes } = await begin()
  const [code] = codes
  await act('staff', `${first}/paper/return`, { code, ...BACK })
  const read = (who: Caller, marks: readonly string[]) =>
    act(who, `${first}/paper/read`, { code, marks: { [first]: ['for'], [second]: marks } })
  expect((await read('staff', ['option-1', 'option-16:against'])).body.status).toBe('read-once')
  expect((await read('branch', ['option-1', 'option-15:against'])).body.status).toBe('differing')
  const third = await act('owners-committee', `${first}/paper/find`, { code })
  expect(third.body.questions.map(({ poll }) => poll)).toEqual([second])
  const decided = { code, marks: { [second]: ['option-16:against', 'option-1'] }, reason: '第 16 行打勾' }
  expect((await act('owners-committee', `${first}/paper/settle`, decided)).body.status).toBe('settled')
  const rows = await rowsIn(
    town,
    sql<{ poll: string; choice: string[] }>`select voter.poll_id as poll, ballot.choice
      from app.poll_voter voter join app.poll_ballot ballot using (community_id, ballot_id)
      where voter.poll_id in (${first}, ${second}) order by voter.poll_id = ${second}`,
  )
  expect(rows.map(({ choice }) => choice)).toEqual([['for'], ['option-16:against', 'option-1']])
  const report = async (poll: string): Promise<Reconciliation> =>
    (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/reconciliation` })).json()
  expect(await report(first)).toMatchObject({ voted: 1, decided: [] })
  expect(await report(second)).toMatchObject({ voted: 1, decided: [{ number: 1, reason: '第 16 行打勾' }] })
  await passIn(town, closesAt)
  for (const who of ['staff', 'branch'] as const)
    for (const poll of [first, second]) expect((await act(who, `${poll}/count`)).status).toBe(200)
  const file = (await town.as('staff', { method: 'GET', url: `/api/polls/${second}` })).json() as {
    result: { figures: object }
  }
  expect(file.result.figures).toMatchObject({
    votes: { 'option-1': { heads: 1 }, 'option-16:against': { heads: 1 }, 'option-2': { heads: 0 } },
  })
})

test('a question that is taken back leaves the sheets with as many pages as were printed', async () => {
  const { first, second, codes } = await begin()
  await act('staff', `${second}/withdraw`, { reason: '候选人退出' })
  const [code] = codes
  const missing = await act('staff', `${first}/paper/return`, { code, ...BACK, whole: false })
  expect(missing.body.code).toBe('pages-missing')
  expect((await act('staff', `${first}/paper/return`, { code, ...BACK })).body.questions).toHaveLength(1)
  expect(await printed(first)).not.toContain('候选人1')
})
