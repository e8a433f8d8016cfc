import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { PagesModule } from '@yishi/contract/pages'
import { type Ids, isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WEB_DIRECTORY } from '../assembly.ts'
import { alertJobs } from '../capabilities/alert/index.ts'
import { budgetJobs } from '../capabilities/budget/index.ts'
import { cardJobs } from '../capabilities/card/index.ts'
import { drawJobs } from '../capabilities/draw/index.ts'
import { electionJobs } from '../capabilities/election/index.ts'
import { claimJobs, identityCheckJobs } from '../capabilities/identity/index.ts'
import { termJobs } from '../capabilities/term/index.ts'
import { joiningJobs } from '../capabilities/joining/index.ts'
import { onCallAt } from '../capabilities/duty/index.ts'
import { meetingJobs } from '../capabilities/meeting/index.ts'
import { isTold, storyRows } from '../capabilities/matter/story.ts'
import { localOutbox, messageJobs } from '../capabilities/message/index.ts'
import { noticeJobs } from '../capabilities/notice/index.ts'
import { pollJobs } from '../capabilities/poll/index.ts'
import { transcriberJobs } from '../capabilities/recording/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import { performer } from '../wiring.ts'
import { DEMO_PREFIX, PLANS } from './plans.ts'
import { layOut, stairwayOf } from './ground.ts'
import { firstOfEach } from './links.ts'
import { gather } from './people.ts'
import { demoEntrances, demoStanding, seedDemo } from './index.ts'
import { TOLD, type ToldMeeting } from './told.ts'

/** The smallest of the three communities, with half of its matters and two that end badly. */
const plan = { ...PLANS[2]!, areas: ['145.20'] }
const few = TOLD['hupan']!.filter(
  ({ picture, until }, index) => index % 2 === 0 || picture === 'puddle' || until === 'rate',
)
const told = (stands: ToldMeeting['stands'], days: number) => {
  const model = TOLD['lantian']!.find(({ meeting }) => meeting?.stands === stands)!
  return { ...model, at: few[0]!.at, days: stands === 'minuted' ? 12 : days }
}
const more = [
  { ...few[0]!, from: 'overdue', days: 20, until: 'complete' as const, exact: true },
  ...['called', 'sitting', 'minuted'].map((stands, index) => told(stands as ToldMeeting['stands'], 9 - 3 * index)),
  { ...few.find(({ score, until }) => score && !until)!, from: 'opened again', days: 13, reopen: '又坏了。' },
  { ...few[0]!, from: 'said aloud', days: 0.1, until: 'sort' as const, spoken: 2 },
  { ...few[0]!, from: 'for a neighbour', days: 2, until: 'place' as const, helped: '沈阿婆' },
]

let pages: PagesModule
let database: FreshDatabase
let ctx: ReturnType<typeof testContext>['ctx']

const ask = async <Row>(question: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  (await inCommunities(database.db, [plan.id], (trx) => question.execute(trx))).rows

beforeAll(async () => {
  database = await freshDatabase()
  ctx = testContext(database.db).ctx
  pages = (await import(pathToFileURL(join(WEB_DIRECTORY, 'pages.js')).href)) as PagesModule
  expect(await demoStanding(ctx)).toBe('empty')
  const telling = { pages, channel: localOutbox }
  const jobs = {
    ...messageJobs(telling),
    ...alertJobs(telling),
    ...budgetJobs(telling),
    ...electionJobs(telling),
    ...drawJobs(telling),
    ...joiningJobs(telling),
    ...meetingJobs(telling),
    ...noticeJobs(telling),
    ...pollJobs(telling),
    ...claimJobs(telling),
    ...termJobs(telling),
    ...identityCheckJobs(null),
    ...cardJobs(telling),
    ...transcriberJobs(null),
  }
  await seedDemo(ctx, { performer, jobs }, { plans: [plan], told: { hupan: [...few, ...more] } })
}, 60_000)
afterAll(() => database.drop())

test('every open matter has somebody responsible and a due time, or its clocks stand still', async () => {
  const open = await ask(sql<{ responsible: string | null; due_at: string | null; still: boolean }>`
    select party.party_id as responsible, due_at, jsonb_path_exists(course, '$.clocks[*] ? (@.paused != null)') as still
    from app.matter left join app.party on party.community_id = matter.community_id and party.party_id = matter.responsible
    where status = 'open'`)
  expect(open.length).toBeGreaterThan(4)
  expect(open.filter(({ responsible, due_at, still }) => !responsible || (!due_at && !still))).toEqual([])
  expect(open.filter(({ due_at }) => !due_at).length).toBeLessThan(open.length / 4)
})

test('the day is a living one: every phase, something overdue and escalated, something opened again', async () => {
  const phases = await ask(sql<{ phase: string }>`select distinct phase from app.matter`)
  expect(phases.map(({ phase }) => phase).toSorted()).toEqual(
    ['closed', 'in-hand', 'received', 'to-rate', 'to-revisit'].toSorted(),
  )
  const [late] = await ask(sql<{ n: number }>`
    select count(*) as n from app.matter where status = 'open' and due_at < ${ctx.clock.now()} and escalation > 0`)
  expect(late!.n).toBeGreaterThan(0)
  const [again] = await ask(
    sql<{ n: number }>`select count(*) as n from app.ledger_entry where type = 'MatterReopened'`,
  )
  expect(again!.n).toBe(1)
})

test('whatever stands in a story has a sentence of its own', async () => {
  const matters = await ask(sql<{ id: string }>`select matter_id as id from app.matter`)
  const rows = await inCommunities(database.db, [plan.id], async (trx) => {
    const stories = await Promise.all(matters.map(({ id }) => storyRows(trx, plan.id, [id])))
    return stories.flat().filter((row) => isTold(row, 'handler'))
  })
  const types = [...new Set(rows.map(({ type }) => type))]
  expect(types).toEqual(expect.arrayContaining(['MatterRaised', 'PollOpened', 'CountingBegun', 'PollDecided']))
  const told = {
    at: ctx.clock.now(),
    by: null,
    text: null,
    stage: null,
    outcome: null,
    photos: [],
    figures: [],
    facts: {},
  }
  const sentence = (type: string) => pages.storySentence({ ...told, type }, 'zh')
  expect(types.filter((type) => sentence(type) === sentence('NoSuchType'))).toEqual([])
})

test('neighbours talk in groups: a chat waits to be looked through, a card is owed, some have joined', async () => {
  const [told] = await ask(sql<{ groups: number; waiting: number; owed: number; joined: number }>`
    select (select count(*) from app.chat_group) as groups,
      (select count(*) from app.excerpt_draft where fate = 'waiting') as waiting,
      (select count(*) from app.card where status = 'owed') as owed,
      (select count(*) from app.joining) as joined`)
  expect(told).toEqual({ groups: plan.leaders, waiting: 2, owed: 1, joined: 7 })
})

test('people meet: one meeting is still to come, one sits now, and what one resolved was handed out by itself', async () => {
  const meetings = await ask(sql<{ status: string; later: boolean; result: string | null }>`
    select status, starts_at > ${ctx.clock.now()} as later, result from app.meeting order by status`)
  expect(meetings).toEqual([
    { status: 'called', later: true, result: null },
    { status: 'minuted', later: false, result: 'agreed' },
    { status: 'sitting', later: false, result: null },
  ])
  const orders = await ask(sql<{ by_date: string }>`select by_date from app.work_order where by_date is not null`)
  expect(orders.length).toBeGreaterThan(0)
})

test('the past lies in the past, in the ledger, and in order', async () => {
  const [log] = await ask(sql<{ entries: number; leaves: number; waiting: number; future: number; days: number }>`
    select (select count(*) from app.ledger_entry) as entries, (select count(*) from app.ledger_leaf) as leaves,
      (select count(*) from app.ledger_pending) as waiting,
      (select count(*) from app.ledger_entry where at > ${ctx.clock.now()}) as future,
      (select count(distinct at::date) from app.ledger_checkpoint) as days`)
  expect(log).toMatchObject({ leaves: log!.entries, waiting: 0, future: 0 })
  expect(log!.entries).toBeGreaterThan(60)
  expect(log!.days).toBeGreaterThan(5)
})

test('no message goes to nowhere, and none is from today that was not', async () => {
  const lost = await ask(sql<object>`
    select message_id from app.message where (channel = 'inbox' and person_id is null)
      or (channel <> 'inbox' and (address is null or sent_at is null)) or link is null
      or (matter_id is null and link not like '/n/%' and link not like '/a/%' and link not like '/console/notices/%'
        and link not like '/budgets/%' and link not like '/draws/%' and link not like '/elections/%' and link not like '/console/elections/%' and link <> '/console/claims')`)
  expect(lost).toEqual([])
  const [told] = await ask(sql<{ n: number; moments: number }>`
    select count(*) as n, count(distinct at) as moments from app.message`)
  expect(told!.n).toBeGreaterThan(50)
  expect(told!.moments).toBeGreaterThan(20)
})

test('a notice has hung its time and its result hangs or hung; the objection to it was answered', async () => {
  const notices = await ask(sql<object>`
    select n.kind, n.status <> 'hanging' as over, n.result_of is not null as result, count(o.answer) as answers
    from app.notice n left join app.objection o using (community_id, notice_id)
    where not exists (select from app.poll where n.notice_id in (assembly ->> 'notice', assembly ->> 'resultNotice'))
    group by n.community_id, n.notice_id order by n.hung_at`)
  expect(notices).toEqual([
    { kind: 'list', over: true, result: false, answers: 1 },
    { kind: 'result', over: expect.any(Boolean) as boolean, result: true, answers: 0 },
  ])
})

test('one draw was made in two rounds and is open to objections, one waits for a lottery', async () => {
  const draws = await ask(sql<object>`
    select status, jsonb_array_length(announcement -> 'rounds') as rounds, jsonb_array_length(selected -> 1) as given,
      first_moment > ${ctx.clock.now()} as ahead, objectable_until > ${ctx.clock.now()} as open
    from app.draw order by announced_at`)
  expect(draws).toEqual([
    { status: 'drawn', rounds: 2, given: 8, ahead: false, open: true },
    { status: 'announced', rounds: 1, given: null, ahead: true, open: null },
  ])
})

test('one urgent notice runs, one is coming, one is over, and somebody is on call', async () => {
  const notices = await ask(sql<{ status: string; ahead: boolean; told: number }>`
    select status, begins > ${ctx.clock.now()} as ahead, (select count(*) from app.alert_entry e
      where e.alert_id = alert.alert_id) as told from app.alert order by issued_at`)
  expect(notices).toEqual([
    { status: 'lifted', ahead: false, told: 2 },
    { status: 'running', ahead: true, told: 1 },
    { status: 'running', ahead: false, told: 3 },
  ])
  const call = await inCommunities(database.db, [plan.id], (trx) =>
    onCallAt(trx, { community: plan.id, path: '' }, ctx.clock.now()),
  )
  expect(call.map(({ phone }) => phone)).toEqual(['021-57650000', '021-57650119'])
  const [seen] = await ask(sql<{ telephones: number; doors: number }>`
    select (select count(*) from app.alert_sight) as telephones, (select count(*) from app.alert_told) as doors`)
  expect(seen).toEqual({ telephones: 9, doors: 3 })
})

test('the territory has the size of the place that it is taken from', async () => {
  const [size] = await ask(sql<object>`select (select count(*) from app.unit) as units,
    (select count(*) from app.node where kind = 'stairway') as stairways, (select count(*) from app.place where kind = 'lamp-post') as lamps`)
  expect(size).toEqual({ units: plan.households, stairways: plan.stairways, lamps: plan.lamps })
})

test('somebody said it aloud and waits to be listened to; somebody is helped by a neighbour, with consent', async () => {
  const [told] = await ask(sql<object>`select (select count(*) from app.matter where unheard) as unheard,
    (select count(*) from app.matter where helper_id is not null) as helped, (select count(*) from app.consent) as consents`)
  expect(told).toEqual({ unheard: 1, helped: 1, consents: 1 })
})

test('it is known again as the demo, and nobody else’s installation ever is', async () => {
  expect(await demoStanding(ctx)).toBe('demo')
  expect(await demoStanding({ ...ctx, files: { ...ctx.files, read: () => Promise.resolve(null) } })).toBe('unfinished')
  expect(PLANS.every(({ id }) => id.startsWith(DEMO_PREFIX))).toBe(true)
  expect(isRefused(await demoEntrances(ctx))).toBe(false)
})

test('one shared budget was allocated, and in another the visitor can still vote', async () => {
  const rounds = await ask(sql<{ status: string; cast: number; winners: number | null }>`
    select status, (select count(*)::integer from app.budget_voter v where v.budget_id = b.budget_id and ballots > 0) as cast,
      jsonb_array_length(result -> 'winners') as winners
    from app.budget b order by status`)
  expect(rounds.map(({ status }) => status)).toEqual(['decided', 'open'])
  expect(rounds.every(({ cast }) => cast > 3)).toBe(true)
  expect(rounds[0]!.winners).toBeGreaterThan(1)
  const ways = await ask(sql<{ status: string; ways: string[]; waiting: number }>`
    select status, (select array_agg(distinct coalesce(noted_in, 'online') order by coalesce(noted_in, 'online')) from app.budget_ballot
        join app.budget_voter v using (community_id, ballot_id) where v.budget_id = b.budget_id) as ways,
      (select count(*)::integer from app.budget_reading r where r.budget_id = b.budget_id and step = 'read' and not exists (
        select from app.budget_reading o where o.ballot_id = r.ballot_id and o.number > r.number
          or o.ballot_id = r.ballot_id and o.step = 'noted')) as waiting
    from app.budget b order by status`)
  expect(ways[1]!.ways).toEqual(expect.arrayContaining(['online', 'paper']))
  expect(ways[0]!.ways).toEqual(['desk', 'online', 'paper'])
  expect(ways.map(({ waiting }) => waiting)).toEqual([0, 1])
})

test('owners of one stairway have decided, and decide now: by phone, on paper, with a sheet half read, and the visitor may still vote', async () => {
  const votes = await ask(sql<{ status: string; passed: boolean | null; channels: string[]; half: number }>`
    select status, passed, (select array_agg(distinct channel order by channel) from app.poll_voter v
        where v.poll_id = p.poll_id and channel is not null) as channels, (
      select count(*)::integer from app.paper_ballot b where b.poll_id = p.poll_id and b.status = 'read-once') as half
    from app.poll p where assembly is not null and question ->> 'type' <> 'candidates' order by status`)
  expect(votes).toMatchObject([
    { status: 'decided', passed: true, channels: ['online', 'paper'], half: 0 },
    { status: 'open', passed: null, channels: ['online', 'paper'] },
  ])
  expect(votes[1]!.half).toBeGreaterThan(0)
  const blank = await ask(sql<object>`
    select from app.poll_owner o join app.poll_voter v using (community_id, ballot_id) join app.membership m on m.community_id = o.community_id and m.person_id = o.person_id
    join app.poll p on p.community_id = v.community_id and p.poll_id = v.poll_id
    where m.role = 'resident' and ballots = 0 and p.assembly is not null`)
  expect(blank.length).toBeGreaterThan(0)
})

test('a house has elected its committee: published, filed, and one of the three has left since', async () => {
  const terms = await ask(sql<{ status: string; steps: object; sitting: number }>`
    select status, steps, (select count(*)::integer from app.term_member seat where seat.community_id = term.community_id
      and seat.term_id = term.term_id and vacated_on is null) as sitting from app.term`)
  expect(terms).toHaveLength(1)
  for (const { status, steps, sitting } of terms) {
    expect([status, sitting]).toEqual(['running', 2])
    expect(Object.keys(steps).toSorted()).toEqual(['filed', 'list-published'])
  }
})

test('one secret election was held, with a box that a third teller settled; of another the roll hangs and is objected to', async () => {
  const elections = await ask(sql<object>`
    select status, jsonb_array_length(state -> 'elected') as elected, (state ->> 'objectionsUntil')::timestamptz > ${ctx.clock.now()} as open,
      (select count(*)::integer from app.election_given g where g.election_id = e.election_id) as given,
      (select count(*)::integer from app.election_count c where c.election_id = e.election_id) as counts,
      (select count(*)::integer from app.election_objection o where o.election_id = e.election_id and ruled_at is null) as waiting
    from app.election e order by status`)
  expect(elections).toEqual([
    { status: 'decided', elected: 3, open: false, given: 31, counts: 5, waiting: 0 },
    { status: 'published', elected: null, open: true, given: 0, counts: 0, waiting: 1 },
  ])
})

test('households of one stairway have ranked lamps in more than one round, rank colours now, and the visitor may still vote', async () => {
  const asked = await ask(sql<{ status: string; passed: boolean | null; rounds: number | null; cast: number }>`
    select status, passed, jsonb_array_length(outcome -> 'count' -> 'rounds') as rounds, (
      select count(*)::integer from app.poll_voter v where v.poll_id = p.poll_id and ballots > 0) as cast
    from app.poll p where rule ->> 'key' = 'households-ranked' order by status`)
  expect(asked).toMatchObject([
    { status: 'decided', passed: true },
    { status: 'open', passed: null },
  ])
  expect(asked[0]!.rounds).toBeGreaterThan(1)
  expect(asked.every(({ cast }) => cast > 3)).toBe(true)
  const sheets = await ask(sql<{ status: string; choice: string[] | null }>`
    select paper.status, ballot.choice from app.paper_ballot paper
    join app.poll p on p.community_id = paper.community_id and p.poll_id = paper.poll_id
    left join app.poll_ballot ballot on ballot.community_id = paper.community_id and ballot.ballot_id = paper.ballot_id
    where p.rule ->> 'key' = 'households-ranked' order by paper.status desc, ballot.choice`)
  expect(sheets).toEqual([
    { status: 'settled', choice: ['option-1:1', 'option-3:1'] },
    { status: 'settled', choice: ['option-2', 'option-1'] },
    { status: 'read-once', choice: null },
  ])
  const visitor = (await firstOfEach(ctx, plan.id)).find(({ role }) => role === 'resident')!
  const blank = await ask(sql<object>`
    select from app.poll_owner o join app.poll_voter v using (community_id, ballot_id)
    join app.poll p on p.community_id = v.community_id and p.poll_id = v.poll_id
    where o.person_id = ${visitor.person} and ballots = 0 and p.status = 'open' and p.rule ->> 'key' = 'households-ranked'`)
  expect(blank.length).toBeGreaterThan(0)
})

test.each(PLANS.map((each) => [each.name, each] as const))(
  'in %s the resident with a link of the demo lives where the votes are',
  (_, each) => {
    let next = 0
    const ids: Ids = (prefix) => `${prefix}_${(next += 1)}`
    const ground = layOut(each, ids)
    const { byRole } = gather(each, ids, ground, [])
    expect(byRole.get('resident')![0]!.hats[0]!.path).toBe(stairwayOf(ground).path)
  },
)
