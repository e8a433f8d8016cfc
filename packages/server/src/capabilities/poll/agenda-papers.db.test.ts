// One notice and one certificate for all questions of an assembly, on real PostgreSQL, with the verifier that an outsider runs.
import type { PollFile } from '@yishi/contract/poll'
import { noteKeyText } from '@yishi/domain/ledger'
import type { AgendaCertificate } from '@yishi/domain/poll'
import type { Instant } from '@yishi/domain/kernel'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { SUN } from '../../fences/building.ts'
import type { Caller } from '../../fences/people.ts'
import { actIn, passIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { keptSheets } from '../../kernel/paper/kept-paper.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { type OpenAgenda, openAgenda, settleAssembly } from './testing/agenda.ts'

const SHOWN = { title: '表决结果公示', text: '两项一并公示。', days: 7, everywhere: true, together: true }
const QUESTIONS = ['更换物业公司', '筹集电梯更新资金']

let town: Town
let agenda: OpenAgenda
beforeAll(async () => {
  town = await openTown()
  await settleAssembly(town)
  agenda = await openAgenda(town)
  for (const [who, one, other] of [
    ['raiser', 'for', 'for'],
    ['neighbour', 'against', 'for'],
    ['police', 'for', 'against'],
  ] as const) {
    await vote(who, agenda.first, one)
    await vote(who, agenda.second, other)
  }
  await passIn(town, agenda.closesAt)
})
afterAll(() => town.close())

const vote = (who: Caller, poll: string, choice: string) =>
  town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice } })
const act = <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) =>
  actIn(town)<T>(who, path, json)
const fileOf = async (poll: string): Promise<PollFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/polls/${poll}` })).json()
const get = (path: string, headers = {}) =>
  town.as('visitor', { method: 'GET', url: `/polls/${agenda.second}/agenda/${path}`, headers })
const statuses = async () => {
  const paths = ['sheet', 'result.pdf', 'certificate.pdf', 'certificate.json']
  return Promise.all(paths.map(async (path) => (await get(path)).status))
}
const count = async (poll: string) => {
  for (const who of ['staff', 'branch'] as const) await act(who, `polls/${poll}/count`)
}
const verified = (certificate: object) => {
  const key = noteKeyText(town.ctx.signer(SUN))
  return answerTo(['verify', 'certificate', 'FILE', '--key', key], () => JSON.stringify(certificate))
}

test('while a question is not counted there is no paper of all, and no notice of all hangs', async () => {
  await count(agenda.first)
  expect(await statuses()).toEqual([404, 404, 404, 404])
  const refused = await act('staff', `polls/${agenda.first}/show`, SHOWN)
  expect([refused.status, refused.body.code]).toEqual([409, 'agenda-uncounted'])
  expect((await fileOf(agenda.first)).assembly!.resultNotice).toBeNull()
})

test('one notice shows all of them: asked of the first question alone, long enough, and once', async () => {
  await count(agenda.second)
  expect(await statuses()).toEqual([200, 200, 404, 404])
  const codes = []
  for (const [poll, json] of [
    [agenda.second, SHOWN],
    [agenda.first, { ...SHOWN, days: 6 }],
  ] as const)
    codes.push((await act('staff', `polls/${poll}/show`, json)).body.code)
  expect(codes).toEqual(['on-agenda', 'notice-unfit'])

  expect((await act('staff', `polls/${agenda.first}/show`, SHOWN)).status).toBe(200)
  const [first, second] = [await fileOf(agenda.first), await fileOf(agenda.second)]
  expect(first.assembly!.resultNotice).toMatch(/^ntc_/u)
  expect(second.assembly!.resultNotice).toBe(first.assembly!.resultNotice)
  expect((await act('staff', `polls/${agenda.first}/show`, SHOWN)).body.code).toBe('notice-unfit')
})

test('the notice as a page and as PDF: each question with its figures, its sums and its sentence of the law', async () => {
  const sheet = (await get('sheet')).text
  const text = await pdfText((await get('result.pdf')).bytes)
  for (const said of [...QUESTIONS, '表决人总数', '《民法典》第二百七十八条', '82.50%'])
    expect(text, said).toContain(said)
  for (const said of QUESTIONS) expect(sheet).toContain(said)
  expect(text).toContain('初步结果公布单')
  expect(text.match(/表决人总数/gu)).toHaveLength(2)
  expect(text + sheet).not.toMatch(/R1\.\d/u)
})

test('the certificate of all is recomputed offline, question by question', async () => {
  const { assembly, objections } = await fileOf(agenda.first)
  await passIn(town, objections!.endsAt as Instant)
  expect((await act('staff', `polls/${agenda.first}/confirm`)).status).toBe(200)
  expect(await statuses()).toEqual([200, 200, 404, 404])
  expect((await act('staff', `polls/${agenda.second}/confirm`)).status).toBe(200)
  await sequenceAll(town.ctx)
  expect(await statuses()).toEqual([200, 200, 200, 200])

  const answer = await get('certificate.json')
  const file = answer.json() as AgendaCertificate
  expect(verified(file)).toMatchObject({
    exit: 0,
    answer: {
      holds: true,
      together: true,
      included: true,
      signed: true,
      questions: [
        { number: 1, poll: agenda.first, counted: true, recorded: true, ballots: true },
        { number: 2, poll: agenda.second, counted: true, recorded: true, ballots: true },
      ],
    },
  })
  expect(answer.text).not.toMatch(/per_|皇甫/u)
  expect(assembly!.resultNotice).not.toBeNull()

  const alone = { ...file, questions: file.questions.map((each, at) => (at === 1 ? { ...each, cast: 2 } : each)) }
  expect(verified(alone)).toMatchObject({
    exit: 1,
    answer: { holds: false, questions: [{ ballots: true }, { ballots: false }] },
  })
  const paper = await pdfText((await get('certificate.pdf')).bytes)
  expect(paper).toContain(createHash('sha256').update(answer.bytes).digest('hex'))
  expect(paper).toContain(`/polls/${agenda.first}/agenda/certificate.json`)
})

test('forty who ask at once wait for one making, and whoever has it is told so', async () => {
  const since = keptSheets.makings()
  const english = { 'accept-language': 'en' }
  const all = await Promise.all(Array.from({ length: 40 }, () => get('certificate.pdf', english)))
  expect([new Set(all.map(({ status }) => status)).size, keptSheets.makings() - since]).toEqual([1, 1])
  const known = { ...english, 'if-none-match': String(all[0]!.headers.etag) }
  expect((await get('certificate.pdf', known)).status).toBe(304)
})
