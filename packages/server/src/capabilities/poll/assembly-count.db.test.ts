// Counting an assembly of owners on real PostgreSQL: contradictions, silence with its proofs, recounts, the end that moves, and who hears of it.
import type { PollFile } from '@yishi/contract/poll'
import { type Instant, DAY, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { personId } from '../../fences/people.ts'
import type { Town } from '../../fences/town.ts'
import { assemblyIn, openOwnersTown } from './testing/assembly.ts'
import { planIn } from './testing/draft.ts'

let town: Town
beforeAll(async () => void (town = await openOwnersTown()))
afterAll(() => town.close())
const { act, read, pass, opened, errorOf, fileOf, votersOf, rows, vote } = assemblyIn(() => town)

describe('reconciling', () => {
  const noted = async (poll: string, choices: Readonly<Record<string, string>>) => {
    for (const { voter, name } of await votersOf(poll)) {
      const choice = Object.entries(choices).find(([door]) => name.endsWith(door))?.[1]
      if (!choice) continue
      const path = `polls/${poll}/ballots/${voter}`
      expect((await act('staff', path, { choice: [choice], where: 'hall' })).status).toBe(200)
    }
  }
  const countedBy = async (poll: string, closesAt: string): Promise<PollFile> => {
    await pass(closesAt as Instant)
    await act('staff', `polls/${poll}/count`)
    return (await act<PollFile>('branch', `polls/${poll}/count`)).body
  }

  test('two ballots of one owner that contradict each other are found and do not count (R1.9)', async () => {
    const { poll, assembly } = await opened()
    await noted(poll, { V201: 'for', V202: 'against', V203: 'for', V204: 'for' })
    const file = await countedBy(poll, assembly!.closesAt)
    expect(file.result!.figures).toMatchObject({
      invalid: { heads: 1, area: '150.00' },
      votes: { for: { heads: 2, area: '180.00' }, against: { heads: 0, area: '0.00' } },
    })
    expect(file.result!.passed).toBe(false)
  })

  test('a proof of a whole building, or of the whole list, is of those whose ballot is not in', async () => {
    const { poll } = await opened()
    await noted(poll, { V201: 'for' })
    const told = { proof: 'told', evidence: '楼道公告照片' }
    const [building] = (await fileOf(poll)).turnout.groups
    expect((await act('staff', `polls/${poll}/proofs`, { ...told, silentIn: [building!.path!] })).status).toBe(200)
    for (const { cast, unit } of await votersOf(poll)) expect(unit!.proofs).toEqual(cast === null ? ['told'] : [])
    const warned = { ...told, proof: 'warned' }
    expect((await act('staff', `polls/${poll}/proofs`, { ...warned, silentIn: 'everywhere' })).status).toBe(200)
    for (const { cast, unit } of await votersOf(poll))
      expect(unit!.proofs).toEqual(cast === null ? ['told', 'warned'] : [])
    expect(await errorOf('staff', `polls/${poll}/proofs`, { ...told, silentIn: ['nowhere'] })).toBe('nobody-silent')
    expect((await act('staff', `polls/${poll}/proofs`, told)).status).toBe(400)
  })

  test('silence follows the majority only with all three proofs, and the strict figures stand beside (R1.31, R1.32)', async () => {
    const plan = planIn(town, { regime: 'follow-majority', basis: '议事规则第十条' })
    const { poll, assembly } = await opened({ plan })
    await noted(poll, { V201: 'for', V202: 'for' })
    const voters = await votersOf(poll)
    const of = (...doors: readonly string[]) =>
      voters.filter(({ name }) => doors.some((door) => name.endsWith(door))).map(({ voter }) => voter)
    for (const proof of ['delivered', 'told', 'warned'])
      expect(
        (await act('staff', `polls/${poll}/proofs`, { proof, voters: of('V203'), evidence: '签收表第 3 页' })).status,
      ).toBe(200)
    await act('staff', `polls/${poll}/proofs`, { proof: 'delivered', voters: of('V204'), evidence: '签收表第 3 页' })
    expect(await errorOf('raiser', `polls/${poll}/proofs`, { proof: 'told', voters: of('V204'), evidence: '-' })).toBe(
      'not-yours-to-do',
    )
    const running = (await fileOf(poll)).rehearsal!
    expect(running.map(({ regime, lines }) => [regime, lines[0]!.have, lines[0]!.missing])).toEqual([
      ['strict', '1', '2'],
      ['delivered-counts', '3', '0'],
      ['follow-majority', '2', '1'],
    ])
    const file = await countedBy(poll, assembly!.closesAt)
    expect(file.result!.figures).toMatchObject({
      silent: { heads: 2, area: '180.00' },
      proven: { heads: 1, area: '100.00' },
    })
    expect(file.result!.regimes).toEqual([
      { regime: 'strict', passed: false },
      { regime: 'delivered-counts', passed: false },
      { regime: 'follow-majority', passed: false },
    ])
    const [verdict] = file.result!.verdicts
    expect(verdict!.lines[0]!.zh).toContain('参与表决 2 人')
    expect(verdict!.strict!.lines[0]!.zh).toContain('参与表决 1 人')
  })

  test('the export is for those who count, and for nobody before the end', async () => {
    const { poll, assembly } = await opened()
    await vote('raiser', poll)
    expect((await read<{ code: string }>('staff', `polls/${poll}/export`)).code).toBe('poll-running')
    await countedBy(poll, assembly!.closesAt)
    expect((await read<{ code: string }>('grid-worker-here', `polls/${poll}/export`)).code).toBe('not-your-poll')
    const file = await read<object>('staff', `polls/${poll}/export`)
    expect(JSON.stringify(file)).not.toMatch(/per_|V20|皇甫/u)
  })

  test('an objection to the result that is right has both count anew', async () => {
    const { poll, assembly } = await opened()
    await vote('raiser', poll)
    await countedBy(poll, assembly!.closesAt)
    const recounting = await act<PollFile>('staff', `polls/${poll}/recount`, { reason: '有一张纸票漏录' })
    expect(recounting.body).toMatchObject({ status: 'counting', counting: { recounts: 1 }, result: null })
    expect((await act<PollFile>('staff', `polls/${poll}/count`)).status).toBe(200)
    expect((await act<PollFile>('branch', `polls/${poll}/count`)).body.status).toBe('preliminary')
  })

  test('the end moves only as the rule declares', async () => {
    const { poll, assembly } = await opened()
    const longer = await act<PollFile>('staff', `polls/${poll}/extend`)
    expect(longer.body.assembly).toMatchObject({
      extensions: 1,
      closesAt: later(assembly!.closesAt as Instant, 7 * DAY),
    })
    expect((await act('staff', `polls/${poll}/extend`)).status).toBe(200)
    expect(await errorOf('staff', `polls/${poll}/extend`)).toBe('no-extension')
    await pass(assembly!.closesAt as Instant)
    expect((await vote('raiser', poll)).status).toBe(303)
  })
})

test('who is asked for a vote hears of it once, however many units they have; of a unit nobody has chosen for, every owner', async () => {
  const { poll } = await opened()
  const handler = town.handlers['tell-voters']!
  const known = await rows(
    sql<{ person: string }>`select person_id as person from app.message where link = ${`/polls/${poll}`}`,
  )
  expect(known).toEqual([])
  await handler(town.ctx, [{ community: SUN, poll }])
  const told = await rows(sql<{ person: string }>`
    select person_id as person from app.message where link = ${`/polls/${poll}`} order by 1`)
  const expected = ['raiser', 'neighbour', 'volunteer', 'police'].map((who) => personId(who as 'raiser'))
  expect(told.map(({ person }) => person)).toEqual(expected.toSorted())
})
