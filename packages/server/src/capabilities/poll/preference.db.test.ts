// Polls that rank or score on real PostgreSQL: asked, filled in without a script, changed, noted, counted by two, and counted again by anybody from the file.
import { countRanked, rankedClaimSchema } from '@yishi/domain/ranking'
import { HOUR, isRefused, later } from '@yishi/domain/kernel'
import { type ExportedPoll, exportedPollSchema, questionDigest, recountPoll } from '@yishi/domain/poll'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { type Caller, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { newcomer } from '../identity/testing/newcomers.ts'
import { pdfText } from '../../testing/pdf-text.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const act = async <T = { code: string }>(who: Caller, path: string, json: object = {}) => {
  const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json })
  return { status: answer.status, body: answer.json() as T }
}
const read = async <T>(who: Caller, url: string): Promise<T> => (await town.as(who, { method: 'GET', url })).json()
const page = async (who: Caller, poll: string) => (await town.as(who, { method: 'GET', url: `/polls/${poll}` })).text

/** A matter that is being talked over. */
const atTalk = async (): Promise<string> => {
  const { matter } = await raise(town, { title: '电梯换哪个牌子' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  expect((await act('staff', `matters/${matter}/sort`, sorting)).status).toBe(200)
  return matter
}

const VOTERS: readonly Caller[] = ['raiser', 'neighbour', 'volunteer']
const OPTIONS = ['三菱', '日立', '通力']
const asking = { text: '电梯换哪个牌子？', explanation: '', options: OPTIONS }
const RANKED = { type: 'ranked', ...asking, seats: 1 }
const LIMITED = { type: 'limited', ...asking, seats: 1, most: 1 }
const draft = (question: { type: string }, more: object = {}) => ({
  rule: `residents-${question.type}`,
  way: 'ballots',
  question,
  electorate: { voters: VOTERS.map((key) => ({ person: personId(key) })) },
  ...more,
})
const begin = async (question: { type: string }): Promise<PollFile> => {
  const drafted = await act<PollFile>('staff', `matters/${await atTalk()}/polls`, draft(question))
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201)
  expect(drafted.body.may).toContain('redraft')
  const opened = await act<PollFile>('staff', `polls/${drafted.body.poll}/open`)
  expect(opened.status).toBe(200)
  return opened.body
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
/** As a browser sends it: a field as often as it stands in the form. */
const send = (who: Caller, poll: string, form: Readonly<Record<string, string | readonly string[]>>) => {
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]))
  const payload = new URLSearchParams(fields).toString()
  return town.as(who, { method: 'POST', url: `/polls/${poll}`, payload, headers: FORM })
}
const voterOf = async (poll: string, name: number) =>
  (await read<PollVoter[]>('staff', `/api/polls/${poll}/voters`))[name]!.voter
const onPaper = async (poll: string) =>
  pdfText((await town.as('visitor', { method: 'GET', url: `/polls/${poll}/result.pdf` })).bytes)
const decide = async (poll: string) => {
  expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
  const decided = await act<PollFile>('branch', `polls/${poll}/count`)
  expect(decided.body.status).toBe('decided')
  return decided.body
}

describe('an order of preference', () => {
  test('is asked, put in order without a script, changed, noted, counted by two, and found again in the file', async () => {
    const { poll, question } = await begin(RANKED)
    const asked = questionDigest(question)
    const confirm = await send('raiser', poll, { step: 'confirm', asked, 'rank-option-3': '1', 'rank-option-1': '2' })
    expect(confirm.status).toBe(200)
    expect(confirm.text).toContain('第 1 通力')
    expect(confirm.text).toContain('第 2 三菱')
    const cast = (who: Caller, ...choice: string[]) => send(who, poll, { step: 'cast', asked, choice })
    expect((await cast('raiser', 'option-3', 'option-1')).status).toBe(303)
    expect((await cast('raiser', 'option-1', 'option-3')).status).toBe(303)
    expect(await page('raiser', poll)).toContain('您已经投了：第 1 三菱；第 2 通力')
    expect((await cast('neighbour', 'option-3')).status).toBe(303)
    const third = await voterOf(poll, 2)
    const noted = { choice: ['option-2', 'option-3'], where: 'hall', asked }
    expect((await act('staff', `polls/${poll}/ballots/${third}`, noted)).status).toBe(200)
    const before = await page('branch', poll)
    expect(before).toContain('这次抽好的先后')

    const { result } = await decide(poll)
    const after = await page('raiser', poll)
    expect(after).toContain('第 1 轮')
    const posted = await onPaper(poll)
    const rounds = result?.count?.method === 'ranked' ? result.count.rounds : []
    const out = OPTIONS[Number(rounds[0]?.out?.slice('option-'.length)) - 1]
    const told = rounds.map((_, at) => `•第${at + 1}轮:`)
    const drawn = ['按抽好的先后,轮到', '这次抽好的先后']
    for (const said of ['有效票3张', ...told, `“${out}”票最少,退出。它的票:`, ...drawn])
      expect(posted, said).toContain(said)
    expect(rounds.length).toBeGreaterThan(1)
    expect(posted).not.toContain('逐条计算')
    expect(after).toContain(`npx yishi rank tally-${poll}.json`)
    const claim = rankedClaimSchema.parse(await read('raiser', `/polls/${poll}/tally.json`))
    const counted = countRanked(claim)
    if (!('winners' in counted)) throw new Error('counted')
    expect(result?.count?.winners).toEqual(counted.winners)
    expect(result?.chosen).toEqual(counted.winners)
    expect(JSON.stringify(claim)).not.toContain(personId('raiser'))

    const file = exportedPollSchema.parse(await read<ExportedPoll>('staff', `/api/polls/${poll}/export`))
    const again = recountPoll(file)
    if (isRefused(again)) throw new Error(again.refused)
    expect(again.outcome.chosen).toEqual(result?.chosen)
    expect(again.outcome.count).toEqual(result?.count)
    expect(again.reconciliation).toMatchObject({ ballots: 4, holding: 3, replaced: 1, balanced: true })
    const { rows } = await inCommunities(town.ctx.db, [SUN], (trx) =>
      sql<{ leaf: string }>`select leaf from app.ledger_entry
        where subject = ${poll} and type = 'PollOpened'`.execute(trx),
    )
    expect(rows.map(({ leaf }) => leaf)).toEqual([expect.stringContaining(JSON.stringify(file.lots?.order))])
  })

  test.each([
    ['one place twice', { 'rank-option-1': '1', 'rank-option-2': '1' }, '“三菱”、“日立”都排了第 1'],
    ['a gap', { 'rank-option-1': '1', 'rank-option-2': '3' }, '还没有排第 2'],
    ['nothing', { 'rank-option-1': '' }, '请先选一项'],
    ['an order and an abstention', { 'rank-option-1': '1', choice: 'abstain' }, '要么选，要么弃权'],
    ['one option twice', { step: 'cast', choice: ['option-1', 'option-1'] }, '同一个名次用了两次'],
    ['an option that nobody was asked about', { step: 'cast', choice: 'option-9' }, '有一项不在选项里'],
    ['another question', { step: 'cast', choice: 'option-1', asked: '0123456789abcdef' }, '题目和您刚才看到的不一样了'],
    [
      'another question at the first step',
      { 'rank-option-1': '1', asked: '0123456789abcdef' },
      '题目和您刚才看到的不一样了',
    ],
  ])('of %s the page says what is wrong, and nothing is recorded', async (_, fields, sentence) => {
    const { poll } = await begin(RANKED)
    const answer = await send('raiser', poll, { step: 'confirm', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await read<PollFile>('staff', `/api/polls/${poll}`)).turnout.cast).toBe(0)
    const typed = Object.entries(fields).filter(([name, value]) => name.startsWith('rank-') && value !== '')
    for (const [name, value] of sentence.startsWith('题目') ? [] : typed)
      expect(answer.text).toMatch(
        new RegExp(`name="${name}"(?:(?!</select>)[^])*<option selected value="${String(value)}"`),
      )
  })
})

test('the notice of two seats fits on one sheet, its rounds side by side and its signatures with them', async () => {
  const { poll } = await begin({ ...RANKED, seats: 2 } as { type: string })
  await send('raiser', poll, { step: 'cast', choice: ['option-1', 'option-2'] })
  await send('neighbour', poll, { step: 'cast', choice: ['option-2', 'option-3'] })
  await decide(poll)
  const paper = await onPaper(poll)
  expect(paper).toContain('选项第1轮')
  expect(paper).toMatch(/第1轮:.*计票人.*第1页,共1页$/su)
})

test('of ticks there may be no more than asked; a sheet with more is kept, and is spoiled (R7.30)', async () => {
  const { poll } = await begin(LIMITED)
  const both = ['option-1', 'option-2']
  const answer = await send('raiser', poll, { step: 'confirm', choice: both })
  expect([answer.status, answer.text.includes('最多选 1 个')]).toEqual([422, true])
  expect(
    (await act('staff', `polls/${poll}/ballots/${await voterOf(poll, 1)}`, { choice: both, where: 'hall' })).status,
  ).toBe(200)
  await send('raiser', poll, { step: 'cast', choice: 'option-2' })
  const { result } = await decide(poll)
  expect(result).toMatchObject({ chosen: ['option-2'], figures: { invalid: { heads: 1 }, cast: { heads: 1 } } })
})

test('points and approvals come to their sums', async () => {
  const scored = await begin({ type: 'scored', ...asking, seats: 1, highest: 5 } as { type: string })
  const points = await send('raiser', scored.poll, { step: 'confirm', 'score-option-1': '5', 'score-option-2': '6' })
  expect([points.status, points.text.includes('“日立”的分数不对')]).toEqual([422, true])
  await send('raiser', scored.poll, { step: 'cast', choice: ['option-1:5', 'option-2:0'] })
  await send('neighbour', scored.poll, { step: 'cast', choice: ['option-2:4'] })
  expect((await decide(scored.poll)).result).toMatchObject({
    chosen: ['option-1'],
    count: { points: { 'option-1': '5', 'option-2': '4' }, averages: { 'option-2': '2', 'option-3': null } },
  })
  expect(await onPaper(scored.poll)).toMatch(/选项总分平均分三菱55日立42通力0–/u)
  const claim = rankedClaimSchema.parse(await read('raiser', `/polls/${scored.poll}/tally.json`))
  expect(countRanked(claim)).toMatchObject({ winners: ['option-1'] })
  const approval = await begin({ type: 'approval', ...asking, seats: 2 } as { type: string })
  await send('raiser', approval.poll, { step: 'cast', choice: ['option-1', 'option-2'] })
  await send('neighbour', approval.poll, { step: 'cast', choice: ['option-2'] })
  expect((await decide(approval.poll)).result).toMatchObject({ chosen: ['option-2', 'option-1'] })
})

test.each([
  ['a rule of the law', { rule: 'cn-civil-code-278-ordinary' }, 422, 'preference-unfit'],
  ['representatives', { rule: 'cn-residents-representatives' }, 422, 'preference-unfit'],
  ['the rule of points', { rule: 'residents-scored' }, 422, 'question-unfit'],
  ['more seats than options', { question: { ...RANKED, seats: 4 } }, 422, 'options-too-few'],
  [
    'an order that is counted by hand',
    { way: 'counted', electorate: { totals: { heads: 9 } } },
    422,
    'hands-cannot-rank',
  ],
])('an order under %s is refused', async (_, more, status, code) => {
  expect(await act('staff', `matters/${await atTalk()}/polls`, draft(RANKED, more))).toMatchObject({
    status,
    body: { code },
  })
})

test('a desk that reads out another question is told so, and lots cannot stand before the opening', async () => {
  const { poll } = await begin(RANKED)
  const noted = { choice: ['option-1'], where: 'hall', asked: '0123456789abcdef' }
  expect(await act('staff', `polls/${poll}/ballots/${await voterOf(poll, 0)}`, noted)).toMatchObject({
    status: 409,
    body: { code: 'question-changed' },
  })
  const drafted = await act<PollFile>('staff', `matters/${await atTalk()}/polls`, draft(RANKED))
  const early = inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.poll set lots = '{"key": "", "order": []}' where poll_id = ${drafted.body.poll}`.execute(trx),
  )
  await expect(early).rejects.toThrow('poll_lots_once_open')
})

test('whoever signed up after it had opened is told when its list was fixed, and where an owner goes', async () => {
  const hourLater = () => town.advanceTo(later(town.ctx.clock.now(), HOUR))
  await hourLater()
  const { poll } = await begin(LIMITED)
  await hourLater()
  const late = await newcomer(town)
  const told = (await late.as({ method: 'GET', url: `/polls/${poll}` })).text
  expect(told).toContain('您在那以后才登记')
  expect(told).toContain(`href="/c/${SUN}/home"`)
  expect(await page('building-leader', poll)).toContain('名册里没有您')
  expect(await page('visitor', poll)).not.toContain('您在那以后才登记')
  await hourLater()
  const next = await begin(LIMITED)
  expect((await late.as({ method: 'GET', url: `/polls/${next.poll}` })).text).toContain('名册里没有您')
})
