// The HTTP promise about secret elections: drawing up, the roll, the register and the boxes in the console, and the props of the public pages.
import { localDateSchema } from '@yishi/domain/calendar'
import {
  type CandidateStanding,
  LONGEST_TITLE,
  LONGEST_WORDS,
  MOST_BOXES,
  MOST_CANDIDATES,
  MOST_ON_ROLL,
  MOST_SEATS,
  ROLL_CAUTIONS,
  type SecretResult,
  boxCountSchema,
} from '@yishi/domain/secret-election'
import { namesSchema } from '@yishi/domain/procedure'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = z.string().max(60)
const instant = z.iso.datetime()

export const electionPlanSchema = z.object({
  title: text(LONGEST_TITLE),
  purpose: z.string().trim().max(2000).default(''),
  seats: z.int().min(1).max(MOST_SEATS),
  candidates: z
    .array(z.object({ name: text(40), profile: z.string().trim().max(300).default('') }))
    .min(1)
    .max(MOST_CANDIDATES),
  day: localDateSchema,
  place: text(200),
  boxes: z.array(text(40)).min(1).max(MOST_BOXES),
})
export type ElectionPlanDraft = z.output<typeof electionPlanSchema>
export const newElectionSchema = electionPlanSchema.extend({ law: z.string().max(60), community: id.optional() })

const listed = z.object({ name: text(40), group: z.string().trim().max(40).default('') })
const reason = z.object({ reason: text(LONGEST_WORDS) })
/** Each by its own address, `POST /api/elections/:election/<name>`. */
export const electionActSchemas = {
  redraft: electionPlanSchema,
  /** Those drawn from the roster come with their person. */
  publish: z.object({
    voters: z
      .array(listed.extend({ person: id.nullable().default(null) }))
      .min(1)
      .max(MOST_ON_ROLL),
  }),
  object: z.object({ text: text(LONGEST_WORDS), name: text(40) }),
  rule: z.object({ objection: id, upheld: z.boolean(), reason: text(LONGEST_WORDS) }),
  correct: z.object({ add: z.array(listed).max(500), strike: z.array(id).max(500), reason: text(LONGEST_WORDS) }),
  proxy: z.object({ principal: id, holder: id, relation: text(40) }),
  open: z.object({}),
  give: z.object({ voter: id, to: z.enum(['self', 'proxy']) }),
  close: z.object({}),
  box: z.object({ box: z.int().min(0).max(MOST_BOXES), count: boxCountSchema }),
  next: z.object({}),
  end: reason,
  withdraw: reason,
} as const
export type ElectionAct = keyof typeof electionActSchemas
export type ElectionBody<Act extends ElectionAct> = z.output<(typeof electionActSchemas)[Act]>
export const ELECTION_ACTS = Object.keys(electionActSchemas) as readonly ElectionAct[]

export const ELECTION_STATUSES = ['draft', 'published', 'voting', 'counting', 'short', 'decided', 'withdrawn'] as const
const status = z.enum(ELECTION_STATUSES)

export const electionLineSchema = z.object({ election: z.string(), title: z.string(), status, day: z.string() })
export type ElectionLine = z.infer<typeof electionLineSchema>

export const electionLawViewSchema = z.object({
  key: z.string(),
  names: namesSchema,
  caution: namesSchema,
  rollDays: z.number(),
  rulingDays: z.number(),
  effectiveTo: z.string().nullable(),
})
export type ElectionLawView = z.infer<typeof electionLawViewSchema>

const candidate = z.object({ key: z.string(), name: z.string(), profile: z.string() })
const line = z.object({ holds: z.boolean(), zh: z.string(), en: z.string() })
const standing: z.ZodType<CandidateStanding> = z.enum(['elected', 'tied', 'passed-over', 'not-elected'])
export const secretResultSchema = z.object({
  round: z.number(),
  void: z.enum(['more-ballots-than-given', 'too-few-voted']).nullable(),
  lines: z.array(line),
  totals: boxCountSchema,
  candidates: z.array(z.object({ key: z.string(), votes: z.number(), standing, line })),
  elected: z.array(z.string()),
  open: z.number(),
  next: z.array(z.string()),
})

export const electionFileSchema = z.object({
  election: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  law: electionLawViewSchema,
  title: z.string(),
  purpose: z.string(),
  seats: z.number(),
  candidates: z.array(candidate),
  day: z.string(),
  place: z.string(),
  boxes: z.array(z.string()),
  status,
  roll: z
    .object({ publishedOn: z.string(), objectionsUntil: instant, registered: z.number(), digest: z.string() })
    .nullable(),
  objections: z.array(
    z.object({
      objection: z.string(),
      text: z.string(),
      name: z.string(),
      at: instant,
      /** The first moment at which a ruling is late; null once that is past, or it was ruled on. */
      due: instant.nullable(),
      ruling: z.object({ upheld: z.boolean(), reason: z.string(), late: z.boolean() }).nullable(),
    }),
  ),
  /** The turn that runs, with who stands in it. */
  turn: z
    .object({
      round: z.number(),
      turn: z.number(),
      standing: z.array(z.string()),
      open: z.number(),
      given: z.number(),
    })
    .nullable(),
  /** Who has counted each box; what they came to stays hidden until it is settled. */
  counted: z.array(
    z.object({
      name: z.string(),
      by: z.array(z.string()),
      differs: z.boolean(),
      recounts: z.number(),
      settled: boxCountSchema.nullable(),
      mine: z.boolean(),
    }),
  ),
  results: z.array(secretResultSchema),
  elected: z.array(z.string()),
  may: z.array(z.enum(ELECTION_ACTS as [ElectionAct, ...ElectionAct[]])),
})
export type ElectionFileView = z.infer<typeof electionFileSchema>

export const rollQuerySchema = z.object({ find: z.string().trim().max(40).default('') })
export const rollLineSchema = z.object({
  voter: z.string(),
  number: z.number(),
  name: z.string(),
  group: z.string(),
  struck: z.boolean(),
  /** Whether a ballot was given out for them in the turn that runs. */
  taken: z.boolean(),
  proxy: z.object({ voter: z.string(), name: z.string(), relation: z.string() }).nullable(),
})
export type RollLine = z.infer<typeof rollLineSchema>

/** `GET /api/elections/:election/roster`: whom the roster would put on the roll of a draft; a person looks it over. */
export const rollProposalSchema = z.object({
  age: z.number(),
  /** Whoever is born later is too young; the roster itself knows no dates of birth. */
  bornBy: localDateSchema,
  voters: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      group: z.string(),
      proposed: z.boolean(),
      cautions: z.array(z.enum(ROLL_CAUTIONS)),
    }),
  ),
  /** How many more there are than a roll has room for. */
  more: z.number(),
})
export type RollProposal = z.infer<typeof rollProposalSchema>

/** `GET /elections/:election`; `POST …/objections` (text, name). */
export type ElectionPage = {
  readonly election: string
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly title: string
  readonly purpose: string
  readonly law: {
    readonly names: { zh: string; en: string }
    readonly source: { zh: string; en: string }
    readonly rulingDays: number
  }
  readonly seats: number
  readonly candidates: readonly z.infer<typeof candidate>[]
  readonly day: string
  readonly place: string
  readonly status: Exclude<z.infer<typeof status>, 'draft'>
  readonly roll: { readonly publishedOn: string; readonly objectionsUntil: string; readonly registered: number } | null
  /** Masked; the whole roll hangs on paper. */
  readonly names: readonly { readonly group: string; readonly names: readonly string[] }[]
  /** Masked: who votes for whom. */
  readonly proxies: readonly { readonly principal: string; readonly holder: string; readonly relation: string }[]
  readonly given: number | null
  readonly mayObject: boolean
  readonly results: readonly SecretResult[]
  readonly elected: readonly string[]
  readonly problem: 'missing' | 'objection-too-late' | null
  readonly sent: boolean
  readonly written: { readonly text: string; readonly name: string }
  readonly asOf: string
}

/** `GET /elections/:election/paper?copies=`: ballots without number, code or name of a voter. */
export type ElectionPaper = {
  readonly election: string
  readonly community: ElectionPage['community']
  readonly title: string
  readonly seats: number
  readonly names: readonly string[]
  readonly day: string
  readonly copies: number
}

/** `GET /elections/:election/roll`: the roll to be hung up, with all names. */
export type ElectionRoll = {
  readonly community: ElectionPage['community']
  readonly title: string
  readonly publishedOn: string
  readonly objectionsUntil: string
  readonly rulingDays: number
  readonly day: string
  readonly place: string
  readonly groups: readonly { readonly group: string; readonly names: readonly string[] }[]
  readonly registered: number
  readonly digest: string
}

/** How far an election is, for whoever looks for one: ballots are taken or counted, its roll is objected to, its day is ahead, it was held, or it was taken back. */
export const ELECTION_PHASES = ['now', 'roll', 'ahead', 'held', 'withdrawn'] as const
export type ElectionPhase = (typeof ELECTION_PHASES)[number]
export type PublicElectionLine = {
  readonly election: string
  readonly title: string
  readonly phase: ElectionPhase
  readonly status: Exclude<z.infer<typeof status>, 'draft'>
  readonly day: string
  readonly place: string
  readonly seats: number
  /** Null where no roll hung. */
  readonly roll: { readonly objectionsUntil: string; readonly registered: number } | null
  /** Names of those elected so far. */
  readonly elected: readonly string[]
}

/** `GET /c/:community/elections?page=`. */
export type ElectionsPage = {
  readonly community: ElectionPage['community']
  readonly elections: readonly PublicElectionLine[]
  readonly paging: { readonly page: number; readonly pages: number; readonly total: number }
  readonly asOf: string
}
export const ELECTIONS_PER_PAGE = 20

export type ElectionPages = {
  readonly elections: ElectionsPage
  readonly election: ElectionPage
  readonly 'election-paper': ElectionPaper
  readonly 'election-roll': ElectionRoll
}

/** Whoever the roster knows to stand on the roll is told so. */
type Listed = { readonly listed: boolean }
/** Of what everybody in the community is told of an election, or (`objected`, `overdue`) those who run it; `lastDay` is the last on which the roll is objected to, or on which a ruling is in time. */
export type ElectionOccasion =
  | ({ readonly told: 'roll'; readonly day: string; readonly place: string; readonly lastDay: string } & Listed)
  | { readonly told: 'objected'; readonly lastDay: string }
  | { readonly told: 'overdue'; readonly objections: number }
  | ({ readonly told: 'near'; readonly place: string } & Listed)
  | ({ readonly told: 'voting'; readonly place: string; readonly again: boolean } & Listed)
  | { readonly told: 'result'; readonly void: boolean; readonly elected: readonly string[]; readonly open: number }
  | { readonly told: 'withdrawn' }
