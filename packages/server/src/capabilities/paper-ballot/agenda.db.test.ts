// One sheet with several questions on real PostgreSQL: printed once for a unit, delivered once, read whole by two, settled question by question, and the races with the counts.
import type { PaperSheet, PaperUnit, Reconciliation } from '@yishi/contract/paper-ballot'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { type OpenAgenda, openAgenda, settleAssembly } from '../poll/testing/agenda.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
})
afterAll(() => town.close())

type Answer = PaperSheet & { readonly code: string }
const act = (who: Caller, path: string, json: object = {}) => actIn(town)<Answer>(who, `polls/${path}`, json)
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const printed = async (poll: string) => (await town.as('staff', { method: 'GET', url: `/polls/${poll}/paper` })).text
const codesIn = (text: string) => [...text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
const begin = async () => {
  const agenda = await openAgenda(town)
  return { ...agenda, codes: codesIn(await printed(agenda.first)) }
}
const BACK = { where: 'paper', signed: true }
const marked = ({ first, second }: OpenAgenda, one: string, two: string) => ({
  marks: { [first]: [one], [second]: [two] },
})
const ballotsIn = (...polls: readonly string[]) =>
  rows<{ poll: string; choice: string[]; channel: string }>(sql`
    select voter.poll_id as poll, ballot.choice, voter.channel
    from app.poll_voter voter join app.poll_ballot ballot using (community_id, ballot_id)
    where voter.poll_id = any(${[...polls]}::text[]) order by voter.poll_id = ${polls[0]!} desc`)

test('a sheet is printed once for each unit, with every question and one code; a further question has none of its own', async () => {
  const { first, second, codes } = await begin()
  const text = await printed(first)
  expect(codes).toHaveLength(5)
  for (const words of ['1. 更换物业公司', '2. 筹集电梯更新资金']) expect(text.split(words)).toHaveLength(6)
  expect(codesIn(await printed(second))).toEqual(codes)
  const found = await act('staff', `${second}/paper/find`, { code: codes[0] })
  expect(found.body.questions.map(({ poll }) => poll)).toEqual([first, second])
})

test('a delivery proves it for every question, and a call at the door is one call', async () => {
  const { first, second } = await begin()
  const units = (
    await town.as('staff', { method: 'GET', url: `/api/polls/${first}/paper/units` })
  ).json() as PaperUnit[]
  const deliver = { voters: [units[0]!.voter], how: 'handed', to: '业主本人签收', told: true, warned: true }
  expect((await act('staff', `${first}/paper/deliver`, deliver)).status).toBe(200)
  const proofs = await rows(sql`select poll_id, count(*)::integer as n from app.poll_proof
    where poll_id in (${first}, ${second}) group by 1 order by poll_id = ${first} desc`)
  expect(proofs).toEqual([
    { poll_id: first, n: 3 },
    { poll_id: second, n: 3 },
  ])
  const walk = await town.as('building-leader', { method: 'GET', url: `/patrol/walk/${second}` })
  expect(walk.text).toContain('更换物业公司')
  expect(walk.text).toContain('筹集电梯更新资金')
})

test('two read every question; what they read alike counts at once, the third decides the rest, each question is reconciled', async () => {
  const agenda = await begin()
  const { first, second, codes } = agenda
  const [code] = codes
  await act('staff', `${first}/paper/return`, { code, ...BACK })
  const half = await act('staff', `${first}/paper/read`, { code, marks: { [first]: ['for'] } })
  expect([half.status, half.body.code]).toEqual([422, 'marks-incomplete'])
  expect((await act('staff', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'for') })).status).toBe(200)
  const blind = await act('branch', `${first}/paper/find`, { code })
  expect(JSON.stringify({ ...blind.body, questions: null })).not.toMatch(/"for"|"against"/u)
  const again = await act('branch', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'against') })
  expect(again.body).toMatchObject({ status: 'differing', readings: [] })
  expect(await ballotsIn(first, second)).toEqual([{ poll: first, choice: ['for'], channel: 'paper' }])
  const third = await act('owners-committee', `${first}/paper/find`, { code })
  expect(third.body.questions.map(({ poll }) => poll)).toEqual([second])
  expect(third.body.readings.map(({ marks }) => marks[second])).toEqual([['for'], ['against']])
  const reason = '勾在反对格内'
  const both = { code, ...marked(agenda, 'for', 'against'), reason }
  expect((await act('owners-committee', `${first}/paper/settle`, both)).body.code).toBe('marks-incomplete')
  const settled = await act('owners-committee', `${first}/paper/settle`, {
    code,
    marks: { [second]: ['against'] },
    reason,
  })
  expect(settled.body).toMatchObject({ status: 'settled' })
  expect(settled.body.steps.map(({ step }) => step)).toEqual(['returned', 'read', 'read', 'settled', 'settled'])
  expect(await ballotsIn(first, second)).toEqual([
    { poll: first, choice: ['for'], channel: 'paper' },
    { poll: second, choice: ['against'], channel: 'paper' },
  ])
  const reportOf = async (poll: string): Promise<Reconciliation> =>
    (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/reconciliation` })).json()
  expect(await reportOf(first)).toMatchObject({ voted: 1, decided: [], notRead: [] })
  expect(await reportOf(second)).toMatchObject({ voted: 1, decided: [{ number: 1, reason }] })
  const paper = (await town.as('staff', { method: 'GET', url: `/polls/${first}/reconciliation` })).text
  expect(paper).toMatch(/更换物业公司.*筹集电梯更新资金/su)
})

test('a question that was taken back is asked no more, and the others go on', async () => {
  const agenda = await begin()
  const { first, second, codes } = agenda
  const [code] = codes
  await act('staff', `${first}/paper/return`, { code, ...BACK })
  await act('staff', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'for') })
  await act('staff', `${second}/withdraw`, { reason: '异议成立' })
  expect((await act('branch', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'for') })).body.code).toBe(
    'marks-incomplete',
  )
  expect((await act('branch', `${first}/paper/read`, { code, marks: { [first]: ['for'] } })).body.status).toBe(
    'settled',
  )
  expect(await ballotsIn(first, second)).toEqual([{ poll: first, choice: ['for'], channel: 'paper' }])
  expect(await printed(first)).not.toContain('筹集电梯更新资金')
})

describe('races', () => {
  test('of a sheet that is settled as the count of any question begins, all of it counts or nothing of it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const agenda = await begin()
      const { first, second, closesAt, codes } = agenda
      const [code] = codes
      await act('staff', `${first}/paper/return`, { code, ...BACK })
      await act('staff', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'for') })
      await passIn(town, closesAt)
      const counted = round % 2 === 0 ? second : first
      const [counting, reading] = await Promise.all([
        act('staff', `${counted}/count`),
        act('branch', `${first}/paper/read`, { code, ...marked(agenda, 'for', 'for') }),
      ])
      expect(counting.status).toBe(200)
      expect([200, 409]).toContain(reading.status)
      const kept = reading.status === 200 ? 1 : 0
      expect(await ballotsIn(first, second)).toHaveLength(2 * kept)
      const [count] = await rows<{ heads: number }>(sql`
        select (figures #>> '{votes,for,heads}')::integer as heads from app.poll_count where poll_id = ${counted}`)
      expect(count!.heads).toBe(kept)
    }
  })

  test('of an owner who votes on the phone while the sheet is settled, nothing waits in a circle and all is kept', async () => {
    for (let round = 0; round < 4; round += 1) {
      const agenda = await begin()
      const { first, second, codes } = agenda
      const [code] = codes
      await act('staff', `${first}/paper/return`, { code, ...BACK })
      await act('staff', `${first}/paper/read`, { code, ...marked(agenda, 'against', 'against') })
      const vote = (poll: string) =>
        town.as('raiser', { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice: 'for' } })
      const [read, ...cast] = await Promise.all([
        act('branch', `${first}/paper/read`, { code, ...marked(agenda, 'against', 'against') }),
        vote(second),
        vote(first),
      ])
      expect(read.status).toBe(200)
      expect(cast.map(({ status }) => status)).toEqual([303, 303])
      // One's own hand goes before what was noted, whichever came first.
      const holding = await rows(sql`select distinct channel from app.poll_voter
        where poll_id in (${first}, ${second}) and channel is not null`)
      expect(holding).toEqual([{ channel: 'online' }])
    }
  })
})
