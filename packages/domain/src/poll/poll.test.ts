// A poll's life: who may draft, open, count and withdraw it, in which state, and what is refused; and how it moves its matter.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, STAFF, type Who, worker } from '../matter/testing/community.ts'
import { FORMAL, SMALL } from '../matter/testing/procedures.ts'
import { matterMovedByPoll } from '../reactions/index.ts'
import { asks, given, raised, signing, sorting, when } from '../reactions/testing/story.ts'
import { WEDNESDAY, open as openMatter } from '../reactions/testing/world.ts'
import {
  type Electorate,
  type Figures,
  NO_POLL,
  type Poll,
  type PollCommand,
  type PollEvent,
  type PollRule,
  type Question,
  type StandingPoll,
  type Voter,
  pollEntry,
  pollRuleByKey,
  pollRules,
} from './index.ts'
import { noticeOf, planFrom, unitsOf } from './testing/assembly.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const meta = (actor = STAFF, now: Instant = WEDNESDAY) => ({ actor, now, ids })

const AT_DECIDE = openMatter(
  when(
    given(raised, asks(STAFF, sorting({}, FORMAL))),
    asks(CLOCK, {
      type: 'NoteProceeding',
      proceeding: { kind: 'meeting', id: 'mtg_1', status: 'ended', quorate: true, result: 'agreed' },
      resolved: [],
    }),
    asks(PEOPLE.branch, signing('branch', 'approved')),
  ),
)
const AT_WORK = openMatter(given(raised, asks(STAFF, sorting({}, SMALL))))

const rule = pollRuleByKey('cn-residents-representatives')!
const voter = (n: number, more: Partial<Voter> = {}): Voter => ({
  voter: `vtr_${n}`,
  ballot: `bal_${n}`,
  person: `per_${n}`,
  party: null,
  name: `代表${n}`,
  path: 'east.b3',
  head: n,
  zone: '',
  unit: null,
  amounts: { heads: 1 },
  ...more,
})
const VOTERS: Electorate = { voters: [1, 2, 3].map((n) => voter(n)) }
const QUESTION: Question = { type: 'for-against', text: '三号楼前加装长椅？', explanation: '两把，靠墙放。' }

const draft = (more: object = {}): PollCommand => ({
  type: 'DraftPoll',
  id: 'pol_1',
  of: AT_DECIDE,
  rule,
  way: 'ballots',
  question: QUESTION,
  electorate: VOTERS,
  plan: null,
  ...more,
})
const votes = (agreed: number, against: number, present = 3): Figures => ({
  present: { heads: present },
  votes: { for: { heads: agreed }, against: { heads: against } },
  abstain: { heads: 0 },
  invalid: { heads: 0 },
})
const OPEN: PollCommand = { type: 'OpenPoll' }
const enter = (figures: Figures): PollCommand => ({ type: 'EnterCount', figures })
const WITHDRAW: PollCommand = { type: 'WithdrawPoll', reason: '问法要改' }

const decide = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY) =>
  pollRules.decide(poll, command, meta(actor, now))
const after = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY): StandingPoll => {
  const answer = decide(poll, command, actor, now)
  if (isRefused(answer)) throw new Error(`${command.type}: ${answer.refused} ${JSON.stringify(answer.detail)}`)
  return answer.state as StandingPoll
}
const refusal = (poll: Poll, command: PollCommand, actor = STAFF, now = WEDNESDAY) => {
  const answer = decide(poll, command, actor, now)
  return isRefused(answer) ? answer.refused : null
}

const DRAFT = after(NO_POLL, draft())
const OPENED = after(DRAFT, OPEN)
const COUNTING = after(OPENED, enter(votes(2, 1)))
const DECIDED = after(COUNTING, enter(votes(2, 1)), PEOPLE.branch)
const WITHDRAWN = after(OPENED, WITHDRAW)

/** An assembly of owners on its way, under a rule with the same hands. */
const OWNERS: PollRule = {
  ...pollRuleByKey('cn-civil-code-278-ordinary')!,
  key: rule.key,
  openers: rule.openers,
  tellers: rule.tellers,
}
const PLAN = planFrom(WEDNESDAY)
const UNITS: Electorate = {
  voters: unitsOf([
    { owners: ['ann'], area: '90.00' },
    { owners: ['ann'], area: '60.00' },
    { owners: ['bob', 'eve'], area: '100.00' },
  ]),
}
const HANGING = noticeOf(COMMUNITY, PLAN.opensAt)
const ELAPSED = noticeOf(COMMUNITY, PLAN.opensAt, { status: 'elapsed' })
const RESULT_HANGS = noticeOf(COMMUNITY, later(PLAN.closesAt, 9 * DAY), { id: 'ntc_2', kind: 'result', days: 7 })
const RESULT_OVER = noticeOf(COMMUNITY, later(PLAN.closesAt, 9 * DAY), {
  id: 'ntc_2',
  kind: 'result',
  status: 'elapsed',
})
const areas = (agreed: readonly [number, string], against: readonly [number, string]): Figures => {
  const of = ([heads, area]: readonly [number, string]) => ({ heads, area })
  const none = of([0, '0.00'])
  return {
    present: of([agreed[0] + against[0], '250.00']),
    votes: { for: of(agreed), against: of(against) },
    abstain: none,
    invalid: none,
    silent: none,
    proven: none,
  }
}
const WON = areas([1, '150.00'], [1, '100.00'])
const ANNOUNCE: PollCommand = { type: 'AnnouncePoll', notice: HANGING }
const OPEN_UNITS: PollCommand = { type: 'OpenPoll', objections: { notice: ELAPSED, unanswered: 0 } }
const at =
  (now: Instant) =>
  (poll: Poll, command: PollCommand, actor = STAFF) =>
    after(poll, command, actor, now)
const UNITS_DRAFT = after(NO_POLL, draft({ rule: OWNERS, electorate: UNITS, plan: PLAN }))
const ANNOUNCED = after(UNITS_DRAFT, ANNOUNCE)
const RUNNING = at(PLAN.opensAt)(ANNOUNCED, OPEN_UNITS)
const CLOSED = at(PLAN.closesAt)(RUNNING, { type: 'ClosePoll' }, CLOCK)
const COUNTED = at(PLAN.closesAt)(CLOSED, enter(WON))
const FOUND = at(PLAN.closesAt)(COUNTED, enter(WON), PEOPLE.branch)
const SHOWN = at(PLAN.closesAt)(FOUND, { type: 'ShowResult', notice: RESULT_HANGS })

const IN: Readonly<Record<Poll['status'], Poll>> = {
  absent: NO_POLL,
  draft: DRAFT,
  announced: ANNOUNCED,
  open: OPENED,
  closed: CLOSED,
  counting: COUNTING,
  preliminary: SHOWN,
  decided: DECIDED,
  withdrawn: WITHDRAWN,
}
const COMMANDS: { readonly [Type in PollCommand['type']]: PollCommand } = {
  DraftPoll: draft(),
  AddQuestion: {
    type: 'AddQuestion',
    id: 'pol_2',
    to: UNITS_DRAFT,
    item: 2,
    standing: 1,
    rule: OWNERS,
    question: QUESTION,
    topic: 'other',
    regime: 'strict',
    basis: '',
    electorate: UNITS,
  },
  FollowFirst: { type: 'FollowFirst', first: 'pol_1', led: { does: 'open' } },
  RedraftPoll: {
    type: 'RedraftPoll',
    way: 'counted',
    question: QUESTION,
    electorate: { totals: { heads: 40 } },
    plan: null,
  },
  AnnouncePoll: ANNOUNCE,
  RedrawElectorate: { type: 'RedrawElectorate', electorate: UNITS },
  OpenPoll: OPEN,
  ExtendPoll: { type: 'ExtendPoll' },
  RecordProofs: { type: 'RecordProofs', proof: 'delivered', voters: ['vtr_1'], evidence: '签收表' },
  ClosePoll: { type: 'ClosePoll' },
  EnterCount: enter(votes(1, 2)),
  ShowResult: { type: 'ShowResult', notice: RESULT_HANGS },
  OrderRecount: { type: 'OrderRecount', reason: '漏计一张' },
  ConfirmResult: { type: 'ConfirmResult', objections: { notice: RESULT_OVER, unanswered: 0 } },
  WithdrawPoll: WITHDRAW,
}
/** Where a cell belongs to assemblies alone: the state, the command and the moment at which it is done. */
const CELLS: Readonly<Record<string, readonly [Poll, PollCommand, Instant]>> = {
  'draft AnnouncePoll': [UNITS_DRAFT, ANNOUNCE, WEDNESDAY],
  'announced OpenPoll': [ANNOUNCED, OPEN_UNITS, PLAN.opensAt],
  'open ExtendPoll': [RUNNING, COMMANDS.ExtendPoll, PLAN.opensAt],
  'open RecordProofs': [RUNNING, COMMANDS.RecordProofs, PLAN.opensAt],
  'open ClosePoll': [RUNNING, COMMANDS.ClosePoll, PLAN.closesAt],
  'closed EnterCount': [CLOSED, enter(WON), PLAN.closesAt],
  'preliminary ShowResult': [FOUND, COMMANDS.ShowResult, PLAN.closesAt],
}

describe('the table', () => {
  const OPENERS: readonly Who[] = ['staff', 'branch', 'owners-committee', 'self-management', 'street-office']
  const TELLERS: readonly Who[] = [...OPENERS, 'grid-worker', 'building-leader', 'volunteer']
  /** The clock takes a poll back with its stage; the branch has a seat where the matter stands, the others have not. */
  const MAY: { readonly [Type in PollCommand['type']]: readonly Who[] } = {
    DraftPoll: ['staff', 'branch'],
    AddQuestion: OPENERS,
    FollowFirst: [],
    RedraftPoll: OPENERS,
    AnnouncePoll: OPENERS,
    RedrawElectorate: OPENERS,
    OpenPoll: OPENERS,
    ExtendPoll: OPENERS,
    RecordProofs: TELLERS,
    ClosePoll: [...OPENERS, 'clock'],
    EnterCount: TELLERS,
    ShowResult: OPENERS,
    OrderRecount: OPENERS,
    ConfirmResult: OPENERS,
    WithdrawPoll: [...OPENERS, 'clock'],
  }
  test.each(pollRules.table().map((cell) => ({ ...cell })))('$command of $status', ({ status, command: type }) => {
    const usual = [IN[status as Poll['status']], COMMANDS[type as PollCommand['type']], WEDNESDAY] as const
    const [state, command, now] = CELLS[`${status} ${type}`] ?? usual
    const ended = status === 'decided' || status === 'withdrawn'
    for (const who of Object.keys(PEOPLE) as readonly Who[]) {
      const refused = refusal(state, command, PEOPLE[who], now)
      // Of a poll that follows nobody.
      if (type === 'FollowFirst') {
        expect(refused).toBe('on-agenda')
        continue
      }
      const may = ended ? who === 'clock' : MAY[command.type].includes(who)
      const counted = type === 'EnterCount' && status === 'counting' && who === 'staff'
      const over = ended && OPENERS.includes(who)
      if (over) expect(refused).toBe('poll-ended')
      else if (counted) expect(refused).toBe('second-person-needed')
      else if (may) expect(refused, who).toBeNull()
      else expect(['not-your-poll', 'not-yours-to-do'], who).toContain(refused)
    }
  })
  test('holds no other cell', () => {
    for (const status of pollRules.statuses())
      for (const command of Object.values(COMMANDS))
        if (!pollRules.table().some((cell) => cell.status === status && cell.command === command.type))
          expect(refusal(IN[status as Poll['status']], command)).toBe('not-in-this-state')
  })
})

describe('drafting', () => {
  const of = (more: object, actor = STAFF, now?: Instant) => refusal(NO_POLL, draft(more), actor, now)
  const secret: PollRule = { ...rule, secrecy: 'secret' }
  const options = (...texts: readonly string[]) => ({
    type: 'choose-one',
    text: '选哪一种？',
    explanation: '',
    options: texts.map((text, index) => ({ key: `option-${index + 1}`, text })),
  })
  test.each([
    ['not where the stage opens no poll', { of: AT_WORK }, 'not-at-this-stage'],
    ['a rule that nobody knows', { rule: null }, 'poll-rule-unknown'],
    ['another rule than the procedure names', { rule: pollRuleByKey('show-of-hands') }, 'poll-rule-differs'],
    ['an empty list', { electorate: { voters: [] } }, 'electorate-empty'],
    ['nobody in all', { way: 'counted', electorate: { totals: { heads: 0 } } }, 'electorate-empty'],
    [
      'totals without what the rule counts',
      { way: 'counted', electorate: { totals: { area: '10.00' } } },
      'electorate-empty',
    ],
    ['the same person twice', { electorate: { voters: [voter(1), voter(2, { person: 'per_1' })] } }, 'voters-twice'],
    ['ballots of people without names', { electorate: { totals: { heads: 40 } } }, 'way-unfit'],
    ['the same option twice', { question: options('红 色', '红色') }, 'options-twice'],
    [
      'more choices than options',
      { question: { ...options('红', '蓝'), type: 'choose-some', most: 3 } },
      'options-too-few',
    ],
    ['a secret vote on a screen', { rule: secret }, 'secret-on-paper'],
  ])('refuses %s', (_, more, code) => {
    expect(of(more)).toBe(code)
  })
  test('refuses a rule on a day on which it is not in force', () => {
    const dated: PollRule = { ...rule, effectiveFrom: '2026-01-01', effectiveTo: '2026-11-18' }
    expect(of({ rule: dated })).toBeNull()
    expect(of({ rule: dated }, STAFF, '2026-11-18T15:59:59.999Z')).toBeNull()
    expect(of({ rule: dated }, STAFF, '2026-11-18T16:00:00.000Z')).toBe('poll-rule-not-in-force')
    expect(of({ rule: dated }, STAFF, '2025-12-31T15:59:59.999Z')).toBe('poll-rule-not-in-force')
    const aged = { ...DRAFT, rule: dated } as Poll
    expect(refusal(aged, OPEN, STAFF, '2026-11-18T16:00:00.000Z')).toBe('poll-rule-not-in-force')
  })
  test('two people without an entry in the roster may stand on one list', () => {
    expect(of({ electorate: { voters: [voter(1, { person: null }), voter(2, { person: null })] } })).toBeNull()
  })
  test('may be done anew until the poll opens, and the digest follows', () => {
    const again = after(DRAFT, COMMANDS.RedraftPoll)
    expect(again).toMatchObject({ status: 'draft', way: 'counted', named: null, totals: { heads: 40 } })
    expect(again.digest).not.toBe(DRAFT.digest)
    expect(DRAFT.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(refusal(DRAFT, { ...COMMANDS.RedraftPoll, electorate: { voters: [] } } as PollCommand)).toBe(
      'electorate-empty',
    )
  })
  test('what is opened is the list that was drafted', () => {
    const answer = decide(DRAFT, OPEN)
    expect(answer).toMatchObject({ events: [{ type: 'PollOpened', digest: DRAFT.digest, named: 3 }] })
  })
})

describe('counting', () => {
  test('the first count closes the poll, a second person confirms it, and it is decided', () => {
    const answer = decide(OPENED, enter(votes(2, 1)))
    expect(isRefused(answer) ? null : answer.events.map(({ type }) => type)).toEqual(['PollClosed', 'CountEntered'])
    expect(COUNTING).toMatchObject({ status: 'counting', first: { by: 'per_staff' } })
    expect(DECIDED).toMatchObject({ status: 'decided', outcome: { passed: true, chosen: ['for'] } })
  })
  test('nobody closes alone, however often', () => {
    expect(refusal(COUNTING, enter(votes(2, 1)))).toBe('second-person-needed')
    expect(refusal(COUNTING, enter(votes(1, 2)))).toBe('second-person-needed')
  })
  test('figures that differ are thrown away, and both count anew', () => {
    const differed = after(COUNTING, enter(votes(1, 2)), PEOPLE.branch)
    expect(differed).toMatchObject({ status: 'counting', first: null, recounts: 1 })
    const again = after(differed, enter(votes(2, 1)), PEOPLE.branch)
    expect(again).toMatchObject({ first: { by: 'per_branch' } })
    expect(refusal(again, enter(votes(2, 1)), PEOPLE.branch)).toBe('second-person-needed')
    expect(after(again, enter(votes(2, 1)))).toMatchObject({ status: 'decided' })
  })
  test('the same area written in two ways is the same figure', () => {
    const owners = pollRuleByKey('cn-civil-code-278-ordinary')!
    const body = { way: 'counted', rule: owners, electorate: { totals: { heads: 3, area: '300.00' } } } as const
    const matter = {
      ...AT_DECIDE,
      procedure: {
        ...FORMAL,
        stages: FORMAL.stages.map((s) => (s.act === 'decide' ? { ...s, settings: { rule: owners.key } } : s)),
      },
    }
    const opened = after(after(NO_POLL, draft({ ...body, of: matter })), OPEN)
    const of = (area: string): Figures => ({
      votes: { for: { heads: 3, area }, against: { heads: 0, area: '0' } },
      abstain: { heads: 0, area: '0' },
      invalid: { heads: 0, area: '0' },
    })
    const first = after(opened, enter(of('300')))
    expect(after(first, enter(of('300.00')), PEOPLE.branch)).toMatchObject({
      status: 'decided',
      outcome: { passed: true },
    })
  })
  const HANDS = after(after(NO_POLL, draft({ way: 'counted' })), OPEN)
  test.each([
    ['more hands than people present', votes(2, 1, 2), 'counts-exceed-present'],
    ['more people than are due', votes(2, 1, 4), 'counts-exceed-electorate'],
    ['more votes than voters', votes(3, 2, 3), 'counts-exceed-electorate'],
    ['nobody said who was there', { ...votes(2, 1), present: undefined }, 'counts-incomplete'],
    [
      'a vote for something else',
      { ...votes(2, 1), votes: { for: { heads: 1 }, against: { heads: 1 }, maybe: { heads: 1 } } },
      'counts-incomplete',
    ],
    ['a choice left out', { ...votes(2, 1), votes: { for: { heads: 1 } } }, 'counts-incomplete'],
  ])('refuses %s', (_, figures, code) => {
    expect(refusal(HANDS, enter(figures as Figures))).toBe(code)
  })
  test('a rule may leave it to one person', () => {
    const alone = { ...OPENED, rule: { ...rule, closers: 1 } } as Poll
    expect(after(alone, enter(votes(3, 0)))).toMatchObject({ status: 'decided' })
  })
})

describe('an assembly of owners', () => {
  const early = later(PLAN.closesAt, -1)
  test('is neither closed nor counted a millisecond before its declared end', () => {
    expect(refusal(RUNNING, { type: 'ClosePoll' }, CLOCK, early)).toBe('poll-running')
    expect(refusal(RUNNING, enter(WON), STAFF, early)).toBe('poll-running')
    expect(refusal(OPENED, { type: 'ClosePoll' }, STAFF)).toBe('poll-running')
    expect(at(PLAN.closesAt)(RUNNING, enter(WON))).toMatchObject({ status: 'counting', first: { by: 'per_staff' } })
  })
  test('opens at the announced moment, when its notice has elapsed and every objection is answered (R1.15, R1.41)', () => {
    const opening = (objections: object, now = PLAN.opensAt) =>
      refusal(ANNOUNCED, { type: 'OpenPoll', objections } as PollCommand, STAFF, now)
    expect(opening({ notice: ELAPSED, unanswered: 0 })).toBeNull()
    expect(opening({ notice: ELAPSED, unanswered: 0 }, later(PLAN.opensAt, -1))).toBe('poll-too-early')
    expect(opening({ notice: ELAPSED, unanswered: 1 })).toBe('objections-open')
    expect(opening({ notice: HANGING, unanswered: 0 })).toBe('objections-open')
    expect(opening({ notice: RESULT_OVER, unanswered: 0 })).toBe('notice-unfit')
    expect(refusal(ANNOUNCED, OPEN, STAFF, PLAN.opensAt)).toBe('notice-unfit')
    expect(refusal(UNITS_DRAFT, OPEN_UNITS, STAFF, PLAN.opensAt)).toBe('poll-too-early')
    expect(opening({ notice: ELAPSED, unanswered: 0 }, PLAN.closesAt)).toBe('law-not-kept')
  })
  test('is announced by a notice that hangs here and ends before the opening', () => {
    const by = (notice: object) => refusal(UNITS_DRAFT, { type: 'AnnouncePoll', notice } as PollCommand)
    expect(by({ status: 'absent' })).toBe('notice-unfit')
    expect(by(ELAPSED)).toBe('notice-unfit')
    expect(by(noticeOf('com_elsewhere', PLAN.opensAt))).toBe('notice-unfit')
    expect(by(noticeOf(COMMUNITY, later(PLAN.opensAt, 1)))).toBe('notice-unfit')
    expect(refusal(DRAFT, ANNOUNCE)).toBe('assembly-missing')
  })
  test('shows its result as long as the rule says, and stands when nobody’s objection waits (R1.62)', () => {
    const shown = (more: object) => ({ type: 'ShowResult', notice: { ...RESULT_HANGS, ...more } }) as PollCommand
    expect(refusal(FOUND, shown({ days: 6 }), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    expect(refusal(FOUND, shown({ kind: 'list' }), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    expect(refusal(SHOWN, shown({}), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    const confirming = (poll: Poll, notice: object, unanswered: number) =>
      refusal(poll, { type: 'ConfirmResult', objections: { notice, unanswered } } as PollCommand)
    expect(confirming(FOUND, RESULT_OVER, 0)).toBe('notice-unfit')
    expect(confirming(SHOWN, RESULT_OVER, 1)).toBe('objections-open')
    expect(confirming(SHOWN, RESULT_HANGS, 0)).toBe('objections-open')
    expect(confirming(SHOWN, RESULT_OVER, 0)).toBeNull()
    expect(FOUND).toMatchObject({ status: 'preliminary', outcome: { passed: false } })
  })
  test('a recount begins with nobody’s figures and without the notice of the old result', () => {
    expect(after(SHOWN, COMMANDS.OrderRecount)).toMatchObject({
      status: 'counting',
      first: null,
      recounts: 1,
      assembly: { resultNotice: null },
    })
  })
  test('is extended twice at most, before its end', () => {
    const once = at(early)(RUNNING, COMMANDS.ExtendPoll)
    expect(once.assembly).toMatchObject({ extensions: 1, closesAt: later(PLAN.closesAt, 7 * DAY) })
    expect(refusal(at(PLAN.closesAt)(once, COMMANDS.ExtendPoll), COMMANDS.ExtendPoll, STAFF, PLAN.closesAt)).toBe(
      'no-extension',
    )
    expect(refusal(RUNNING, COMMANDS.ExtendPoll, STAFF, PLAN.closesAt)).toBe('no-extension')
    expect(refusal(OPENED, COMMANDS.ExtendPoll)).toBe('no-extension')
  })
  test.each([
    ['units under a rule of people', { electorate: UNITS, plan: PLAN }, 'electorate-unfit'],
    ['people under a rule of units', { rule: OWNERS, plan: PLAN }, 'electorate-unfit'],
    ['units without a plan', { rule: OWNERS, electorate: UNITS }, 'assembly-missing'],
    [
      'totals with one',
      { rule: OWNERS, way: 'counted', electorate: { totals: { heads: 3, area: '9.00' } }, plan: PLAN },
      'electorate-unfit',
    ],
    [
      'the same unit twice',
      {
        rule: OWNERS,
        plan: PLAN,
        electorate: {
          voters: [...unitsOf([{ owners: ['ann'], area: '1.00' }]), ...unitsOf([{ owners: ['bob'], area: '1.00' }])],
        },
      },
      'voters-twice',
    ],
  ])('refuses %s', (_, more, code) => {
    expect(refusal(NO_POLL, draft(more))).toBe(code)
  })
})

describe('its matter', () => {
  const moves = (before: Poll, command: PollCommand, actor = STAFF) => {
    const answer = decide(before, command, actor)
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer.events
      .flatMap((event) => matterMovedByPoll(answer.state as StandingPoll, event))
      .map(({ command }) => command)
  }
  const noted = (status: string, passed: boolean) => [
    { type: 'NoteProceeding', proceeding: { kind: 'poll', id: 'pol_1', status, passed }, resolved: [] },
  ]
  test('hears that it runs, what it came to, and that somebody gave it up', () => {
    expect(moves(NO_POLL, draft())).toEqual(noted('running', false))
    expect(moves(COUNTING, enter(votes(2, 1)), PEOPLE.branch)).toEqual(noted('ended', true))
    expect(moves(after(OPENED, enter(votes(1, 1, 3))), enter(votes(1, 1, 3)), PEOPLE.branch)).toEqual(
      noted('ended', false),
    )
    expect(moves(OPENED, WITHDRAW)).toEqual(noted('withdrawn', false))
  })
  test('hears no echo of what it left behind itself', () => {
    expect(moves(OPENED, { type: 'WithdrawPoll', reason: '' }, CLOCK)).toEqual([])
    expect(moves(DECIDED, { type: 'WithdrawPoll', reason: '' }, CLOCK)).toEqual([])
    expect(moves(DRAFT, OPEN)).toEqual([])
  })
})

test('R3.10: the ledger keeps totals and participation, and neither a name nor a word nor a choice', () => {
  const stories: readonly (readonly [Poll, PollCommand, typeof STAFF, Instant?])[] = [
    [NO_POLL, draft(), STAFF],
    [DRAFT, COMMANDS.RedraftPoll, STAFF],
    [DRAFT, OPEN, STAFF],
    [OPENED, enter(votes(2, 1)), STAFF],
    [COUNTING, enter(votes(1, 2)), PEOPLE.branch],
    [COUNTING, enter(votes(2, 1)), PEOPLE.branch],
    [OPENED, WITHDRAW, STAFF],
    [NO_POLL, draft({ rule: OWNERS, electorate: UNITS, plan: { ...PLAN, basis: '管理规约第十条' } }), STAFF],
    [UNITS_DRAFT, ANNOUNCE, STAFF],
    [ANNOUNCED, COMMANDS.RedrawElectorate, STAFF],
    [RUNNING, COMMANDS.ExtendPoll, STAFF, PLAN.opensAt],
    [RUNNING, COMMANDS.RecordProofs, STAFF, PLAN.opensAt],
    [CLOSED, enter(WON), STAFF, PLAN.closesAt],
    [COUNTED, enter(WON), PEOPLE.branch, PLAN.closesAt],
    [FOUND, COMMANDS.ShowResult, STAFF, PLAN.closesAt],
    [SHOWN, COMMANDS.OrderRecount, STAFF, PLAN.closesAt],
  ]
  const events = stories.flatMap(([poll, command, actor, now]) => {
    const answer = decide(poll, command, actor, now)
    return isRefused(answer) ? [] : answer.events
  })
  expect(new Set(events.map(({ type }) => type)).size).toBe(Object.keys(pollEntry).length)
  for (const event of events) {
    const { facts } = (pollEntry[event.type] as (event: PollEvent) => { facts: Record<string, unknown> })(event)
    expect(JSON.stringify(facts)).not.toMatch(/\p{Script=Han}|per_|vtr_/u)
  }
  const decided = events.find(({ type }) => type === 'PollDecided')!
  expect((pollEntry.PollDecided as (event: PollEvent) => { facts: object })(decided).facts).toEqual({
    passed: true,
    chosen: ['for'],
    'votes-for': 2,
    'votes-against': 1,
    abstain: 0,
    invalid: 0,
  })
})

test('who works in another part of the community has no hand in it', () => {
  expect(refusal(OPENED, enter(votes(2, 1)), worker('staff', 'west'))).toBe('not-your-poll')
  expect(COMMUNITY).toBe(OPENED.community)
})
