// Sheets that rank, score or tick, on real PostgreSQL: printed, read by two, decided by a third, void for a reason that is told, reconciled with the phone, and counted again.
import type { PaperDesk, PaperSheet, Reconciliation } from '@yishi/contract/paper-ballot'
import type { PollFile } from '@yishi/contract/poll'
import { isRefused } from '@yishi/domain/kernel'
import { exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { raise } from '../../fences/ground.ts'
import { nodeId, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { settleOwners } from '../poll/testing/owners.ts'
import { votingIn } from '../poll/testing/voting.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleOwners(town)
})
afterAll(() => town.close())

const { act, get, cast: byPhone } = votingIn(() => town)

const HOMES = { units: { kind: 'building', node: nodeId('B1'), uses: ['flat'] } }
const PEOPLE = { voters: [{ person: personId('raiser') }, { person: personId('neighbour') }, { name: '王大爷' }] }
type Kind = 'ranked' | 'scored' | 'approval' | 'limited'
const NUMBERS: Readonly<Record<Kind, object>> = {
  ranked: {},
  scored: { highest: 5 },
  approval: {},
  limited: { most: 1 },
}

const begin = async (kind: Kind, of: 'households' | 'residents' = 'households', way = 'ballots') => {
  const { matter } = await raise(town, { title: '电梯换哪个牌子' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-steps' }
  expect((await act('staff', `matters/${matter}/sort`, sorting)).status).toBe(200)
  const options = ['三菱', '日立', '通力']
  const drafted = await act<PollFile>('staff', `matters/${matter}/polls`, {
    rule: `${of}-${kind}`,
    way,
    question: { type: kind, text: '电梯换哪个牌子？', options, seats: 1, ...NUMBERS[kind] },
    electorate: of === 'households' ? HOMES : PEOPLE,
  })
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201)
  const { poll } = drafted.body
  expect((await act('staff', `polls/${poll}/open`)).status).toBe(200)
  return poll
}

const printed = async (poll: string) => {
  const page = await get('staff', `/polls/${poll}/paper`)
  return { text: page.text, codes: [...page.text.matchAll(/data-code="([^"]+)"/gu)].map(([, code]) => code!) }
}
const READERS = ['staff', 'branch'] as const

/** Taken back, and read by one after the other, each as said. */
const enter = async (poll: string, code: string, ...readings: readonly (readonly string[])[]): Promise<PaperSheet> => {
  const back = await act<PaperSheet>('staff', `polls/${poll}/paper/return`, { code, where: 'paper', signed: true })
  expect(back.status, JSON.stringify(back.body)).toBe(200)
  let sheet = back.body
  for (const [index, choice] of readings.entries()) {
    const read = await act<PaperSheet>(READERS[index]!, `polls/${poll}/paper/read`, { code, marks: { [poll]: choice } })
    expect(read.status, JSON.stringify(read.body)).toBe(200)
    sheet = read.body
  }
  return sheet
}
const bothRead = (poll: string, code: string, ...choice: string[]) => enter(poll, code, choice, choice)
const reportOf = async (poll: string) =>
  (await get('staff', `/api/polls/${poll}/reconciliation`)).json() as Reconciliation
const decide = async (poll: string): Promise<PollFile> => {
  expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
  return (await act<PollFile>('branch', `polls/${poll}/count`)).body
}
/** From the paper up, and by the program that an outsider runs. */
const countedAgain = async (poll: string) => {
  const { text } = await get('staff', `/api/polls/${poll}/export`)
  expect(answerTo(['tally', 'FILE'], () => text)).toMatchObject({ exit: 0 })
  const claim = (await get('visitor', `/polls/${poll}/tally.json`)).text
  expect(answerTo(['rank', 'FILE'], () => claim)).toMatchObject({ exit: 0 })
  const again = recountPoll(exportedPollSchema.parse(JSON.parse(text)))
  if (isRefused(again)) throw new Error(again.refused)
  return again
}

describe('households that rank', () => {
  test('have a sheet each, of which the page says how it is filled in, who signs, and nothing of owners', async () => {
    const { text, codes } = await printed(await begin('ranked'))
    expect(codes).toHaveLength(5)
    for (const said of [
      '各户表决票',
      '最想要的写 1',
      '数字写重了、断了档',
      '家里一位大人',
      '每一种排法各有几票',
      '先看每张票排第 1 的',
    ])
      expect(text, said).toContain(said)
    for (const never of ['业主大会', '业主签名', '平方米', '不交回的后果']) expect(text, never).not.toContain(never)
  })

  test('are delivered to, read by two, decided by a third, reconciled with the phone, and counted from the paper up', async () => {
    const poll = await begin('ranked')
    const { codes } = await printed(poll)
    const { voters } = { voters: (await get('staff', `/api/polls/${poll}/voters`)).json() as { voter: string }[] }
    const handed = { how: 'handed', to: '家里人', told: true, warned: false }
    const all = voters.map(({ voter }) => voter)
    expect((await act('staff', `polls/${poll}/paper/deliver`, { voters: all, ...handed })).body).toEqual({ done: 5 })
    const [one, two, three, four, five] = codes as [string, string, string, string, string]

    expect(await bothRead(poll, one, 'option-2', 'option-1')).toMatchObject({ status: 'settled', channel: 'paper' })
    const differing = await enter(poll, two, ['option-2', 'option-3'], ['option-3', 'option-2'])
    expect(differing).toMatchObject({ status: 'differing', channel: null })
    const third = { code: two, marks: { [poll]: ['option-3', 'option-2'] }, reason: '“1”写在通力旁' }
    expect((await act<PaperSheet>('owners-committee', `polls/${poll}/paper/settle`, third)).body.status).toBe('settled')
    expect(await bothRead(poll, three, 'option-1:1', 'option-2:1')).toMatchObject({ status: 'settled' })
    expect(await bothRead(poll, four, 'option-1:1', 'option-3:3')).toMatchObject({ status: 'settled' })
    await act('staff', `polls/${poll}/paper/return`, { code: five, where: 'paper', signed: false })
    for (const who of READERS)
      await act(who, `polls/${poll}/paper/read`, { code: five, marks: { [poll]: ['invalid'] } })
    // The household of the neighbour also votes by phone: what was cast in person goes first, and both are kept.
    expect((await byPhone('neighbour', poll, 'option-2')).status).toBe(303)

    const report = await reportOf(poll)
    expect(report).toMatchObject({ units: 5, voted: 5, notRead: [], notDelivered: [] })
    expect(
      report.twice.map(({ number, ballots }) => [
        number,
        ballots.map(({ channel, standing }) => `${channel} ${standing}`),
      ]),
    ).toEqual([[3, ['paper replaced', 'online holds']]])
    expect(report.decided.map(({ number }) => number)).toEqual([2])
    expect(report.invalid.map(({ number, why }) => [number, why])).toEqual([
      [4, 'rank-gap'],
      [5, 'unsigned'],
    ])
    expect(JSON.stringify(report.invalid)).not.toContain('option')
    const page = (await get('staff', `/polls/${poll}/reconciliation`)).text
    for (const said of ['计为废票的，和为什么', '名次断了档', '没有签名']) expect(page, said).toContain(said)

    const { status, result } = await decide(poll)
    expect(status).toBe('decided')
    expect(result).toMatchObject({
      chosen: ['option-2'],
      figures: { cast: { households: 3 }, invalid: { households: 2 } },
    })
    const again = await countedAgain(poll)
    expect(again.outcome.chosen).toEqual(['option-2'])
    expect(again.reconciliation).toMatchObject({ voters: 5, ballots: 6, holding: 5, replaced: 1, balanced: true })
    expect((await act('staff', `polls/${poll}/paper/return`, { code: one, where: 'paper', signed: true })).status).toBe(
      409,
    )
  })

  test('whose sheet comes back on several issues, or from somebody who made it up, are asked nothing twice', async () => {
    const poll = await begin('ranked')
    const [first] = (await printed(poll)).codes as [string]
    const voters = (await get('staff', `/api/polls/${poll}/voters`)).json() as { voter: string }[]
    const { voter } = voters[0]!
    expect((await act('staff', `polls/${poll}/paper/replace`, { voter, reason: '写坏了' })).status).toBe(200)
    const back = { where: 'paper', signed: true }
    expect((await act('staff', `polls/${poll}/paper/return`, { code: first, ...back })).body.code).toBe(
      'paper-replaced',
    )
    expect((await act('staff', `polls/${poll}/paper/find`, { code: `0002${first.slice(4)}` })).body.code).toBe(
      'paper-code-wrong',
    )
    const proxy = { voter, holder: '13900000000', name: '李', document: '1' }
    expect((await act('staff', `polls/${poll}/paper/proxy`, proxy)).body.code).toBe('proxy-unfit')
    const alone = { choice: ['option-1'], where: 'paper' }
    expect((await act('staff', `polls/${poll}/ballots/${voter}`, alone)).body.code).toBe('two-readers-needed')
  })

  test('see on their own page what voided their sheet', async () => {
    const poll = await begin('ranked')
    const { codes } = await printed(poll)
    await bothRead(poll, codes[2]!, 'option-1:1', 'option-2:1')
    const said = '三菱 写了 1；日立 写了 1（作废：三菱、日立都写了 1）'
    expect((await get('neighbour', '/me/ballots')).text).toContain(said)
  })
})

test.each<[Kind, string[], string[], string]>([
  ['scored', ['option-1:5', 'option-2:0'], ['option-1:6'], 'score-out-of-range'],
  ['limited', ['option-1'], ['option-1', 'option-2'], 'too-many-marks'],
])(
  'households on a sheet, %s: one that fits counts, one that does not is void, with its reason',
  async (kind, fits, spoils, why) => {
    const poll = await begin(kind)
    const { codes } = await printed(poll)
    await bothRead(poll, codes[0]!, ...fits)
    await bothRead(poll, codes[1]!, ...spoils)
    expect((await reportOf(poll)).invalid).toMatchObject([{ number: 2, why }])
    const { result } = await decide(poll)
    expect(result).toMatchObject({ chosen: ['option-1'], figures: { invalid: { households: 1 } } })
    expect((await countedAgain(poll)).outcome.chosen).toEqual(['option-1'])
  },
)

test.each<[Kind, string[]]>([
  ['ranked', ['option-2', 'option-1']],
  ['scored', ['option-2:4']],
  ['approval', ['option-2', 'option-3']],
  ['limited', ['option-2']],
])('residents on a sheet, %s: by name, read by two, and not carried from door to door', async (kind, choice) => {
  const poll = await begin(kind, 'residents')
  const { text, codes } = await printed(poll)
  expect(codes).toHaveLength(3)
  for (const said of ['居民表决票', '王大爷', '本人签名', '一人只计一次']) expect(text, said).toContain(said)
  expect(await bothRead(poll, codes[2]!, ...choice)).toMatchObject({ status: 'settled', name: '王大爷' })
  const report = (await get('staff', `/polls/${poll}/reconciliation`)).text
  expect(report).toContain('共 3 人，已有 1 人的票')
  for (const page of [text, report]) expect(page).not.toContain('户')
  expect((await get('staff', `/patrol/walk/${poll}`)).status).not.toBe(200)
  const desk = (await get('staff', `/api/polls/${poll}/paper`)).json() as PaperDesk
  expect(desk).toMatchObject({ electorate: 'residents', total: { of: 3, settled: 1, voted: 1 } })
  const { result } = await decide(poll)
  expect(result!.chosen).toHaveLength(1)
  expect(choice.join()).toContain(result!.chosen[0])
  await countedAgain(poll)
})

test('where hands are counted nothing is handed out', async () => {
  const poll = await begin('approval', 'residents', 'counted')
  expect((await get('staff', `/api/polls/${poll}/paper`)).json()).toMatchObject({ code: 'paper-unfit' })
})
