// Paper ballots on real PostgreSQL through their own doors: from the printer to the count, with forged codes, two readers, a third, and the races with the end.
import type { PaperDesk, PaperSheet, Reconciliation } from '@yishi/contract/paper-ballot'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploadPhoto } from '../../fences/ground.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { BACK, HANDED, papersIn } from './testing/papers.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
const { act, read, rows, printed, begin } = papersIn(() => town)

describe('a sheet', () => {
  test('is printed, delivered, brought back, read by two, and is then the ballot of its unit', async () => {
    const { poll, voters, codes } = await begin()
    expect(codes).toHaveLength(3)
    expect(new Set(codes).size).toBe(3)
    const all = voters.map(({ voter }) => voter)
    expect((await act('staff', `${poll}/paper/deliver`, { voters: all, ...HANDED })).body).toEqual({ done: 3 })
    const [first] = codes
    expect((await act('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })).body.code).toBe(
      'paper-not-back',
    )
    expect((await act('staff', `${poll}/paper/return`, { code: first, ...BACK })).status).toBe(200)
    const once = await act<PaperSheet>('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })
    expect(once.body).toMatchObject({ number: 1, status: 'read-once', readings: [], may: [] })
    expect((await act('staff', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })).body.code).toBe(
      'second-person-needed',
    )
    const look = await act<PaperSheet>('branch', `${poll}/paper/find`, { code: first })
    expect(look.body).toMatchObject({ may: ['read'], readings: [] })
    expect(JSON.stringify({ ...look.body, questions: null })).not.toMatch(/"for"|"against"/u)
    const again = await act<PaperSheet>('branch', `${poll}/paper/read`, { code: first, marks: { [poll]: ['for'] } })
    expect(again.body).toMatchObject({ status: 'settled', channel: 'paper' })
    expect(
      await rows(sql`select choice, noted_in, holds from app.poll_ballot where ballot_id = ${voters[0]!.ballot}`),
    ).toEqual([{ choice: ['for'], noted_in: 'paper', holds: true }])
    const desk = await read<PaperDesk>('staff', `${poll}/paper`)
    expect(desk.total).toMatchObject({ of: 3, delivered: 3, settled: 1, voted: 1 })
    expect(desk.waiting).toEqual([])
  })

  test('that two read differently goes to a third, who sees both readings; all three are kept', async () => {
    const { poll, voters, codes } = await begin()
    const [, second] = codes
    await act('staff', `${poll}/paper/return`, { code: second, ...BACK })
    await act('staff', `${poll}/paper/read`, { code: second, marks: { [poll]: ['for'] } })
    const differ = await act<PaperSheet>('branch', `${poll}/paper/read`, {
      code: second,
      marks: { [poll]: ['against'] },
    })
    expect(differ.body).toMatchObject({ status: 'differing', channel: null, readings: [], may: [] })
    const settle = { code: second, marks: { [poll]: ['against'] }, reason: '勾在反对格内' }
    for (const who of ['staff', 'branch'] as const)
      expect((await act(who, `${poll}/paper/settle`, settle)).body.code, who).toBe('third-person-needed')
    const third = await act<PaperSheet>('owners-committee', `${poll}/paper/find`, { code: second })
    expect(third.body.readings.map(({ marks }) => marks[poll])).toEqual([['for'], ['against']])
    const settled = await act<PaperSheet>('owners-committee', `${poll}/paper/settle`, settle)
    expect(settled.body).toMatchObject({ status: 'settled', channel: 'paper' })
    const kept = await rows(sql`select step, choice from app.paper_register
      where ballot_id = ${voters[1]!.ballot} and choice is not null order by number`)
    expect(kept).toEqual([
      { step: 'read', choice: ['for'] },
      { step: 'read', choice: ['against'] },
      { step: 'settled', choice: ['against'] },
    ])
    const report = await read<Reconciliation>('staff', `${poll}/reconciliation`)
    expect(report.decided).toMatchObject([{ number: 2, reason: '勾在反对格内' }])
  })

  test('of which the seal is made up, moved, mistyped or of another poll is refused, and nothing is lost', async () => {
    const { poll, codes } = await begin()
    const other = await begin()
    const [first, second] = codes as [string, string]
    const moved = `0002${first.slice(4)}`
    const forged = `${first.slice(0, -1)}${first.endsWith('7') ? '8' : '7'}`
    for (const code of [moved, forged, '0009-7K3M9-QX2TD', '0000-7K3M9-QX2TD', '就是这张', other.codes[0]!])
      for (const name of ['find', 'return', 'read'] as const) {
        const answer = await act('staff', `${poll}/paper/${name}`, { code, ...BACK, marks: { [poll]: ['for'] } })
        expect([answer.status, answer.body.code], `${name} ${code}`).toEqual([422, 'paper-code-wrong'])
      }
    const url = `http://127.0.0.1:3000/polls/${other.poll}#${first}`
    expect((await act('staff', `${poll}/paper/find`, { code: url })).body.code).toBe('paper-of-another-poll')
    expect(await rows(sql`select from app.paper_register where poll_id = ${poll}`)).toEqual([])
    const right = `http://127.0.0.1:3000/polls/${poll}#${second}`
    expect((await act<PaperSheet>('staff', `${poll}/paper/find`, { code: right })).body).toMatchObject({ number: 2 })
  })

  test('that was replaced is void, wherever it turns up again', async () => {
    const opened = await begin()
    const { poll, voters, codes } = opened
    const { voter } = voters[0]!
    expect((await act('staff', `${poll}/paper/replace`, { voter, reason: '业主说丢了' })).status).toBe(200)
    expect((await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })).body.code).toBe('paper-replaced')
    const [fresh] = await printed(opened)
    expect(fresh).not.toBe(codes[0])
    expect((await act('staff', `${poll}/paper/return`, { code: fresh, ...BACK })).status).toBe(200)
  })

  test('without a signature is invalid, whatever is marked on it', async () => {
    const { poll, codes } = await begin()
    await act('staff', `${poll}/paper/return`, { code: codes[0], where: 'paper', signed: false })
    const marked = await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    expect(marked.body.code).toBe('paper-unsigned')
    expect((await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['invalid'] } })).status).toBe(
      200,
    )
  })

  test('that two collect at the door is kept with their photo', async () => {
    const { poll, codes } = await begin()
    const door = { code: codes[0], where: 'door', signed: true, companion: '李阿姨' }
    expect((await act('staff', `${poll}/paper/return`, door)).body.code).toBe('two-collectors-needed')
    const unknown = await act('staff', `${poll}/paper/return`, { ...door, photo: 'pho_none' })
    expect(unknown.body.code).toBe('photo-unknown')
    const photo = await uploadPhoto(town)
    const back = await act<PaperSheet>('staff', `${poll}/paper/return`, { ...door, photo })
    expect(back.body.steps).toMatchObject([{ step: 'returned', how: 'door', companion: '李阿姨', photo }])
  })

  test('of a unit is not noted by one person alone', async () => {
    const { poll, voters } = await begin()
    const note = (where: string) => act('staff', `${poll}/ballots/${voters[0]!.voter}`, { choice: ['for'], where })
    for (const where of ['paper', 'door']) expect((await note(where)).body.code, where).toBe('two-readers-needed')
    expect((await note('hall')).status).toBe(200)
  })
})

describe('a unit that votes twice', () => {
  test('has both ballots in the report, and why which counts', async () => {
    const { poll, voters, codes } = await begin()
    const online = await act('raiser', `${poll}`, {})
    expect(online.status).toBe(404)
    const cast = await town.as('raiser', {
      method: 'POST',
      url: `/polls/${poll}`,
      form: { step: 'cast', choice: 'against' },
    })
    expect(cast.status).toBe(303)
    await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
    await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    await act('branch', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
    const report = await read<Reconciliation>('staff', `${poll}/reconciliation`)
    expect(report).toMatchObject({
      precedence: 'own-hand',
      twice: [
        {
          number: 1,
          ballots: [
            { number: 1, channel: 'online', standing: 'holds', notedBy: null },
            { number: 2, channel: 'paper', standing: 'ranks-below' },
          ],
        },
      ],
    })
    expect(JSON.stringify({ ...report, question: null })).not.toMatch(/"for"|"against"/u)
    const [held] = await rows(sql<{ holding: number }>`select holding from app.poll_voter
      where ballot_id = ${voters[0]!.ballot}`)
    expect(held).toEqual({ holding: 1 })
  })
})

describe('races', () => {
  test('of many who read one sheet at once, the first two count and nobody is lost', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { poll, voters, codes } = await begin()
      await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
      const answers = await Promise.all(
        (['staff', 'branch', 'owners-committee', 'staff'] as const).map((who) =>
          act(who, `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } }),
        ),
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
      const kept = await rows(sql`select from app.poll_ballot where ballot_id = ${voters[0]!.ballot}`)
      expect(kept).toHaveLength(1)
    }
  })

  test('of a sheet that is settled at the very moment the count begins, either it counts or it is refused', async () => {
    const seen = new Set<number>()
    for (let round = 0; round < 6; round += 1) {
      const { poll, closesAt, codes } = await begin()
      await act('staff', `${poll}/paper/return`, { code: codes[0], ...BACK })
      await act('staff', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } })
      await town.advanceTo(closesAt)
      const [counting, reading] = await Promise.all([
        act('staff', `${poll}/count`, {}),
        act('branch', `${poll}/paper/read`, { code: codes[0], marks: { [poll]: ['for'] } }),
      ])
      expect(counting.status).toBe(200)
      expect([200, 409]).toContain(reading.status)
      seen.add(reading.status)
      const [{ figures }] = (await rows(sql<{ figures: { votes: { for: { heads?: number } } } }>`
        select figures from app.poll_count where poll_id = ${poll}`)) as never as [
        { figures: { votes: { for: { heads: number } } } },
      ]
      expect(figures.votes.for.heads).toBe(reading.status === 200 ? 1 : 0)
    }
    expect(seen.size).toBeGreaterThan(0)
  })
})
