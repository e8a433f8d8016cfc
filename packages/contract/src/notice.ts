// The HTTP promise about notices and objections: what may be asked, what the desk is answered, and what anyone reads.
import { localDateSchema } from '@yishi/domain/calendar'
import { FIGURE_KINDS, figureSchema, figuresSchema } from '@yishi/domain/matter'
import { BASIS_KEYS, LONGEST_TEXT, MOST_DAYS, MOST_SPOTS, NOTICE_KINDS, SPOT_KINDS } from '@yishi/domain/notice'
import { LONGEST_OBJECTION } from '@yishi/domain/objection'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import { z } from 'zod'
import { inclusionSchema } from './ledger.ts'
import { photoViewSchema } from './matter.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const instant = z.iso.datetime()
const id = z.string().max(60)
const photos = z.array(id).max(MOST_PHOTOS).default([])

/** Longer titles come through to the rule, which says how long one may be; nothing typed is lost. */
const wording = {
  title: text(1000),
  text: text(LONGEST_TEXT),
  figures: figuresSchema.default([]),
  photos,
}
const hanging = {
  ...wording,
  days: z.int().min(1).max(MOST_DAYS),
  basis: z
    .enum(BASIS_KEYS as [(typeof BASIS_KEYS)[number]])
    .nullable()
    .default(null),
  /** Everybody in the community, or the nodes named; and boards by their names. */
  everywhere: z.boolean().default(false),
  nodes: z.array(id).max(MOST_SPOTS).default([]),
  boards: z.array(text(40)).max(10).default([]),
}

/** `matter` for a stage of a matter, which knows its kind; without one the committee hangs it by itself. */
export const hangNoticeSchema = z.object({
  ...hanging,
  matter: id.optional(),
  community: id.optional(),
  kind: z.enum(NOTICE_KINDS).default('list'),
})
export type HangNotice = z.input<typeof hangNoticeSchema>

/** The commands on a notice, one body schema for each; the path is `/api/notices/:notice/<name>`. */
export const noticeCommandSchemas = {
  'prove-hung': z.object({ spot: z.int().min(0), photos }),
  'prove-taken-down': z.object({ spot: z.int().min(0), photos }),
  withdraw: z.object({ reason: text(500) }),
  result: z.object(hanging),
} as const
export type NoticeCommandName = keyof typeof noticeCommandSchemas

export const answerObjectionSchema = z.object({ answer: text(2000), upheld: z.boolean() })
export const lodgeObjectionSchema = z.object({
  text: text(LONGEST_OBJECTION),
  name: z.string().trim().max(40).default(''),
  phone: z.string().trim().max(24).default(''),
})
export type LodgeObjection = z.output<typeof lodgeObjectionSchema>

const STATUSES = ['hanging', 'elapsed', 'told', 'withdrawn'] as const
const countsSchema = z.object({ lodged: z.number(), answered: z.number(), upheld: z.number() })

/** One line of a list of notices. `lodged` are the objections that wait for an answer. */
export const noticeLineSchema = z.object({
  notice: z.string(),
  number: z.object({ year: z.number(), count: z.number() }),
  kind: z.enum(NOTICE_KINDS),
  title: z.string(),
  status: z.enum(STATUSES),
  hungAt: instant,
  lastDay: localDateSchema,
  endsAt: instant,
  /** Whole days still to come, today included; 0 once it is over. */
  daysLeft: z.number(),
  objections: countsSchema,
})
export type NoticeLine = z.infer<typeof noticeLineSchema>

/** Running ones first, those with objections to answer before all. */
export const noticeListSchema = z.object({
  notices: z.array(noticeLineSchema),
  /** Whether the reader may hang one here, and what the stage of the matter asks for. */
  hang: z.object({ kind: z.enum(NOTICE_KINDS).nullable(), days: z.number() }).nullable(),
  asOf: instant,
})
export type NoticeList = z.infer<typeof noticeListSchema>

const proofSchema = z.object({ at: instant, photos: z.array(photoViewSchema) })

export const objectionViewSchema = z.object({
  objection: z.string(),
  status: z.enum(['lodged', 'answered', 'taken-back']),
  text: z.string(),
  lodgedAt: instant,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
  answeredAt: instant.nullable(),
})
export type ObjectionView = z.infer<typeof objectionViewSchema>

/** A notice as its desk sees it. */
export const noticeFileSchema = noticeLineSchema.extend({
  community: z.object({ id: z.string(), name: z.string() }),
  matter: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
  text: z.string(),
  figures: z.array(figureSchema),
  photos: z.array(photoViewSchema),
  days: z.number(),
  basis: z.enum(BASIS_KEYS).nullable(),
  reason: z.string().nullable(),
  resultOf: z.string().nullable(),
  result: z.string().nullable(),
  spots: z.array(
    z.object({
      kind: z.enum(SPOT_KINDS),
      node: z.string().nullable(),
      name: z.string(),
      hung: proofSchema.nullable(),
      taken: proofSchema.nullable(),
    }),
  ),
  told: z.array(objectionViewSchema),
  may: z.object({ withdraw: z.boolean(), prove: z.boolean(), result: z.boolean(), answer: z.boolean() }),
  asOf: instant,
})
export type NoticeFile = z.infer<typeof noticeFileSchema>

/** `yishi verify notice FILE` reads this answer as it is: the published wording, the salt that opens its commitment, the leaf, and its place in the log. */
export const noticeProofSchema = z.object({
  wording: z.object({
    title: z.string(),
    text: z.string(),
    figures: z.array(
      z.object({
        what: z.string(),
        kind: z.enum(FIGURE_KINDS),
        value: z.string(),
        unit: z.string().optional(),
      }),
    ),
    photos: z.array(z.string()),
  }),
  /** 64 hex digits. */
  salt: z.string(),
  /** Canonical text (RFC 8785), as it is hashed. */
  leaf: z.string(),
  /** Null until the log has taken the entry in, which takes about a second. */
  inclusion: inclusionSchema.nullable(),
  /** Signed note over the same size and root. */
  checkpoint: z.string().nullable(),
})
export type NoticeProof = z.infer<typeof noticeProofSchema>

/** Short enough for a poster: the first digits of the leaf's hash, and the size and root of the checkpoint that holds it. */
export type NoticeFingerprint = { readonly leaf: string; readonly size: number | null; readonly root: string | null }

/** What anyone reads of a notice. Objections are counted; answers stand without the words and names of who objected. */
export type PublicNotice = Omit<NoticeLine, 'objections'> & {
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly signer: string
  readonly text: string
  readonly figures: NoticeFile['figures']
  readonly photos: NoticeFile['photos']
  readonly basis: NoticeFile['basis']
  readonly spots: readonly string[]
  readonly objections: NoticeLine['objections']
  /** Whether a matter waits for the answers. */
  readonly blocks: boolean
  readonly answers: readonly { readonly answer: string; readonly upheld: boolean; readonly at: string }[]
  readonly resultOf: string | null
  readonly result: string | null
  readonly fingerprint: NoticeFingerprint | null
}

/** What the holder of an objection's link reads of it. */
export type OwnObjection = {
  readonly notice: { readonly id: string; readonly title: string; readonly over: boolean }
  readonly community: PublicNotice['community']
  readonly status: ObjectionView['status']
  readonly text: string
  readonly lodgedAt: string
  readonly answer: string | null
  readonly upheld: boolean | null
  readonly answeredAt: string | null
}

/** What somebody is told of: a notice that hangs from now on, an objection to answer, an answer. */
export type NoticeOccasion =
  | { readonly told: 'hung'; readonly lastDay: NoticeLine['lastDay'] }
  | { readonly told: 'objected' }
  | { readonly told: 'answered'; readonly upheld: boolean }

/** Everything that a poster says, in the order in which it says it; `poster.typ` sets it. */
export type PosterSheet = {
  readonly head: string
  readonly title: string
  readonly number: string
  readonly period: string
  readonly paragraphs: readonly string[]
  /** Of the table: words stand at the left of a wide column, figures at the right of a narrow one. */
  readonly columns: readonly ('wide' | 'narrow')[]
  readonly figuresHead: readonly string[]
  /** No table where there are none. */
  readonly figures: readonly (readonly string[])[]
  /** What follows the table. */
  readonly after: readonly string[]
  readonly box: { readonly head: string; readonly text: string }
  readonly caption: string
  readonly signed: readonly string[]
  readonly proof: readonly string[]
  readonly page: readonly [string, string, string]
}

/** The props of the pages. `POST /n/:notice/objections`: `text`, `name`, `phone`, `key`. `POST /o/:token/take-back`. */
export type ObjectionField = 'text' | 'name' | 'phone'
export type NoticePages = {
  /** `GET /n/:notice`. `refused`: what was said came too late, or twice. */
  notice: {
    notice: PublicNotice
    draft: Readonly<Record<ObjectionField, string>>
    problems: { readonly [Field in ObjectionField]?: 'missing' | 'too-long' | 'not-a-phone' | undefined }
    refused: 'period-over' | 'already-objected' | 'notice-not-hanging' | null
    key: string
    asOf: string
  }
  /** `GET /n/:notice/check`. */
  'notice-check': {
    notice: Pick<PublicNotice, 'notice' | 'title' | 'community'>
    checks: { readonly wording: boolean; readonly included: boolean | null; readonly signed: boolean | null }
    proof: NoticeProof
    fingerprint: NoticeFingerprint
    url: string
  }
  /** `GET /o/:token`; with `?new=1` it is the receipt. */
  objection: {
    objection: OwnObjection
    token: string
    receipt: { readonly url: string; readonly qr: string; readonly proof: string } | null
    asOf: string
  }
}
