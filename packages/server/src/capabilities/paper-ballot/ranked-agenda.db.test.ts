// Sheets that rank and score beside a question of law, on real PostgreSQL: one code, two readers and a third for what differs, and what spoils one question spoils no other.
import type { PaperSheet, Reconciliation } from '@yishi/contract/paper-ballot'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { type RankedAgenda, openRanked, settleAssembly } from '../poll/testing/agenda.ts'

let town: Town
let agenda: Awaited<ReturnType<typeof openRanked>>
let codes: readonly string[]
let sheets: string
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
  agenda = await openRanked(town)
  sheets = (await town.as('staff', { method: 'GET', url: `/polls/${agenda.first}/paper` })).text
  codes = [...sheets.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
})
afterAll(() => town.close())

type Answer = PaperSheet & { readonly code: string }
const act = (who: Caller, path: string, json: object = {}) => actIn(town)<Answer>(who, `polls/${path}`, json)

type Marks = Readonly<Record<'first' | 'brand' | 'cabin', readonly string[]>>
const marksOf = (marks: Partial<Marks>) =>
  Object.fromEntries(Object.entries(marks).map(([name, choice]) => [agenda[name as keyof RankedAgenda], choice]))
const read = (who: Caller, code: string, marks: Marks) =>
  act(who, `${agenda.first}/paper/read`, { code, marks: marksOf(marks) })
const settled = async (code: string, marks: Marks) => {
  await act('staff', `${agenda.first}/paper/return`, { code, where: 'paper', signed: true, whole: true })
  await read('staff', code, marks)
  return (await read('branch', code, marks)).body.status
}
const reportOf = async (poll: string): Promise<Reconciliation> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/reconciliation` })).json()

test('one sheet asks all of them, and says of each how it is filled in and what voids it alone', () => {
  expect(codes).toHaveLength(5)
  for (const words of [
    '最想要的写 1',
    '断了档，或涂改看不清的，只这一题作废',
    '分数超出范围',
    '题下写明怎样填的，照它填',
  ])
    expect(sheets.split(words)).toHaveLength(6)
  expect(sheets).not.toContain('整张作废')
})

test('what spoils one question leaves the others as they are marked: a place twice, a gap, points out of range', async () => {
  const good: Marks = { first: ['for'], brand: ['option-2', 'option-1'], cabin: ['option-1:5', 'option-2:0'] }
  expect(await settled(codes[0]!, { ...good, brand: ['option-1:1', 'option-3:1'] })).toBe('settled')
  expect(await settled(codes[2]!, { ...good, brand: ['option-1:1', 'option-3:3'], first: ['against'] })).toBe('settled')
  expect(await settled(codes[3]!, { ...good, cabin: ['option-1:6'] })).toBe('settled')
})

test('two who read other places in it differ in that question alone, and a third decides it and no other', async () => {
  const code = codes[4]!
  await act('staff', `${agenda.first}/paper/return`, { code, where: 'paper', signed: true, whole: true })
  const marks: Marks = { first: ['for'], brand: ['option-1', 'option-2'], cabin: ['option-1:5'] }
  expect((await read('staff', code, marks)).body.status).toBe('read-once')
  expect((await read('branch', code, { ...marks, brand: ['option-2', 'option-1'] })).body.status).toBe('differing')
  const third = await act('owners-committee', `${agenda.first}/paper/find`, { code })
  expect(third.body.questions.map(({ poll }) => poll)).toEqual([agenda.brand])
  const decide = (decided: Partial<Marks>) =>
    act('owners-committee', `${agenda.first}/paper/settle`, { code, marks: marksOf(decided), reason: '看过原票' })
  expect((await decide({ brand: ['option-1', 'option-2'], cabin: ['option-1:5'] })).status).toBe(422)
  expect((await decide({ brand: ['option-1', 'option-2'] })).body.status).toBe('settled')
})

test('a ballot on the phone goes before the sheet in the question that it was cast in, and in no other', async () => {
  const send = (poll: string, choice: string) =>
    town.as('police', {
      method: 'POST',
      url: `/polls/${poll}`,
      payload: new URLSearchParams([
        ['step', 'cast'],
        ['choice', choice],
      ]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  expect((await send(agenda.cabin, 'option-3:4')).status).toBe(303)
  const rows = await rowsIn(
    town,
    sql<{ poll: string; choice: string[] }>`select voter.poll_id as poll, ballot.choice
      from app.poll_voter voter join app.poll_ballot ballot on ballot.community_id = voter.community_id
        and ballot.ballot_id = voter.ballot_id and ballot.number = voter.holding
      where voter.position = 3 and voter.poll_id in (${agenda.brand}, ${agenda.cabin}) order by voter.poll_id = ${agenda.cabin}`,
  )
  expect(rows.map(({ choice }) => choice)).toEqual([['option-2', 'option-1'], ['option-3:4']])
})

test('each question is counted and reconciled by itself, with what voided a sheet in it', async () => {
  expect(await reportOf(agenda.first)).toMatchObject({ voted: 4, invalid: [] })
  expect((await reportOf(agenda.brand)).invalid).toMatchObject([
    { number: 1, why: 'rank-twice' },
    { number: 3, why: 'rank-gap' },
  ])
  expect((await reportOf(agenda.brand)).decided).toMatchObject([{ number: 5, reason: '看过原票' }])
  expect((await reportOf(agenda.cabin)).invalid).toEqual([])
  expect((await reportOf(agenda.cabin)).decided).toEqual([])
  await passIn(town, agenda.closesAt)
  for (const who of ['staff', 'branch'] as const)
    for (const poll of [agenda.first, agenda.brand, agenda.cabin])
      expect((await act(who, `${poll}/count`)).status).toBe(200)
  const figures = async (poll: string) => {
    const file = (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json() as {
      result: { figures: object }
    }
    return file.result.figures
  }
  expect(await figures(agenda.first)).toMatchObject({ votes: { for: { heads: 3 } }, invalid: { heads: 0 } })
  expect(await figures(agenda.brand)).toMatchObject({
    votes: { 'option-1': { heads: 1 }, 'option-2': { heads: 1 } },
    invalid: { heads: 2 },
  })
  expect(await figures(agenda.cabin)).toMatchObject({
    invalid: { heads: 0 },
    points: { 'option-3': [0, 0, 0, 0, 1, 0] },
  })
})
