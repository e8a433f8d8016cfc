// What a story tells of a meeting: when it is, what it resolved and how it ended; the rest stands in its minutes.
import type { StoryItem } from '@yishi/contract/matter'
import type { MeetingEvent } from '@yishi/domain/meeting'
import { TALK_RESULTS } from '@yishi/domain/procedure'
import { dictionary } from './dictionary.ts'
import { meetingResultWords } from './meeting.ts'
import { plainMoment } from './moments.ts'
import { type Teller, fact } from './telling.ts'

type Told = Extract<
  MeetingEvent['type'],
  'MeetingCalled' | 'MeetingChanged' | 'ResolutionRecorded' | 'MeetingClosed' | 'MinutesSigned' | 'MeetingCancelled'
>

/** A meeting to which too few came has no result. */
const resultOf = (item: StoryItem): keyof typeof meetingResultWords.zh => {
  const result = TALK_RESULTS.find((each) => each === item.facts['result'])
  return item.facts['quorate'] === true && result ? result : 'too-few'
}

export const meetingTellers = dictionary<Record<Told, Teller>>(
  {
    MeetingCalled: (item) =>
      fact(item, 'when') ? `定于 ${plainMoment(fact(item, 'when'), 'zh')} 开议事会` : '要开议事会',
    MeetingChanged: (item) =>
      fact(item, 'when') ? `议事会改到 ${plainMoment(fact(item, 'when'), 'zh')}` : '议事会改了时间、地点',
    ResolutionRecorded: () => '会上议定一条',
    MeetingClosed: (item) => `议事会开过了：${meetingResultWords.zh[resultOf(item)]}`,
    MinutesSigned: () => '会议纪要已经签字',
    MeetingCancelled: () => '议事会取消了',
  },
  {
    MeetingCalled: (item) =>
      fact(item, 'when') ? `A meeting is called for ${plainMoment(fact(item, 'when'), 'en')}` : 'A meeting is called',
    MeetingChanged: (item) =>
      fact(item, 'when')
        ? `The meeting is moved to ${plainMoment(fact(item, 'when'), 'en')}`
        : 'The meeting has a new time or place',
    ResolutionRecorded: () => 'A resolution of the meeting',
    MeetingClosed: (item) => `The meeting is over: ${meetingResultWords.en[resultOf(item)].toLowerCase()}`,
    MinutesSigned: () => 'The minutes are signed',
    MeetingCancelled: () => 'The meeting was called off',
  },
)
