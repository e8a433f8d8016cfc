// What a meeting may resolve, with a quorum and without one.
import { describe, expect, test } from 'vitest'
import { CLOCK, isRefused } from '../kernel/index.ts'
import { matterMovedByMeeting } from '../reactions/index.ts'
import { waiting } from './index.ts'
import { draftMinutes } from './minutes.ts'
import { option, remark } from './testing/commands.ts'
import {
  OPEN,
  called,
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
