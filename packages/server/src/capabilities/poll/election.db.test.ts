// Electing an owners' committee on real PostgreSQL through its own doors: marks by phone and on paper, spoiled sheets, seats, what is voted on again, and the file that comes to the same.
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import type { PollFile } from '@yishi/contract/poll'
import { type Instant, isRefused } from '@yishi/domain/kernel'
import { exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { draftIn, planIn } from './testing/draft.ts'
import { adoptFor, atAssembly, settleOwners } from './testing/owners.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleOwners(town)
  await adoptFor(town, 'owners-election', 'cn-committee-election')
})
afterAll(() => town.close())

const act = <T = { code: string }>(who: Caller, path: string, json?: object) => actIn(town)<T>(who, path, json)
const done = async (who: Caller, path: string, json: object = {}): Promise<PollFile> => {
  const { status, body } = await act<PollFile>(who, path, json)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const look = (who: Caller, url: string) => town.as(who, { method: 'GET', url })
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const pass = (to: Instant) => passIn(town, to)
const send = (who: Caller, poll: string, fields: readonly (readonly [string, string])[]) =>
  town.as(who, {
    method: 'POST',
    url: `/polls/${poll}`,
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
/** As the form has it: a field beside each name. */
const check = (who: Caller, poll: string, marked: Readonly<Record<string, string>>) =>
  send(who, poll, [['step', 'confirm'], ...Object.entries(marked)])
/** As it was confirmed: a name that is abstained from is not among the marks. */
const vote = (who: Caller, poll: string, marked: Readonly<Record<string, string>>) => {
  const named = Object.values(marked).filter((mark) => mark !== 'abstain')
  const choice = named.length > 0 ? named : ['abstain']
  return send(who, poll, [['step', 'cast'], ...choice.map((mark) => ['choice', mark] as const)])
}

const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆']
const standing = (names: readonly string[]) =>
  names.map((text) => ({ text, profile: `${text}，住一号楼。`, consented: true }))
const question = (more: object = {}) => ({
  type: 'candidates',
  text: '选举业主委员会委员',
  options: standing(NAMES),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})
const draft = (asked: object) =>
  draftIn(town, {
    rule: 'cn-committee-election',
    question: asked,
    plan: planIn(town, { topic: 'committee' }),
  })
const NOTICE = { title: '选举公告', text: '候选人和简介见下。', days: 15, everywhere: true }

const opened = async (asked: object, matter?: string): Promise<PollFile> => {
  const at = matter ?? (await atAssembly(town, 'owners-election'))
  const { poll, assembly } = await done('staff', `matters/${at}/polls`, draft(asked))
  await done('staff', `polls/${poll}/announce`, NOTICE)
  await pass(assembly!.opensAt as Instant)
  return done('staff', `polls/${poll}/open`)
}
/** Beside each name by its number. */
const marks = (marked: Readonly<Record<number, 'for' | 'against' | 'abstain'>>) =>
  Object.fromEntries(
    Object.entries(marked).map(([n, mark]) => [
      `mark-option-${n}`,
      mark === 'abstain' ? mark : `option-${n}${mark === 'for' ? '' : ':against'}`,
    ]),
  )
const decide = async ({ poll, assembly }: PollFile): Promise<PollFile> => {
  await pass(assembly!.closesAt as Instant)
  await done('staff', `polls/${poll}/count`)
  await done('branch', `polls/${poll}/count`)
  const shown = await done('staff', `polls/${poll}/show`, { ...NOTICE, title: '选举结果', days: 7 })
  await pass(shown.objections!.endsAt as Instant)
  return done('staff', `polls/${poll}/confirm`)
}
const standings = ({ result }: PollFile) =>
  result!.allocation!.ranking.map(({ choice, place, standing: at }) => [choice.slice(7), place, at])

/** Four owners: two flats of 150 m², a shared one of 100, one of 80; the fifth unit has no known owner. */
test('from the list of names to the seats: by phone and on paper, each candidate alone, the rest voted on again (R1.3, R1.64)', async () => {
  const first = await opened(question())
  const { poll } = first
  const page = await look('raiser', `/polls/${poll}`)
  for (const name of NAMES) expect(page.text).toContain(`${name}，住一号楼。`)
  expect(page.text).not.toContain('R1.')

  const mine = marks({ 1: 'for', 2: 'for', 3: 'for', 4: 'against', 6: 'abstain' })
  const checked = await check('raiser', poll, mine)
  expect(checked.status).toBe(200)
  expect(checked.text).toContain('王建国：同意、李秀英：同意、张伟：同意、刘洋：反对')
  expect((await vote('raiser', poll, mine)).status).toBe(303)
  expect((await vote('neighbour', poll, marks({ 1: 'for', 2: 'for', 3: 'against', 5: 'for' }))).status).toBe(303)
  expect((await vote('police', poll, marks({ 1: 'abstain', 2: 'abstain' }))).status).toBe(303)
  expect(
    await rows(sql`select distinct choice from app.poll_ballot join app.poll_voter using (community_id, ballot_id)
      where poll_id = ${poll} order by 1`),
  ).toEqual([
    { choice: ['abstain'] },
    { choice: ['option-1', 'option-2', 'option-3', 'option-4:against'] },
    { choice: ['option-1', 'option-2', 'option-3:against', 'option-5'] },
  ])

  const paper = await look('staff', `/polls/${poll}/paper`)
  const code = /data-code="(0005-[^"]+)"/u.exec(paper.text)![1]!
  expect((await act('staff', `polls/${poll}/paper/return`, { code, where: 'paper', signed: true })).status).toBe(200)
  const sheet = (choice: readonly string[]) => ({ code, marks: { [poll]: choice } })
  const once = await act<PaperSheet>('staff', `polls/${poll}/paper/read`, sheet(['option-3', 'option-1']))
  expect(once.body.status).toBe('read-once')
  const twice = await act<PaperSheet>('branch', `polls/${poll}/paper/read`, sheet(['option-1', 'option-3']))
  expect(twice.body.status).toBe('settled')

  const decided = await decide(first)
  // Of 4 heads and 400 m² all take part: 1 has 3 heads and 320 m², 2 has 2 heads (not more than half), 3 has 2.
  expect(decided.result).toMatchObject({ passed: false, chosen: ['option-1'], allocation: { seats: 5, open: 4 } })
  expect(standings(decided)[0]).toEqual(['1', 1, 'elected'])
  expect(decided.result!.allocation!.again).toEqual(['option-2', 'option-3', 'option-4', 'option-5', 'option-6'])

  const file = exportedPollSchema.parse((await look('staff', `/api/polls/${poll}/export`)).json())
  const again = recountPoll(file)
  if (isRefused(again)) throw new Error(again.refused)
  expect(again.figures).toEqual(decided.result!.figures)
  expect(again.outcome.allocation).toEqual(decided.result!.allocation)
  expect(again.reconciliation).toMatchObject({ balanced: true, ballots: 5 })
  const result = await look('visitor', `/polls/${poll}`)
  expect(result.text).toContain('选出 1 位：王建国；还有 4 席空着，要再投一次')
  expect(result.text).toContain('王建国：同意 3 人、320.00 平方米；第 1 名，当选')

  const next = question({ options: standing(NAMES.slice(1)), sitting: 1, again: poll })
  const wrong = await act('staff', `matters/${decided.matter.matter}/polls`, draft({ ...next, sitting: 2 }))
  expect([wrong.status, wrong.body.code]).toEqual([409, 'again-unfit'])
  const second = await opened(next, decided.matter.matter)
  for (const who of ['raiser', 'neighbour', 'police'] as const)
    expect((await vote(who, second.poll, marks({ 1: 'for', 2: 'for', 3: 'for', 4: 'for' }))).status).toBe(303)
  const full = await decide(second)
  expect(full.result).toMatchObject({ passed: true, allocation: { seats: 4, open: 0 } })
})

describe('ticks', () => {
  const three = { marking: 'limited', committee: 5, sitting: 3, options: standing(NAMES.slice(0, 4)), tie: 'area' }
  test('R7.30: more than there are seats are refused on the phone before they are confirmed, and spoil a sheet of paper', async () => {
    const begun = await opened(question(three))
    const { poll } = begun
    const ticked = ['option-1', 'option-2', 'option-3'].map((key) => ['choice', key] as const)
    const over = await send('raiser', poll, [['step', 'confirm'], ...ticked])
    expect(over.status).toBe(422)
    expect(over.text).toContain('勾的人比席位多了')
    expect(over.text).toMatch(/value="option-3"[^>]*checked|checked[^>]*value="option-3"/u)
    expect((await vote('raiser', poll, { choice: 'option-1' })).status).toBe(303)
    const paper = await look('staff', `/polls/${poll}/paper`)
    const codes = [...paper.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!)
    const read = async (code: string, choice: readonly string[]) => {
      await act('staff', `polls/${poll}/paper/return`, { code, where: 'paper', signed: true })
      await act('staff', `polls/${poll}/paper/read`, { code, marks: { [poll]: choice } })
      return act<PaperSheet>('branch', `polls/${poll}/paper/read`, { code, marks: { [poll]: choice } })
    }
    expect((await read(codes[2]!, ['option-1', 'option-2', 'option-3'])).body.status).toBe('settled')
    expect((await read(codes[3]!, ['option-1', 'option-2'])).body.status).toBe('settled')
    expect(
      (await act('staff', `polls/${poll}/paper/return`, { code: codes[4]!, where: 'paper', signed: true })).status,
    ).toBe(200)
    expect(
      (await act('staff', `polls/${poll}/paper/read`, { code: codes[4]!, marks: { [poll]: ['option-9'] } })).body.code,
    ).toBe('choice-unfit')
    const decided = await decide(begun)
    expect(decided.result!.figures).toMatchObject({
      invalid: { heads: 1, area: '100.00' },
      cast: { heads: 2, area: '230.00' },
      votes: { 'option-1': { heads: 2, area: '230.00' }, 'option-2': { heads: 1, area: '80.00' } },
    })
    expect(decided.result!.allocation!.open).toBe(2)
  })
})

test('two ballots of one owner at the same moment: both are kept, one holds, and its marks are whole', async () => {
  const { poll } = await opened(question())
  await Promise.all([
    vote('police', poll, marks({ 1: 'for', 2: 'for', 3: 'for' })),
    vote('police', poll, marks({ 4: 'against', 5: 'against', 6: 'against' })),
  ])
  const kept = await rows<{ choice: string[]; number: number; holding: number }>(
    sql`select choice, number, holding from app.poll_ballot join app.poll_voter using (community_id, ballot_id)
      where poll_id = ${poll} order by number`,
  )
  expect(kept.map(({ number }) => number)).toEqual([1, 2])
  expect(kept.map(({ choice }) => choice.join()).toSorted()).toEqual([
    'option-1,option-2,option-3',
    'option-4:against,option-5:against,option-6:against',
  ])
  expect(kept.every(({ holding }) => holding === 2)).toBe(true)
})

describe('the draft', () => {
  test.each([
    ['R1.22: an even committee', { committee: 6 }, 422, 'committee-even'],
    ['R1.46: two of five sit', { sitting: 2 }, 422, 'too-few-sit'],
    ['a poll of another community to vote again on', { sitting: 1, again: 'pol_elsewhere' }, 409, 'again-unfit'],
  ])('%s', async (_, change, status, code) => {
    const matter = await atAssembly(town, 'owners-election')
    const answer = await act('staff', `matters/${matter}/polls`, draft(question(change)))
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
  test('R1.22, R1.64: three members are told beside the draft, and are not announced', async () => {
    const matter = await atAssembly(town, 'owners-election')
    const { poll, law } = await done('staff', `matters/${matter}/polls`, draft(question({ committee: 3 })))
    expect(law!.findings.filter(({ holds, advice }) => !holds && !advice).map(({ check }) => check)).toEqual([
      'committee',
    ])
    expect((await act('staff', `polls/${poll}/announce`, NOTICE)).body.code).toBe('law-not-kept')
  })
})
