// A vote called in a meeting: when it may be called, what its poll tells, and how it stands in the minutes.
import { describe, expect, test } from 'vitest'
import { CLOCK, isRefused } from '../kernel/index.ts'
import { voteToldBy } from '../reactions/index.ts'
import type { PollEvent, StandingPoll } from '../poll/index.ts'
import type { MeetingCommand, StandingMeeting } from './index.ts'
import { COUNTED, VOTE, called, closing, decide, refusal, sits, told, when } from './testing/story.ts'

const byClock = (meeting: StandingMeeting, command: MeetingCommand): StandingMeeting => {
  const answer = decide(meeting, command, CLOCK)
  if (isRefused(answer) || answer.state.status === 'absent') throw new Error('the clock was refused')
  return answer.state
}
const VOTING = when(sits(3), VOTE)
const minutesOf = (meeting: StandingMeeting): string => {
  const closed = when(meeting, closing('agreed'))
  return closed.status === 'closed' ? closed.minutes.text : ''
}

test('is called only where a decision could be: with a quorum, about an item of the agenda', () => {
  expect(refusal(sits(2), VOTE)).toBe('not-quorate')
  expect(refusal(sits(3), { ...VOTE, item: 9 })).toBe('item-unknown')
  expect(told(sits(3), VOTE)).toMatchObject([{ type: 'VoteCalled', vote: { number: 4, poll: 'pol_1', result: null } }])
})

test('stands in the minutes with its numbers, or as one that is still being counted', () => {
  expect(minutesOf(byClock(VOTING, COUNTED))).toContain('换成声控灯，行不行？（同意 2 票，反对 1 票；通过）')
  expect(minutesOf(VOTING)).toContain('换成声控灯，行不行？（还在点票）')
})

test('leaves no line where its poll was given up, and a poll of somewhere else is no matter of this meeting', () => {
  expect(byClock(VOTING, { ...COUNTED, result: null })).toMatchObject({ votes: [] })
  expect(told(VOTING, { ...COUNTED, poll: 'pol_9' }, CLOCK)).toEqual([])
})

test('may move the matter on without sending home the people who still sit', () => {
  const gone: MeetingCommand = { type: 'CancelMeeting', reason: '' }
  expect(told(VOTING, gone, CLOCK)).toEqual([])
  for (const meeting of [called(), sits(3)])
    expect(told(meeting, gone, CLOCK)).toMatchObject([{ type: 'MeetingCancelled', byClock: true }])
})

describe('what a poll tells the meeting', () => {
  const asked = { id: 'pol_1', question: { type: 'for-against', text: '换不换', explanation: '' } }
  const poll = asked as unknown as StandingPoll
  const decided = (figures: object) =>
    ({ type: 'PollDecided', figures, outcome: { passed: true, chosen: ['for'] } }) as unknown as PollEvent

  test('hands for each choice in its words, and those who abstained', () => {
    const event = decided({ votes: { for: { heads: 18 }, against: { heads: 3 } }, abstain: { heads: 2 } })
    expect(voteToldBy(poll, event)?.result).toEqual({
      passed: true,
      counts: [
        { mark: 'for', text: '', heads: 18 },
        { mark: 'against', text: '', heads: 3 },
        { mark: 'abstain', text: '', heads: 2 },
      ],
    })
  })

  test('options by their texts', () => {
    const options = [
      { key: 'option-1', text: '声控灯' },
      { key: 'option-2', text: '长明灯' },
    ]
    const choosing = { ...asked, question: { type: 'choose-one', text: '换哪种', explanation: '', options } }
    const event = decided({ votes: { 'option-1': { heads: 9 }, 'option-2': { heads: 4 } }, abstain: {} })
    expect(voteToldBy(choosing as unknown as StandingPoll, event)?.result?.counts).toEqual([
      { mark: 'option-1', text: '声控灯', heads: 9 },
      { mark: 'option-2', text: '长明灯', heads: 4 },
      { mark: 'abstain', text: '', heads: 0 },
    ])
  })

  test('what was chosen, where most hands win', () => {
    const options = [
      { key: 'option-1', text: '声控灯' },
      { key: 'option-2', text: '长明灯' },
    ]
    const limited = {
      ...asked,
      question: { type: 'limited', text: '换哪种', explanation: '', options, seats: 1, most: 1 },
    }
    const figures = { votes: { 'option-1': { heads: 4 }, 'option-2': { heads: 9 } }, abstain: {} }
    const event = {
      type: 'PollDecided',
      figures,
      outcome: { passed: true, chosen: ['option-2'] },
    } as unknown as PollEvent
    const result = voteToldBy(limited as unknown as StandingPoll, event)?.result
    expect(result).toMatchObject({ passed: true, chosen: ['长明灯'] })
    expect(minutesOf(byClock(VOTING, { ...COUNTED, result: result! }))).toContain(
      '（声控灯 4 票，长明灯 9 票，弃权 0 票；选定长明灯）',
    )
  })

  test('that it was given up, and nothing before it ends', () => {
    const withdrawn = { type: 'PollWithdrawn', reason: '', byStage: false } as const
    expect(voteToldBy(poll, withdrawn)).toEqual({ type: 'NoteVote', poll: 'pol_1', result: null })
    expect(voteToldBy(poll, { type: 'PollClosed' })).toBeNull()
  })
})
