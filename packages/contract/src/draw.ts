// The HTTP promise about draws: announcing, telling what a source came to, objecting and answering; and what everybody sees and recomputes.
import {
  LONGEST_DRAW_TEXT,
  LONGEST_DRAW_TITLE,
  LONGEST_GROUNDS,
  LONGEST_LOT,
  MOST_LOTS,
  MOST_OBJECTION_DAYS,
  MOST_ROUNDS,
  MOST_SOURCES,
} from '@yishi/domain/draw'
import { z } from 'zod'
import { inclusionSchema } from './ledger.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const instant = z.iso.datetime()
const moment = z.iso.datetime({ offset: true })

const roundDraftSchema = z.object({
  name: z.string().trim().max(20).default(''),
  pool: z.array(text(LONGEST_LOT)).max(MOST_LOTS),
  count: z.int().min(0).max(MOST_LOTS),
})
const named = { name: text(40), at: moment }
/** A beacon's moment gives its round: the first that comes out then or after. */
const sourceDraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drand'), at: moment }),
  z.object({
    kind: z.literal('lottery'),
    ...named,
    numbers: z.int().min(1).max(20),
    least: z.int().min(0).max(999),
    most: z.int().min(0).max(999),
  }),
  z.object({ kind: z.literal('dice'), ...named, throws: z.int().min(1).max(40), sides: z.int().min(2).max(100) }),
])
export type SourceDraft = z.output<typeof sourceDraftSchema>

/** For a stage of a matter, or by itself in a community. */
export const announceDrawSchema = z.object({
  matter: z.string().max(60).optional(),
  community: z.string().max(60).optional(),
  title: text(LONGEST_DRAW_TITLE),
  text: z.string().trim().max(LONGEST_DRAW_TEXT).default(''),
  rounds: z.array(roundDraftSchema).min(1).max(MOST_ROUNDS),
  sources: z.array(sourceDraftSchema).min(1).max(MOST_SOURCES),
  objectionDays: z.int().min(1).max(MOST_OBJECTION_DAYS).default(3),
})
export type AnnounceDraw = z.output<typeof announceDrawSchema>

/** The commands on a draw, one body schema for each; the path is `/api/draws/:draw/<name>`. */
export const drawCommandSchemas = {
  'enter-source': z.object({
    source: z.int().min(0).max(MOST_SOURCES),
    /** Numbers, or the signature of a drand round in hexadecimal. */
    outcome: z.union([z.array(z.int().min(0).max(999)).min(1).max(40), z.string().trim().toLowerCase().max(200)]),
  }),
  object: z.object({ grounds: text(LONGEST_GROUNDS) }),
  'answer-objection': z.object({ objection: z.int().min(1), answer: text(LONGEST_GROUNDS), upheld: z.boolean() }),
  annul: z.object({ reason: text(500) }),
} as const
export type DrawCommandName = keyof typeof drawCommandSchemas

export const DRAW_STATUSES = ['announced', 'drawn', 'objected', 'settled', 'annulled'] as const

export const drawLineSchema = z.object({
  draw: z.string(),
  title: z.string(),
  status: z.enum(DRAW_STATUSES),
  rounds: z.number(),
  pool: z.number(),
  count: z.number(),
  announcedAt: instant,
  /** When the last source may be known. */
  at: instant,
  drawnAt: instant.nullable(),
  objectableUntil: instant.nullable(),
})
export type DrawLine = z.infer<typeof drawLineSchema>

export const drawListSchema = z.object({
  draws: z.array(drawLineSchema),
  /** Whether the reader may announce one here. */
  may: z.boolean(),
  asOf: instant,
})
export type DrawList = z.infer<typeof drawListSchema>

const outcomeSchema = z.object({
  /** Numbers as they are drawn with; of a beacon its signature and what that hashes to. */
  numbers: z.array(z.number()),
  signature: z.string().nullable(),
  randomness: z.string().nullable(),
  knownAt: instant,
})
export const sourceViewSchema = z.object({
  kind: z.enum(['drand', 'lottery', 'dice']),
  name: z.string(),
  /** How many numbers it gives, and between which; of a beacon its round. */
  numbers: z.number(),
  least: z.number(),
  most: z.number(),
  round: z.number().nullable(),
  at: instant,
  /** A first person has said what it came to; what, is hidden until a second says the same. */
  entered: z.boolean(),
  differed: z.number(),
  outcome: outcomeSchema.nullable(),
})
export type SourceView = z.infer<typeof sourceViewSchema>

const stepSchema = z.object({
  digest: z.string(),
  divisor: z.number(),
  remainder: z.number(),
  position: z.number(),
  lot: z.string(),
})
const roundResultSchema = z.object({ key: z.string(), steps: z.array(stepSchema) })
export const drawResultSchema = z.object({
  /** Recomputed just now from what was announced and what the sources came to. */
  rounds: z.array(roundResultSchema),
  /** Turn by turn: whose turn it is, and what each later round gave them. */
  turns: z.array(z.array(z.string())),
  /** Whether that is what was drawn. */
  agrees: z.boolean(),
})

const fingerprintSchema = z.object({
  leaf: z.string(),
  size: z.number().nullable(),
  root: z.string().nullable(),
})

/** What anybody sees of a draw. Objections are counted; answers stand without the words and names of who objected. */
export const drawViewSchema = z.object({
  draw: z.string(),
  community: z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() }),
  matter: z.object({ code: z.string(), title: z.string() }).nullable(),
  status: z.enum(DRAW_STATUSES),
  title: z.string(),
  text: z.string(),
  rounds: z.array(z.object({ name: z.string(), pool: z.array(z.string()), count: z.number() })),
  sources: z.array(sourceViewSchema),
  objectionDays: z.number(),
  announcedAt: instant,
  drawnAt: instant.nullable(),
  objectableUntil: instant.nullable(),
  settledAt: instant.nullable(),
  annulled: z.object({ reason: z.string(), late: z.boolean(), at: instant }).nullable(),
  result: drawResultSchema.nullable(),
  objections: z.object({ waiting: z.number(), answered: z.number() }),
  answers: z.array(z.object({ answer: z.string(), upheld: z.boolean(), at: instant })),
  /** SHA-256 of the announcement, 64 hex digits. */
  digest: z.string(),
  fingerprint: fingerprintSchema.nullable(),
  asOf: instant,
})
export type DrawView = z.infer<typeof drawViewSchema>

export const DRAW_ACTS = ['enter-source', 'object', 'answer-objection', 'annul'] as const satisfies DrawCommandName[]

/** A draw as its desk sees it. */
export const drawFileSchema = drawViewSchema.extend({
  /** Who said first what a source came to, by its place; never what. */
  firsts: z.array(z.string().nullable()),
  told: z.array(
    z.object({
      objection: z.number(),
      name: z.string(),
      grounds: z.string(),
      lodgedAt: instant,
      answer: z.string().nullable(),
      upheld: z.boolean().nullable(),
    }),
  ),
  matterId: z.string().nullable(),
  may: z.array(z.enum(DRAW_ACTS)),
})
export type DrawFile = z.infer<typeof drawFileSchema>

/** `yishi verify announcement FILE` reads this answer as it is. */
export const drawProofSchema = z.object({
  announcement: z.unknown(),
  /** 64 hex digits. */
  salt: z.string(),
  /** Canonical text (RFC 8785), as it is hashed. */
  leaf: z.string(),
  /** Null until the log has taken the entry in, which takes about a second. */
  inclusion: inclusionSchema.nullable(),
  /** Signed note over the same size and root. */
  checkpoint: z.string().nullable(),
})

/** `GET /draws/:draw`; `POST /draws/:draw/objections` with `grounds`, `key`. */
export type DrawPage = {
  readonly draw: DrawView
  /** Why the reader may or may not object here and now. */
  readonly objecting: 'may' | 'sign-in' | 'not-here' | 'done' | 'closed'
  readonly grounds: string
  readonly problem: 'missing' | 'too-long' | null
  readonly key: string
  /** Addresses for the verifier, absolute. */
  readonly urls: { readonly file: string; readonly proof: string }
}

/** Of what is told of a draw; `from` is when the first number may be known, `lastDay` the last on which its result is objected to. */
export type DrawOccasion =
  | { readonly told: 'announced'; readonly from: string }
  | { readonly told: 'drawn'; readonly lastDay: string }
  | { readonly told: 'annulled'; readonly reason: string }
  | { readonly told: 'objected' | 'answered' | 'settled' }
