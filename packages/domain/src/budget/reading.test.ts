// Ballots noted at the desk: read by two apart, settled by a third, and counted together with those from the phone.
import { array, assert, constantFrom, oneof, property, record, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type Instant, type Meta, type PersonId, type Role, isRefused } from '../kernel/index.ts'
import {
  type BudgetBallot,
  type BudgetBallotCommand,
  type BudgetBallotEvent,
  METHOD,
  type Plan,
  budgetBallotRules,
  resultOf,
} from './index.ts'
import { budgetBallotEntry } from './round-entry.ts'
import { CLOSES, blankBudgetBallot as blank } from './testing/blank.ts'

const MORNING: Instant = '2026-11-28T01:00:00.000Z'
const person = (id: string, role: Role = 'staff', path = ''): Actor => ({
  kind: 'person',
  person: `per_${id}`,
  hats: [{ role, community: 'com_1', path, party: null }],
})
const by = (id: string, more: { readonly role?: Role; readonly path?: string; readonly now?: Instant } = {}): Meta => ({
  actor: person(id, more.role, more.path),
  now: more.now ?? MORNING,
  ids: (prefix) => `${prefix}_new`,
})
const read = (...choice: readonly string[]): BudgetBallotCommand => ({
  type: 'ReadBudgetBallot',
  where: 'desk',
  choice,
})
const settle = (...choice: readonly string[]): BudgetBallotCommand => ({
  type: 'SettleBudgetBallot',
  choice,
  reason: '看原票',
})
const phone = (...choice: readonly string[]): BudgetBallotCommand => ({ type: 'CastBudgetBallot', choice, digest: 'd' })
const drop: BudgetBallotCommand = { type: 'DropBudgetReadings', reason: '选错了人' }

type Step = readonly [BudgetBallotCommand, Meta]
const answer = (ballot: BudgetBallot, [command, meta]: Step) => {
  const decided = budgetBallotRules.decide(ballot, command, meta)
  return isRefused(decided) ? decided.refused : decided.events
}
const after = (...steps: readonly Step[]): BudgetBallot =>
  steps.reduce<BudgetBallot>((ballot, [command, meta]) => {
    const decided = budgetBallotRules.decide(ballot, command, meta)
    if (isRefused(decided)) throw new Error(decided.refused)
    return decided.state
  }, blank)

describe('what is handed in at the desk', () => {
  test('becomes a ballot when a second person reads the same, in whatever order the ticks were entered', () => {
    const once = after([read('3', '1'), by('desk')])
    expect(answer(once, [read('1', '3'), by('branch', { role: 'branch' })])).toMatchObject([
      { type: 'BudgetBallotRead', time: 2, where: 'desk', choice: ['1', '3'] },
      {
        type: 'BudgetBallotNoted',
        number: 1,
        where: 'desk',
        choice: ['1', '3'],
        readers: ['per_desk', 'per_branch'],
        reason: null,
        holds: true,
      },
    ])
  })

  test('is never noted by one person alone', () => {
    expect(answer(after([read('1'), by('desk')]), [read('1'), by('desk')])).toBe('second-person-needed')
  })

  test('that two read differently is decided by a third, and by nobody else', () => {
    const differing = after([read('1'), by('one')], [read('1', '2'), by('two')])
    expect(differing).toMatchObject({ number: 0, readings: { second: { choice: ['1', '2'] } } })
    for (const who of ['one', 'two']) expect(answer(differing, [settle('1'), by(who)])).toBe('third-person-needed')
    expect(answer(differing, [read('1'), by('three')])).toBe('third-person-needed')
    expect(answer(differing, [settle('1'), by('three')])).toMatchObject([
      { type: 'BudgetBallotNoted', choice: ['1'], readers: ['per_one', 'per_two', 'per_three'], reason: '看原票' },
    ])
    expect(answer(after([read('1'), by('one')]), [settle('1'), by('three')])).toBe('nothing-handed-in')
  })

  test('is taken by those who keep common money there, while ballots are taken, for projects of the list', () => {
    const refusals: readonly (readonly [Step, string])[] = [
      [[read('1'), by('x', { role: 'resident' })], 'not-your-budget'],
      [[read('1'), by('x', { path: 'b3' })], 'not-your-budget'],
      [[read('1'), by('x', { now: CLOSES })], 'budget-not-open'],
      [[read('9'), by('x')], 'choice-unfit'],
      [[read(), by('x')], 'choice-unfit'],
      [[drop, by('x')], 'nothing-handed-in'],
    ]
    for (const [step, refused] of refusals) expect(answer(blank, step), refused).toBe(refused)
    expect(answer(after([read('1'), by('x')]), [drop, by('y', { role: 'resident' })])).toBe('not-your-budget')
  })

  test('by mistake is dropped, with the reason, and can be read anew', () => {
    const dropped = after([read('1'), by('one')], [drop, by('two')])
    expect(dropped).toMatchObject({ readings: null, number: 0 })
    expect(answer(dropped, [read('2'), by('one')])).toMatchObject([{ type: 'BudgetBallotRead', time: 1 }])
  })

  test('counts from the moment it was handed in: a ballot cast from the phone since goes before it, and both are kept', () => {
    const ann = by('ann', { role: 'resident' })
    const later = after([read('1'), by('one')], [phone('2'), ann])
    expect(answer(later, [read('1'), by('two')])).toMatchObject([
      { type: 'BudgetBallotRead' },
      { type: 'BudgetBallotNoted', number: 2, holds: false },
    ])
    const before = after([phone('2'), ann], [read('1'), by('one')])
    expect(answer(before, [read('1'), by('two')])).toMatchObject([{}, { number: 2, holds: true }])
  })

  test('is refused where another row of the same person has voted, and else says which row counts', () => {
    const twin = { ...blank, same: { key: 'bal_0', counts: 'bal_0' as const, settled: false } }
    expect(answer(twin, [read('1'), by('one')])).toBe('other-row-voted')
    const first = { ...blank, same: { key: 'bal_0', counts: null, settled: false } }
    const once = budgetBallotRules.decide(first, read('1'), by('one'))
    if (isRefused(once)) throw new Error(once.refused)
    expect(answer(once.state, [read('1'), by('two')])).toMatchObject([
      { type: 'BudgetBallotRead' },
      { type: 'BudgetBallotNoted' },
      { type: 'RowCounts', same: 'bal_0' },
    ])
  })

  test('stands in the ledger with its channel, and without a word of who chose what', () => {
    const noted = answer(after([read('1'), by('one')]), [read('1'), by('two')]) as readonly BudgetBallotEvent[]
    const facts = noted.map((event) => budgetBallotEntry[event.type](event as never)!.facts)
    expect(facts).toEqual([
      { budget: 'bud_1', channel: 'desk', time: 2 },
      { budget: 'bud_1', number: 1, channel: 'desk', holds: true, third: false },
    ])
    const cast = answer(blank, [phone('1'), by('ann', { role: 'resident' })]) as readonly BudgetBallotEvent[]
    expect(budgetBallotEntry.BudgetBallotCast(cast[0] as never)!.facts).toEqual({
      budget: 'bud_1',
      number: 1,
      channel: 'online',
    })
  })
})

const PROJECTS = ['1', '2', '3', '4']
const COSTS = ['40000', '60000.50', '50000', '30000']
const PLAN: Plan = {
  title: '品质提升',
  purpose: '',
  path: '',
  amount: '100000',
  lastDay: '2026-12-05',
  projects: PROJECTS.map((id, at) => ({ id, name: id, cost: COSTS[at]!, place: '', note: '' })),
}
const VOTERS = ['a', 'b', 'c']
const KEEPERS = ['one', 'two', 'three']
const choice = subarray(PROJECTS, { minLength: 1 })
const act = oneof(
  record({ kind: constantFrom('phone' as const), voter: constantFrom(...VOTERS), choice }),
  // Two of them mostly read the same of the same voter: that is where ballots come of it.
  record({
    kind: constantFrom('read' as const, 'settle' as const, 'drop' as const),
    voter: constantFrom(...VOTERS),
    who: constantFrom(...KEEPERS),
    choice: oneof(constantFrom(['1', '3'], ['2']), choice),
  }),
)
type Act = {
  readonly kind: 'phone' | 'read' | 'settle' | 'drop'
  readonly voter: string
  readonly choice: readonly string[]
  readonly who?: string
}

const commandOf = ({ kind, choice }: Act): BudgetBallotCommand =>
  ({ phone: phone(...choice), read: read(...choice), settle: settle(...choice), drop })[kind]

/** The rules as they are: what holds of each voter after everything that was not refused. */
const counted = (acts: readonly Act[]): readonly (readonly string[])[] => {
  const ballots = new Map<string, BudgetBallot>(
    VOTERS.map((voter) => [voter, { ...blank, person: `per_${voter}` as PersonId, projects: PROJECTS }]),
  )
  const holding = new Map<string, readonly string[]>()
  for (const each of acts) {
    const meta = each.who ? by(each.who) : by(each.voter, { role: 'resident' })
    const decided = budgetBallotRules.decide(ballots.get(each.voter)!, commandOf(each), meta)
    if (isRefused(decided)) continue
    ballots.set(each.voter, decided.state)
    for (const event of decided.events)
      if (event.type === 'BudgetBallotCast' || (event.type === 'BudgetBallotNoted' && event.holds))
        holding.set(each.voter, event.choice)
  }
  return [...holding.values()]
}

type Given = { readonly at: number; readonly choice: readonly string[] }

type OnDesk = Given & { readonly readers: readonly string[]; readonly differs: boolean }

const marks = (choice: readonly string[]): string => choice.toSorted().join()

/** By hand, of one voter: all that was ever given, each at its moment. */
const givenBy = (voter: string, acts: readonly Act[]): readonly Given[] => {
  const given: Given[] = []
  let desk = null as OnDesk | null
  for (const [at, { kind, voter: whose, choice, who = '' }] of acts.entries()) {
    const held = desk
    if (whose !== voter || (held?.readers.includes(who) === true && kind !== 'drop')) continue
    if (kind === 'phone') given.push({ at, choice })
    else if (kind === 'drop') desk = null
    else if (kind === 'read' && held === null) desk = { at, choice, readers: [who], differs: false }
    else if (kind === 'read' && held && !held.differs) {
      const alike = marks(held.choice) === marks(choice)
      if (alike) given.push(held)
      desk = alike ? null : { ...held, readers: [...held.readers, who], differs: true }
    } else if (kind === 'settle' && held?.differs) {
      given.push({ at: held.at, choice })
      desk = null
    }
  }
  return given
}

/** Of each voter the one that was given last. */
const bruteForce = (acts: readonly Act[]): readonly (readonly string[])[] =>
  VOTERS.flatMap((voter) => {
    const [last] = givenBy(voter, acts).toSorted((one, other) => other.at - one.at)
    return last ? [last.choice] : []
  })

test('ballots from desk and phone, in whatever order they come, are allocated as a count by hand has them', () => {
  assert(
    property(array(act, { minLength: 6, maxLength: 40 }), (acts) => {
      expect(resultOf(PLAN, METHOD, counted(acts))).toEqual(resultOf(PLAN, METHOD, bruteForce(acts)))
    }),
    { numRuns: 300 },
  )
})
