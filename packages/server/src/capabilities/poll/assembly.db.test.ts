// An assembly of owners on real PostgreSQL through its own doors: from the draft beside the law to the confirmed result, and what is tried against it on the way.
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { type BallotCommand, exportedPollSchema, recountPoll } from '@yishi/domain/poll'
import { type Actor, type BallotId, type Instant, DAY, isRefused, later } from '@yishi/domain/kernel'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { noticePeriod } from '@yishi/domain/notice'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, nodeId, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { manualClock } from '../../kernel/clock.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { runDue } from '../../kernel/due.ts'
import { performer } from '../../wiring.ts'
import { ballot } from './capability.ts'
import { adoptFor, atAssembly, settleOwners } from './testing/owners.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleOwners(town)
  await adoptFor(town, 'owners-ordinary', 'cn-civil-code-278-ordinary')
})
afterAll(() => town.close())

const act = async <T = { code: string; detail: string }>(who: Caller, path: string, json: object = {}) => {
  const answer = await town.as(who, { method: 'POST', url: `/api/${path}`, json })
  return { status: answer.status, body: answer.json() as T }
}
const read = async <T>(who: Caller, path: string): Promise<T> =>
  (await town.as(who, { method: 'GET', url: `/api/${path}` })).json()
const fileOf = (poll: string) => read<PollFile>('staff', `polls/${poll}`)
const votersOf = (poll: string) => read<PollVoter[]>('staff', `polls/${poll}/voters`)
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await inCommunities(town.ctx.db, [SUN], (trx) => query.execute(trx))).rows
const pass = async (to: Instant) => {
  await town.advanceTo(to)
  while ((await runDue(town.ctx, performer, to)) > 0);
}
const vote = (who: Caller, poll: string, choice = 'for', key = '') =>
  town.as(who, { method: 'POST', url: `/polls/${poll}`, form: { step: 'cast', choice, ...(key && { key }) } })

const UNITS = { kind: 'building', node: nodeId('B1'), uses: ['flat'] }
/** As soon as the notice has hung: where it would end on a holiday it hangs longer. */
const planFrom = (now: Instant, more: object = {}) => {
  const period = noticePeriod(now, { days: 15, basis: null })
  if (isRefused(period)) throw new Error(period.refused)
  const opensAt = period.endsAt
  return {
    topic: 'property-company',
    regime: 'strict',
    basis: '',
    caller: 'residents-committee',
    reelection: false,
    opensAt,
    closesAt: later(opensAt, 10 * DAY),
    ...more,
  }
}
const draft = (more: object = {}) => ({
  rule: 'cn-civil-code-278-ordinary',
  way: 'ballots',
  question: { type: 'for-against', text: '更换物业公司，好不好？', explanation: '三家比过。' },
  electorate: { units: UNITS },
  plan: planFrom(town.ctx.clock.now()),
  ...more,
})
const NOTICE = {
  title: '业主大会公告',
  text: '议题：更换物业公司。未按时反馈的，不计入参与表决。',
  days: 15,
  everywhere: true,
}

const drafted = async (more: object = {}): Promise<PollFile> => {
  const matter = await atAssembly(town, 'owners-ordinary')
  const done = await act<PollFile>('staff', `matters/${matter}/polls`, draft(more))
  expect(done.status, JSON.stringify(done.body)).toBe(201)
  return done.body
}
const announced = async (more: object = {}): Promise<PollFile> => {
  const { poll } = await drafted(more)
  const done = await act<PollFile>('staff', `polls/${poll}/announce`, NOTICE)
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  return done.body
}
const opened = async (more: object = {}): Promise<PollFile> => {
  const { poll, assembly } = await announced(more)
  await pass(assembly!.opensAt)
  const done = await act<PollFile>('staff', `polls/${poll}/open`)
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  return done.body
}

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
  expect(JSON.stringify({ ...running, rule: null, law: null })).not.toMatch(/"against"|"for"/u)
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
    '参与表决 3 人 ÷ 全体 4 人 ≥ 2/3？ 3×3=9 ≥ 2×4=8 ✓ (民法典 278)',
    '参与表决 330.00 平方米 ÷ 全体 400.00 平方米 ≥ 2/3？ 3×330.00=990.00 ≥ 2×400.00=800.00 ✓ (民法典 278)',
    '同意 2 人 ÷ 参与表决 3 人 > 1/2？ 2×2=4 > 3 ✓ (民法典 278)',
    '同意 230.00 平方米 ÷ 参与表决 330.00 平方米 > 1/2？ 2×230.00=460.00 > 330.00 ✓ (民法典 278)',
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

const errorOf = async (who: Caller, path: string, json: object = {}) => (await act(who, path, json)).body.code

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
    const plan = planFrom(town.ctx.clock.now(), 'opensAt' in change ? { opensAt: soon } : change)
    const { poll, law } = await drafted({ plan })
    expect(law!.findings.find(({ holds, advice }) => !holds && !advice)?.check).toBe(check)
    const before = await rows(sql`select from app.notice`)
    expect(await errorOf('staff', `polls/${poll}/announce`, NOTICE)).toBe('law-not-kept')
    expect(await rows(sql`select from app.notice`)).toHaveLength(before.length)
  })
  test('units are asked under a plan, people without one', async () => {
    const matter = await atAssembly(town, 'owners-ordinary')
    expect(await errorOf('staff', `matters/${matter}/polls`, draft({ plan: null }))).toBe('assembly-missing')
    const people = { electorate: { voters: [{ person: personId('raiser') }] }, plan: null }
    expect(await errorOf('staff', `matters/${matter}/polls`, draft(people))).toBe('electorate-unfit')
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
    const other = draft({ question: { type: 'for-against', text: '续聘物业公司，好不好？', explanation: '' } })
    expect(await errorOf('staff', `polls/${poll}/redraft`, other)).toBe('not-in-this-state')
    const running = await opened()
    expect(await errorOf('staff', `polls/${running.poll}/redraft`, other)).toBe('not-in-this-state')
    expect((await fileOf(running.poll)).question).toMatchObject({ text: '更换物业公司，好不好？' })
  })
})

type Kept = { readonly voter: string; readonly number: number; readonly choice: string[]; readonly holds: boolean }
const kept = (poll: string, name: string) =>
  rows(sql<Kept>`select voter.name as voter, number, choice, holds from app.poll_voter voter
    join app.poll_ballot using (community_id, ballot_id)
    where poll_id = ${poll} and voter.name like ${`%${name}`} order by voter.position, number`)

describe('ballots', () => {
  test('one owner casts for all their units at once, sees what they weigh, and takes home a receipt for each (R1.7)', async () => {
    const { poll } = await opened()
    const page = await town.as('raiser', { method: 'GET', url: `/polls/${poll}` })
    for (const shown of ['90.00', '60.00', '150.00']) expect(page.text).toContain(shown)
    const cast = await vote('raiser', poll)
    const after = await town.as('raiser', { method: 'GET', url: String(cast.headers['location']) })
    expect(after.text.match(/YISHI1\.|yishi-receipt/giu)?.length ?? 0).toBeGreaterThanOrEqual(1)
    expect(await kept(poll, 'V201')).toMatchObject([{ number: 1, choice: ['for'] }])
    expect(await kept(poll, 'V202')).toMatchObject([{ number: 1, choice: ['for'] }])
  })

  test('of co-owners the first to cast is the one who votes, until they hand it over (R1.8)', async () => {
    const { poll } = await opened()
    const [one, other] = await Promise.all([vote('neighbour', poll), vote('volunteer', poll, 'against')])
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(await kept(poll, 'V203')).toHaveLength(1)
    const [first, second]: readonly Caller[] =
      one.status === 303 ? ['neighbour', 'volunteer'] : ['volunteer', 'neighbour']
    expect((await vote(second!, poll, 'abstain')).status).toBe(409)
    const shared = (await votersOf(poll)).find(({ name }) => name.endsWith('V203'))!
    const chosen = { person: personId(second as 'neighbour'), evidence: '推选书第 3 号' }
    expect(await errorOf('raiser', `polls/${poll}/ballots/${shared.voter}/voter`, chosen)).toBe('not-yours-to-do')
    expect(await errorOf('staff', `polls/${poll}/ballots/${shared.voter}/voter`, chosen)).toBe('co-owner-voted')
    const signed = { ...chosen, replaces: true }
    expect((await act('staff', `polls/${poll}/ballots/${shared.voter}/voter`, signed)).status).toBe(200)
    expect((await vote(second!, poll, 'abstain')).status).toBe(303)
    expect((await vote(first!, poll)).status).toBe(409)
    expect((await kept(poll, 'V203')).map(({ number }) => number)).toEqual([1, 2])
    const stranger = { ...signed, person: personId('police') }
    expect(await errorOf('staff', `polls/${poll}/ballots/${shared.voter}/voter`, stranger)).toBe('no-owner')
  })

  test('two phones at once leave two ballots of each unit, of which one holds; a replayed key leaves one', async () => {
    const { poll } = await opened()
    await Promise.all([vote('raiser', poll, 'for'), vote('raiser', poll, 'against')])
    const all = await kept(poll, 'V201')
    expect(all.map(({ number }) => number)).toEqual([1, 2])
    await Promise.all([vote('police', poll, 'for', 'k-1'), vote('police', poll, 'for', 'k-1')])
    expect(await kept(poll, 'V204')).toHaveLength(1)
    expect((await fileOf(poll)).turnout.cast).toBe(3)
  })

  test('nobody casts for another’s unit, listed or not', async () => {
    const { poll } = await opened()
    for (const who of ['staff', 'grid-worker-here', 'staff-elsewhere', 'visitor'] as const)
      expect((await vote(who, poll)).status, who).toBe(409)
    const [unit] = await votersOf(poll)
    const path = `polls/${poll}/ballots/${unit!.voter}`
    const noting = { choice: ['for'], where: 'paper' }
    for (const [who, code] of [
      ['raiser', 'not-yours-to-do'],
      ['grid-worker-here', 'not-your-poll'],
    ] as const)
      expect(await errorOf(who, path, noting), who).toBe(code)
    expect(
      await rows(
        sql`select from app.poll_ballot join app.poll_voter using (community_id, ballot_id) where poll_id = ${poll}`,
      ),
    ).toEqual([])
  })

  test('at the very millisecond of closing none is cast any more; signed ones are still taken down until the count', async () => {
    const { poll, assembly } = await opened()
    await town.advanceTo(later(assembly!.closesAt as Instant, -1))
    expect((await vote('police', poll)).status).toBe(303)
    await town.advanceTo(assembly!.closesAt as Instant)
    expect((await vote('raiser', poll)).status).toBe(409)
    const last = (await votersOf(poll)).find(({ name }) => name.endsWith('V205'))!
    const path = `polls/${poll}/ballots/${last.voter}`
    expect(await errorOf('staff', path, { choice: ['for'], where: 'phone' })).toBe('poll-not-open')
    expect((await act('staff', path, { choice: ['for'], where: 'hall' })).status).toBe(200)
    await pass(assembly!.closesAt as Instant)
    expect((await act('staff', path, { choice: ['against'], where: 'hall' })).status).toBe(200)
    expect(await errorOf('staff', path, { choice: ['for'], where: 'paper' })).toBe('two-readers-needed')
    expect((await act('staff', `polls/${poll}/count`)).status).toBe(200)
    expect(await errorOf('staff', path, { choice: ['for'], where: 'hall' })).toBe('poll-not-open')
  })

  test('while many cast and the poll closes, exactly those count that were taken', async () => {
    const { poll, assembly } = await opened()
    await town.advanceTo(later(assembly!.closesAt as Instant, -1))
    const casting = ['raiser', 'neighbour', 'police'].map((who) => vote(who as Caller, poll))
    await town.advanceTo(assembly!.closesAt as Instant)
    const [answers] = await Promise.all([
      Promise.all(casting),
      act('staff', `polls/${poll}/count`),
      ...['raiser', 'police'].map((who) => vote(who as Caller, poll, 'against')),
    ])
    await act('staff', `polls/${poll}/count`)
    await act('branch', `polls/${poll}/count`)
    const weights: Readonly<Record<string, number>> = { raiser: 150, neighbour: 100, police: 80 }
    const taken = ['raiser', 'neighbour', 'police'].filter((_, index) => answers[index]!.status === 303)
    const area = taken.reduce((sum, who) => sum + weights[who]!, 0)
    expect((await fileOf(poll)).result!.figures.present).toEqual({ heads: taken.length, area: `${area}.00` })
  })
})

test('a server whose clock was moved back takes nothing after the end, and counts what it counted', async () => {
  const { poll, assembly } = await opened()
  expect((await vote('police', poll)).status).toBe(303)
  const [unit] = await rows(
    sql<{ id: BallotId }>`select ballot_id as id from app.poll_voter where poll_id = ${poll} and name like '%V201'`,
  )
  const wrong = { ...town.ctx, clock: manualClock(later(assembly!.opensAt as Instant, -30 * DAY)) }
  const actor: Actor = { kind: 'person', person: personId('raiser'), hats: [] }
  const cast = (choice: string) => {
    const command: BallotCommand = { type: 'CastBallot', choice: [choice] }
    return performer.perform(wrong, ballot, { subject: { community: SUN, id: unit!.id }, actor, command })
  }
  expect(isRefused(await cast('for'))).toBe(false)
  await pass(assembly!.closesAt as Instant)
  expect(await cast('against')).toMatchObject({ refused: 'poll-not-open' })
  await act('staff', `polls/${poll}/count`)
  expect(await cast('against')).toMatchObject({ refused: 'poll-not-open' })
  const { body } = await act<PollFile>('branch', `polls/${poll}/count`)
  expect(body.result!.figures).toMatchObject({ votes: { for: { heads: 2 }, against: { heads: 0 } } })
})

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
    const plan = planFrom(town.ctx.clock.now(), { regime: 'follow-majority', basis: '议事规则第十条' })
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
