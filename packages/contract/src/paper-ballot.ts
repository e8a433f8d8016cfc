// The HTTP promise about paper ballots: the registers, the entry desk, and the props of the printed pages.
import { DELIVERIES, FAILURES, RETURNS, SIGNED_BY, STANDINGS } from '@yishi/domain/paper-ballot'
import { CHANNELS, ELECTORATES, PRECEDENCES, SPOILS, amountsSchema, questionSchema } from '@yishi/domain/poll'
import { z } from 'zod'

const instant = z.iso.datetime()
const words = (most: number) => z.string().trim().max(most)
/** As typed or scanned: the whole address of the QR code or its end alone. */
const code = z.string().trim().min(1).max(300)
/** By the poll that asks: what is marked beside each question of the sheet. */
const marks = z.record(z.templateLiteral(['pol_', z.string().max(60)]), z.array(z.string().max(20)).min(1).max(20))
const voter = z.string().max(60)
const companion = words(40).default('')

export const paperDeliverySchema = z.object({
  voters: z.array(voter).min(1).max(500),
  how: z.enum(DELIVERIES),
  to: words(100).default(''),
  told: z.boolean(),
  warned: z.boolean(),
  companion,
})
export const paperFailureSchema = z.object({ voter, why: z.enum(FAILURES), note: words(200).default(''), companion })
export const paperFindSchema = z.object({ code })
export const paperReturnSchema = z.object({
  code,
  where: z.enum(RETURNS),
  signed: z.boolean(),
  photo: z.string().max(60).nullable().default(null),
  companion,
  signedBy: z.enum(SIGNED_BY).default('owner'),
  /** Who wrote for somebody who cannot, and the two who saw it. */
  assistance: z
    .object({ helper: words(40), witnesses: z.tuple([words(40), words(40)]) })
    .nullable()
    .default(null),
  /** Of a sheet of several pages: all of them are there. */
  whole: z.boolean().default(false),
})
/** In writing, and kept by the desk: `document` says where. */
export const proxySchema = z.object({
  voter,
  holder: z.string().regex(/^1\d{10}$/u),
  name: words(40).min(1),
  document: words(100).min(1),
})
export const proxyRevokingSchema = z.object({ voter, reason: words(500).min(1) })
/** At the door of the hall: who came for the unit; the sheet is handed over with it. */
export const paperCheckInSchema = z.object({ code, to: words(100).min(1) })
export const paperReadingSchema = z.object({ code, marks })
export const paperSettlingSchema = z.object({ code, marks, reason: words(500).min(1) })
export const paperReplacingSchema = z.object({ voter, reason: words(500).min(1) })

export const PAPER_STATUSES = ['out', 'returned', 'read-once', 'differing', 'settled'] as const

const stepSchema = z.object({
  step: z.enum([
    'delivered',
    'not-delivered',
    'returned',
    'read',
    'settled',
    'replaced',
    'proxy-appointed',
    'proxy-revoked',
  ]),
  issue: z.number(),
  /** A way of delivery, why it failed, or where it came back. */
  how: z.enum([...DELIVERIES, ...FAILURES, ...RETURNS]).nullable(),
  words: z.string(),
  told: z.boolean().nullable(),
  warned: z.boolean().nullable(),
  signed: z.boolean().nullable(),
  signedBy: z.enum(SIGNED_BY).nullable(),
  /** Before two witnesses. */
  assisted: z.boolean(),
  photo: z.string().nullable(),
  companion: z.string(),
  by: z.string(),
  seenAt: instant,
})
export type PaperStep = z.infer<typeof stepSchema>

const unitSchema = z.object({
  voter: z.string(),
  /** On the list, from one; printed on the sheet. */
  number: z.number(),
  name: z.string(),
  amounts: amountsSchema,
  status: z.enum(PAPER_STATUSES),
  issue: z.number(),
  checkedIn: z.boolean(),
  /** Who signs in the owner's place. */
  proxy: z.string().nullable(),
  delivered: z.boolean(),
  /** All three proofs of R1.31 are on file. */
  proven: z.boolean(),
  /** How the ballot that holds came in. */
  channel: z.enum(CHANNELS).nullable(),
})
export type PaperUnit = z.infer<typeof unitSchema>

export const PAPER_ACTS = ['check-in', 'return', 'read', 'settle', 'replace'] as const
export type PaperAct = (typeof PAPER_ACTS)[number]

/** One sheet at the desk; what was read on it stays hidden, but for the third who decides. */
export const paperSheetSchema = unitSchema.extend({
  signed: z.boolean().nullable(),
  /** On how many pages it was printed. */
  pages: z.number(),
  /** Who is asked: owners of units, households, or people. */
  electorate: z.enum(ELECTORATES),
  /** How many questions stand on the sheet, whichever of them are still to be read. */
  asks: z.number(),
  /** As the sheet asks them; to the third, those that were read differently. */
  questions: z.array(z.object({ poll: z.string(), question: questionSchema })),
  steps: z.array(stepSchema),
  /** Its pictures, the newest first; one of an older issue is of a void sheet. */
  scans: z.array(z.object({ scan: z.string(), issue: z.number() })),
  may: z.array(z.enum(PAPER_ACTS)),
  readings: z.array(z.object({ by: z.string(), marks: z.record(z.string(), z.array(z.string())) })),
})
export type PaperSheet = z.infer<typeof paperSheetSchema>

const tally = {
  of: z.number(),
  checkedIn: z.number(),
  delivered: z.number(),
  failed: z.number(),
  returned: z.number(),
  reading: z.number(),
  differing: z.number(),
  settled: z.number(),
  /** With a ballot that holds, from wherever it came. */
  voted: z.number(),
}
const stairwaySchema = z.object({ path: z.string(), name: z.string(), ...tally })
export type PaperStairway = z.infer<typeof stairwaySchema>

export const paperDeskSchema = z.object({
  poll: z.string(),
  electorate: z.enum(ELECTORATES),
  question: questionSchema,
  /** All that the sheets ask, the first one first. */
  questions: z.array(z.object({ poll: z.string(), question: questionSchema, status: z.string() })),
  status: z.string(),
  total: z.object(tally),
  stairways: z.array(stairwaySchema),
  /** Sheets that wait for a reading or a decision: their numbers on the list. */
  waiting: z.array(z.object({ number: z.number(), name: z.string(), status: z.enum(PAPER_STATUSES) })),
})
export type PaperDesk = z.infer<typeof paperDeskSchema>
export const paperUnitsSchema = z.array(unitSchema)
export const paperUnitsQuerySchema = z.object({ path: z.string().max(200).default('') })
export const paperDoneSchema = z.object({ done: z.number() })

const keptSchema = z.object({
  number: z.number(),
  channel: z.enum(CHANNELS),
  notedBy: z.string().nullable(),
  at: instant,
  standing: z.enum(STANDINGS),
})
const line = { number: z.number(), name: z.string() }

/** Unsigned (R1.53), what cannot be read, or what spoils a sheet that ranks, scores or ticks (R7.30). */
export const INVALIDITIES = ['unsigned', 'unclear', ...SPOILS] as const
export type Invalidity = (typeof INVALIDITIES)[number]

/** What does not go without a word before the count: never what somebody chose. */
export const reconciliationSchema = z.object({
  poll: z.string(),
  community: z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() }),
  electorate: z.enum(ELECTORATES),
  question: questionSchema,
  status: z.string(),
  precedence: z.enum(PRECEDENCES),
  asOf: instant,
  units: z.number(),
  voted: z.number(),
  twice: z.array(z.object({ ...line, ballots: z.array(keptSchema) })),
  notRead: z.array(z.object({ ...line, status: z.enum(PAPER_STATUSES), returnedAt: instant })),
  /** Read differently by two, and decided by a third. */
  decided: z.array(z.object({ ...line, reason: z.string() })),
  /** Ballots that hold and count as invalid: what spoiled each, never what was marked. */
  invalid: z.array(z.object({ ...line, why: z.enum(INVALIDITIES) })),
  notDelivered: z.array(
    z.object({ ...line, attempts: z.number(), last: z.enum([...FAILURES, 'left']).nullable(), voted: z.boolean() }),
  ),
})
export type Reconciliation = z.infer<typeof reconciliationSchema>

/** What came of a call at a door: the sheet handed over, the signed one collected, or why neither. */
export const CALL_RESULTS = ['handed', 'collected', ...FAILURES] as const
export type CallResult = (typeof CALL_RESULTS)[number]

/** One call, whenever the phone gets through. */
export const callSchema = z.object({
  /** Who called: a phone that has changed hands since hands in nothing in another's name. */
  owner: z.string().regex(/^per_[a-z0-9]+$/),
  voter,
  result: z.enum(CALL_RESULTS),
  to: words(100).default(''),
  told: z.boolean().default(false),
  warned: z.boolean().default(false),
  signed: z.boolean().default(true),
  whole: z.boolean().default(false),
  companion,
  photo: z.string().max(60).nullable().default(null),
  /** By the clock of the phone. */
  seenAt: instant,
})
export type CallAsked = z.infer<typeof callSchema>
export const callDoneSchema = z.object({ seenAt: instant })
export const callPhotoQuerySchema = callSchema.pick({ owner: true })
export const callPhotoSchema = z.object({ photo: z.string() })
