// What others hear of a meeting: its matter how it ended, the ledger no word and no name.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Ids, ROLES, isRefused } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { matterMovedByMeeting, meetingsMovedBy } from '../reactions/index.ts'
import { asks, given } from '../reactions/testing/story.ts'
import { WEDNESDAY, open } from '../reactions/testing/world.ts'
import {
  MEETING_FORMATS,
  type MeetingEvent,
  NO_MEETING,
  type StandingMeeting,
  meetingEntry,
  meetingRules,
} from './index.ts'
import { CANCEL, CLOSED, IN, byClock, cells } from './testing/commands.ts'
import { AT_TALK, WHEN, called, calling, told } from './testing/story.ts'

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
