// An assembly of owners on real PostgreSQL from the draft beside the law to the confirmed result; what its draft has to keep, and when its list is frozen.
import type { PollFile } from '@yishi/contract/poll'
import { exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { type Instant, DAY, isRefused, later } from '@yishi/domain/kernel'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../fences/people.ts'
import type { Town } from '../../fences/town.ts'
import { assemblyIn, openOwnersTown } from './testing/assembly.ts'
import { NOTICE, draftIn, planIn } from './testing/draft.ts'
import { atAssembly } from './testing/owners.ts'

let town: Town
beforeAll(async () => void (town = await openOwnersTown()))
afterAll(() => town.close())
const { act, read, pass, drafted, announced, opened, errorOf, fileOf, rows, vote } = assemblyIn(() => town)

test('from the draft to the result that stands, with every number that the law asks for (R1.2, R1.7, R1.8, R1.15, R1.62, R1.63)', async () => {
  const draftFile = await drafted()
  expect(draftFile).toMatchObject({
    status: 'draft',
    electorate: { named: 5, totals: { heads: 4, area: '400.00' } },
    assembly: { scope: { kind: 'building', name: expect.stringContaining('1号楼') as string } },
    law: { gaps: { ownersUnknown: 1, areasMissing: 0 } },
  })
  expect(draftFile.law!.findings.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual(['owners-unknown'])
  const { poll } = draftFile
  expect((await act('staff', `polls/${poll}/open`)).body.code).toBe('poll-too-early')
  expect((await act('staff', `polls/${poll}/announce`, NOTICE)).status).toBe(200)
  const shown = await fileOf(poll)
  expect(shown).toMatchObject({ status: 'announced', objections: { status: 'hanging', unanswered: 0 } })
  const { opensAt, closesAt } = shown.assembly!
  await pass(later(opensAt, -1))
  expect((await act('staff', `polls/${poll}/open`)).body.code).toBe('poll-too-early')
  await pass(opensAt)
  expect((await act('staff', `polls/${poll}/open`)).status).toBe(200)

  expect((await vote('raiser', poll)).status).toBe(303)
  expect((await vote('neighbour', poll, 'against')).status).toBe(303)
  expect((await vote('police', poll)).status).toBe(303)
  const running = await fileOf(poll)
  expect(running.turnout).toMatchObject({ cast: 4, of: 5, groups: [{ area: { cast: '330.00', of: '400.00' } }] })
  expect(running.rehearsal![0]).toMatchObject({
    regime: 'strict',
    lines: [
      { measure: 'heads', have: '3', needed: '3', missing: '0' },
      { measure: 'area', have: '330.00', needed: '266.67', missing: '0.00' },
    ],
  })
  const withoutLaw = (name: string, value: unknown) => (['rule', 'law'].includes(name) ? null : value)
  expect(JSON.stringify(running, withoutLaw)).not.toMatch(/"against"|"for"/u)
  expect((await act('staff', `polls/${poll}/count`)).body.code).toBe('poll-running')

  await pass(closesAt)
  expect((await fileOf(poll)).status).toBe('closed')
  expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
  expect((await act('staff', `polls/${poll}/count`)).body.code).toBe('second-person-needed')
  const counted = await act<PollFile>('branch', `polls/${poll}/count`)
  expect(counted.body).toMatchObject({
    status: 'preliminary',
    result: {
      passed: true,
      figures: {
        votes: { for: { heads: 2, area: '230.00' }, against: { heads: 1, area: '100.00' } },
        present: { heads: 3, area: '330.00' },
      },
    },
  })
  expect(counted.body.result!.verdicts[0]!.lines.map(({ zh }) => zh)).toEqual([
    '参与表决 3 人 ÷ 全体 4 人 ≥ 2/3？ 3×3=9 ≥ 2×4=8 ✓ (《民法典》第二百七十八条)',
    '参与表决 330.00 平方米 ÷ 全体 400.00 平方米 ≥ 2/3？ 3×330.00=990.00 ≥ 2×400.00=800.00 ✓ (《民法典》第二百七十八条)',
    '同意 2 人 ÷ 参与表决 3 人 > 1/2？ 2×2=4 > 3 ✓ (《民法典》第二百七十八条)',
    '同意 230.00 平方米 ÷ 参与表决 330.00 平方米 > 1/2？ 2×230.00=460.00 > 330.00 ✓ (《民法典》第二百七十八条)',
  ])
  expect((await act('staff', `polls/${poll}/confirm`)).body.code).toBe('notice-unfit')
  expect((await act('staff', `polls/${poll}/show`, { ...NOTICE, days: 3 })).body.code).toBe('notice-unfit')
  const shownResult = await act<PollFile>('staff', `polls/${poll}/show`, { ...NOTICE, title: '表决结果公示', days: 7 })
  expect(shownResult.status, JSON.stringify(shownResult.body)).toBe(200)
  expect((await act('staff', `polls/${poll}/confirm`)).body.code).toBe('objections-open')
  await pass((await fileOf(poll)).objections!.endsAt as Instant)
  const decided = await act<PollFile>('staff', `polls/${poll}/confirm`)
  expect(decided.body).toMatchObject({ status: 'decided', result: { passed: true } })

  const file = exportedPollSchema.parse(await read('staff', `polls/${poll}/export`))
  const again = recountPoll(file)
  if (isRefused(again)) throw new Error(again.refused)
  expect(again.figures).toEqual(decided.body.result!.figures)
  expect(again.reconciliation).toMatchObject({ voters: 5, ballots: 4, holding: 4, undelivered: 1, balanced: true })
})

describe('the law beside the draft', () => {
  test.each([
    [
      'R1.45: an old committee calls nobody about the company while it is re-elected',
      { caller: 'owners-committee', reelection: true },
      'powers',
    ],
    ['R1.3: raising the fund is no ordinary matter', { topic: 'fund-raise' }, 'topic'],
    ['R1.32: silence follows nobody without a clause of the registered rules', { regime: 'follow-majority' }, 'regime'],
    ['R1.15: fifteen whole days lie between notice and opening', { opensAt: null }, 'notice'],
  ])('%s', async (_, change, check) => {
    const soon = endOfDay(localDateOf(later(town.ctx.clock.now(), 14 * DAY)))
    const plan = planIn(town, 'opensAt' in change ? { opensAt: soon } : change)
    const { poll, law } = await drafted({ plan })
    expect(law!.findings.find(({ holds, advice }) => !holds && !advice)?.check).toBe(check)
    const before = await rows(sql`select from app.notice`)
    expect(await errorOf('staff', `polls/${poll}/announce`, NOTICE)).toBe('law-not-kept')
    expect(await rows(sql`select from app.notice`)).toHaveLength(before.length)
  })
  test('units are asked under a plan, people without one', async () => {
    const matter = await atAssembly(town, 'owners-ordinary')
    expect(await errorOf('staff', `matters/${matter}/polls`, draftIn(town, { plan: null }))).toBe('assembly-missing')
    const people = { electorate: { voters: [{ person: personId('raiser') }] }, plan: null }
    expect(await errorOf('staff', `matters/${matter}/polls`, draftIn(town, people))).toBe('electorate-unfit')
  })
})

describe('the list', () => {
  test('an objection holds the opening until it is answered, and the list is drawn anew (R1.41)', async () => {
    const { poll, assembly, electorate } = await announced()
    const said = await town.as('visitor', {
      method: 'POST',
      url: `/n/${assembly!.notice}/objections`,
      form: { text: '204 的面积写错了' },
    })
    expect(said.status).toBe(303)
    await rows(sql`update app.unit set area = 88.00 where door = 'V204'`)
    await pass(assembly!.opensAt)
    expect(await errorOf('staff', `polls/${poll}/open`)).toBe('objections-open')
    const [objection] = await rows(
      sql<{ id: string }>`select objection_id as id from app.objection where notice_id = ${assembly!.notice}`,
    )
    await act('staff', `objections/${objection!.id}/answer`, { answer: '已按产证更正。', upheld: true })
    const redrawn = await act<PollFile>('staff', `polls/${poll}/redraw`)
    expect(redrawn.body.electorate).toMatchObject({ named: 5, totals: { heads: 4, area: '408.00' } })
    expect(redrawn.body.electorate.digest).not.toBe(electorate.digest)
    expect((await act('staff', `polls/${poll}/open`)).status).toBe(200)
    await rows(sql`update app.unit set area = 80.00 where door = 'V204'`)
  })

  test('is frozen once it opens: who buys later does not vote, and who sold still does', async () => {
    const { poll, electorate } = await opened()
    await rows(sql`update app.ownership set person_id = ${personId('counsel')} where person_id = ${personId('police')}`)
    expect((await vote('counsel', poll)).status).toBe(409)
    expect((await vote('police', poll)).status).toBe(303)
    expect(await errorOf('staff', `polls/${poll}/redraw`)).toBe('not-in-this-state')
    expect((await fileOf(poll)).electorate).toEqual(electorate)
    await rows(sql`update app.ownership set person_id = ${personId('police')} where person_id = ${personId('counsel')}`)
  })

  test('nor does the question change any more', async () => {
    const { poll } = await announced()
    const other = draftIn(town, { question: { type: 'for-against', text: '续聘物业公司，好不好？', explanation: '' } })
    expect(await errorOf('staff', `polls/${poll}/redraft`, other)).toBe('not-in-this-state')
    const running = await opened()
    expect(await errorOf('staff', `polls/${running.poll}/redraft`, other)).toBe('not-in-this-state')
    expect((await fileOf(running.poll)).question).toMatchObject({ text: '更换物业公司，好不好？' })
  })
})
