// Brands put in order and designs scored beside a question of law, on real PostgreSQL: one draft, one list, one walk on the phone, one notice, one certificate, and every file recomputed.
import type { PollFile } from '@yishi/contract/poll'
import { type Instant, isRefused } from '@yishi/domain/kernel'
import { noteKeyText } from '@yishi/domain/ledger'
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
  BRAND,
  BRANDS,
  CABIN,
  type RankedAgenda,
  announceFirst,
  draftFirst,
  draftRanked,
  openRanked,
  settleAssembly,
} from './testing/agenda.ts'
import { draftIn, planIn } from './testing/draft.ts'
import { adoptFor, atAssembly } from './testing/owners.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
  await adoptFor(town, 'owners-brand', 'owners-ranked')
})
afterAll(() => town.close())

const act = <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) =>
  actIn(town)<T>(who, path, json)
const done = async (path: string, json: object = {}, who: Caller = 'staff'): Promise<PollFile> => {
  const { status, body } = await act<PollFile>(who, path, json)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const get = (path: string, who: Caller = 'staff') => town.as(who, { method: 'GET', url: path })
const fileOf = async (poll: string): Promise<PollFile> => (await get(`/api/polls/${poll}`)).json()
const send = (who: Caller, poll: string, fields: readonly (readonly [string, string])[]) =>
  town.as(who, {
    method: 'POST',
    url: `/polls/${poll}`,
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const vote = (who: Caller, poll: string, ...choice: readonly string[]) =>
  send(who, poll, [['step', 'cast'], ...choice.map((mark) => ['choice', mark] as const)])

describe('the draft', () => {
  test('takes questions that rank and score, each with its rule, and all of them keep the law', async () => {
    const { first } = await draftRanked(town)
    const { agenda, electorate } = await fileOf(first)
    expect(agenda!.questions).toMatchObject([
      { number: 1, question: { type: 'for-against' }, broken: [] },
      { number: 2, question: { type: 'ranked' }, rule: { key: BRAND.rule }, broken: [] },
      { number: 3, question: { type: 'scored' }, rule: { key: CABIN.rule }, broken: [] },
    ])
    expect(electorate.totals).toEqual({ heads: 4, area: '400.00' })
  })
  test('says where such a rule is given to what the law leaves to owners, and is not announced until that is mended', async () => {
    const { poll: first } = await draftFirst(town)
    const second = await done(`polls/${first}/questions`, { ...BRAND, topic: 'fund-use' })
    const broken = second.law!.findings.filter(({ holds, advice }) => !holds && !advice)
    expect(broken.map(({ check }) => check)).toEqual(['preference-alone'])
    expect((await fileOf(first)).agenda!.questions[1]!.broken).toHaveLength(1)
    expect((await announceFirst(town, first)).body).toMatchObject({ code: 'law-not-kept' })
    const { scope: _, notice: __, resultNotice: ___, extensions: ____, ...plan } = second.assembly!
    const mended = { ...plan, topic: 'preference' }
    await done(`polls/${second.poll}/redraft`, { ...draftIn(town), question: BRAND.question, plan: mended })
    expect((await announceFirst(town, first)).status).toBe(200)
  })
  test('refuses a rule of law for an order, and the rules of households and residents beside owners', async () => {
    const { poll: first } = await draftFirst(town)
    const refused = async (more: object) => (await act('staff', `polls/${first}/questions`, { ...BRAND, ...more })).body
    expect(await refused({ rule: 'cn-civil-code-278-ordinary' })).toMatchObject({ code: 'preference-unfit' })
    expect(await refused({ rule: 'households-ranked' })).toMatchObject({ code: 'agenda-unfit' })
    expect(await refused({ rule: 'residents-ranked' })).toMatchObject({ code: 'agenda-unfit' })
  })
  test('begins with such a question too: areas stand on the list for those that follow, also once it is drawn anew', async () => {
    const matter = await atAssembly(town, 'owners-brand')
    const asked = { rule: BRAND.rule, question: BRAND.question, plan: planIn(town, { topic: 'preference' }) }
    const first = await done(`matters/${matter}/polls`, draftIn(town, asked))
    expect(first.electorate.totals).toEqual({ heads: 4 })
    const covenant = { ...draftIn(town), topic: 'covenant', regime: 'strict', basis: '' }
    const { rule, question, topic, regime, basis } = covenant
    const second = await done(`polls/${first.poll}/questions`, { rule, question, topic, regime, basis })
    expect(second.electorate.totals).toEqual({ heads: 4, area: '400.00' })
    expect((await announceFirst(town, first.poll)).status).toBe(200)
    await done(`polls/${first.poll}/redraw`)
    expect((await fileOf(second.poll)).electorate.totals).toEqual({ heads: 4, area: '400.00' })
  })
})

test('one walk on the phone without a script: places, then points, then all receipts', async () => {
  const { first, brand, cabin } = await openRanked(town)
  expect((await vote('raiser', first, 'for')).headers['location']).toBe(`/polls/${brand}?after=1`)
  const asked = (await get(`/polls/${brand}?after=1`, 'raiser')).text
  for (const words of ['第 1 题投好了', '第 2 题，共 3 题', '按业主人数算', '算 1 人', '这次抽好的先后', ...BRANDS])
    expect(asked).toContain(words)
  expect(asked).not.toContain('90.00')
  const twice = await send('raiser', brand, [
    ['step', 'confirm'],
    ['rank-option-1', '1'],
    ['rank-option-2', '1'],
  ])
  expect([twice.status, twice.text.includes('都排了第 1')]).toEqual([422, true])
  const checked = await send('raiser', brand, [
    ['step', 'confirm'],
    ['rank-option-3', '1'],
    ['rank-option-1', '2'],
  ])
  expect(checked.text).toContain('第 1 通力')
  expect((await vote('raiser', brand, 'option-3', 'option-1')).headers['location']).toBe(`/polls/${cabin}?after=2`)
  expect((await vote('raiser', cabin, 'option-1:5', 'option-3:2')).headers['location']).toBe(`/polls/${cabin}/agenda`)
  const overview = (await get(`/polls/${first}/agenda`, 'raiser')).text
  for (const words of ['3 题都投好了', '第 1 通力；第 2 三菱', '木纹 5 分；镜面 2 分'])
    expect(overview).toContain(words)
  // Two flats, three questions: six receipts.
  expect(overview.match(/YISHI1\./gu)).toHaveLength(6)
  expect(asked + overview).not.toMatch(/R[17]\.\d/u)
})

const SHOWN = { title: '表决结果公示', text: '一并公示。', days: 7, everywhere: true, together: true }

const decided = async (): Promise<RankedAgenda> => {
  const { closesAt, ...agenda } = await openRanked(town)
  const { first, brand, cabin } = agenda
  for (const who of ['raiser', 'neighbour', 'police'] as const) await vote(who, first, 'for')
  await vote('raiser', brand, 'option-3', 'option-1')
  await vote('neighbour', brand, 'option-1')
  await vote('police', brand, 'option-1', 'option-2')
  await vote('raiser', cabin, 'option-1:5')
  await vote('police', cabin, 'option-1:1', 'option-2:4')
  await passIn(town, closesAt)
  for (const poll of Object.values(agenda))
    for (const who of ['staff', 'branch'] as const) await done(`polls/${poll}/count`, {}, who)
  const { objections } = await done(`polls/${first}/show`, SHOWN)
  await passIn(town, objections!.endsAt as Instant)
  for (const poll of Object.values(agenda)) await done(`polls/${poll}/confirm`)
  await sequenceAll(town.ctx)
  return agenda
}

test('each is counted by its own rule, one notice and one certificate tell of all, and every file comes to the same', async () => {
  const { first, brand, cabin } = await decided()
  expect((await fileOf(first)).result).toMatchObject({ passed: true })
  const ranked = (await fileOf(brand)).result!
  // The raiser has two flats and is one head.
  expect(ranked).toMatchObject({
    chosen: ['option-1'],
    figures: { votes: { 'option-1': { heads: 2 }, 'option-3': { heads: 1 } }, cast: { heads: 3 } },
    count: { method: 'ranked' },
  })
  expect((await fileOf(cabin)).result).toMatchObject({ chosen: ['option-1'], count: { points: { 'option-1': '6' } } })
  for (const poll of [first, brand, cabin]) {
    const exported = await get(`/api/polls/${poll}/export`)
    const again = recountPoll(exportedPollSchema.parse(exported.json()))
    if (isRefused(again)) throw new Error(again.refused)
    expect(again.figures).toEqual((await fileOf(poll)).result!.figures)
    expect(again.outcome.chosen).toEqual((await fileOf(poll)).result!.chosen)
    expect(answerTo(['tally', 'FILE'], () => exported.text).exit).toBe(0)
  }
  for (const [poll, winner] of [
    [brand, 'option-1'],
    [cabin, 'option-1'],
  ] as const) {
    const text = (await get(`/polls/${poll}/tally.json`, 'visitor')).text
    const answer = answerTo(['rank', 'FILE'], () => text)
    expect(answer, JSON.stringify(answer)).toMatchObject({ exit: 0, answer: { winners: [winner] } })
  }
  const at = `/polls/${cabin}/agenda`
  const file: AgendaCertificate = (await get(`${at}/certificate.json`, 'visitor')).json()
  expect(file.questions.map(({ number, lots }) => [number, lots !== null])).toEqual([
    [1, false],
    [2, true],
    [3, true],
  ])
  const key = noteKeyText(town.ctx.signer(SUN))
  const verified = (certificate: object) =>
    answerTo(['verify', 'certificate', 'FILE', '--key', key], () => JSON.stringify(certificate))
  const right = verified(file)
  expect(right, JSON.stringify(right.answer)).toMatchObject({ exit: 0 })
  const forged = file.questions.map((each) => (each.poll === brand ? { ...each, chosen: ['option-3'] } : each))
  expect(verified({ ...file, questions: forged })).toMatchObject({
    exit: 1,
    answer: { questions: [{ counted: true }, { counted: false }, { counted: true }] },
  })
  const paper = await pdfText((await get(`${at}/certificate.pdf`, 'visitor')).bytes)
  for (const words of ['选定:三菱', '选定:木纹', '这次抽好的先后']) expect(paper).toContain(words)
  const drawn = await rowsIn(
    town,
    sql<{ lots: string }>`select lots ->> 'key' as lots from app.poll where poll_id in (${brand}, ${cabin})`,
  )
  expect(new Set(drawn.map(({ lots }) => lots.split('/')[1])).size).toBe(1)
})
