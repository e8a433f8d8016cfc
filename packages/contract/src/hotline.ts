// The HTTP promise about 12345 lists: what a preview tells of each row, what was taken in, and how each ticket stands.
import { CARRIED, HOTLINE_FIELDS, LIST_FORMATS, VERDICTS } from '@yishi/domain/hotline'
import { PHASES } from '@yishi/domain/matter'
import { z } from 'zod'

const communityId = z.string().regex(/^com_[a-z0-9]+$/)
const listId = z.string().regex(/^hli_[a-z0-9]+$/)
const instant = z.iso.datetime()
const meaning = z.enum([...HOTLINE_FIELDS, CARRIED])

export const LIST_MEGABYTES = 20
export const MOST_TICKETS_SHOWN = 500

/** Headers and what they say, as a person chose them for this list. */
export const mappingSchema = z.record(z.string().max(200), meaning)

const ticketProblemSchema = z.object({
  /** `D7`. */
  cell: z.string(),
  code: z.string(),
  /** The whole sentence, cell and advice included. */
  words: z.object({ zh: z.string(), en: z.string() }),
})

const alikeSchema = z.object({ matter: z.string(), code: z.string(), title: z.string(), place: z.string() })

export const ticketRowSchema = z.object({
  row: z.number(),
  number: z.string(),
  label: z.string(),
  verdict: z.enum(VERDICTS),
  changes: z.array(z.object({ field: z.enum(HOTLINE_FIELDS), from: z.string(), to: z.string() })),
  /** Open matters that it may be about; one is chosen, or a matter of its own. */
  alike: z.array(alikeSchema),
  problems: z.array(ticketProblemSchema),
})
export type TicketRowView = z.infer<typeof ticketRowSchema>

export const ticketPreviewSchema = z.object({
  /** What to confirm; null where something is wrong, because a wrong list writes nothing. */
  list: z.string().nullable(),
  community: z.string(),
  expiresAt: instant.nullable(),
  columns: z.array(z.object({ header: z.string(), says: meaning, sample: z.string() })),
  counts: z.record(z.enum(VERDICTS), z.number()),
  /** Those of the whole list. */
  problems: z.array(ticketProblemSchema),
  /** Errors first; every row that waits for a choice, and at most MOST_TICKETS_SHOWN others. */
  rows: z.array(ticketRowSchema),
  total: z.number(),
})
export type TicketPreview = z.infer<typeof ticketPreviewSchema>

export const confirmTicketsSchema = z.object({
  community: communityId,
  list: listId,
  /** By row: `anew`, or the matter that the ticket joins. */
  choices: z.record(z.string().regex(/^\d{1,6}$/), z.union([z.literal('anew'), z.string().regex(/^mat_[a-z0-9]+$/)])),
})
export type ConfirmTickets = z.infer<typeof confirmTicketsSchema>

export const ticketsTakenSchema = z.object({
  list: z.string(),
  raised: z.number(),
  joined: z.number(),
  changed: z.number(),
  unchanged: z.number(),
})
export type TicketsTaken = z.infer<typeof ticketsTakenSchema>

export const hotlineListSchema = z.object({
  list: z.string(),
  file: z.string(),
  takenAt: instant,
  by: z.string(),
  tickets: z.number(),
})
export const hotlineListsSchema = z.array(hotlineListSchema)
export type HotlineListView = z.infer<typeof hotlineListSchema>

export const TICKETS_PER_PAGE = 50

export const ticketsQuerySchema = z.object({
  community: communityId.optional(),
  /** Only the tickets of this matter. */
  matter: z
    .string()
    .regex(/^mat_[a-z0-9]+$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const ticketSchema = z.object({
  number: z.string(),
  matter: z.string(),
  code: z.string(),
  title: z.string(),
  phase: z.enum(PHASES),
  due: instant,
  /** As a limit such as `P5WD`; null where the ticket named the moment itself. */
  limit: z.string().nullable(),
  provisional: z.boolean(),
  /** Past its limit, also where it was closed after it. */
  overdue: z.boolean(),
  /** Milliseconds left or past; of a closed one as it was closed. */
  ms: z.number(),
  closedAt: instant.nullable(),
  rating: z.number().nullable(),
})
export type TicketView = z.infer<typeof ticketSchema>
export const ticketsSchema = z.object({
  tickets: z.array(ticketSchema),
  total: z.number(),
  open: z.number(),
  overdue: z.number(),
})
export type Tickets = z.infer<typeof ticketsSchema>

export const exportAnswersSchema = z.object({ community: communityId, format: z.enum(LIST_FORMATS) })
