// Short names of kinds of events, for the ledger, where nothing else of them is public.
import { type Dictionary, type Language, dictionary } from './dictionary.ts'
import { budgetEvents } from './events/budget.ts'
import { communityEvents } from './events/community.ts'
import { drawEvents } from './events/draw.ts'
import { electionEvents } from './events/election.ts'
import { groupEvents } from './events/group.ts'
import { matterEvents } from './events/matter.ts'
import { meetingEvents } from './events/meeting.ts'
import { noticeEvents } from './events/notice.ts'
import { pollEvents } from './events/poll.ts'
import { termEvents } from './events/term.ts'

const ROOMS: readonly Dictionary<Partial<Record<string, string>>>[] = [
  budgetEvents,
  communityEvents,
  drawEvents,
  electionEvents,
  groupEvents,
  matterEvents,
  meetingEvents,
  noticeEvents,
  pollEvents,
  termEvents,
]
const otherEvent = dictionary('其他记录', 'Other record')

export const eventName = (type: string, lang: Language): string =>
  ROOMS.find((room) => type in room[lang])?.[lang][type] ?? otherEvent[lang]
