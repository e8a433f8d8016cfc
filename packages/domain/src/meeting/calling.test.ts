// Calling a meeting, and signing in to it.
import { describe, expect, test } from 'vitest'
import { VISITOR, later } from '../kernel/index.ts'
import { PROPERTY, STAFF } from '../matter/testing/community.ts'
import { FORMAL } from '../matter/testing/procedures.ts'
import { type Step, asks, given, raised, sorting } from '../reactions/testing/story.ts'
import { WEDNESDAY } from '../reactions/testing/world.ts'
import { NO_MEETING, signInOpens } from './index.ts'
import { COMMANDS } from './testing/commands.ts'
import {
  OPEN,
  WHEN,
  called,
  calling,
  came,
  decide,
  invitee,
  refusal,
  signingIn,
  sits,
  told,
  when,
} from './testing/story.ts'

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
