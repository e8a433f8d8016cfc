// A meeting's rules: calling, signing in, talking, resolving with and without a quorum, closing, minutes.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Ids, ROLES, VISITOR, isRefused, later } from '../kernel/index.ts'
import { BRANCH, PEOPLE, PROPERTY, STAFF, worker } from '../matter/testing/community.ts'
import { FORMAL } from '../matter/testing/procedures.ts'
import { matterMovedByMeeting, meetingsMovedBy } from '../reactions/index.ts'
import { type Step, asks, given, raised, sorting } from '../reactions/testing/story.ts'
import { WEDNESDAY, open } from '../reactions/testing/world.ts'
import {
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  MEETING_FORMATS,
  NO_MEETING,
  type StandingMeeting,
  meetingEntry,
  meetingRules,
  signInOpens,
  waiting,
} from './index.ts'
import { draftMinutes } from './minutes.ts'
import {
  AT_TALK,
  COUNTED,
  OPEN,
  VOTE,
  WHEN,
  called,
  calling,
  came,
  closing,
  decide,
  invitee,
  refusal,
  resolving,
  signingIn,
  sits,
  told,
  when,
} from './testing/story.ts'

const CANCEL: MeetingCommand = { type: 'CancelMeeting', reason: '停电' }
const remark: MeetingCommand = { type: 'NoteRemark', item: 1, text: '太暗了', by: '居民代表' }
const option: MeetingCommand = {
  type: 'OfferOption',
  item: 1,
  title: '换声控灯',
  pros: ['省电'],
  cons: ['要布线'],
  cost: '2400.00',
  by: '物业',
}
const CLOSED = when(sits(3), remark, option, resolving(), VOTE, closing('agreed'))
const SIGNED = when(CLOSED, { type: 'SignMinutes', attendee: 1 }, { type: 'SignMinutes', attendee: 2 })
const IN: { readonly [Status in Meeting['status']]: Meeting } = {
  absent: NO_MEETING,
  called: when(called(), ...came(1)),
  sitting: when(sits(3), remark, VOTE),
  closed: CLOSED,
  minuted: SIGNED,
  cancelled: when(sits(3), VOTE, CANCEL),
}
const COMMANDS: { readonly [Type in MeetingCommand['type']]: MeetingCommand } = {
  CallMeeting: calling({ when: later(WHEN, 1000) }),
  ChangeMeeting: { type: 'ChangeMeeting', when: later(WHEN, 86_400_000), where: '活动室' },
  Invite: { type: 'Invite', invited: [invitee(null, '张律师')] },
  SignIn: signingIn(4, '李老师'),
  StrikeSignIn: { type: 'StrikeSignIn', attendee: 1, reason: '签错了' },
  OpenMeeting: OPEN,
  BeginItem: { type: 'BeginItem', item: 2 },
  NoteRemark: remark,
  OfferOption: option,
  RecordResolution: resolving(),
  CallVote: { type: 'CallVote', item: 2, poll: 'pol_2', question: '由物业来换，行不行？' },
  NoteVote: COUNTED,
  StrikeLine: { type: 'StrikeLine', kind: 'remark', number: 4 },
  CloseMeeting: closing('settled'),
  CorrectMinutes: { type: 'CorrectMinutes', text: '改过的纪要' },
  SignMinutes: { type: 'SignMinutes', attendee: 3 },
  CancelMeeting: CANCEL,
  NoteHandedOut: { type: 'NoteHandedOut', orders: [{ order: 'ord_1', party: 'pty_property' }] },
}
/** Where a command leads from each status; what is not named here is refused. */
const LEADS: Record<MeetingCommand['type'], Partial<Record<Meeting['status'], Meeting['status']>>> = {
  CallMeeting: { absent: 'called' },
  ChangeMeeting: { called: 'called' },
  Invite: { called: 'called', sitting: 'sitting' },
  SignIn: { called: 'called', sitting: 'sitting' },
  StrikeSignIn: { called: 'called', sitting: 'sitting' },
  OpenMeeting: { called: 'sitting' },
  BeginItem: { sitting: 'sitting' },
  NoteRemark: { sitting: 'sitting' },
  OfferOption: { sitting: 'sitting' },
  RecordResolution: { sitting: 'sitting' },
  CallVote: { sitting: 'sitting' },
  NoteVote: { sitting: 'sitting', closed: 'closed', minuted: 'minuted', cancelled: 'cancelled' },
  StrikeLine: { sitting: 'sitting' },
  CloseMeeting: { sitting: 'closed' },
  CorrectMinutes: { closed: 'closed' },
  SignMinutes: { closed: 'closed' },
  CancelMeeting: { called: 'cancelled', sitting: 'cancelled' },
  NoteHandedOut: { closed: 'closed', minuted: 'minuted' },
}
const byClock = (type: string) => type === 'NoteHandedOut' || type === 'NoteVote'
const cells = Object.keys(IN).flatMap((status) =>
  Object.values(COMMANDS).map((command) => ({ status: status as Meeting['status'], command })),
)

test.each(cells)('$status × $command.type', ({ status, command }) => {
  const asked = command.type === 'StrikeSignIn' && status === 'sitting' ? { ...command, attendee: 2 } : command
  const answer = decide(IN[status], asked, byClock(command.type) ? CLOCK : STAFF)
  const leads = LEADS[command.type][status]
  if (leads) expect(answer).toMatchObject({ state: { status: leads } })
  else expect(answer).toEqual({ refused: 'not-in-this-state', detail: { state: status, command: command.type } })
})

test('the table of rules is the table of this test', () => {
  const rows = Object.entries(LEADS).flatMap(([command, from]) =>
    Object.keys(from).map((status) => `${status} ${command}`),
  )
  expect(
    meetingRules
      .table()
      .map(({ status, command }) => `${status} ${command}`)
      .toSorted(),
  ).toEqual(rows.toSorted())
})

describe('who may', () => {
  const HOSTS = ['staff', 'branch'] // the branch is responsible for the stage
  test.each(meetingRules.table())('$command while it is $status', ({ status, command }) => {
    for (const [who, actor] of Object.entries(PEOPLE)) {
      if (command === 'CallMeeting') continue
      const mayAll = byClock(command)
        ? who === 'clock'
        : HOSTS.includes(who) || (command === 'CancelMeeting' && who === 'clock')
      const refused =
        refusal(IN[status as Meeting['status']], COMMANDS[command as MeetingCommand['type']], actor) ===
        'not-yours-to-do'
      expect([who, refused]).toEqual([who, !mayAll])
    }
  })

  test('whoever called it runs it too', () => {
    const caller = worker('building-leader')
    const meeting = { ...(called() as Extract<Meeting, { status: 'called' }>), caller: 'per_building-leader' } as const
    expect(refusal(meeting, CANCEL, caller)).toBeNull()
    expect(refusal(meeting, CANCEL, worker('grid-worker'))).toBe('not-yours-to-do')
  })
})

describe('calling', () => {
  const asked = (change: Parameters<typeof calling>[0], actor = STAFF) =>
    refusal(NO_MEETING, calling(change), actor, WEDNESDAY)

  test('is for who acts at the stage, for a time to come, with seats that exist', () => {
    expect(asked({})).toBeNull()
    expect(asked({}, PROPERTY)).toBe('not-yours-to-do')
    expect(asked({ when: WEDNESDAY })).toBe('meeting-in-the-past')
    expect(asked({ invited: [invitee('nobody', '')] })).toBe('seat-not-here')
    expect(asked({ matter: given(raised).matter })).toBe('not-at-this-stage')
  })

  test('asks somebody to every seat that the stage or the format wants taken', () => {
    const strict = {
      ...FORMAL,
      stages: FORMAL.stages.map((stage) =>
        stage.act === 'discuss' ? { ...stage, settings: { ...stage.settings, present: ['property'] } } : stage,
      ),
    }
    const step: Step = asks(STAFF, sorting({}, strict))
    const { matter } = given(raised, step)
    expect(asked({ matter })).toBeNull()
    expect(decide(NO_MEETING, calling({ matter, invited: [invitee('branch', '')] }), STAFF, WEDNESDAY)).toEqual({
      refused: 'seat-without-people',
      detail: { seat: 'property' },
    })
    expect(asked({ format: 'five-party' })).toBe('seat-without-people')
    const event = told(NO_MEETING, calling({ matter }), STAFF, WEDNESDAY)[0]
    expect(event).toMatchObject({
      quorum: { present: ['property'] },
      host: 'pty_branch',
      caller: 'per_staff',
      visit: 2,
    })
  })

  test('a change of time or place raises the number that calendars go by', () => {
    const twice = when(called(), COMMANDS.ChangeMeeting, COMMANDS.ChangeMeeting)
    expect(twice).toMatchObject({ sequence: 2, where: '活动室' })
    expect(refusal(called(), { type: 'ChangeMeeting', when: WHEN, where: '活动室' })).toBe('meeting-in-the-past')
  })
})

describe('signing in', () => {
  test('opens two hours before, to whoever has seen the code in the room', () => {
    const meeting = called()
    const byPhone = signingIn(3, '王阿姨', '402913')
    expect(refusal(meeting, byPhone, VISITOR, later(signInOpens(meeting), -1))).toBe('sign-in-not-open')
    expect(refusal(meeting, byPhone, VISITOR, signInOpens(meeting))).toBeNull()
    expect(refusal(meeting, signingIn(3, '王阿姨', '402914'), VISITOR)).toBe('wrong-door-code')
    expect(refusal(meeting, signingIn(3, '王阿姨'), VISITOR)).toBe('not-yours-to-do')
    expect(told(meeting, byPhone, VISITOR)).toMatchObject([
      { attendee: { number: 1, way: 'phone' }, seat: 'neighbours' },
    ])
  })

  test('takes a place once, and a person once', () => {
    const meeting = when(called(), signingIn(3, '王阿姨'))
    expect(refusal(meeting, signingIn(3, '李老师'))).toBe('seat-taken')
    expect(refusal(meeting, signingIn(4, '王阿姨'))).toBe('already-signed-in')
    expect(refusal(meeting, { ...signingIn(4, '王阿姨'), household: '3号楼502室' })).toBeNull()
    expect(refusal(meeting, signingIn(9, '谁'))).toBe('seat-not-here')
    const known = when(called(), { ...signingIn(null, '王'), person: 'per_1' })
    expect(refusal(known, { ...signingIn(3, '王阿姨'), person: 'per_1' })).toBe('already-signed-in')
  })

  test('a mistake is struck out, and its number goes to nobody else', () => {
    const meeting = when(
      called(),
      ...came(2),
      { type: 'StrikeSignIn', attendee: 2, reason: '签错位子' },
      signingIn(2, '安居物业'),
    )
    expect(meeting.present.map(({ number, invitee }) => [number, invitee])).toEqual([
      [1, 1],
      [3, 2],
    ])
    expect(refusal(sits(3), { type: 'StrikeSignIn', attendee: 1, reason: '' })).toBe('not-present')
  })

  test('the meeting is opened by somebody who is there', () => {
    expect(refusal(called(), OPEN)).toBe('not-present')
    expect(sits(1)).toMatchObject({ status: 'sitting', chair: 1, openedAt: WHEN })
  })
})

describe('without a quorum', () => {
  const few = when(sits(2), remark, option)

  test('people talk, and what they said is kept, but nothing is resolved and no result stands', () => {
    const refused = { refused: 'not-quorate', detail: { present: 2, needed: 3 } }
    expect(decide(few, resolving())).toEqual(refused)
    for (const result of ['agreed', 'settled', 'not-agreed'] as const)
      expect(decide(few, closing(result))).toEqual(refused)
    const closed = when(few, closing(null))
    expect(closed).toMatchObject({ status: 'closed', quorate: false, result: null })
    expect(draftMinutes(closed as never)).toContain('到会人数不够，这次只作交流，没有作出决定。')
  })

  test('with one more it can settle, and then a result is owed', () => {
    const enough = when(few, signingIn(3, '王阿姨'))
    expect(refusal(enough, resolving())).toBeNull()
    expect(refusal(enough, closing(null))).toBe('result-needed')
  })

  test('the seat that is missing is named', () => {
    const seats = ['branch', 'members', 'owners', 'property', 'neighbours'].map((key) => ({
      key,
      names: { zh: key, en: key },
    }))
    const five = when(
      called({ format: 'five-party', share: null, seats, invited: seats.map(({ key }) => invitee(key, key)) }),
      ...came(4),
      OPEN,
    )
    expect(decide(five, closing('agreed'))).toEqual({ refused: 'not-quorate', detail: { seat: 'neighbours' } })
  })

  test('what was resolved before people were struck out is not handed out', () => {
    const resolved = when(
      sits(3),
      resolving(),
      { type: 'StrikeSignIn', attendee: 3, reason: '不是本人' },
      closing(null),
    )
    if (resolved.status !== 'closed') throw new Error('not closed')
    expect(waiting(resolved)).toEqual([])
    const closed = told(
      when(sits(3), resolving(), { type: 'StrikeSignIn', attendee: 3, reason: '不是本人' }),
      closing(null),
    )[0]!
    expect(matterMovedByMeeting(resolved, closed)).toMatchObject([
      { command: { proceeding: { quorate: false, result: null }, resolved: [] } },
    ])
  })
})

describe('resolutions', () => {
  const meeting = when(sits(3), resolving())

  test('each party gets one task, one leads, and no last day has gone by', () => {
    expect(refusal(meeting, resolving({ lead: false }))).toBe('same-party-twice')
    expect(refusal(meeting, resolving({ party: 'pty_police' }))).toBe('one-lead-needed')
    expect(refusal(meeting, resolving({ party: 'pty_police', lead: false, by: '2026-11-29' }))).toBe('by-date-past')
    expect(refusal(meeting, resolving({ party: 'pty_police', lead: false, by: '2026-11-30' }))).toBeNull()
    expect(refusal(meeting, { type: 'RecordResolution', item: 2, text: '大家互相提醒', task: null })).toBeNull()
    expect(refusal(meeting, { type: 'RecordResolution', item: 9, text: '大家互相提醒', task: null })).toBe(
      'item-unknown',
    )
  })

  test('a wrong line is struck out and makes room', () => {
    const struck = when(meeting, { type: 'StrikeLine', kind: 'resolution', number: 4 }, resolving({ what: '换十盏' }))
    expect(struck.resolutions.map(({ number, task }) => [number, task?.what])).toEqual([[5, '换十盏']])
    expect(refusal(meeting, { type: 'StrikeLine', kind: 'option', number: 4 })).toBe('line-unknown')
  })

  test('wait until their party is given an order', () => {
    const two = when(meeting, resolving({ party: 'pty_police', lead: false }), closing('agreed'))
    if (two.status !== 'closed') throw new Error('not closed')
    expect(waiting(two)).toHaveLength(2)
    const after = decide(
      two,
      {
        type: 'NoteHandedOut',
        orders: [
          { order: 'ord_9', party: 'pty_police' },
          { order: 'ord_8', party: 'pty_staff' },
        ],
      },
      CLOCK,
    )
    if (isRefused(after) || after.state.status !== 'closed') throw new Error('not noted')
    expect(waiting(after.state).map(({ task }) => task?.party)).toEqual(['pty_property'])
    expect(
      told(after.state, { type: 'NoteHandedOut', orders: [{ order: 'ord_7', party: 'pty_police' }] }, CLOCK),
    ).toEqual([])
  })
})

describe('minutes', () => {
  test('are drafted from what was noted', () => {
    const text = (CLOSED as Extract<Meeting, { status: 'closed' }>).minutes.text
    for (const words of [
      '楼道灯怎么换 纪要',
      '时间：2026 年 11 月 30 日（周一）19:00 至 19:00',
      '地点：居委会会议室',
      '形式：联席会议',
      '主持：来的人1',
      '党组织 党总支 来的人1',
      '未到：居民代表 李老师；居民代表',
      '应到 5 人，实到 3 人，过半数需要 3 人',
      '一、换什么灯',
      '居民代表：太暗了',
      '方案一：换声控灯（物业提出，约 2,400 元）',
      '好处：省电',
      '顾虑：要布线',
      '1. 换成声控灯（安居物业牵头负责：换十二盏声控灯，2026 年 12 月 10 日前办好）',
      '二、谁来换',
      '结果：大家谈妥了',
    ])
      expect(text).toContain(words)
  })

  test('corrected, they are a new version that nobody has signed', () => {
    const once = when(CLOSED, { type: 'SignMinutes', attendee: 1 })
    const corrected = when(once, { type: 'CorrectMinutes', text: '改过' })
    expect(corrected).toMatchObject({ minutes: { version: 2, text: '改过' }, signatures: [] })
    expect(refusal(corrected, { type: 'CorrectMinutes', text: '改过' })).toBe('minutes-unchanged')
  })

  test('stand once whoever presided and one more have signed', () => {
    const two = when(CLOSED, { type: 'SignMinutes', attendee: 2 }, { type: 'SignMinutes', attendee: 3 })
    expect(two.status).toBe('closed')
    expect(when(two, { type: 'SignMinutes', attendee: 1 }).status).toBe('minuted')
    expect(refusal(two, { type: 'SignMinutes', attendee: 2 })).toBe('already-signed')
    expect(refusal(two, { type: 'SignMinutes', attendee: 9 })).toBe('not-present')
  })

  test('people sign for themselves; the desk notes what stands on paper', () => {
    const meeting = when(
      when(called(), { ...signingIn(2, '小陈'), person: 'per_property' }, signingIn(1, '书记')),
      { type: 'OpenMeeting', chair: 2 },
      closing(null),
    )
    expect(told(meeting, { type: 'SignMinutes', attendee: 1 }, PROPERTY)).toMatchObject([
      { noted: false, complete: false },
    ])
    expect(refusal(meeting, { type: 'SignMinutes', attendee: 2 }, PROPERTY)).toBe('not-yours-to-do')
    expect(told(meeting, { type: 'SignMinutes', attendee: 2 }, BRANCH)).toMatchObject([{ noted: true }])
  })
})

describe('the matter', () => {
  const moved = (meeting: StandingMeeting, event: MeetingEvent) =>
    matterMovedByMeeting(meeting, event).map(({ command }) => command)

  test('hears that a meeting runs, how it ended, and that it was called off; of its own leaving it hears nothing', () => {
    expect(moved(called(), told(NO_MEETING, calling(), STAFF, WEDNESDAY)[0]!)).toMatchObject([
      { proceeding: { status: 'running', result: null } },
    ])
    expect(moved(CLOSED, { type: 'MeetingClosed', at: WHEN, quorate: true, result: 'agreed', came: 3 })).toEqual([
      {
        type: 'NoteProceeding',
        proceeding: { kind: 'meeting', id: 'mtg_1', status: 'ended', quorate: true, result: 'agreed' },
        resolved: [{ party: 'pty_property', lead: true, task: '换十二盏声控灯', by: '2026-12-10' }],
      },
    ])
    expect(moved(called(), told(called(), CANCEL)[0]!)).toMatchObject([{ proceeding: { status: 'withdrawn' } }])
    expect(moved(called(), told(called(), CANCEL, CLOCK)[0]!)).toEqual([])
  })

  test('tells its ended meetings what it handed out, unless that was only handed on', () => {
    const ended = asks(CLOCK, {
      type: 'NoteProceeding',
      proceeding: { kind: 'meeting', id: 'mtg_1', status: 'ended', quorate: true, result: 'settled' },
      resolved: [],
    })
    const matter = open(given((world) => ended(AT_TALK === world ? world : AT_TALK)))
    const orders = [{ order: 'ord_1', party: 'pty_property', lead: true, task: '换灯' }] as const
    const event = { type: 'OrdersPlaced', orders, whistled: false, transferredFrom: null } as const
    expect(meetingsMovedBy(matter, event)).toEqual([
      { to: 'mtg_1', command: { type: 'NoteHandedOut', orders: [{ order: 'ord_1', party: 'pty_property' }] } },
    ])
    expect(meetingsMovedBy(matter, { ...event, transferredFrom: 'ord_0' })).toEqual([])
  })
})

test('the ledger keeps words and names sealed', () => {
  const ids: Ids = (prefix) => `${prefix}_new`
  const events = cells.flatMap(({ status, command }) => {
    const answer = meetingRules.decide(IN[status], command, {
      actor: byClock(command.type) ? CLOCK : STAFF,
      now: WHEN,
      ids,
    })
    return isRefused(answer) ? [] : answer.events
  })
  expect(new Set(events.map(({ type }) => type)).size).toBe(Object.keys(meetingEntry).length)
  for (const event of events) {
    const { facts } = (meetingEntry[event.type] as (event: MeetingEvent) => { facts: object })(event)
    expect(JSON.stringify(facts)).not.toMatch(/\p{Script=Han}|per_|402913|k7m2p9/u)
  }
})

test('every format names seats that somebody may fill, and each role once', () => {
  for (const { seats, everySeat, names } of Object.values(MEETING_FORMATS)) {
    expect(names.zh.length + names.en.length).toBeGreaterThan(4)
    expect(new Set(seats.map(({ key }) => key)).size).toBe(seats.length)
    for (const { roles } of seats) expect(roles.every((role) => ROLES.includes(role))).toBe(true)
    if (everySeat) expect(seats.length).toBeGreaterThan(1)
  }
})
