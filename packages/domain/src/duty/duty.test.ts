// The duty roster: who is on call at a moment of the wall clock, and who may change it.
import { describe, expect, test } from 'vitest'
import { type Ids, type Instant, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, type Who } from '../matter/testing/community.ts'
import { type Roster, type Shift, dutyEntry, dutyRules, onCall } from './index.ts'

const shift = (day: Shift['day'], begins: Shift['begins'], ends: Shift['ends'], phone = '02157650001'): Shift => ({
  day,
  begins,
  ends,
  person: null,
  party: 'pty_staff',
  phone,
})
const WEEK = [
  shift('mon', '08:00', '18:00', 'day'),
  shift('mon', '18:00', '08:00', 'night'),
  shift('tue', '08:00', '18:00', 'tuesday'),
]
const at = (text: string): Instant => new Date(`${text}:00+08:00`).toISOString() as Instant
const phones = (shifts: readonly Shift[], moment: string) =>
  onCall([{ path: '', shifts }], 'east.b3', at(moment)).map(({ phone }) => phone)

describe('who is on call', () => {
  // 2 March 2026 is a Monday.
  test.each([
    ['2026-03-02T07:59', []],
    ['2026-03-02T08:00', ['day']],
    ['2026-03-02T17:59', ['day']],
    ['2026-03-02T18:00', ['night']],
    ['2026-03-03T00:00', ['night']],
    ['2026-03-03T07:59', ['night']],
    ['2026-03-03T08:00', ['tuesday']],
    ['2026-03-04T09:00', []],
    ['2026-03-09T09:00', ['day']],
    ['2026-02-23T09:00', ['day']],
  ])('%s', (moment, expected) => {
    expect(phones(WEEK, moment)).toEqual(expected)
  })

  test('a single day takes the place of its weekday, all of it', () => {
    const holiday = [...WEEK, shift('2026-03-02', '00:00', '00:00', 'holiday')]
    expect(phones(holiday, '2026-03-02T23:59')).toEqual(['holiday'])
    expect(phones(holiday, '2026-03-03T00:00')).toEqual([])
    expect(phones(holiday, '2026-03-09T09:00')).toEqual(['day'])
  })

  test('what repeats daily holds on each day that has no other shifts of its own', () => {
    const daily = [shift('daily', '00:00', '00:00', 'always'), shift('2026-03-04', '09:00', '10:00', 'that day')]
    expect(phones(daily, '2026-03-03T03:00')).toEqual(['always'])
    expect(phones(daily, '2026-03-04T09:30')).toEqual(['that day'])
    expect(phones(daily, '2026-03-04T11:00')).toEqual([])
  })

  test('two on call at once are both told', () => {
    expect(phones([...WEEK, shift('mon', '09:00', '10:00', 'second')], '2026-03-02T09:30')).toEqual(['day', 'second'])
  })

  test('the nearest roster answers, and where it has a gap the wider one', () => {
    const rosters = [
      { path: '', shifts: WEEK },
      { path: 'east.b3', shifts: [shift('mon', '12:00', '13:00', 'building')] },
    ]
    const found = (path: string, moment: string) => onCall(rosters, path, at(moment)).map(({ phone }) => phone)
    expect(found('east.b3.s1', '2026-03-02T12:30')).toEqual(['building'])
    expect(found('east.b3.s1', '2026-03-02T13:00')).toEqual(['day'])
    expect(found('east.b4', '2026-03-02T12:30')).toEqual(['day'])
    expect(found('', '2026-03-02T12:30')).toEqual(['day'])
  })
})

const ids: Ids = (prefix) => `${prefix}_new`
const ROSTER: Roster = {
  status: 'kept',
  community: COMMUNITY,
  node: 'nod_b3',
  path: 'east.b3',
  shifts: [],
  revision: 4,
}
const set = (shifts: readonly Shift[], who: Who = 'staff', seen = 4) => {
  const answer = dutyRules.decide(
    ROSTER,
    { type: 'SetDuty', shifts, seen },
    { actor: PEOPLE[who], now: at('2026-03-02T09:00'), ids },
  )
  return isRefused(answer) ? answer.refused : answer.state
}

test.each(Object.keys(PEOPLE) as Who[])('%s changes the roster or not', (who) => {
  const may = who === 'staff' || who === 'branch'
  expect(set([shift('mon', '08:00', '18:00')], who) === 'not-yours-to-do').toBe(!may)
})

test('a shift needs somebody and a number, kept in one spelling; of two editors the later looks again', () => {
  expect(set([shift('mon', '08:00', '18:00', '021-5765 0001')])).toMatchObject({
    shifts: [{ phone: '021-57650001' }],
    revision: 5,
  })
  expect(set([shift('mon', '08:00', '18:00', '一二三')])).toBe('not-a-phone')
  expect(set([{ ...shift('mon', '08:00', '18:00'), party: null }])).toBe('shift-without-holder')
  expect(set([], 'staff', 3)).toBe('changed-meanwhile')
})

test('the ledger keeps how many shifts, and seals who and which number', () => {
  const event = { type: 'DutySet', node: null, path: '', shifts: WEEK } as const
  expect(dutyEntry.DutySet(event).facts).toEqual({ node: null, shifts: 3 })
})
