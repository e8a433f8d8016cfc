// The term of an owners' committee: how it begins from a result, by when its steps are due, which seats end, what follows from empty ones, and that the clock tells everything once.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDate, addDays, addMonths, endOfDay, startOfDay } from '../calendar/index.ts'
import { type Actor, CLOCK, type Instant, type PersonId, type PollId, isRefused } from '../kernel/index.ts'
import type { CandidatesQuestion, SeatStanding } from '../poll/index.ts'
import { deadlinesOf, termWakesAt } from './deadlines.ts'
import {
  type DecidedBallot,
  NO_TERM,
  type Term,
  type TermCommand,
  type TermLawKey,
  termEntry,
  termRules,
  termStanding,
} from './index.ts'
import type { RunningTerm } from './term.ts'

const COMMUNITY = 'com_sun'
const staff: Actor = {
  kind: 'person',
  person: 'per_staff',
  hats: [{ role: 'staff', community: COMMUNITY, path: '', party: null }],
}
const neighbour: Actor = {
  kind: 'person',
  person: 'per_n',
  hats: [{ role: 'owners-committee', community: COMMUNITY, path: '', party: null }],
}
const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆']
const OWNERS = NAMES.map((_, index): PersonId => `per_${index + 1}`)

type Asked = Partial<Pick<CandidatesQuestion, 'committee' | 'sitting' | 'again'>>
/** The first so many of the names are elected. */
const ballot = (poll: PollId, elected: readonly number[], asked: Asked = {}, on: LocalDate = '2026-03-10') => {
  const question = {
    type: 'candidates',
    text: '选举业主委员会',
    explanation: '',
    options: NAMES.map((text, index) => ({ key: `option-${index + 1}`, text, profile: '住一号楼。', consented: true })),
    committee: 5,
    sitting: 0,
    marking: 'each',
    tie: 'area',
    again: null,
    ...asked,
  } as const satisfies CandidatesQuestion
  const ranking = NAMES.map((_, index) => {
    const standing: SeatStanding = elected.includes(index + 1) ? 'elected' : 'not-passed'
    return { choice: `option-${index + 1}`, place: null, standing, zh: '', en: '' }
  })
  const seats = question.committee - question.sitting
  return {
    poll,
    path: '',
    question,
    on,
    allocation: { seats, ranking, open: seats - elected.length, again: [] },
  } satisfies DecidedBallot
}

const matched = (poll: PollId, numbers: readonly number[]) =>
  numbers.map((n) => ({ poll, choice: `option-${n}`, person: OWNERS[n - 1]! }))
const ALL = [1, 2, 3, 4, 5]

type Begin = Extract<TermCommand, { type: 'BeginTerm' }>
const beginning = (more: Partial<Begin> = {}): Begin => ({
  type: 'BeginTerm',
  id: 'trm_1',
  community: COMMUNITY,
  scope: { path: '', node: null, place: '阳光居民区' },
  law: 'sh',
  ballots: [ballot('pol_1', ALL)],
  taken: false,
  number: 3,
  last: 2,
  from: '2026-03-10',
  years: 3,
  members: matched('pol_1', ALL),
  owners: OWNERS,
  ...more,
})

const at = (day: LocalDate, hour = 10): Instant =>
  new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString() as Instant
const decide = (term: Term, command: TermCommand, now: Instant, actor: Actor = staff) =>
  termRules.decide(term, command, { actor, now, ids: (prefix) => `${prefix}_1` })
const done = (term: Term, command: TermCommand, now: Instant, actor?: Actor): RunningTerm => {
  const decided = decide(term, command, now, actor)
  if (isRefused(decided)) throw new Error(decided.refused)
  return decided.state as RunningTerm
}
const running = (more: Partial<Begin> = {}) => done(NO_TERM, beginning(more), at('2026-03-10'))
const refusal = (term: Term, command: TermCommand, now = at('2026-03-20'), actor?: Actor) => {
  const decided = decide(term, command, now, actor)
  return isRefused(decided) ? decided.refused : 'allowed'
}
const vacate = (member: string, more: object = {}) =>
  ({
    type: 'VacateSeat',
    member,
    on: '2026-03-15',
    reason: 'resigned',
    evidence: '书面辞职，存居委会',
    ...more,
  }) as const

describe('a term begins', () => {
  test('with those elected, for whole years, from a day since the result (R1.42)', () => {
    const term = running()
    expect(term.members.map(({ key, name, person }) => [key, name, person])).toEqual(
      ALL.map((n) => [`m${n}`, NAMES[n - 1], `per_${n}`]),
    )
    expect([term.from, term.until]).toEqual(['2026-03-10', '2029-03-09'])
    expect(running({ years: 5, from: '2026-03-10' }).until).toBe('2031-03-09')
  })

  test.each<[string, Partial<Begin>, string]>([
    ['R1.42: of three years at least in Shanghai', { years: 2 }, 'term-years-unfit'],
    ['R1.42: of five at most', { years: 6 }, 'term-years-unfit'],
    ['R1.22: where only five at most are written down, a shorter one too', { years: 2, law: 'cn' }, 'allowed'],
    ['not before its result', { from: '2026-03-09' }, 'term-day-unfit'],
    ['not ahead of time', { from: '2026-03-11' }, 'term-day-unfit'],
    ['not under a number that is used', { number: 2 }, 'term-number-unfit'],
    ['once for a result', { taken: true }, 'term-taken'],
    [
      'R1.46: with more than half of its seats',
      { ballots: [ballot('pol_1', [1, 2])], members: matched('pol_1', [1, 2]) },
      'too-few-elected',
    ],
    ['not from a by-election', { ballots: [ballot('pol_1', [1, 2], { sitting: 3 })] }, 'election-unfit'],
    ['of everybody elected', { members: matched('pol_1', [1, 2, 3, 4]) }, 'members-unfit'],
    ['of nobody else', { members: matched('pol_1', [1, 2, 3, 4, 6]) }, 'members-unfit'],
    ['R1.46: of owners', { owners: OWNERS.slice(1) }, 'member-not-owner'],
  ])('%s', (_, more, expected) => {
    expect(refusal(NO_TERM, beginning(more), at('2026-03-10'))).toBe(expected)
  })

  test('of a ballot and what was voted on again, as one committee', () => {
    const begins = beginning({
      ballots: [ballot('pol_1', [1]), ballot('pol_2', [2, 3], { again: 'pol_1', sitting: 1 }, '2026-03-20')],
      members: [...matched('pol_1', [1]), ...matched('pol_2', [2, 3])],
      from: '2026-03-20',
    })
    const term = done(NO_TERM, begins, at('2026-03-20'))
    expect(term.members).toHaveLength(3)
    expect(term.electedOn).toBe('2026-03-20')
  })

  test('by the desk alone', () => {
    expect(refusal(NO_TERM, beginning(), at('2026-03-10'), neighbour)).toBe('not-yours-to-do')
  })

  test('and nobody sits twice', () => {
    const twice = matched('pol_1', ALL).map((each) => ({ ...each, person: OWNERS[0]! }))
    expect(refusal(NO_TERM, beginning({ members: twice }), at('2026-03-10'))).toBe('members-unfit')
    const unknown = matched('pol_1', ALL).map((each) => ({ ...each, person: null }))
    expect(refusal(NO_TERM, beginning({ members: unknown }), at('2026-03-10'))).toBe('allowed')
  })
})

describe('its deadlines', () => {
  const dues = (term: RunningTerm) => Object.fromEntries(deadlinesOf(term).map(({ step, due }) => [step, due]))
  const note = (term: RunningTerm, step: string, on: LocalDate) =>
    done(term, { type: 'NoteStep', step, on, evidence: '回执' } as TermCommand, at(on))

  test('in Shanghai: list 3, filing 30, filing done 20, taken over 10 days, sessions every 2 months, report 5 months before the end (R1.42, R1.44, R1.45)', () => {
    const begun = running()
    expect(dues(begun)).toEqual({
      'list-published': '2026-03-13',
      filed: '2026-04-09',
      'filing-done': null,
      'taken-over': null,
      met: '2026-05-10',
      'reelection-reported': '2028-10-09',
      'reelection-group': null,
    })
    const filed = note(begun, 'filed', '2026-03-31')
    expect(dues(filed)).toMatchObject({ 'filing-done': '2026-04-20', 'taken-over': '2026-04-10' })
    const complete = note(filed, 'filing-done', '2026-04-15')
    expect(dues(complete)['taken-over']).toBe('2026-04-25')
    expect(dues(note(complete, 'met', '2026-05-01')).met).toBe('2026-07-01')
    const reported = note(complete, 'reelection-reported', '2028-10-09')
    expect(dues(reported)['reelection-group']).toBe('2028-12-08')
  })

  test('elsewhere: what the national rules say, and nothing else (R1.22)', () => {
    expect(dues(running({ law: 'cn', number: 1, last: 0 }))).toEqual({
      'list-published': '2026-03-13',
      filed: '2026-04-09',
      'reelection-reported': '2028-12-09',
    })
  })

  test('are noted once, in their order, and never ahead of time', () => {
    const term = running()
    const step = (name: string, on: LocalDate) =>
      refusal(term, { type: 'NoteStep', step: name, on, evidence: '回执' } as TermCommand)
    expect(step('filing-done', '2026-03-15')).toBe('step-unfit')
    expect(step('filed', '2026-03-21')).toBe('term-day-unfit')
    expect(step('filed', '2026-03-09')).toBe('term-day-unfit')
    const filed = note(term, 'filed', '2026-03-15')
    expect(refusal(filed, { type: 'NoteStep', step: 'filed', on: '2026-03-15', evidence: 'x' })).toBe('step-noted')
  })

  test('ring before the day and after it, each once, and not of what is done', () => {
    const term = running()
    expect(termWakesAt(term)).toBe(at('2026-03-12', 9))
    const soon = done(term, { type: 'WakeTerm' }, at('2026-03-12', 9), CLOCK)
    expect(termWakesAt(soon)).toBe(endOfDay('2026-03-13'))
    const late = decide(soon, { type: 'WakeTerm' }, endOfDay('2026-03-13'), CLOCK)
    expect(!isRefused(late) && late.events).toEqual([
      { type: 'TermRang', step: 'list-published', due: '2026-03-13', late: true },
    ])
    const published = note(soon, 'list-published', '2026-03-13')
    expect(termWakesAt(published)).toBe(at('2026-04-02', 9))
  })

  test('noted late, a term tells of what is over as over only', () => {
    const decided = decide(running({ from: '2026-03-10' }), { type: 'WakeTerm' }, at('2026-04-20'), CLOCK)
    expect(
      !isRefused(decided) &&
        decided.events.map((event) => 'step' in event && [event.step, 'late' in event && event.late]),
    ).toEqual([
      ['list-published', true],
      ['filed', true],
    ])
  })

  test('in any history the clock goes on, never tells anything twice, and ends with the term', () => {
    const law = fc.constantFrom<TermLawKey>('cn', 'sh')
    const noted = fc.array(fc.constantFrom('list-published', 'filed', 'filing-done', 'met', 'reelection-reported'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(law, fc.integer({ min: 3, max: 5 }), noted, (key, years, steps) => {
        let term: Term = running({ law: key, years })
        const told: string[] = []
        const ahead = [...steps]
        for (let turn = 0; turn < 200; turn += 1) {
          const wakes = termWakesAt(term)
          if (wakes === null) break
          const step = ahead.shift()
          const on = new Date(Date.parse(wakes) + 8 * 3_600_000).toISOString().slice(0, 10) as LocalDate
          const before: ReturnType<typeof decide> | '' | undefined =
            step && decide(term, { type: 'NoteStep', step, on, evidence: '有' } as TermCommand, wakes)
          if (before && !isRefused(before)) term = before.state
          if (termWakesAt(term) !== wakes) continue
          const woken = decide(term, { type: 'WakeTerm' }, wakes, CLOCK)
          if (isRefused(woken)) throw new Error(woken.refused)
          expect(woken.events.length).toBeGreaterThan(0)
          for (const event of woken.events)
            if (event.type === 'TermRang') told.push(`${event.step} ${event.due} ${event.late}`)
          term = woken.state
          expect(termWakesAt(term) ?? '9').not.toBe(wakes)
        }
        expect(new Set(told).size).toBe(told.length)
        expect(term.status).toBe('over')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a seat ends', () => {
  const lose = (term: RunningTerm, ...members: readonly string[]) =>
    members.reduce((held, member) => done(held, vacate(member), at('2026-03-20')), term)

  test('with its day, reason and evidence, once (R1.46)', () => {
    const term = lose(running(), 'm2')
    expect(term.members[1]!.vacancy).toEqual({ on: '2026-03-15', reason: 'resigned', evidence: '书面辞职，存居委会' })
    expect(refusal(term, vacate('m2'))).toBe('member-unknown')
    expect(refusal(term, vacate('m9'))).toBe('member-unknown')
    expect(refusal(term, vacate('m1', { on: '2026-03-21' }))).toBe('term-day-unfit')
    expect(refusal(term, vacate('m1', { on: '2026-03-09' }))).toBe('term-day-unfit')
    expect(refusal(term, vacate('m1'), at('2026-03-20'), neighbour)).toBe('not-yours-to-do')
  })

  test('more than half left: a by-election; fewer: the whole committee early (R1.46)', () => {
    const findings = [[], ['m1'], ['m1', 'm2'], ['m1', 'm2', 'm3']].map((gone) => {
      const { sitting, open, vacancy } = termStanding(lose(running(), ...gone), '2026-03-20')
      return [sitting, open, vacancy]
    })
    expect(findings).toEqual([
      [5, 0, 'full'],
      [4, 1, 'by-election'],
      [3, 2, 'by-election'],
      [2, 3, 'early-election'],
    ])
  })

  test('and is filled by those whom a by-election of this committee elects', () => {
    const term = lose(running(), 'm1', 'm2')
    const seating = (more: object = {}, members = matched('pol_2', [6])) =>
      ({
        type: 'SeatMembers',
        ballot: ballot('pol_2', [6], { sitting: 3 }, '2026-05-01'),
        taken: false,
        members,
        owners: OWNERS,
        ...more,
      }) as const
    const now = at('2026-05-02')
    const filled = done(term, seating(), now)
    expect(filled.members.at(-1)).toMatchObject({ key: 'm6', name: '杨帆', since: '2026-05-01' })
    expect(termStanding(filled, '2026-05-02')).toMatchObject({ sitting: 4, open: 1 })
    expect(refusal(term, seating({ taken: true }), now)).toBe('term-taken')
    expect(refusal(term, seating({ ballot: null }), now)).toBe('election-unfit')
    expect(refusal(term, seating({ ballot: ballot('pol_2', [6], { sitting: 3, committee: 7 }) }), now)).toBe(
      'election-unfit',
    )
    expect(refusal(term, seating({ ballot: ballot('pol_2', [6]) }), now)).toBe('election-unfit')
    expect(refusal(running(), seating(), now)).toBe('no-vacant-seat')
    expect(
      refusal(term, seating({ members: [{ ...matched('pol_2', [6])[0]!, person: 'per_3' }] }), now),
      'sits already',
    ).toBe('members-unfit')
  })

  test('a name that nobody was known by is found on the roster later', () => {
    const term = running({ members: matched('pol_1', ALL).map((each) => ({ ...each, person: null })) })
    const matching = { type: 'MatchMember', member: 'm1', person: 'per_1', owners: OWNERS } as const
    const known = done(term, matching, at('2026-03-20'))
    expect(known.members[0]!.person).toBe('per_1')
    expect(refusal(known, matching)).toBe('member-unknown')
    expect(refusal(known, { ...matching, member: 'm2' }), 'sits already').toBe('members-unfit')
    expect(refusal(known, { ...matching, member: 'm2', person: 'per_x', owners: [] })).toBe('member-not-owner')
  })
})

test('without a session for six months the committee is elected early (R1.46)', () => {
  const term = running()
  expect(termStanding(term, '2026-09-10').idleSince).toBeNull()
  expect(termStanding(term, '2026-09-11').idleSince).toBe('2026-09-10')
  const met = done(term, { type: 'NoteStep', step: 'met', on: '2026-06-01', evidence: '纪要' }, at('2026-06-02'))
  expect(termStanding(met, '2026-12-01').idleSince).toBeNull()
  expect(termStanding(met, '2026-12-02').idleSince).toBe(addMonths('2026-06-01', 6))
})

test('powers rest once the group for the re-election is formed, until the term is over (R1.45)', () => {
  const reported = done(
    running(),
    { type: 'NoteStep', step: 'reelection-reported', on: '2028-10-01', evidence: '报告' },
    at('2028-10-02'),
  )
  expect(termStanding(reported, '2028-10-02').powersRest).toBe(false)
  const formed = done(
    reported,
    { type: 'NoteStep', step: 'reelection-group', on: '2028-11-01', evidence: '公告' },
    at('2028-11-02'),
  )
  expect(termStanding(formed, '2028-11-02').powersRest).toBe(true)
  const over = decide(formed, { type: 'WakeTerm' }, endOfDay(addDays('2029-03-10', -1)), CLOCK)
  expect(!isRefused(over) && over.state).toMatchObject({ status: 'over', how: 'expired' })
  expect(refusal(formed, { type: 'SucceedTerm' }, at('2029-01-01'))).toBe('not-yours-to-do')
})

test('the ledger keeps days, numbers and reasons in the open, and no name', () => {
  const begun = decide(NO_TERM, beginning(), at('2026-03-10'))
  const events = isRefused(begun) ? [] : begun.events
  const entry = termEntry.TermBegun(events[0] as never)
  expect(entry.facts).toMatchObject({
    number: 3,
    committee: 5,
    seated: 5,
    electedOn: '2026-03-10',
    until: '2029-03-09',
  })
  expect(JSON.stringify(entry.facts)).not.toMatch(/王建国|per_/u)
  const vacated = termEntry.SeatVacated({ ...vacate('m1'), type: 'SeatVacated', person: 'per_1' })
  expect(JSON.stringify(vacated.facts)).toBe('{"member":"m1","on":"2026-03-15","reason":"resigned"}')
})
