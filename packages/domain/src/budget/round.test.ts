// A round from its plan to its result, and the ballots in between: given, when, then.
import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, type Instant, type Meta, isRefused } from '../kernel/index.ts'
import {
  type BudgetBallot,
  type BudgetBallotCommand,
  METHOD,
  NO_ROUND,
  type Plan,
  type Round,
  type RoundCommand,
  allocate,
  asDecimal,
  budgetBallotRules,
  commandFor,
  decimal,
  electionIn,
  isTie,
  pbOf,
  plainShare,
  readPb,
  roundRules,
  spendingOf,
} from './index.ts'
import { CLOSES, blankBudgetBallot as blank } from './testing/blank.ts'

const person = (
  id: string,
  role: 'staff' | 'branch' | 'owners-committee' | 'resident' | 'property' = 'staff',
  path = '',
): Actor => ({
  kind: 'person',
  person: `per_${id}`,
  hats: [{ role, community: 'com_1', path, party: null }],
})
const at = (now: Instant, actor: Actor = person('desk')): Meta => ({ actor, now, ids: (prefix) => `${prefix}_new` })
const MORNING = '2026-11-28T01:00:00.000Z'
const project = (id: string, name: string, cost: string) => ({ id, name, cost, place: '三号楼', note: '' })
const PLAN: Plan = {
  title: '品质提升',
  purpose: '大家的钱',
  path: '',
  amount: '100000',
  lastDay: '2026-12-05',
  projects: [project('1', '长椅', '20000'), project('2', '充电棚', '60000.50'), project('3', '健身角', '50000')],
}
const DRAFT = { type: 'DraftRound', id: 'bud_1', community: 'com_1', plan: PLAN } as const
const VOTERS = [{ voter: 'vtr_1', ballot: 'bal_1', person: 'per_ann' }] as const
const OPEN = { type: 'OpenRound', voters: VOTERS } as const

const after = (...steps: readonly (readonly [RoundCommand, Meta])[]): Round =>
  steps.reduce<Round>((round, [command, meta]) => {
    const decided = roundRules.decide(round, command, meta)
    if (isRefused(decided)) throw new Error(decided.refused)
    return decided.state
  }, NO_ROUND)
const drafted = after([DRAFT, at(MORNING)])
const opened = after([DRAFT, at(MORNING)], [OPEN, at(MORNING)])
const refusal = (round: Round, command: RoundCommand, meta: Meta) => {
  const decided = roundRules.decide(round, command, meta)
  return isRefused(decided) ? decided.refused : 'done'
}

describe('a plan', () => {
  test.each<[string, Partial<Plan>, string]>([
    ['no amount', { amount: '0' }, 'amount-unfit'],
    ['an amount in words', { amount: '十万' }, 'amount-unfit'],
    ['tenths of a fen', { amount: '100000.001' }, 'amount-unfit'],
    ['one project', { projects: PLAN.projects.slice(0, 1) }, 'projects-too-few'],
    ['the same project twice', { projects: [...PLAN.projects, project('4', '长椅', '1')] }, 'project-twice'],
    ['a project that costs nothing', { projects: [...PLAN.projects, project('4', '花', '0')] }, 'project-cost-unfit'],
    [
      'a project dearer than all there is',
      { projects: [...PLAN.projects, project('4', '电梯', '100000.01')] },
      'project-too-dear',
    ],
    ['a last day that is today', { lastDay: '2026-11-28' }, 'last-day-unfit'],
    ['a last day far away', { lastDay: '2027-01-28' }, 'last-day-unfit'],
  ])('is refused with %s', (_, more, refused) => {
    const plan = { ...PLAN, ...more }
    expect(refusal(NO_ROUND, { ...DRAFT, plan }, at(MORNING))).toBe(refused)
    expect(refusal(drafted, { type: 'RedraftRound', plan }, at(MORNING))).toBe(refused)
  })

  test('is drawn up by those who keep common money, in their own part', () => {
    for (const role of ['staff', 'branch', 'owners-committee'] as const)
      expect(refusal(NO_ROUND, DRAFT, at(MORNING, person('x', role)))).toBe('done')
    for (const actor of [person('x', 'resident'), person('x', 'property'), person('x', 'staff', 'b3'), CLOCK])
      expect(refusal(NO_ROUND, DRAFT, at(MORNING, actor))).toBe('not-your-budget')
    const own = { ...DRAFT, plan: { ...PLAN, path: 'b3' } }
    const grid = at(MORNING, person('x', 'staff', 'b3'))
    expect(refusal(NO_ROUND, own, grid)).toBe('done')
    expect(refusal(after([own, grid]), { type: 'RedraftRound', plan: PLAN }, grid)).toBe('not-your-budget')
  })

  test('stands once ballots may come in: nobody redrafts it, and its last day must still be ahead', () => {
    expect(refusal(opened, { type: 'RedraftRound', plan: PLAN }, at(MORNING))).toBe('not-in-this-state')
    expect(refusal(drafted, OPEN, at('2026-12-05T01:00:00.000Z'))).toBe('last-day-unfit')
    expect(refusal(drafted, { ...OPEN, voters: [] }, at(MORNING))).toBe('electorate-empty')
    const other = after([{ ...DRAFT, plan: { ...PLAN, amount: '90000' } }, at(MORNING)], [OPEN, at(MORNING)])
    expect('digest' in other && 'digest' in opened && other.digest === opened.digest).toBe(false)
  })
})

describe('the end of a round', () => {
  test('is the end of its last day, and nobody but the clock brings it', () => {
    const close = { type: 'CloseRound' } as const
    expect(opened).toMatchObject({ status: 'open', closesAt: CLOSES })
    expect(refusal(opened, close, at('2026-12-05T15:59:59.999Z', CLOCK))).toBe('ballots-open')
    expect(refusal(opened, close, at(CLOSES))).toBe('not-your-budget')
    expect(refusal(opened, close, at(CLOSES, CLOCK))).toBe('done')
  })

  test('may not be prevented by withdrawing what was voted', () => {
    const withdraw = { type: 'WithdrawRound', reason: '写错了' } as const
    expect(refusal(opened, withdraw, at(MORNING, person('x', 'resident')))).toBe('not-your-budget')
    expect(refusal(opened, withdraw, at(MORNING))).toBe('done')
    expect(refusal(opened, withdraw, at(CLOSES))).toBe('budget-ended')
  })

  const ballots = [['1', '2'], ['2'], ['1', '3'], ['3'], ['3']]
  const decided = after(
    [DRAFT, at(MORNING)],
    [OPEN, at(MORNING)],
    [{ type: 'CloseRound' }, at(CLOSES, CLOCK)],
    [{ type: 'AllocateRound', ballots }, at(CLOSES, CLOCK)],
  )

  test('says what is bought, with what share, and what most votes first would have bought', () => {
    expect(decided).toMatchObject({
      status: 'decided',
      result: {
        winners: [
          { id: '3', cap: '50000/3' },
          { id: '1', cap: '50000/3' },
        ],
        cost: '70000',
        share: '20000',
        ballots: 5,
        votes: { '1': 2, '2': 2, '3': 3 },
        byVotes: ['3', '1'],
      },
    })
  })

  test('R7.24: anybody comes to the same from the file', () => {
    if (decided.status !== 'decided') throw new Error(decided.status)
    const head = { community: '阳光', instance: '2026', begins: '2026-11-28', ends: '2026-12-05' }
    const text = pbOf(PLAN, decided.result, ballots, head)
    expect(pbOf(PLAN, decided.result, ballots.toReversed(), head)).toBe(text)
    const file = readPb(text)
    const election = isRefused(file) ? file : electionIn(file)
    if (isRefused(election)) throw new Error(election.refused)
    const found = allocate(election, METHOD)
    if (isTie(found)) throw new Error('a tie')
    expect(found.winners.map(({ project }) => project.id)).toEqual(decided.result.winners.map(({ id }) => id))
    expect([asDecimal(found.cost), plainShare(election, found.share)]).toEqual([
      decided.result.cost,
      decided.result.share,
    ])
    expect(commandFor('x.pb', METHOD)).toBe(
      'npx yishi allocate x.pb --completion add1u --stop exhaustive --ties cost,votes,listed',
    )
  })

  test('a voter reads what their share paid for', () => {
    const winners = [
      { id: '3', cap: decimal('12000')! },
      { id: '2', cap: null },
      { id: '1', cap: decimal('12000')! },
    ]
    const spent = spendingOf(decimal('20000')!, winners, ['1', '2', '3'])
    expect(spent.paid.map(({ id, amount }) => [id, asDecimal(amount)])).toEqual([
      ['3', '12000'],
      ['1', '8000'],
    ])
    expect(asDecimal(spent.left)).toBe('0')
  })

  test('without a single ballot nothing is bought', () => {
    const idle = after(
      [DRAFT, at(MORNING)],
      [OPEN, at(MORNING)],
      [{ type: 'CloseRound' }, at(CLOSES, CLOCK)],
      [{ type: 'AllocateRound', ballots: [] }, at(CLOSES, CLOCK)],
    )
    expect(idle).toMatchObject({ result: { winners: [], cost: '0', share: '0', ballots: 0, byVotes: [] } })
  })
})

describe('a ballot', () => {
  const ann = person('ann', 'resident')
  const cast = (choice: readonly string[], more: { readonly digest?: string } = {}) =>
    ({ type: 'CastBudgetBallot', choice, digest: 'd', ...more }) as const
  const answer = (ballot: BudgetBallot, command: BudgetBallotCommand, meta: Meta) => {
    const decided = budgetBallotRules.decide(ballot, command, meta)
    return isRefused(decided) ? decided.refused : decided.events
  }

  test('is taken until the very last millisecond, and not at the next', () => {
    expect(answer(blank, cast(['2', '1']), at('2026-12-05T15:59:59.999Z', ann))).toEqual([
      { type: 'BudgetBallotCast', budget: 'bud_1', voter: 'vtr_1', number: 1, choice: ['1', '2'], same: null },
    ])
    expect(answer(blank, cast(['1']), at(CLOSES, ann))).toBe('budget-not-open')
    expect(answer({ ...blank, roundStatus: 'closed' }, cast(['1']), at(MORNING, ann))).toBe('budget-not-open')
  })

  test('is one’s own, of the list as it stands, and names projects once each', () => {
    expect(answer(blank, cast(['1']), at(MORNING, person('bob', 'resident')))).toBe('not-your-ballot')
    expect(answer(blank, cast(['1'], { digest: 'other' }), at(MORNING, ann))).toBe('list-changed')
    for (const choice of [[], ['4'], ['1', '1']])
      expect(answer(blank, cast(choice), at(MORNING, ann))).toBe('choice-unfit')
  })

  test('may be replaced; each has its number', () => {
    const first = budgetBallotRules.decide(blank, cast(['1']), at(MORNING, ann))
    if (isRefused(first)) throw new Error(first.refused)
    expect(answer(first.state, cast(['2']), at(MORNING, ann))).toMatchObject([{ number: 2, choice: ['2'] }])
  })
})
