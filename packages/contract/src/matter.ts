// The HTTP promise about matters: what may be asked, and what each audience is answered.
import { localDateSchema } from '@yishi/domain/calendar'
import { z } from 'zod'
import { CLOCK_KINDS, LIGHTS } from '@yishi/domain/clock'
import { CHANNELS, KINDS, PHASES, PUBLICITIES, figureSchema, sortingSchema } from '@yishi/domain/matter'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import { ORDER_STATUSES, namesSchema } from '@yishi/domain/procedure'
import { helpSchema } from './helping.ts'
import { meetingLineSchema } from './meeting.ts'
import { heldRecordingSchema, recordingViewSchema } from './recording.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const instant = z.iso.datetime()

const raised = z.object({
  /** Empty only where there is a recording. */
  text: z.string().trim().max(4000).default(''),
  title: text(60).optional(),
  /** Code of the place; whoever notes a matter down for another may name the community instead. */
  place: z.string().trim().max(20).optional(),
  community: z.string().max(40).optional(),
  /** A node of that community, where it is known which. */
  node: z.string().max(40).optional(),
  where: z.string().trim().max(120).optional(),
  name: z.string().trim().max(40).optional(),
  phone: z.string().trim().max(24).optional(),
  publicity: z.enum(PUBLICITIES).default('nameless'),
  channel: z.enum(CHANNELS).default('web'),
  photos: z.array(z.string()).max(MOST_PHOTOS).default([]),
  recording: z.string().optional(),
  /** Raised by one who is signed in, for a neighbour. */
  help: helpSchema.optional(),
})
export const raiseMatterSchema = raised
  .refine(({ text, recording }) => text !== '' || recording !== undefined, { path: ['text'] })
  .refine(({ help, name }) => !help || Boolean(name), { path: ['name'] })
export type RaiseMatter = z.infer<typeof raiseMatterSchema>

export const receiptSchema = z.object({
  matter: z.string(),
  /** Short code that can be read out on the phone. */
  code: z.string(),
  /** Secret link that follows the matter for ever, relative to PUBLIC_URL. */
  link: z.string(),
  /** Signed promise of the ledger (see `@yishi/domain/ledger`). */
  receipt: z.string(),
})
export type Receipt = z.infer<typeof receiptSchema>

export const clockViewSchema = z.object({
  kind: z.enum(CLOCK_KINDS),
  limit: z.string(),
  startedAt: instant,
  due: instant,
  light: z.enum(LIGHTS),
  overdue: z.boolean(),
  /** Milliseconds left, or past the limit when overdue. */
  ms: z.number(),
  /** Part of the limit that is used up, 0 to 1. */
  share: z.number(),
  paused: z.object({ since: instant, reason: z.string(), until: instant }).nullable(),
  provisional: z.boolean(),
  /** Whether a stopped clock was met in time; null while it runs. */
  met: z.boolean().nullable(),
})
export type ClockView = z.infer<typeof clockViewSchema>

export const photoViewSchema = z.object({ id: z.string(), thumb: z.string(), full: z.string() })
export type PhotoView = z.infer<typeof photoViewSchema>

/** One line of a matter's story; the words are made from `type` and its fields in the reader's language. */
export const storyItemSchema = z.object({
  at: instant,
  type: z.string(),
  /** Who did it, as this audience may know them; null when it was the clock. */
  by: z.object({ name: z.string(), party: z.string().nullable() }).nullable(),
  text: z.string().nullable(),
  stage: namesSchema.nullable(),
  outcome: namesSchema.nullable(),
  photos: z.array(photoViewSchema),
  recording: recordingViewSchema.optional(),
  figures: z.array(figureSchema),
  /** Further facts by name: party, reason, until, score, level, clock … */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type StoryItem = z.infer<typeof storyItemSchema>

/** A notice of a matter, as its page names it. */
export const noticeOfMatterSchema = z.object({
  notice: z.string(),
  title: z.string(),
  status: z.enum(['hanging', 'elapsed', 'told']),
  lastDay: localDateSchema,
  /** Whole days still to come, today included. */
  daysLeft: z.number(),
})

export const contactSchema = z.object({
  name: z.string(),
  party: z.string(),
  area: z.string().nullable(),
  phone: z.string().nullable(),
})

/** The resident's page of a matter, reached by its link; nothing here is for handlers only. */
export const followViewSchema = z.object({
  matter: z.string(),
  code: z.string(),
  title: z.string(),
  text: z.string(),
  community: z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() }),
  place: z.string(),
  phase: z.enum(PHASES),
  stage: namesSchema,
  act: z.string(),
  responsible: contactSchema,
  clock: clockViewSchema.nullable(),
  photos: z.array(photoViewSchema),
  story: z.array(storyItemSchema),
  meetings: z.array(meetingLineSchema),
  notices: z.array(noticeOfMatterSchema),
  /** What is still to come, in order. */
  ahead: z.array(z.object({ act: z.string(), names: namesSchema })),
  may: z.object({
    rate: z.boolean(),
    remark: z.boolean(),
    nudge: z.boolean(),
    reopen: z.boolean(),
    withdraw: z.boolean().optional(),
  }),
  /** Who acts for the raiser, with their consent. */
  helper: z.string().optional(),
  end: z.string().nullable(),
  /** How many have met it. */
  voices: z.number(),
  asOf: instant,
})
export type FollowView = z.infer<typeof followViewSchema>

/** What anyone may see of a matter that is public. */
export const publicMatterSchema = z.object({
  code: z.string(),
  title: z.string(),
  place: z.string(),
  phase: z.enum(PHASES),
  kind: z.enum(KINDS).nullable(),
  raisedAt: instant,
  clock: clockViewSchema.nullable(),
  end: z.string().nullable(),
  /** How many have met it; a number and nothing more. */
  voices: z.number(),
})
export type PublicMatter = z.infer<typeof publicMatterSchema>

export const orderViewSchema = z.object({
  order: z.string(),
  party: z.string(),
  partyName: z.string(),
  lead: z.boolean(),
  task: z.string(),
  status: z.enum(ORDER_STATUSES),
  placedAt: instant,
  /** The last day for it, where one was named, and whether it went by with the work unfinished. */
  by: localDateSchema.nullable(),
  overdue: z.boolean(),
  reason: z.string().nullable(),
  whistled: z.boolean(),
  figures: z.array(figureSchema),
  /** Commands that the reader may give now. */
  may: z.array(z.string()),
})
export type OrderView = z.infer<typeof orderViewSchema>

/** What a reviewer asked for when agreeing, and whether it has been met. */
export const conditionViewSchema = z.object({
  condition: z.string(),
  seat: namesSchema,
  /** Null once it was erased. */
  text: z.string().nullable(),
  met: z.object({ at: instant, note: z.string().nullable() }).nullable(),
})
export type ConditionView = z.infer<typeof conditionViewSchema>

/** The matter as a file, for those who handle it. */
export const matterFileSchema = z.object({
  matter: z.string(),
  code: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  text: z.string(),
  place: z.string(),
  channel: z.enum(CHANNELS),
  publicity: z.enum(PUBLICITIES),
  raiser: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  raisedAt: instant,
  photos: z.array(photoViewSchema),
  recordings: z.array(heldRecordingSchema),
  /** Who acts for the raiser, with their consent. */
  helper: z.string().nullable(),
  sorting: sortingSchema.nullable(),
  suggestion: sortingSchema.extend({ why: z.array(z.string()) }).nullable(),
  procedure: z.object({ key: z.string(), version: z.number(), names: namesSchema }),
  stage: z.object({ key: z.string(), act: z.string(), names: namesSchema, visit: z.number() }),
  phase: z.enum(PHASES),
  status: z.enum(['open', 'closed']),
  end: z.string().nullable(),
  responsible: contactSchema,
  clocks: z.array(clockViewSchema),
  dueAt: instant.nullable(),
  orders: z.array(orderViewSchema),
  conditions: z.array(conditionViewSchema),
  story: z.array(storyItemSchema),
  /** The outcomes of the present stage: which may be chosen, and what the others wait for. */
  outcomes: z.array(
    z.object({
      key: z.string(),
      names: namesSchema,
      taken: z.enum(['itself', 'choice']),
      open: z.boolean(),
      waitsFor: z.array(z.string()),
    }),
  ),
  ahead: z.array(z.object({ act: z.string(), names: namesSchema })),
  voices: z.number(),
  links: z.array(z.object({ code: z.string(), title: z.string(), relation: z.string() })),
  listed: z.boolean(),
  escalation: z.number(),
  /** Commands that the reader may give now. */
  may: z.array(z.string()),
  /** Raised by one with every change; sent back with a command so that two people do not overwrite each other. */
  revision: z.number(),
  asOf: instant,
})
export type MatterFile = z.infer<typeof matterFileSchema>
