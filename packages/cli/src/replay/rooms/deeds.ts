// What the people of a case can do in the rooms of the product: the body of each deed as the script tells it, and the entry that it leaves in the story.
import { announceDrawSchema, drawCommandSchemas } from '@yishi/contract/draw'
import { callMeetingSchema, callVoteSchema, meetingCommandSchemas } from '@yishi/contract/meeting'
import { answerObjectionSchema, hangNoticeSchema, lodgeObjectionSchema } from '@yishi/contract/notice'
import { pollCountSchema, pollDraftSchema } from '@yishi/contract/poll'
import { projectCommandSchemas, startProjectSchema } from '@yishi/contract/project'

/** Who signs in at the desk and who presides, by their place among those invited; then it is opened. */
export type Begin = { readonly came: readonly number[]; readonly chair: number }

type Body = {
  readonly safeParse: (told: unknown) => { readonly error?: { readonly issues: readonly unknown[] } | undefined }
}

/** For what the player itself asks; the rest are bodies of the contract. */
const checked = (fits: (told: object) => boolean): Body => ({
  safeParse: (told) => (fits(told as object) ? {} : { error: { issues: [told] } }),
})

const begins = checked((told) => {
  const { came, chair } = told as Begin
  return came.length > 1 && new Set(came).size === came.length && came.every(Number.isInteger) && came.includes(chair)
})

/** Parties stand here by their keys, as everywhere in a script. */
export const ROOM_DEEDS = {
  'meeting/call': { body: callMeetingSchema, entry: 'MeetingCalled' },
  'meeting/begin': { body: begins, entry: null },
  'meeting/note': { body: meetingCommandSchemas.note, entry: null },
  'meeting/offer-option': { body: meetingCommandSchemas['offer-option'], entry: null },
  'meeting/resolve': { body: meetingCommandSchemas.resolve, entry: 'ResolutionRecorded' },
  'meeting/close': { body: meetingCommandSchemas.close, entry: 'MeetingClosed' },
  'meeting/sign-minutes': { body: meetingCommandSchemas['sign-minutes'], entry: null },
  /** By hands, of those who sit in the meeting that was opened last. */
  'poll/call-vote': { body: callVoteSchema, entry: 'PollOpened' },
  /** Of households, residents or owners, whose list is kept elsewhere: by its totals, and counted on paper. */
  'poll/draft': { body: pollDraftSchema, entry: null },
  'poll/open': { body: checked((told) => Object.keys(told).length === 0), entry: 'PollOpened' },
  'poll/count': { body: pollCountSchema.required(), entry: null },
  /** By a second person, who comes to the same. */
  'poll/count-again': { body: pollCountSchema.required(), entry: 'PollDecided' },
  'notice/hang': { body: hangNoticeSchema, entry: 'NoticeHung' },
  'notice/object': { body: lodgeObjectionSchema, entry: 'ObjectionLodged' },
  'notice/answer': { body: answerObjectionSchema, entry: 'ObjectionAnswered' },
  'project/start': { body: startProjectSchema, entry: 'ProjectStarted' },
  'project/report': { body: projectCommandSchemas.report, entry: 'MilestoneReported' },
  'project/claim': { body: projectCommandSchemas.claim, entry: 'MilestoneClaimed' },
  'project/accept': { body: projectCommandSchemas.accept, entry: 'MilestoneAccepted' },
  /** By the committee itself: it belongs to no matter's story. */
  'draw/announce': { body: announceDrawSchema, entry: null },
  'draw/enter-source': { body: drawCommandSchemas['enter-source'], entry: null },
  /** By a second person, who saw the same. */
  'draw/enter-source-again': { body: drawCommandSchemas['enter-source'], entry: null },
} as const satisfies Readonly<Record<string, { readonly body: Body; readonly entry: string | null }>>

export type RoomDeed = keyof typeof ROOM_DEEDS
export const ROOMS = ['meeting', 'poll', 'notice', 'project', 'draw'] as const
export type Room = (typeof ROOMS)[number]

export const isRoomDeed = (deed: string): deed is RoomDeed => Object.hasOwn(ROOM_DEEDS, deed)
export const roomOf = (deed: RoomDeed): Room => deed.slice(0, deed.indexOf('/')) as Room

/** With these somebody enters a room anew; the other deeds belong to what was opened last. */
const OPENING: ReadonlySet<string> = new Set([
  'meeting/call',
  'poll/call-vote',
  'poll/draft',
  'notice/hang',
  'project/start',
  'draw/announce',
] satisfies RoomDeed[])
export const opensRoom = (deed: string): boolean => OPENING.has(deed)
