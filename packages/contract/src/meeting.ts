// The HTTP promise about meetings: how one is called and run, and what its desk, its matter and its list are answered.
import { localDateSchema } from '@yishi/domain/calendar'
import { LINE_KINDS, MEETING_STATUSES, SIGN_IN_WAYS } from '@yishi/domain/meeting'
import { TALK_FORMATS, TALK_RESULTS, namesSchema } from '@yishi/domain/procedure'
import { z } from 'zod'
import { questionDraftSchema } from './question.ts'

const instant = z.iso.datetime()
const text = (longest: number) => z.string().trim().min(1).max(longest)
const perhaps = (longest: number) => z.string().trim().max(longest).default('')
const number = z.number().int().min(1)

export const shareSchema = z
  .object({
    seat: z.string().nullable(),
    members: z.number().int().min(1).max(5000).nullable(),
    part: z.number().int().min(1).max(12),
    whole: z.number().int().min(1).max(12),
    strict: z.boolean(),
  })
  .refine(({ part, whole, strict }) => (strict ? part < whole : part <= whole), { error: 'no such part' })

const inviteeAsked = z.object({
  seat: z.string().nullable().default(null),
  party: z.string().optional(),
  person: z.string().optional(),
  name: perhaps(40),
})
const invitedAsked = z.array(inviteeAsked).min(1).max(60)

export const callMeetingSchema = z.object({
  format: z.enum(TALK_FORMATS),
  title: text(60),
  when: instant,
  where: text(120),
  invited: invitedAsked,
  agenda: z
    .array(z.object({ text: text(120), minutes: z.number().int().min(1).max(240).nullable().default(null) }))
    .min(1)
    .max(12),
  share: shareSchema.nullable(),
})
export type CallMeeting = z.input<typeof callMeetingSchema>

const task = z.object({
  party: z.string(),
  what: text(500),
  by: localDateSchema.nullable().default(null),
  lead: z.boolean().default(false),
})

/** The commands on a meeting, one body schema for each; the path is `/api/meetings/:meeting/<name>`. */
export const meetingCommandSchemas = {
  change: z.object({ when: instant, where: text(120) }),
  invite: z.object({ invited: invitedAsked }),
  'sign-in': z.object({ invitee: number.nullable().default(null), name: text(40), household: perhaps(40) }),
  'strike-sign-in': z.object({ attendee: number, reason: text(200) }),
  open: z.object({ chair: number }),
  'begin-item': z.object({ item: number }),
  note: z.object({ item: number, text: text(1000), by: perhaps(40) }),
  'offer-option': z.object({
    item: number,
    title: text(80),
    pros: z.array(text(200)).max(6).default([]),
    cons: z.array(text(200)).max(6).default([]),
    cost: z
      .string()
      .regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/)
      .nullable()
      .default(null),
    by: perhaps(40),
  }),
  resolve: z.object({ item: number, text: text(500), task: task.nullable().default(null) }),
  strike: z.object({ kind: z.enum(LINE_KINDS), number }),
  close: z.object({ result: z.enum(TALK_RESULTS).nullable() }),
  'correct-minutes': z.object({ text: text(20_000) }),
  'sign-minutes': z.object({ attendee: number }),
  cancel: z.object({ reason: text(500) }),
} as const
export type MeetingCommandName = keyof typeof meetingCommandSchemas

/** `POST /api/meetings/:meeting/call-vote`: opens a poll among those who count here, hands to be counted by its tellers. */
export const callVoteSchema = z.object({ item: number, rule: z.string().max(60), question: questionDraftSchema })
export type CallVote = z.infer<typeof callVoteSchema>
/** What the reader may be offered at the desk. */
export type MeetingAct = MeetingCommandName | 'call-vote'

const seat = z.object({ key: z.string(), names: namesSchema, /** Must be taken. */ must: z.boolean() })

const requirement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('people'), needed: z.number(), present: z.number(), met: z.boolean() }),
  z.object({ kind: z.literal('seat'), seat: z.string(), met: z.boolean() }),
  z.object({
    kind: z.literal('share'),
    share: shareSchema,
    due: z.number(),
    needed: z.number(),
    present: z.number(),
    met: z.boolean(),
  }),
])
export const quorumSchema = z.object({ quorate: z.boolean(), requirements: z.array(requirement) })

const format = z.object({ key: z.enum(TALK_FORMATS), names: namesSchema })

/** What a meeting begins with in one format: its seats, who fills them here, and how many must come. */
export const meetingDraftSchema = z.object({
  format: z.enum(TALK_FORMATS),
  formats: z.array(format),
  title: z.string(),
  seats: z.array(seat),
  invited: z.array(z.object({ seat: z.string(), party: z.string().nullable(), name: z.string() })),
  share: shareSchema.nullable(),
})
export type MeetingDraft = z.infer<typeof meetingDraftSchema>

export const meetingLineSchema = z.object({
  meeting: z.string(),
  code: z.string(),
  title: z.string(),
  format: z.enum(TALK_FORMATS),
  when: instant,
  where: z.string(),
  status: z.enum(MEETING_STATUSES),
  quorate: z.boolean(),
  result: z.enum(TALK_RESULTS).nullable(),
})
export type MeetingLine = z.infer<typeof meetingLineSchema>

const taskView = z.object({
  party: z.string(),
  partyName: z.string(),
  what: z.string(),
  by: z.string().nullable(),
  lead: z.boolean(),
})

/** Beside a matter's file: its rounds, whether the reader may call the next, and what was resolved and not handed out. */
export const matterMeetingsSchema = z.object({
  rounds: z.array(meetingLineSchema),
  mayCall: z.boolean(),
  waiting: z.array(taskView.extend({ meeting: z.string(), text: z.string() })),
})
export type MatterMeetings = z.infer<typeof matterMeetingsSchema>

export const meetingsSchema = z.object({
  rows: z.array(
    meetingLineSchema.extend({
      community: z.object({ id: z.string(), name: z.string() }),
      matter: z.object({ id: z.string(), title: z.string() }),
    }),
  ),
  asOf: instant,
})
export type Meetings = z.infer<typeof meetingsSchema>

export const optionSchema = z.object({
  number: z.number(),
  item: z.number(),
  title: z.string(),
  pros: z.array(z.string()),
  cons: z.array(z.string()),
  cost: z.string().nullable(),
  by: z.string(),
})
export type OptionView = z.infer<typeof optionSchema>

const resolutionView = z.object({
  number: z.number(),
  item: z.number(),
  text: z.string(),
  task: taskView.nullable(),
  /** The order that it became. */
  order: z.string().nullable(),
})

export const meetingVoteSchema = z.object({
  number: z.number(),
  item: z.number(),
  poll: z.string(),
  question: z.string(),
  /** Null while hands are still being counted. */
  result: z
    .object({
      passed: z.boolean(),
      /** The options that were chosen, where most hands win. */
      chosen: z.array(z.string()).readonly().optional(),
      counts: z.array(z.object({ mark: z.string(), text: z.string(), heads: z.number() })),
    })
    .nullable(),
})
export type MeetingVoteView = z.infer<typeof meetingVoteSchema>

/** The meeting as its desk sees it, with names. */
export const meetingFileSchema = meetingLineSchema.extend({
  matter: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  community: z.object({ id: z.string(), name: z.string() }),
  round: z.number(),
  earlier: z.array(meetingLineSchema),
  url: z.string(),
  qr: z.string(),
  door: z.string(),
  seats: z.array(seat),
  invited: z.array(
    z.object({
      number: z.number(),
      seat: z.string().nullable(),
      party: z.string().nullable(),
      name: z.string(),
      attendee: z.number().nullable(),
    }),
  ),
  present: z.array(
    z.object({
      number: z.number(),
      invitee: z.number().nullable(),
      name: z.string(),
      household: z.string(),
      way: z.enum(SIGN_IN_WAYS),
      at: instant,
    }),
  ),
  quorum: quorumSchema,
  chair: z.number().nullable(),
  agenda: z.array(z.object({ item: z.number(), text: z.string(), minutes: z.number().nullable() })),
  now: z.object({ item: z.number(), since: instant }).nullable(),
  remarks: z.array(z.object({ number: z.number(), item: z.number(), text: z.string(), by: z.string() })),
  options: z.array(optionSchema),
  resolutions: z.array(resolutionView),
  votes: z.array(meetingVoteSchema),
  minutes: z.object({ version: z.number(), text: z.string() }).nullable(),
  versions: z.array(z.object({ version: z.number(), at: instant, text: z.string() })),
  signatures: z.array(z.object({ attendee: z.number(), noted: z.boolean() })),
  cancelled: z.string().nullable(),
  /** Commands that the reader may give now. */
  may: z.array(z.string()),
  asOf: instant,
})
export type MeetingFile = z.infer<typeof meetingFileSchema>
