// Who may ask for a recall, in what time it is held, that the member is heard, and when it is carried. RULES R0.1, R0.2, R2.5; Organic Law of Villagers’ Committees (2018), art. 16.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, type Instant, isRefused, later } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  type ElectionLaw,
  type RecallDemand,
  NO_ELECTION,
  demandLine,
  electionEntry,
  electionFileSchema,
  electionLawByKey,
  electionWakesAt,
  keyedTurn,
  postsOfRecall,
  recountElection,
  sectionsOf,
} from './index.ts'
import { COMMUNITY } from '../matter/testing/community.ts'
import { BRANCH, NOW, VOLUNTEER, VOTERS, after, counting, decide, enter, lastOf } from './testing/two-posts.ts'

const SHANGHAI = electionLawByKey('sh-village-recall')!
const CHINA = electionLawByKey('cn-village-recall')!
const MEMBERS = [
  { office: '主任', name: '王芳', reasons: '半年没有开过会', statement: '' },
  { office: '委员', name: '赵六', reasons: '账目不清', statement: '' },
] as const
/** On the Monday on which it is drawn up; Shanghai's thirty days end on Wednesday, 1 April. */
const demand = (more: Partial<RecallDemand> = {}): RecallDemand => ({
  by: 'voters',
  signed: 12,
  of: 60,
  on: '2026-03-02',
  members: MEMBERS,
  ...more,
})
type Day = `${number}-${number}-${number}`
const draft = (recall: RecallDemand | null = demand(), law: ElectionLaw = SHANGHAI, day: Day = '2026-03-30') =>
  ({
    type: 'DraftElection',
    id: 'elc_1',
    community: COMMUNITY,
    law,
    plan: {
      title: '罢免村委会成员',
      purpose: '',
      posts: recall ? postsOfRecall(recall.members) : [],
      day,
      place: '大院',
      boxes: ['一号箱'],
      addsDown: false,
      furtherWithin: null,
      recall,
    },
  }) satisfies ElectionCommand
const PUBLISH: ElectionCommand = { type: 'PublishRoll', voters: VOTERS, strangers: 0 }
const drafted = (...asked: Parameters<typeof draft>) => after(NO_ELECTION, [draft(...asked), STAFF, NOW])
const publish = (state: Election, now: Instant = NOW) => decide(state, [PUBLISH, STAFF, now])
const voting = () => after(drafted(), [PUBLISH, STAFF, NOW], [{ type: 'OpenVoting', unruled: 0 }])

describe('is asked for by enough (R2.5)', () => {
  test.each([
    ['a fifth of the voters', { signed: 12 }, true],
    ['one less', { signed: 11 }, false],
    ['a third of the representatives', { by: 'representatives', signed: 10, of: 30 }, true],
    ['one less', { by: 'representatives', signed: 9, of: 30 }, false],
    ['a fifth of the representatives', { by: 'representatives', signed: 6, of: 30 }, false],
    ['a fifth that is no whole number, not reached', { signed: 12, of: 61 }, false],
    ['and reached', { signed: 13, of: 61 }, true],
  ] as const)('%s: %j', (_, asked, enough) => {
    const recall = demand(asked)
    expect(demandLine(SHANGHAI, recall)!.holds).toBe(enough)
    const found = publish(drafted(recall))
    if (enough) expect(found).toHaveProperty('events')
    else expect(found).toMatchObject({ refused: 'recall-too-few-signed' })
  })
  test('the sum is said with its numbers and its article', () => {
    expect(demandLine(SHANGHAI, demand())!.zh).toBe(
      '联名 12 ÷ 有选举权的村民 60 ≥ 1/5？ 5×12=60 ≥ 60 ✓（《村民委员会组织法》第十六条）',
    )
  })
  test.each([
    ['a recall without a demand', { ...draft(), plan: { ...draft().plan, recall: null } }],
    ['an election with one', { ...draft(), law: electionLawByKey('sh-village-election')! }],
    ['more signed than there are', draft(demand({ signed: 61 }))],
    ['somebody twice', draft(demand({ members: [MEMBERS[0], { ...MEMBERS[1], name: '王 芳' }] }))],
    ['votes added downwards', { ...draft(), plan: { ...draft().plan, addsDown: true } }],
  ])('%s is refused', (_, command) => {
    expect(decide(NO_ELECTION, [command, STAFF, NOW])).toMatchObject({ refused: 'recall-unfit' })
  })
})

describe('is held in the days that the rules give', () => {
  test('Shanghai: thirty days after it was asked for, as long as the roll can still hang in time', () => {
    expect(publish(drafted(demand(), SHANGHAI, '2026-04-01'))).toHaveProperty('events')
    expect(publish(drafted(demand(), SHANGHAI, '2026-04-02'))).toMatchObject({
      refused: 'recall-too-late',
      detail: { by: '2026-04-01' },
    })
    const tooLate: Instant = later(NOW, 11 * DAY)
    expect(publish(drafted(demand(), SHANGHAI, '2026-04-10'), tooLate)).toHaveProperty('events')
  })
  test('elsewhere no number of days is known, and none is invented', () => {
    expect(publish(drafted(demand(), CHINA, '2026-05-20'))).toHaveProperty('events')
    expect(electionWakesAt(drafted(demand(), CHINA))).toBeNull()
  })
  test('a draft rings while its roll can still hang in time, and once it is late', () => {
    const near: Instant = '2026-03-08T01:00:00.000Z'
    const late: Instant = '2026-04-02T01:00:00.000Z'
    expect(electionWakesAt(drafted())).toBe(near)
    const wake = (state: Election, now: Instant) => decide(state, [{ type: 'WakeElection' }, CLOCK, now])
    expect(wake(drafted(), later(near, -1))).toMatchObject({ events: [] })
    const rung = wake(drafted(), near)
    expect(rung).toMatchObject({ events: [{ type: 'RecallVoteDue', by: '2026-04-01', late: false }] })
    if (isRefused(rung)) throw new Error(rung.refused)
    expect(electionWakesAt(rung.state)).toBe(late)
    expect(wake(rung.state, late)).toMatchObject({ events: [{ late: true }] })
    expect(decide(drafted(), [{ type: 'WakeElection' }, STAFF, near])).toMatchObject({ refused: 'not-your-election' })
    expect(electionWakesAt(after(rung.state, [PUBLISH, STAFF, NOW]))).toBe('2026-03-29T01:00:00.000Z')
  })
})

test('the member is heard until the vote begins, and the ledger seals what they say', () => {
  const hear = (name = '王芳'): ElectionCommand => ({ type: 'HearMember', name, statement: '会议改在网上开了。' })
  const state = after(drafted(), [hear(), STAFF, NOW], [PUBLISH, STAFF, NOW], [hear('赵六'), STAFF, NOW])
  expect(state).toMatchObject({
    recall: { members: [{ statement: '会议改在网上开了。' }, { statement: '会议改在网上开了。' }] },
  })
  expect(decide(state, [hear('李强')])).toMatchObject({ refused: 'recall-member-unknown' })
  expect(decide(state, [hear(), PEOPLE.resident])).toMatchObject({ refused: 'not-your-election' })
  expect(decide(voting(), [hear()])).toMatchObject({ refused: 'not-in-this-state' })
  const { facts, sealed } = electionEntry.MemberHeard({ type: 'MemberHeard', name: '王芳', statement: '有会。' })
  expect([facts, sealed]).toEqual([{}, { name: '王芳', statement: '有会。' }])
})

const marks = (agree: number, against: number, collected: number) => ({
  agree,
  against,
  blank: collected - agree - against,
})
const box = (collected: number, first: ReturnType<typeof marks>, second = first): BoxCount => ({
  collected,
  spoiled: 0,
  posts: Object.fromEntries(
    [first, second].map(({ agree, against, blank }, at) => [
      `p${at + 1}`,
      { spoiled: 0, blank, votes: { [`c${2 * at + 1}`]: agree, [`c${2 * at + 2}`]: against }, written: [] },
    ]),
  ),
})
const counted = (count: BoxCount) => after(counting(count.collected, voting()), [enter(count)], [enter(count), BRANCH])

describe('is carried by more than half of those who vote, where more than half of the registered do (R0.2)', () => {
  test('each member by themselves; nobody is elected, and nothing is voted on again', () => {
    const state = counted(box(40, marks(21, 19, 40), marks(20, 10, 40)))
    expect(state).toMatchObject({ status: 'decided', elected: [] })
    const { sections, open, lines, void: reason } = lastOf(state)
    expect([reason, open]).toEqual([null, 0])
    expect(sections.map(({ candidates }) => candidates.map(({ standing }) => standing))).toEqual([
      ['recalled', 'against'],
      ['stays', 'against'],
    ])
    expect(lines[1]!.zh).toContain('参加投票 40 ÷ 登记选民 60 > 1/2？')
    expect(sections[0]!.candidates[0]!.line.zh).toBe(
      '同意罢免 得票 21 ÷ 收回的票 40 > 1/2？ 2×21=42 > 40 ✓（《村民委员会组织法》第十六条）',
    )
  })
  test('exactly half of the registered is too few: whoever was asked about stays', () => {
    const state = counted(box(30, marks(30, 0, 30)))
    expect(state).toMatchObject({ status: 'decided', results: [{ void: 'too-few-voted', open: 0 }] })
    expect(lastOf(state).sections[0]!.candidates[0]!.standing).toBe('stays')
    expect(lastOf(state).sections.every(({ next }) => next.length === 0)).toBe(true)
  })
  test('a blank or void answer is among those who voted', () => {
    expect(lastOf(counted(box(40, marks(20, 0, 40)))).sections[0]!.candidates[0]!.standing).toBe('stays')
    expect(lastOf(counted(box(40, marks(21, 0, 40)))).sections[0]!.candidates[0]!.standing).toBe('recalled')
  })
  test('two tellers count each box, and the ledger has the votes of each answer and who is recalled', () => {
    const open = counting(40, voting())
    const one = after(open, [enter(box(40, marks(21, 19, 40)))])
    expect(one).toMatchObject({ status: 'counting' })
    const differing = after(one, [enter(box(40, marks(22, 18, 40))), BRANCH])
    expect(differing).toMatchObject({ status: 'counting' })
    const found = decide(differing, [enter(box(40, marks(21, 19, 40))), VOLUNTEER])
    if (isRefused(found)) throw new Error(found.refused)
    const { facts } = electionEntry.ResultAnnounced(found.events.at(-1) as never)
    expect(facts).toMatchObject({ 'votes-c1': 21, 'votes-c2': 19, recalled: ['p1', 'p2'], elected: [] })
  })
})

test('whoever counts again from the file comes to the same', () => {
  const count = box(40, marks(21, 19, 40), marks(20, 10, 40))
  const turn = keyedTurn(sectionsOf(postsOfRecall(MEMBERS)), [count])
  const file = electionFileSchema.parse({
    format: 'yishi-secret-election/3',
    election: 'elc_1',
    law: SHANGHAI,
    round: 1,
    registered: 60,
    given: 40,
    sections: turn.sections,
    boxes: turn.boxes.map((each) => ({ name: '一号箱', count: each })),
    kept: [],
    addsDown: false,
    reserved: null,
  })
  expect(recountElection(file)).toEqual(lastOf(counted(count)))
})
