// The table of a meeting: which command leads where, and who may give it.
import { describe, expect, test } from 'vitest'
import { CLOCK } from '../kernel/index.ts'
import { PEOPLE, STAFF, worker } from '../matter/testing/community.ts'
import { type Meeting, type MeetingCommand, meetingRules } from './index.ts'
import { CANCEL, COMMANDS, IN, LEADS, byClock, cells } from './testing/commands.ts'
import { called, decide, refusal } from './testing/story.ts'

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
