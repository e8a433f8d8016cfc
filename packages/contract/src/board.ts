// The HTTP promise about the ledger board: its rows and figures, the buildings beside it, and the workbook made of it.
import { z } from 'zod'
import { COLOURS, KINDS, LEVELS, PHASES, SIZES } from '@yishi/domain/matter'
import { namesSchema } from '@yishi/domain/procedure'
import { clockViewSchema } from './matter.ts'

const instant = z.iso.datetime()

export const boardRowSchema = z.object({
  matter: z.string(),
  code: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  /** The small line below the title: unheard, whistled, listed, escalated, nudged, waiting. */
  notes: z.array(z.string()),
  kind: z.enum(KINDS).nullable(),
  level: z.enum(LEVELS).nullable(),
  colour: z.enum(COLOURS).nullable(),
  size: z.enum(SIZES).nullable(),
  place: z.string(),
  handler: z.string().nullable(),
  party: z.string().nullable(),
  phase: z.enum(PHASES),
  stage: namesSchema,
  clock: clockViewSchema.nullable(),
  raisedAt: instant,
  photos: z.number(),
  rating: z.number().nullable(),
  listed: z.boolean(),
  escalation: z.number(),
  voices: z.number(),
})
export type BoardRow = z.infer<typeof boardRowSchema>

export const BOARD_FILTERS = [
  'all',
  'overdue',
  'mine',
  'unassigned',
  'unheard',
  'whistled',
  'listed',
  'closed',
] as const

/** Which matters: the same words for the board, its columns and its workbook. */
export const boardChoiceSchema = z.object({
  community: z.string().optional(),
  filter: z.enum(BOARD_FILTERS).default('all'),
  search: z.string().trim().max(60).optional(),
  /** Path of a node: what lies there and below. */
  node: z.string().max(200).optional(),
  phase: z.enum(PHASES).optional(),
  level: z.enum(LEVELS).optional(),
  colour: z.enum(COLOURS).optional(),
  size: z.enum(SIZES).optional(),
  kind: z.enum(KINDS).optional(),
})
export type BoardChoice = z.infer<typeof boardChoiceSchema>

export const boardQuerySchema = boardChoiceSchema.extend({
  page: z.coerce.number().int().min(1).max(5000).default(1),
  perPage: z.coerce.number().int().min(5).max(100).default(20),
})
export type BoardQuery = z.infer<typeof boardQuerySchema>

export const boardSchema = z.object({
  rows: z.array(boardRowSchema),
  total: z.number(),
  counts: z.object({
    overdue: z.number(),
    dueSoon: z.number(),
    onTime: z.number(),
    received: z.number(),
    closed: z.number(),
    /** Share of this month's closed matters that kept their limits, 0 to 1; null when none was closed. */
    keptInTime: z.number().nullable(),
  }),
  asOf: instant,
})
export type Board = z.infer<typeof boardSchema>

export const buildingSchema = z.object({
  node: z.string(),
  name: z.string(),
  path: z.string(),
  open: z.number(),
  /** The worst light of its open matters; null where there are none. */
  light: clockViewSchema.shape.light.nullable(),
})
export type Building = z.infer<typeof buildingSchema>

export const buildingsSchema = z.object({
  communities: z.array(z.object({ community: z.string(), name: z.string(), buildings: z.array(buildingSchema) })),
  asOf: instant,
})
export type Buildings = z.infer<typeof buildingsSchema>

/** More rows than this are not written into one workbook; it says so. */
export const MOST_ROWS_EXPORTED = 5000

/** What stands in the workbook; nobody's number, and no words beyond those of the board itself. */
export type BoardSheet = {
  readonly by: string
  readonly at: string
  readonly communities: readonly string[]
  readonly rows: readonly BoardRow[]
  readonly total: number
}
