// A notice's own rules: on what ground it is hung and by whom, how short it may be, and what may still be asked in which state.
import { describe, expect, test } from 'vitest'
import { endOfDay } from '../calendar/index.ts'
import { CLOCK, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import type { Matter } from '../matter/index.ts'
import { COMMUNITY, PATH, PEOPLE, STAFF, type Who } from '../matter/testing/community.ts'
import { AT_PUBLISH } from '../reactions/testing/formal.ts'
import {
  type Ground,
  NO_NOTICE,
  type Notice,
  type NoticeCommand,
  type NoticeEvent,
  noticeEntry,
  noticeRules,
} from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const MONDAY: Instant = '2026-11-23T02:00:00.000Z'
const WORDING = { title: '移栽方案', text: '把两棵香樟移到花园。', figures: [], photos: [] }
const STAGE: Ground = { for: 'stage', matter: AT_PUBLISH.matter }
const ITSELF: Ground = { for: 'itself', kind: 'list' }

type Hang = Extract<NoticeCommand, { type: 'HangNotice' }>
const hanging = (more: Partial<Hang> = {}): Hang => ({
  type: 'HangNotice',
  id: 'ntc_1',
  community: COMMUNITY,
  number: { year: 2026, count: 11 },
  basis: null,
  days: 7,
  spots: [
    { kind: 'node', node: 'nod_b3', path: PATH, name: '3号楼' },
    { kind: 'board', node: null, path: '', name: '门卫公告栏' },
  ],
  wording: WORDING,
  ground: STAGE,
  ...more,
})
const decide = (notice: Notice, command: NoticeCommand, who: Who = 'staff', now = MONDAY) =>
  noticeRules.decide(notice, command, { actor: PEOPLE[who], now, ids })
const done = (notice: Notice, command: NoticeCommand, who: Who = 'staff', now = MONDAY): Notice => {
  const answer = decide(notice, command, who, now)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.state
}

const ENDS = endOfDay('2026-11-30')
const HUNG = done(NO_NOTICE, hanging())
const ELAPSED = done(HUNG, { type: 'ElapseNotice' }, 'clock', ENDS)
const IN: { readonly [Status in Notice['status']]: Notice } = {
  absent: NO_NOTICE,
  hanging: HUNG,
  elapsed: ELAPSED,
  told: done(ELAPSED, { type: 'NoteResult', result: 'ntc_2' }, 'clock'),
  withdrawn: done(HUNG, { type: 'WithdrawNotice', reason: '写错了' }),
}
const COMMANDS: Readonly<Record<NoticeCommand['type'], NoticeCommand>> = {
  HangNotice: hanging(),
  ProveHung: { type: 'ProveHung', spot: 0, photos: ['pho_1'] },
  ProveTakenDown: { type: 'ProveTakenDown', spot: 1, photos: [] },
  ElapseNotice: { type: 'ElapseNotice' },
  NoteResult: { type: 'NoteResult', result: 'ntc_2' },
  WithdrawNotice: { type: 'WithdrawNotice', reason: '写错了' },
}
const BY_CLOCK: readonly string[] = ['ElapseNotice', 'NoteResult']

describe('hanging', () => {
  test('for a stage it is of that stage: its matter, its place, its kind, and at least its days', () => {
    expect(HUNG).toMatchObject({ matter: 'mat_1', path: PATH, kind: 'decision', resultOf: null, endsAt: ENDS })
    expect(decide(NO_NOTICE, hanging({ days: 6 }))).toEqual({
      refused: 'shorter-than-procedure',
      detail: { least: 7, days: 6 },
    })
    expect(done(NO_NOTICE, hanging({ days: 30 }))).toMatchObject({ lastDay: '2026-12-23' })
  })

  test('the law’s own minimum is kept beside the procedure’s', () => {
    expect(decide(NO_NOTICE, hanging({ basis: 'owners-meeting', days: 14 }))).toEqual({
      refused: 'period-too-short',
      detail: { rule: 'R1.15', least: 15, days: 14 },
    })
    expect(done(NO_NOTICE, hanging({ basis: 'owners-meeting', days: 15 }))).toMatchObject({ lastDay: '2026-12-08' })
  })

  test('the matter says whether its stage lets this actor hang one', () => {
    const not = (matter: Matter, who: Who = 'staff') =>
      decide(NO_NOTICE, hanging({ ground: { for: 'stage', matter } }), who)
    expect(not({ status: 'absent' })).toMatchObject({ refused: 'not-at-this-stage' })
    expect(not(AT_PUBLISH.matter, 'police')).toMatchObject({ refused: 'not-yours-to-do' })
    expect(not(AT_PUBLISH.matter, 'visitor')).toMatchObject({ refused: 'not-yours-to-do' })
  })

  test('by itself it is the desk’s of the whole community', () => {
    expect(done(NO_NOTICE, hanging({ ground: ITSELF, days: 1 }))).toMatchObject({
      matter: null,
      path: '',
      kind: 'list',
    })
    for (const who of ['grid-worker', 'staff-of-the-west', 'staff-of-another-community', 'visitor'] as const)
      expect(decide(NO_NOTICE, hanging({ ground: ITSELF }), who)).toEqual({ refused: 'not-yours-to-do' })
  })

  test('a result is told of a notice that is over, once, by the desk there', () => {
    const result = (of: Notice, who: Who = 'staff') =>
      decide(NO_NOTICE, hanging({ ground: { for: 'result', of }, days: 3 }), who)
    expect(result(ELAPSED)).toMatchObject({ state: { kind: 'result', resultOf: 'ntc_1', matter: 'mat_1', path: PATH } })
    expect(result(ELAPSED, 'grid-worker')).toEqual({ refused: 'not-yours-to-do' })
    expect(result(HUNG)).toEqual({ refused: 'notice-not-over' })
    expect(result(IN.withdrawn)).toEqual({ refused: 'notice-not-over' })
    expect(result(IN.told)).toEqual({ refused: 'result-told-already' })
  })

  test('a title that no poster holds, and a notice that hangs nowhere, are refused', () => {
    const titled = (title: string) => decide(NO_NOTICE, hanging({ wording: { ...WORDING, title } }))
    expect(titled('长'.repeat(300))).toEqual({ refused: 'title-too-long', detail: { most: 80 } })
    expect(titled('𠮷'.repeat(80))).toHaveProperty('events')
    expect(titled('𠮷'.repeat(81))).toHaveProperty('refused', 'title-too-long')
    expect(decide(NO_NOTICE, hanging({ spots: [] }))).toEqual({ refused: 'nowhere-to-hang' })
  })
})

const LEADS: Record<NoticeCommand['type'], Partial<Record<Notice['status'], Notice['status']>>> = {
  HangNotice: { absent: 'hanging' },
  ProveHung: { hanging: 'hanging' },
  ProveTakenDown: { elapsed: 'elapsed', told: 'told', withdrawn: 'withdrawn' },
  ElapseNotice: { hanging: 'elapsed' },
  NoteResult: { elapsed: 'told' },
  WithdrawNotice: { hanging: 'withdrawn' },
}
const cells = noticeRules
  .statuses()
  .flatMap((status) => Object.values(COMMANDS).map((command) => ({ status: status as Notice['status'], command })))

test.each(cells)('$status × $command.type', ({ status, command }) => {
  const answer = decide(IN[status], command, BY_CLOCK.includes(command.type) ? 'clock' : 'staff', ENDS)
  const leads = LEADS[command.type][status]
  if (leads) expect(answer).toMatchObject({ state: { status: leads } })
  else expect(answer).toMatchObject({ refused: 'not-in-this-state' })
})

test('the table of rules is the table of this test', () => {
  const expected = Object.entries(LEADS).flatMap(([command, from]) =>
    Object.keys(from).map((status) => ({ status, command })),
  )
  expect(noticeRules.table()).toEqual(expect.arrayContaining(expected))
  expect(noticeRules.table()).toHaveLength(expected.length)
})

test('it elapses at 24:00 of its last day, not a millisecond before, and by the clock alone', () => {
  const elapse: NoticeCommand = { type: 'ElapseNotice' }
  expect(decide(HUNG, elapse, 'clock', later(ENDS, -1))).toEqual({ refused: 'period-running' })
  expect(decide(HUNG, elapse, 'clock', ENDS)).toHaveProperty('events', [{ type: 'NoticeElapsed' }])
  expect(decide(HUNG, elapse, 'staff', ENDS)).toEqual({ refused: 'not-yours-to-do' })
  expect(decide(ELAPSED, COMMANDS.NoteResult)).toEqual({ refused: 'not-yours-to-do' })
})

describe('seen on the spot', () => {
  test.each<[Who, number, boolean]>([
    ['staff', 0, true],
    ['grid-worker', 0, true],
    ['building-leader', 1, true],
    ['staff-of-the-west', 0, false],
    // A board at the gate is on everybody's way.
    ['staff-of-the-west', 1, true],
    ['staff-of-another-community', 1, false],
    ['resident', 0, false],
    ['visitor', 1, false],
    ['clock', 1, false],
  ])('%s at spot %i: %s', (who, spot, may) => {
    expect(isRefused(decide(HUNG, { type: 'ProveHung', spot, photos: [] }, who))).toBe(!may)
  })

  test('a spot that it does not have is unknown', () => {
    expect(decide(HUNG, { type: 'ProveHung', spot: 2, photos: [] })).toEqual({ refused: 'spot-unknown' })
  })
})

test('withdrawn by the desk with a reason, or left by its matter', () => {
  const withdraw = COMMANDS.WithdrawNotice
  expect(decide(HUNG, withdraw)).toHaveProperty('events', [{ type: 'NoticeWithdrawn', reason: '写错了', left: false }])
  expect(decide(HUNG, withdraw, 'clock')).toHaveProperty('events.0.left', true)
  for (const who of ['grid-worker', 'staff-of-the-west', 'visitor'] as const)
    expect(decide(HUNG, withdraw, who)).toEqual({ refused: 'not-yours-to-do' })
})

test('the ledger keeps the wording sealed as one value, and no word of it in the open', () => {
  const events = cells.flatMap(({ status, command }) => {
    const actor = BY_CLOCK.includes(command.type) ? CLOCK : STAFF
    const answer = noticeRules.decide(IN[status], command, { actor, now: ENDS, ids })
    return isRefused(answer) ? [] : answer.events
  })
  expect(events).toHaveLength(noticeRules.table().length)
  for (const event of events) {
    const draft = (noticeEntry[event.type] as (event: NoticeEvent) => { facts: object })(event)
    expect(JSON.stringify(draft.facts)).not.toMatch(/\p{Script=Han}|pho_/u)
  }
  expect(noticeEntry.NoticeHung(events.find(({ type }) => type === 'NoticeHung') as never).sealed).toEqual({
    wording: WORDING,
    spots: ['3号楼', '门卫公告栏'],
  })
})
