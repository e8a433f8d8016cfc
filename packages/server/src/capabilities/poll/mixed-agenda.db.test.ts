// A committee elected by name beside other questions, on real PostgreSQL: one draft, one walk on the phone, a count of each, one certificate, and open seats voted on again alone.
import type { PollFile } from '@yishi/contract/poll'
import { noteKeyText } from '@yishi/domain/ledger'
import { type Instant, isRefused } from '@yishi/domain/kernel'
import { type AgendaCertificate, exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { SUN } from '../../fences/building.ts'
import type { Caller } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import {
  ELECTION,
  NAMES,
  announceFirst,
  draftFirst,
  draftMixed,
  electionOf,
  openMixed,
  settleAssembly,
} from './testing/agenda.ts'
import { draftIn, planIn } from './testing/draft.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
})
afterAll(() => town.close())

const act = <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) =>
  actIn(town)<T>(who, path, json)
const done = async (path: string, json: object = {}, who: Caller = 'staff'): Promise<PollFile> => {
  const { status, body } = await act<PollFile>(who, path, json)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const fileOf = async (poll: string): Promise<PollFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()
const page = async (who: Caller, path: string) => (await town.as(who, { method: 'GET', url: path })).text
const send = (who: Caller, poll: string, fields: readonly (readonly [string, string])[]) =>
  town.as(who, {
    method: 'POST',
    url: `/polls/${poll}`,
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const vote = (who: Caller, poll: string, ...choice: readonly string[]) =>
  send(who, poll, [['step', 'cast'], ...choice.map((mark) => ['choice', mark] as const)])
const agreed = (...numbers: readonly number[]) => numbers.map((n) => `option-${n}`)

describe('the draft', () => {
  test('takes an election as a further question, and further questions after an election', async () => {
    const one = await draftMixed(town)
    expect((await fileOf(one.first)).agenda!.questions).toMatchObject([
      { number: 1, question: { type: 'for-against' }, broken: [] },
      { number: 2, question: { committee: 5, options: NAMES.map((text) => ({ text })) }, broken: [] },
    ])
    const other = await draftMixed(town, 'election-first')
    const { agenda, may } = await fileOf(other.first)
    expect(agenda!.questions.map(({ question }) => question.type)).toEqual(['candidates', 'for-against'])
    expect(may).toContain('add')
  })
  test('keeps the law of elections too: what one question does not keep stops the whole, by its number', async () => {
    const { poll: first } = await draftFirst(town)
    const few = { ...ELECTION, question: electionOf({ committee: 3 }) }
    const second = await done(`polls/${first}/questions`, few)
    expect(second.agenda!.questions[1]!.broken.map(({ check }) => check)).toEqual(['committee'])
    expect((await announceFirst(town, first)).body).toMatchObject({ code: 'law-not-kept' })
    const { scope: _, notice: __, resultNotice: ___, extensions: ____, ...plan } = second.assembly!
    await done(`polls/${second.poll}/redraft`, { ...draftIn(town), question: electionOf(), plan })
    expect((await announceFirst(town, first)).status).toBe(200)
    expect((await fileOf(second.poll)).status).toBe('announced')
  })
})

const marksOf = (marked: Readonly<Record<number, string>>) =>
  Object.entries(marked).map(([n, mark]) => [`mark-option-${n}`, mark] as const)

test('one walk on the phone: each question on its screen, the candidates with what they say of themselves, all receipts at the end', async () => {
  const { first, second } = await openMixed(town)
  const cast = await vote('raiser', first, 'for')
  expect(cast.headers['location']).toBe(`/polls/${second}?after=1`)
  const cards = await page('raiser', `/polls/${second}?after=1`)
  for (const words of [
    '第 1 题投好了',
    '第 2 题，共 2 题',
    '选 5 位委员',
    ...NAMES.map((name) => `${name}，住一号楼。`),
  ])
    expect(cards).toContain(words)
  const checked = await send('raiser', second, [
    ['step', 'confirm'],
    ...marksOf({ 1: 'option-1', 2: 'option-2:against', 3: 'abstain' }),
  ])
  expect(checked.text).toContain('王建国：同意、李秀英：反对')
  const last = await vote('raiser', second, 'option-1', 'option-2:against')
  expect(last.headers['location']).toBe(`/polls/${second}/agenda`)
  const overview = await page('raiser', `/polls/${first}/agenda`)
  expect(overview).toContain('2 题都投好了')
  expect(overview).toContain('王建国：同意、李秀英：反对')
  // Two flats, two questions: four receipts.
  expect(overview.match(/YISHI1\./gu)).toHaveLength(4)
  expect(cards + overview).not.toMatch(/R1\.\d/u)
})

const SHOWN = { title: '表决结果公示', text: '一并公示。', days: 7, everywhere: true, together: true }

const decideAll = async ({ first, second, closesAt }: { first: string; second: string; closesAt: Instant }) => {
  await passIn(town, closesAt)
  for (const poll of [first, second])
    for (const who of ['staff', 'branch'] as const) await done(`polls/${poll}/count`, {}, who)
  const { objections } = await done(`polls/${first}/show`, SHOWN)
  await passIn(town, objections!.endsAt as Instant)
  for (const poll of [first, second]) await done(`polls/${poll}/confirm`)
  await sequenceAll(town.ctx)
}

/** Of four owners three seats are filled: 1, 2 and 3 by all who vote, the others by one. */
const decided = async (order?: 'election-first') => {
  const agenda = await openMixed(town, order)
  const [covenant, election] = order ? [agenda.second, agenda.first] : [agenda.first, agenda.second]
  for (const who of ['raiser', 'neighbour', 'police'] as const) {
    await vote(who, covenant, 'for')
    await vote(who, election, ...agreed(1, 2, 3, ...(who === 'police' ? [4, 5, 6] : [])))
  }
  await decideAll(agenda)
  return { ...agenda, covenant, election }
}

describe('the result', () => {
  test('each question by its own rule, one notice and one certificate of all, and each file comes to the same', async () => {
    const { first, second } = await decided()
    expect((await fileOf(first)).result).toMatchObject({ passed: true })
    expect((await fileOf(second)).result).toMatchObject({
      passed: false,
      chosen: agreed(1, 2, 3),
      allocation: { seats: 5, open: 2, again: agreed(4, 5, 6) },
    })
    for (const poll of [first, second]) {
      const answer = await town.as('staff', { method: 'GET', url: `/api/polls/${poll}/export` })
      const again = recountPoll(exportedPollSchema.parse(answer.json()))
      if (isRefused(again)) throw new Error(again.refused)
      expect(again.figures).toEqual((await fileOf(poll)).result!.figures)
      const tally = answerTo(['tally', 'FILE'], () => answer.text)
      expect(tally, JSON.stringify(tally.answer)).toMatchObject({ exit: 0 })
    }
    const overview = await page('visitor', `/polls/${second}/agenda`)
    expect(overview).toContain('选出 3 位：王建国、李秀英、张伟；还有 2 席空着，要再投一次')
    const at = `/polls/${first}/agenda`
    const file = (
      await town.as('visitor', { method: 'GET', url: `${at}/certificate.json` })
    ).json() as AgendaCertificate
    const verified = (certificate: object) =>
      answerTo(['verify', 'certificate', 'FILE', '--key', noteKeyText(town.ctx.signer(SUN))], () =>
        JSON.stringify(certificate),
      )
    expect(verified(file)).toMatchObject({
      exit: 0,
      answer: { holds: true, questions: [{ number: 1 }, { number: 2 }] },
    })
    const forged = file.questions.map((each, index) => (index === 1 ? { ...each, chosen: agreed(1, 2, 4) } : each))
    expect(verified({ ...file, questions: forged })).toMatchObject({
      exit: 1,
      answer: { questions: [{ counted: true }, { counted: false, recorded: false }] },
    })
    const paper = await pdfText((await town.as('visitor', { method: 'GET', url: `${at}/certificate.pdf` })).bytes)
    expect(paper).toContain('选出3位:王建国、李秀英、张伟;还有2席空着')
    expect(paper).toMatch(/李秀英:同意3人、330\.00平方米;第\d名,当选/u)
  })

  test('open seats are voted on again alone though the matter has gone on, once, and the matter hears nothing of it', async () => {
    const { matter, second } = await decided()
    const heard = () =>
      rowsIn(town, sql`select facts -> 'proceedings' as proceedings from app.matter where matter_id = ${matter}`)
    const before = await heard()
    const options = electionOf().options.slice(3)
    const draft = (sitting = 3) =>
      draftIn(town, {
        rule: ELECTION.rule,
        question: electionOf({ options, sitting, again: second }),
        plan: planIn(town, { topic: 'committee' }),
      })
    const drafts = await Promise.all([1, 2].map(() => act<PollFile>('staff', `matters/${matter}/polls`, draft())))
    expect(drafts.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
    const third = drafts.find(({ status }) => status === 201)!.body
    expect(third).toMatchObject({ agenda: { first: third.poll } })
    await done(`polls/${third.poll}/announce`, { title: '再投一次', text: '空着的席位。', days: 15, everywhere: true })
    expect((await done(`polls/${third.poll}/redraw`)).electorate.named).toBe(5)
    await passIn(town, third.assembly!.opensAt as Instant)
    await done(`polls/${third.poll}/open`)
    for (const who of ['raiser', 'neighbour', 'police'] as const) await vote(who, third.poll, ...agreed(1, 2))
    await passIn(town, third.assembly!.closesAt as Instant)
    for (const who of ['staff', 'branch'] as const) await done(`polls/${third.poll}/count`, {}, who)
    const { objections } = await done(`polls/${third.poll}/show`, { ...SHOWN, together: false })
    await passIn(town, objections!.endsAt as Instant)
    expect((await done(`polls/${third.poll}/confirm`)).result).toMatchObject({ passed: true, chosen: agreed(1, 2) })
    expect(await heard()).toEqual(before)
  })

  test('of an election that leads, the vote on what is left is the matter’s own, one at a time', async () => {
    const { matter, election } = await decided('election-first')
    const anew = draftIn(town, {
      rule: ELECTION.rule,
      question: electionOf({ options: electionOf().options.slice(3), sitting: 3, again: election }),
      plan: planIn(town, { topic: 'committee' }),
    })
    expect((await act('staff', `matters/${matter}/polls`, anew)).status).toBe(201)
    expect((await act('staff', `matters/${matter}/polls`, anew)).body.code).toBe('one-at-a-time')
  })
})
