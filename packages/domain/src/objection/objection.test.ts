// An objection's own rules: to the last millisecond, once per person, answered by the desk or taken back by its author.
import { describe, expect, test } from 'vitest'
import { endOfDay } from '../calendar/index.ts'
import { type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, type Who } from '../matter/testing/community.ts'
import type { Notice, StandingNotice } from '../notice/index.ts'
import {
  NO_OBJECTION,
  type Objection,
  type ObjectionCommand,
  type ObjectionEvent,
  objectionEntry,
  objectionRules,
} from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const ENDS = endOfDay('2026-11-30')
const BEFORE: Instant = '2026-11-24T02:00:00.000Z'
const NOTICE: StandingNotice = {
  status: 'hanging',
  id: 'ntc_1',
  community: COMMUNITY,
  matter: 'mat_1',
  path: PATH,
  kind: 'plan',
  resultOf: null,
  number: { year: 2026, count: 11 },
  basis: null,
  days: 7,
  lastDay: '2026-11-30',
  endsAt: ENDS,
  spots: [],
}
const lodging = (to: Notice = NOTICE, already = false): ObjectionCommand => ({
  type: 'LodgeObjection',
  id: 'obj_1',
  to,
  already,
  text: '移到东侧会挡住晾衣架。',
  name: '张三',
  phone: '13800138000',
  linkDigest: 'digest',
})
const decide = (objection: Objection, command: ObjectionCommand, who: Who = 'staff', now = BEFORE) =>
  objectionRules.decide(objection, command, { actor: PEOPLE[who], now, ids })
const done = (objection: Objection, command: ObjectionCommand, who: Who): Objection => {
  const answer = decide(objection, command, who)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.state
}
const ANSWER: ObjectionCommand = { type: 'AnswerObjection', answer: '改移到西侧。', upheld: true }
const BACK: ObjectionCommand = { type: 'TakeBackObjection', byLink: false }
const LODGED = done(NO_OBJECTION, lodging(), 'visitor')
const OF_RESIDENT = done(NO_OBJECTION, lodging(), 'resident')
const IN: { readonly [Status in Objection['status']]: Objection } = {
  absent: NO_OBJECTION,
  lodged: LODGED,
  answered: done(LODGED, ANSWER, 'staff'),
  'taken-back': done(OF_RESIDENT, BACK, 'resident'),
}

describe('lodging', () => {
  test('is for anybody, with an account or without', () => {
    for (const who of ['resident', 'visitor', 'link-holder', 'staff', 'owners-committee'] as const)
      expect(decide(NO_OBJECTION, lodging(), who)).toHaveProperty('events')
    expect(LODGED).toMatchObject({ notice: 'ntc_1', matter: 'mat_1', path: PATH, by: null })
    expect(OF_RESIDENT).toMatchObject({ by: 'per_resident' })
  })

  test('goes on to the last millisecond and not a moment longer, whether or not the clock has come by', () => {
    const at = (now: Instant, status: 'hanging' | 'elapsed' | 'told' = 'hanging') =>
      decide(NO_OBJECTION, lodging({ ...NOTICE, status }), 'visitor', now)
    expect(at(later(ENDS, -1))).toHaveProperty('events')
    expect(at(ENDS)).toEqual({ refused: 'period-over' })
    expect(at(later(ENDS, 1))).toEqual({ refused: 'period-over' })
    expect(at(ENDS, 'elapsed')).toEqual({ refused: 'period-over' })
    expect(at(ENDS, 'told')).toEqual({ refused: 'period-over' })
  })

  test('not to what does not hang', () => {
    for (const to of [{ status: 'absent' }, { ...NOTICE, status: 'withdrawn' }] as const)
      expect(decide(NO_OBJECTION, lodging(to), 'visitor')).toEqual({ refused: 'notice-not-hanging' })
  })

  test('once per person', () => {
    expect(decide(NO_OBJECTION, lodging(NOTICE, true), 'resident')).toEqual({ refused: 'already-objected' })
  })
})

const LEADS: Record<ObjectionCommand['type'], Partial<Record<Objection['status'], Objection['status']>>> = {
  LodgeObjection: { absent: 'lodged' },
  AnswerObjection: { lodged: 'answered' },
  TakeBackObjection: { lodged: 'taken-back' },
}
const COMMANDS = [lodging(), ANSWER, { ...BACK, byLink: true } as ObjectionCommand]
const cells = objectionRules
  .statuses()
  .flatMap((status) => COMMANDS.map((command) => ({ status: status as Objection['status'], command })))

test.each(cells)('$status × $command.type', ({ status, command }) => {
  const answer = decide(IN[status], command)
  const leads = LEADS[command.type][status]
  if (leads) expect(answer).toMatchObject({ state: { status: leads } })
  else expect(answer).toMatchObject({ refused: 'not-in-this-state' })
})

test.each<[Who, boolean]>([
  ['staff', true],
  ['branch', true],
  ['staff-of-the-west', false],
  ['staff-of-another-community', false],
  ['grid-worker', false],
  ['property', false],
  ['resident', false],
  ['visitor', false],
  ['clock', false],
])('answering by %s: %s', (who, may) => {
  expect(isRefused(decide(LODGED, ANSWER, who))).toBe(!may)
})

test('taken back by its author alone: the person, or whoever holds the link of the receipt', () => {
  expect(decide(OF_RESIDENT, BACK, 'resident')).toHaveProperty('events')
  expect(decide(OF_RESIDENT, BACK, 'staff')).toEqual({ refused: 'not-yours-to-do' })
  expect(decide(LODGED, BACK, 'visitor')).toEqual({ refused: 'not-yours-to-do' })
  expect(decide(LODGED, { ...BACK, byLink: true } as ObjectionCommand, 'visitor')).toHaveProperty('events')
})

test('the ledger keeps words and people sealed', () => {
  const events = cells.flatMap(({ status, command }) => {
    const answer = decide(IN[status], command)
    return isRefused(answer) ? [] : answer.events
  })
  expect(events).toHaveLength(objectionRules.table().length)
  for (const event of events) {
    const draft = (objectionEntry[event.type] as (event: ObjectionEvent) => { facts: object })(event)
    expect(JSON.stringify(draft.facts)).not.toMatch(/\p{Script=Han}|138|digest|per_/u)
  }
})
