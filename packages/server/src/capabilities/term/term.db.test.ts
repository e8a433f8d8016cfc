// From the result of an election to a committee's term on real PostgreSQL: roles that come and go with a seat, clocks that ring at the desk, by-elections, and what everybody sees.
import type { TermFile, TermList, TermOffer } from '@yishi/contract/term'
import { type LocalDate, addDays, endOfDay, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { HOUR, type Instant, later } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PEOPLE, type Caller, personId } from '../../fences/people.ts'
import { actIn, passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { NAMES, draftElection, electCommittee, settleCommittee } from './testing/electing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await settleCommittee(town)
})
afterAll(() => town.close())

const act = <T = { code: string }>(who: Caller, path: string, json?: object) => actIn(town)<T>(who, path, json)
const read = async <T>(who: Caller, path: string): Promise<{ status: number; body: T }> => {
  const answer = await town.as(who, { method: 'GET', url: `/api/${path}` })
  return { status: answer.status, body: answer.json() as T }
}
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const today = (): LocalDate => localDateOf(town.ctx.clock.now())
const runJobs = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}
const pass = async (to: Instant) => {
  await passIn(town, to)
  await runJobs()
}

/** Whoever has the role of the committee over the house now. */
const worn = async () => {
  const held = await rows<{ person: string }>(sql`select person_id as person from app.membership
    where role = 'owners-committee' and path = 'G1.B1' and ends is null order by 1`)
  return held.map(({ person }) => person)
}
const toldTo = async (who: Caller) => {
  const told = await rows<{ body: string }>(sql`select body from app.message
    where person_id = ${personId(who)} and link like '%committee' or person_id = ${personId(who)} and link like '/console/terms%'
    order by at, message_id`)
  return told.map(({ body }) => body)
}

const takeOver = async (poll: string, more: object = {}) => {
  const { body: offer } = await read<TermOffer>('staff', `term-offers?poll=${poll}`)
  const members = offer.elected.map((each) => ({
    poll: each.poll,
    choice: each.choice,
    person: each.rows[0]?.person ?? null,
  }))
  const json = { poll, number: offer.last + 1, from: offer.electedOn, years: 3, members, ...more }
  return act<TermFile & { code: string }>('staff', 'terms', json)
}

let term: TermFile

test('a result is taken over by the desk: those elected are found on the roster and get the role for the term (R1.42)', async () => {
  const { poll } = await electCommittee(town)
  expect((await read<TermList>('staff', 'terms')).body.waiting.map((each) => each.poll)).toEqual([poll])
  for (const who of ['raiser', 'owners-committee', 'grid-worker-here'] as const) {
    expect((await read(who, `term-offers?poll=${poll}`)).status).toBe(403)
    expect((await act(who, 'terms', { poll, number: 1, from: today(), years: 3, members: [] })).status).toBe(403)
  }
  const { body: offer } = await read<TermOffer>('staff', `term-offers?poll=${poll}`)
  expect(offer).toMatchObject({ committee: 5, joins: null, last: 0, years: { most: 5 } })
  expect(offer.elected.map(({ name, rows: found }) => [name, found.map(({ person }) => person)])).toEqual([
    [NAMES[0], [personId('raiser')]],
    [NAMES[1], [personId('neighbour')]],
    [NAMES[2], [personId('volunteer')]],
    [NAMES[3], [personId('police')]],
    [NAMES[4], []],
  ])
  expect((await takeOver(poll, { years: 6 })).body.code).toBe('term-years-unfit')
  const stranger = offer.elected.map((each) => ({ ...each, person: personId('counsel') }))
  expect((await takeOver(poll, { members: stranger.slice(0, 1) })).body.code).toBe('members-unfit')
  expect(await worn()).toEqual([])

  const twins = await Promise.all([takeOver(poll), takeOver(poll)])
  expect(
    twins.map(({ status }) => status).toSorted((one, other) => one - other),
    'a result begins one term',
  ).toEqual([201, 409])
  term = twins.find(({ status }) => status === 201)!.body
  expect(term).toMatchObject({ number: 1, committee: 5, sitting: 5, status: 'running', electedOn: offer.electedOn })
  expect(await worn()).toEqual(['raiser', 'neighbour', 'volunteer', 'police'].map(personId).toSorted())
  await runJobs()
  expect((await toldTo('raiser')).join()).toContain('您已登记为委员')
  expect((await read<TermList>('staff', 'terms')).body.waiting).toEqual([])
})

test('whoever sits acts for the committee’s party in that house', async () => {
  const [row] = await rows<{ party: string | null }>(sql`select party_id as party from app.membership
    where person_id = ${personId('raiser')} and role = 'owners-committee'`)
  expect(row!.party).toBe('pty_owners')
})

test('what the law asks rings at the desk before its day and after it, once each, and is noted (R1.22, R1.42)', async () => {
  const due = addDays(term.electedOn as LocalDate, 3)
  const before = (await toldTo('staff')).length
  await pass(later(startOfDay(addDays(due, -1)), 9 * HOUR))
  await pass(endOfDay(due))
  const told = (await toldTo('staff')).slice(before)
  expect(told.map((body) => body.slice(0, 3))).toEqual(['快到期', '过期了'])
  const step = (name: string, on = today()) =>
    act<TermFile & { code: string }>('staff', `terms/${term.term}/step`, { step: name, on, evidence: '公告栏照片' })
  expect((await step('filing-done')).body.code).toBe('step-unfit')
  const noted = await step('list-published')
  expect(noted.body.deadlines[0]).toMatchObject({ step: 'list-published', done: today(), evidence: '公告栏照片' })
  expect((await step('list-published')).body.code).toBe('step-noted')
  const filed = await step('filed')
  expect(filed.body.next!.step).toBe('reelection-reported')
  const entries = await rows<{ type: string }>(
    sql`select type from app.ledger_entry where subject = ${term.term} order by entry_id`,
  )
  expect(entries.map(({ type }) => type)).toEqual([
    'TermBegun',
    'TermRang',
    'TermRang',
    'TermStepNoted',
    'TermStepNoted',
  ])
})

test('everybody sees names, days and filing, and nothing else of anybody', async () => {
  const page = await town.as('visitor', { method: 'GET', url: '/c/com_sun/committee' })
  expect(page.status).toBe(200)
  for (const name of NAMES.slice(0, 5)) expect(page.text).toContain(name)
  expect(page.text).toContain('第1届业主委员会')
  expect(page.text).not.toMatch(/per_|139\d{8}|R1\.|公告栏照片/u)
})

test('a seat that ends takes the role with it at once, and whoever loses it is told (R1.46)', async () => {
  const vacate = (member: string, more: object = {}) =>
    act<TermFile & { code: string }>('staff', `terms/${term.term}/vacate`, {
      member,
      on: today(),
      reason: 'resigned',
      evidence: '辞职信',
      ...more,
    })
  expect((await vacate('m1', { evidence: ' ' })).status).toBe(400)
  expect((await vacate('m1', { on: addDays(today(), 1) })).body.code).toBe('term-day-unfit')
  const { body } = await vacate('m1')
  expect(body.standing).toMatchObject({ sitting: 4, open: 1, vacancy: 'by-election' })
  expect(body.members[0]!.vacancy).toMatchObject({ reason: 'resigned', evidence: '辞职信' })
  expect((await vacate('m1')).body.code).toBe('member-unknown')
  expect(await worn()).not.toContain(personId('raiser'))
  await runJobs()
  expect((await toldTo('raiser')).join()).toContain('委员席位自')
  const page = await town.as('visitor', { method: 'GET', url: '/c/com_sun/committee' })
  expect(page.text).not.toContain(PEOPLE.raiser.name)
  expect(page.text).toContain('还有 1 席空缺')
})

test('whoever has sold is offered as a seat that ends (R1.46)', async () => {
  const before = await rows<{ unit_id: string; share: string }>(sql`delete from app.ownership
    where person_id = ${personId('police')} returning unit_id, share`)
  const { body } = await read<TermFile>('staff', `terms/${term.term}`)
  expect(body.members.map(({ owns }) => owns)).toEqual([true, true, true, false, null])
  for (const { unit_id, share } of before)
    await rows(sql`insert into app.ownership values ('com_sun', ${unit_id}, ${personId('police')}, ${share})`)
})

test('a by-election is asked where owners vote, and those whom it elects take the vacant seats', async () => {
  const draft = await draftElection(town, { names: ['杨帆'], sitting: 4, wins: 1 })
  await act('staff', `polls/${draft.poll}/withdraw`, { reason: '重拟' })
  const { body: asked } = await read<TermFile>('staff', `terms/${term.term}`)
  expect(asked.matters.map(({ matter }) => matter)).toContain(draft.matter.matter)

  const { poll } = await electCommittee(town, { names: ['杨帆'], sitting: 4, wins: 1 })
  expect((await takeOver(poll)).body.code).toBe('election-unfit')
  const { body: offer } = await read<TermOffer>('staff', `term-offers?poll=${poll}`)
  expect(offer).toMatchObject({ joins: term.term, sitting: 4 })
  const members = [{ poll, choice: 'option-1', person: null }]
  const seated = await act<TermFile>('staff', `terms/${term.term}/seat`, { poll, members })
  expect(seated.body.standing).toMatchObject({ sitting: 5, open: 0, vacancy: 'full' })
  expect(seated.body.members.at(-1)).toMatchObject({ member: 'm6', name: '杨帆', known: false })
  const again = await act('staff', `terms/${term.term}/seat`, { poll, members })
  expect(again.body.code).toBe('term-taken')
})

test('a name that the roster did not know is found there later', async () => {
  await rows(sql`insert into app.person (community_id, person_id, name) values ('com_sun', 'per_yang', '杨帆')`)
  const match = () =>
    act<TermFile & { code: string }>('staff', `terms/${term.term}/match`, { member: 'm6', person: 'per_yang' })
  expect((await match()).body.code).toBe('member-not-owner')
  await rows(sql`insert into app.ownership values ('com_sun', 'unt_v4', 'per_yang', '1/1')`)
  const { body: found } = await read<TermFile>('staff', `terms/${term.term}`)
  expect(found.members.at(-1)!.rows.map(({ person }) => person)).toEqual(['per_yang'])
  expect((await match()).status).toBe(200)
  expect(await worn()).toContain('per_yang')
})

test('the next committee succeeds the one before: whoever sits on it keeps the role, the others lay it down', async () => {
  const { poll } = await electCommittee(town, {
    names: [PEOPLE.raiser.name, PEOPLE.neighbour.name, '甲', '乙', '丙'],
  })
  const { body: next, status } = await takeOver(poll)
  expect(status).toBe(201)
  expect(next.number).toBe(2)
  expect((await read<TermFile>('staff', `terms/${term.term}`)).body).toMatchObject({ status: 'over', how: 'succeeded' })
  expect(await worn()).toEqual(['raiser', 'neighbour'].map(personId).toSorted())
  await runJobs()
  expect((await toldTo('police')).join()).toContain('新一届已经产生')
  expect((await toldTo('neighbour')).filter((body) => body.includes('新一届已经产生'))).toEqual([])
  const late = await act('staff', `terms/${term.term}/step`, { step: 'met', on: today(), evidence: '纪要' })
  expect(late.body.code).toBe('not-in-this-state')

  await pass(endOfDay(next.until as LocalDate))
  expect((await read<TermFile>('staff', `terms/${next.term}`)).body).toMatchObject({ status: 'over', how: 'expired' })
  expect(await worn()).toEqual([])
  expect((await toldTo('staff')).join()).toContain('任期已满')
})

test('a ballot that elected fewer than half begins no term, and with what was voted on again it does', async () => {
  const first = await electCommittee(town, { wins: 2 })
  expect((await takeOver(first.poll)).body.code).toBe('too-few-elected')
  const rest = NAMES.slice(2)
  const { poll: second } = await electCommittee(town, { names: rest, sitting: 2, again: first.poll, wins: 3 })
  const { body: offer } = await read<TermOffer>('staff', `term-offers?poll=${second}`)
  expect(offer.elected.map(({ name }) => name)).toEqual(NAMES.slice(0, 5))
  const { body, status } = await takeOver(second)
  expect(status).toBe(201)
  expect(body).toMatchObject({ number: 3, sitting: 5, polls: [first.poll, second] })
})
