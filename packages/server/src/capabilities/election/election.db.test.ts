// A secret election on real PostgreSQL through its own doors: the roll, the register under races, boxes counted by two, the second round, and that nothing kept says who voted how.
import type { RollLine, RollProposal } from '@yishi/contract/election'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, isRefused, later } from '@yishi/domain/kernel'
import { electionFileSchema, recountElection } from '@yishi/domain/secret-election'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, personId } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { electionDoors } from './testing/doors.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const { act, done, look, tellAll } = electionDoors(() => town)
const codeOf = async (who: Caller, path: string, json: object = {}) => (await act(who, path, json)).body.code
const rows = <T>(query: RawBuilder<T>) => rowsIn(town, query)
const rollOf = async (election: string): Promise<RollLine[]> =>
  (await look('staff', `/api/elections/${election}/roll`)).json()

const NAMES = ['赵国强', '钱桂芳', '孙建军']
const CANDIDATES = NAMES.map((name) => ({ name, profile: `${name}，老党员。`, woman: true }))
const ONE_SEAT = { boxes: ['一号箱'], posts: [{ seats: 1, candidates: CANDIDATES }] }
const plan = () => ({
  law: 'sh-village-election',
  title: '村委会换届选举',
  posts: [{ seats: 2, candidates: CANDIDATES }],
  day: addDays(localDateOf(town.ctx.clock.now()), 22),
  place: '村委会大院，8:00–16:00',
  boxes: ['东片', '西片'],
})
const VOTERS = Array.from({ length: 30 }, (_, n) => ({ name: `欧阳村民${n + 1}`, group: n < 15 ? '一组' : '二组' }))

const published = async (more: object = {}, voters = VOTERS): Promise<ElectionFileView> => {
  const { election } = await done('staff', '', { ...plan(), ...more })
  return done('staff', `/${election}/publish`, { voters })
}
const opened = async (more: object = {}): Promise<ElectionFileView> => {
  const { election, day } = await published(more)
  await town.advanceTo(startOfDay(day as `${number}-${number}-${number}`))
  return done('staff', `/${election}/open`)
}
const giveAll = async (election: string, many: number) => {
  const roll = await rollOf(election)
  for (const { voter } of roll.slice(0, many)) await done('staff', `/${election}/give`, { voter, to: 'self' })
}
const section = (votes: Readonly<Record<string, number>>, more: object = {}) => ({
  spoiled: 0,
  blank: 0,
  votes,
  written: [],
  ...more,
})
const count = (votes: readonly number[], collected: number) => ({
  collected,
  spoiled: 0,
  posts: { p1: section(Object.fromEntries(votes.map((each, index) => [`c${index + 1}`, each]))) },
})
const elected = (...keys: readonly string[]) => keys.map((key) => ({ post: 'p1', key }))
/** Voted on again on the same day. */
const again = async (election: string): Promise<ElectionFileView> => {
  await done('staff', `/${election}/fix`, { day: localDateOf(town.ctx.clock.now()), place: '村委会大院' })
  return done('staff', `/${election}/next`)
}
const both = async (election: string, box: number, counted: object): Promise<ElectionFileView> => {
  await done('staff', `/${election}/box`, { box, count: counted })
  return done('branch', `/${election}/box`, { box, count: counted })
}

/** With all that the clock rings for on the way. */
const wakeAt = (to: `${string}Z`) => passIn(town, to)

const messagesOf = (election: string) =>
  rows<{ body: string; people: number }>(sql`
    select body, count(*)::integer as people from app.message where link = ${`/elections/${election}`}
    group by body order by min(at), body`)

test('from the roll to the second round, said on the spot, and counted again from its file (R2.4)', async () => {
  const draft = await done('staff', '', plan())
  const { election } = draft
  expect((await look('visitor', `/elections/${election}`)).status).toBe(404)
  await done('staff', `/${election}/publish`, { voters: VOTERS })
  const page = await look('visitor', `/elections/${election}`)
  expect(page.text).toContain('欧阳***')
  expect(page.text).not.toContain('欧阳村民1')
  const paperRoll = await look('staff', `/elections/${election}/roll`)
  expect(paperRoll.text).toContain('欧阳村民30')

  const form = { text: '名单漏了我家老人', name: '王五' }
  const said = await town.as('visitor', { method: 'POST', url: `/elections/${election}/objections`, form })
  expect(said.status).toBe(303)
  await town.advanceTo(startOfDay(draft.day as `${number}-${number}-${number}`))
  expect(await codeOf('staff', `/${election}/open`)).toBe('objections-unruled')
  const file = (await look('staff', `/api/elections/${election}`)).json() as ElectionFileView
  const { objection } = file.objections[0]!
  const ruled = await done('staff', `/${election}/rule`, { objection, upheld: false, reason: '户口已迁出' })
  expect(ruled.objections[0]!.ruling).toMatchObject({ upheld: false, late: true })
  const late = await town.as('visitor', { method: 'POST', url: `/elections/${election}/objections`, form })
  expect(late.status).toBe(409)
  await done('staff', `/${election}/open`)

  const ballots = await look('staff', `/elections/${election}/paper?copies=3`)
  expect(ballots.text.match(/class="secret-ballot"/gu)).toHaveLength(3)
  const sheets = ballots.text
    .split('class="secret-ballot"')
    .slice(1)
    .map((each) => each.split('</article>')[0])
  expect(new Set(sheets).size).toBe(1)
  expect(sheets[0]).not.toMatch(/svg|data-|vtr_|elc_/u)

  await giveAll(election, 26)
  expect((await done('staff', `/${election}/close`)).status).toBe('counting')
  const first = count([10, 6, 5], 13)
  await done('staff', `/${election}/box`, { box: 0, count: first })
  const blind = (await look('branch', `/api/elections/${election}`)).json() as ElectionFileView
  expect(blind.counted[0]).toMatchObject({ settled: null, differs: false, mine: false })
  expect(blind.counted[0]!.by).toHaveLength(1)
  expect(JSON.stringify(blind.counted)).not.toContain('"votes"')
  expect(await codeOf('staff', `/${election}/box`, { box: 0, count: first })).toBe('second-person-needed')
  const differing = await done('branch', `/${election}/box`, { box: 0, count: count([10, 7, 5], 13) })
  expect(differing.counted[0]).toMatchObject({ differs: true, settled: null })
  expect((await done('counsel', `/${election}/box`, { box: 0, count: first })).counted[0]!.settled).toEqual(first)
  const short = await both(election, 1, count([9, 6, 5], 13))
  expect(short).toMatchObject({
    status: 'short',
    elected: elected('c1'),
    results: [{ round: 1, open: 1, sections: [{ next: ['c2', 'c3'] }] }],
  })
  const told = await look('visitor', `/elections/${election}`)
  expect(told.text).toContain('赵国强 得票 19 ÷ 收回的票 26 > 1/2？ 2×19=38 > 26 ✓')

  expect((await again(election)).turn).toMatchObject({
    round: 2,
    number: 2,
    sections: [{ standing: [{ key: 'c2' }, { key: 'c3' }] }],
    given: 0,
    writeIns: false,
  })
  await giveAll(election, 20)
  await done('staff', `/${election}/close`)
  const runoff = { collected: 20, spoiled: 0, posts: { p1: section({ c2: 12, c3: 7 }, { spoiled: 1 }) } }
  await both(election, 1, { collected: 0, spoiled: 0, posts: { p1: section({ c2: 0, c3: 0 }) } })
  const decided = await both(election, 0, runoff)
  expect(decided).toMatchObject({ status: 'decided', elected: elected('c1', 'c2') })

  await tellAll()
  expect(new Set((await messagesOf(election)).map(({ body }) => body))).toEqual(
    new Set(['计票完了，当选：赵国强；还有 1 席空缺。', '计票完了，当选：钱桂芳。每一票怎么算的，点开就能看。']),
  )

  const tally = (await look('visitor', `/elections/${election}/tally.json`)).json() as unknown[]
  const recounted = tally.map((each) => recountElection(electionFileSchema.parse(each)))
  expect(recounted).toEqual(decided.results)
  expect(recounted.some((each) => isRefused(each))).toBe(false)
})

describe('the register', () => {
  test('four tables at the same moment give one ballot to one voter', async () => {
    const { election } = await opened()
    const [{ voter }] = (await rollOf(election)) as [RollLine]
    const answers = await Promise.all(
      ['staff', 'branch', 'staff', 'counsel'].map((who) =>
        act(who as Caller, `/${election}/give`, { voter, to: 'self' }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect(await rows(sql`select from app.election_given where election_id = ${election}`)).toHaveLength(1)
  })
  test('while ballots are given out and the voting closes, exactly those were given that are told', async () => {
    const { election } = await opened()
    const roll = await rollOf(election)
    const giving = roll.slice(0, 8).map(({ voter }) => act('branch', `/${election}/give`, { voter, to: 'self' }))
    const closing = act<ElectionFileView>('staff', `/${election}/close`)
    const [answers] = await Promise.all([Promise.all(giving), closing])
    const given = answers.filter(({ status }) => status === 200).length
    const file = (await look('staff', `/api/elections/${election}`)).json() as ElectionFileView
    expect(file.turn!.given).toBe(given)
    expect(await rows(sql`select from app.election_given where election_id = ${election}`)).toHaveLength(given)
  })
  test('a proxy takes the ballot of a principal, arranged in time, and the principal none', async () => {
    const { election, day } = await published()
    const [principal, holder] = (await rollOf(election)) as [RollLine, RollLine]
    const pair = { principal: principal.voter, holder: holder.voter, relation: '父子' }
    await done('staff', `/${election}/proxy`, pair)
    expect((await look('visitor', `/elections/${election}`)).text).toContain('父子')
    await town.advanceTo(startOfDay(addDays(day as `${number}-${number}-${number}`, -4)))
    const other = { ...pair, principal: (await rollOf(election))[2]!.voter }
    expect(await codeOf('staff', `/${election}/proxy`, other)).toBe('proxy-too-late')
    await town.advanceTo(startOfDay(day as `${number}-${number}-${number}`))
    await done('staff', `/${election}/open`)
    expect(await codeOf('staff', `/${election}/give`, { voter: principal.voter, to: 'self' })).toBe('proxy-votes')
    await done('staff', `/${election}/give`, { voter: principal.voter, to: 'proxy' })
    expect(
      await rows(
        sql`select voter_id as voter, holder_id as holder from app.election_given where election_id = ${election}`,
      ),
    ).toEqual([{ voter: principal.voter, holder: holder.voter }])
  })
})

test('two tellers who enter a box at the same moment are two counts; one who does so twice is one', async () => {
  const { election } = await opened(ONE_SEAT)
  await giveAll(election, 20)
  await done('staff', `/${election}/close`)
  const entered = { box: 0, count: count([15, 5, 0], 20) }
  const answers = await Promise.all(
    (['staff', 'staff', 'branch'] as const).map((who) => act<ElectionFileView>(who, `/${election}/box`, entered)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  const file = (await look('staff', `/api/elections/${election}`)).json() as ElectionFileView
  expect(file).toMatchObject({ status: 'decided', elected: elected('c1') })
  expect(await rows(sql`select from app.election_count where election_id = ${election}`)).toHaveLength(2)
})

test('a roll is corrected with a reason, and who was struck takes no ballot', async () => {
  const { election, day } = await published()
  const [first] = (await rollOf(election)) as [RollLine]
  const change = {
    add: [
      { name: '新户主', group: '二组' },
      { name: '另一户主', group: '二组' },
    ],
    strike: [first.voter],
    reason: '申诉成立',
  }
  expect((await done('staff', `/${election}/correct`, change)).roll!.registered).toBe(31)
  const last = (await rollOf(election)).at(-1)!
  expect(last).toMatchObject({ number: 32, name: '另一户主' })
  await town.advanceTo(startOfDay(day as `${number}-${number}-${number}`))
  await done('staff', `/${election}/open`)
  expect(await codeOf('staff', `/${election}/give`, { voter: first.voter, to: 'self' })).toBe('voter-struck')
})

test('the roll hangs for twenty whole days, whoever is in a hurry', async () => {
  const { election } = await done('staff', '', { ...plan(), day: addDays(localDateOf(town.ctx.clock.now()), 20) })
  expect(await codeOf('staff', `/${election}/publish`, { voters: VOTERS })).toBe('roll-too-late')
})

test('no table of the database has a voter, or who gave out their ballot, beside a mark', async () => {
  const found = await rows<{ name: string; columns: string[] }>(
    sql`select table_name as name, array_agg(column_name::text order by 1) as columns from information_schema.columns
      where table_schema = 'app' and table_name like 'election%' group by 1 order by 1`,
  )
  const marks = ['count', 'choice', 'votes', 'box']
  const voters = ['voter_id', 'holder_id', 'proxy_id', 'name']
  for (const { name, columns } of found)
    expect(columns.some((each) => marks.includes(each)) && columns.some((each) => voters.includes(each)), name).toBe(
      false,
    )
  expect(found.map(({ name }) => name)).toEqual([
    'election',
    'election_count',
    'election_given',
    'election_objection',
    'election_voter',
  ])
  const states = await rows<{ state: object }>(
    sql`select state from app.election where status in ('counting', 'short', 'decided')`,
  )
  expect(states.length).toBeGreaterThan(1)
  for (const { state } of states) expect(JSON.stringify(state)).not.toMatch(/vtr_/u)
})

test('what was given out and counted cannot be changed or taken away again', async () => {
  for (const statement of [
    sql`update app.election_given set turn = 9`,
    sql`delete from app.election_given`,
    sql`update app.election_count set box = 9`,
    sql`delete from app.election_voter`,
  ])
    await expect(rows(statement)).rejects.toThrow(/permission denied/u)
})

test('objections come in for five days from whoever has something to say', async () => {
  const { election, roll } = await published()
  await town.advanceTo(later(roll!.objectionsUntil as `${string}Z`, -1))
  const object = (form: object) =>
    town.as('visitor', {
      method: 'POST',
      url: `/elections/${election}/objections`,
      form: form as Record<string, string>,
    })
  expect((await object({ text: '', name: '王五' })).status).toBe(422)
  expect((await object({ text: '漏了', name: '王五' })).status).toBe(303)
  await town.advanceTo(roll!.objectionsUntil as `${string}Z`)
  const late = await object({ text: '又漏了', name: '王五' })
  expect([late.status, late.text.includes('又漏了')]).toEqual([409, true])
  expect(later(roll!.objectionsUntil as `${string}Z`, -5 * DAY) > '2026').toBe(true)
})

test('everybody in the community hears of roll, vote and result, once, and also whoever is not on the roll', async () => {
  const [known] = await rows<{ people: number }>(sql`select count(distinct person_id)::integer as people from (
    select person_id from app.membership where ends is null union select person_id from app.ownership) everybody`)
  const { election, day } = await published(ONE_SEAT)
  await tellAll()
  expect(await messagesOf(election)).toEqual([
    { body: expect.stringMatching(/^选民名单贴出来了.*8:00–16:00。$/u), ...known! },
  ])
  await town.advanceTo(startOfDay(day as `${number}-${number}-${number}`))
  await done('staff', `/${election}/open`)
  await tellAll()
  await giveAll(election, 20)
  await done('staff', `/${election}/close`)
  await both(election, 0, count([15, 5, 0], 20))
  await tellAll()
  const all = await messagesOf(election)
  expect(all.map(({ body }) => body.slice(0, 12))).toEqual([
    expect.stringMatching(/^选民名单/u),
    expect.stringMatching(/^今天投票/u),
    '计票完了，当选：赵国强。',
  ])
  expect(all.every(({ people }) => people === known!.people)).toBe(true)
})

describe('a roll from the roster', () => {
  const proposalOf = async (who: Caller, election: string) => {
    const answer = await look(who, `/api/elections/${election}/roster`)
    return { status: answer.status, body: answer.json() as RollProposal & { code: string } }
  }
  test('proposes who lives here on that day, each once, and is for those who run it, while it is a draft', async () => {
    const { election, day } = await done('staff', '', plan())
    const { body } = await proposalOf('staff', election)
    const known = await rows<{ person: string }>(sql`select distinct person_id as person from app.membership
      where role = 'resident' and (ends is null or ends > ${startOfDay(day as `${number}-${number}-${number}`)}) order by 1`)
    expect(body.voters.map(({ person }) => person).toSorted()).toEqual(known.map(({ person }) => person))
    expect(body.voters.find(({ person }) => person === personId('raiser'))).toMatchObject({
      name: '皇甫静姝',
      proposed: true,
    })
    expect(body).toMatchObject({ age: 18, more: 0 })
    expect(Number(body.bornBy.slice(0, 4))).toBe(Number(day.slice(0, 4)) - 18)
    expect((await proposalOf('volunteer', election)).body.code).toBe('not-your-election')
    await done('staff', `/${election}/publish`, { voters: VOTERS })
    expect((await proposalOf('staff', election)).body.code).toBe('not-in-this-state')
  })
  test('whoever moves away before the day, or in after it, is not proposed', async () => {
    const { election, day } = await done('staff', '', plan())
    const voting = startOfDay(day as `${number}-${number}-${number}`)
    const has = async () =>
      (await proposalOf('staff', election)).body.voters.some((each) => each.person === personId('neighbour'))
    const moved = (starts: string, ends: string | null) =>
      rows(sql`update app.membership set starts = ${starts}, ends = ${ends}
        where person_id = ${personId('neighbour')} and role = 'resident'`)
    const [before] = await rows<{ starts: string }>(sql`select starts from app.membership
      where person_id = ${personId('neighbour')} and role = 'resident'`)
    expect(await has()).toBe(true)
    await moved(before!.starts, voting)
    expect(await has()).toBe(false)
    await moved(before!.starts, later(voting, 1))
    expect(await has()).toBe(true)
    await moved(later(voting, DAY), null)
    expect(await has()).toBe(false)
    await moved(before!.starts, null)
  })
  test('the group of somebody is the building that they live in', async () => {
    const { election } = await done('staff', '', plan())
    const [home] = await rows<{ path: string; name: string }>(
      sql`select path, name from app.node where kind = 'building' order by path limit 1`,
    )
    const live = (path: string) =>
      rows(
        sql`update app.membership set path = ${path} where person_id = ${personId('neighbour')} and role = 'resident'`,
      )
    const groupNow = async () =>
      (await proposalOf('staff', election)).body.voters.find(({ person }) => person === personId('neighbour'))!.group
    expect(await groupNow()).toBe('')
    await live(home!.path)
    expect(await groupNow()).toBe(home!.name)
    await live('')
  })
  test('whom it names hears that they stand on it, and nobody hears twice; nobody unknown is put on it', async () => {
    const { election, day } = await done('staff', '', plan())
    const stranger = { person: 'per_nobody', name: '陌生人', group: '' }
    expect(await codeOf('staff', `/${election}/publish`, { voters: [stranger] })).toBe('voter-unknown')
    const drawn = { person: personId('raiser'), name: '皇甫静姝', group: '一组' }
    expect(await codeOf('staff', `/${election}/publish`, { voters: [drawn, drawn] })).toBe('roll-twice')
    await done('staff', `/${election}/publish`, { voters: [drawn, ...VOTERS] })
    await tellAll()
    const [known] = await rows<{ people: number }>(sql`select count(distinct person_id)::integer as people from (
      select person_id from app.membership where ends is null union select person_id from app.ownership) everybody`)
    const told = () =>
      rows<{ person: string; body: string }>(sql`select person_id as person, body from app.message
        where link = ${`/elections/${election}`} and channel = 'inbox' order by at, person_id`)
    const first = await told()
    expect(first).toHaveLength(known!.people)
    expect(new Set(first.map(({ person }) => person)).size).toBe(known!.people)
    const listed = first.filter(({ body }) => body.startsWith('选民名单贴出来了，上面有您'))
    expect(listed.map(({ person }) => person)).toEqual([drawn.person])

    const roll = await rollOf(election)
    expect(JSON.stringify(roll)).not.toContain('per_')
    await done('staff', `/${election}/correct`, { add: [], strike: [roll[0]!.voter], reason: '户口已迁出' })
    await wakeAt(startOfDay(day as `${number}-${number}-${number}`))
    await done('staff', `/${election}/open`)
    await tellAll()
    const voting = (await told()).filter(({ body }) => body.includes('今天投票'))
    expect(voting).toHaveLength(known!.people)
    expect(voting.filter(({ body }) => body.includes('您在选民名单上'))).toEqual([])
  })
})

test('those who run it hear of an objection at once, and once more when its ruling is late; nobody else does', async () => {
  const [keepers] = await rows<{ people: number }>(sql`select count(distinct person_id)::integer as people
    from app.membership where ends is null and path = '' and role in ('staff', 'branch', 'street-office')`)
  const { election } = await published()
  const object = (name: string) =>
    town.as('visitor', { method: 'POST', url: `/elections/${election}/objections`, form: { text: '漏了', name } })
  await object('王五')
  await object('赵六')
  const of = async () =>
    ((await look('staff', `/api/elections/${election}`)).json() as ElectionFileView).objections.toSorted((a, b) =>
      a.name.localeCompare(b.name, 'zh'),
    )
  const [late, ruled] = (await of()) as [ElectionFileView['objections'][number], ElectionFileView['objections'][number]]
  expect(late.due).toBe(ruled.due)
  await tellAll()
  const toKeepers = () =>
    rows<{ body: string; people: number }>(sql`select body, count(*)::integer as people from app.message
      where link = ${`/console/elections/${election}`} group by body, title order by min(at), body`)
  expect(await toKeepers()).toEqual([
    { body: expect.stringMatching(/^有人对选民名单提了意见，请在 .* 24:00 前答复。$/u), people: keepers!.people * 2 },
  ])
  await done('staff', `/${election}/rule`, { objection: ruled.objection, upheld: true, reason: '补上' })
  await wakeAt(late.due as `${string}Z`)
  await tellAll()
  expect((await toKeepers()).at(-1)).toEqual({
    body: expect.stringMatching(/^对选民名单的意见，有 1 条过了答复期限/u),
    ...keepers!,
  })
  expect((await of())[0]!.due).toBeNull()
  const { election: quick } = await published()
  await town.as('visitor', {
    method: 'POST',
    url: `/elections/${quick}/objections`,
    form: { text: '漏了', name: '王五' },
  })
  const { objections } = (await look('staff', `/api/elections/${quick}`)).json() as ElectionFileView
  const { objection } = objections[0]!
  await done('staff', `/${quick}/rule`, { objection, upheld: true, reason: '补上' })
  await tellAll()
  expect(await rows(sql`select from app.message where link = ${`/console/elections/${quick}`}`)).toEqual([])
  await wakeAt(later(late.due as `${string}Z`, DAY))
  await tellAll()
  expect(await toKeepers()).toHaveLength(2)
})

test('on the day before everybody is reminded, once; whoever looks later on the day itself is not told that it is tomorrow', async () => {
  const { election, day } = await published()
  await tellAll()
  const eve = startOfDay(addDays(day as `${number}-${number}-${number}`, -1))
  await wakeAt(later(eve, 9 * 3_600_000 - 1))
  expect(town.jobs.filter(({ data }) => data['election'] === election)).toEqual([])
  await wakeAt(later(eve, 9 * 3_600_000))
  await tellAll()
  expect((await messagesOf(election)).at(-1)!.body).toMatch(/^明天投票，请带身份证/u)
  const other = await published()
  await wakeAt(startOfDay(other.day as `${number}-${number}-${number}`))
  await tellAll()
  expect((await messagesOf(other.election)).filter(({ body }) => body.includes('明天'))).toEqual([])
  expect(await codeOf('staff', `/${other.election}/correct`, { add: [], strike: [], reason: '迟了' })).toBe(
    'correction-too-late',
  )
})

test('of a draft that is taken back nobody hears; of a vote whose roll hung, everybody', async () => {
  const { election } = await done('staff', '', plan())
  await done('staff', `/${election}/withdraw`, { reason: '先不选' })
  const hung = await published()
  await done('staff', `/${hung.election}/withdraw`, { reason: '名单有误' })
  await tellAll()
  expect(await messagesOf(election)).toEqual([])
  expect((await messagesOf(hung.election)).at(-1)!.body).toBe('这次选举撤回了，您不用去投票。')
})

test('everybody finds the elections of a community in one list: what runs, what is ahead, what was held; and no draft', async () => {
  const title = (n: number) => `名单上的选举${n}号`
  const lists = () => look('visitor', '/c/com_sun/elections')
  const draft = await done('staff', '', { ...plan(), title: title(0) })
  const hung = await published({ title: title(1), ...ONE_SEAT })
  const phaseOf = async (n: number) => {
    const { text } = await lists()
    const cards = text.split('<section').filter((card) => card.includes(`${title(n)}</b>`))
    return cards.map((card) => /<h2>([^<]*)/u.exec(card)?.[1])
  }
  expect(await phaseOf(0)).toEqual([])
  expect(await phaseOf(1)).toEqual(['名单公布中，可以提意见'])
  const board = async () => (await look('visitor', '/c/com_sun')).text
  expect(await board()).toContain(`/elections/${hung.election}`)
  expect(await board()).not.toContain(`/elections/${draft.election}`)
  await town.advanceTo(hung.roll!.objectionsUntil as `${string}Z`)
  expect(await phaseOf(1)).toEqual(['就要投票'])
  await town.advanceTo(startOfDay(hung.day as `${number}-${number}-${number}`))
  await done('staff', `/${hung.election}/open`)
  expect(await phaseOf(1)).toEqual(['正在进行'])
  await giveAll(hung.election, 20)
  await done('staff', `/${hung.election}/close`)
  expect(await board()).not.toContain(`/elections/${hung.election}`)
  expect(await phaseOf(1)).toEqual(['正在进行'])
  await done('staff', `/${hung.election}/box`, { box: 0, count: count([15, 5, 0], 20) })
  expect((await lists()).text).not.toContain('votes')
  await done('branch', `/${hung.election}/box`, { box: 0, count: count([15, 5, 0], 20) })
  expect(await phaseOf(1)).toEqual(['已经选过'])
  expect((await lists()).text).toContain('当选：赵国强')
  expect((await look('visitor', '/c/com_none/elections')).status).toBe(404)
})
