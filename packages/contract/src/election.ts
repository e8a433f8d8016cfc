// The HTTP promise about secret elections: drawing up, the roll, the register and the boxes in the console.
import { localDateSchema } from '@yishi/domain/calendar'
import {
  LONGEST_NAME,
  LONGEST_TITLE,
  LONGEST_WORDS,
  MOST_BOXES,
  MOST_CANDIDATES,
  MOST_FURTHER_DAYS,
  MOST_ON_ROLL,
  MOST_POSTS,
  MOST_RECALLED,
  MOST_SEATS,
  ROLL_CAUTIONS,
  boxCountSchema,
} from '@yishi/domain/secret-election'
import { namesSchema } from '@yishi/domain/procedure'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = z.string().max(60)

export const recallSchema = z.object({
  by: z.enum(['voters', 'representatives']),
  signed: z.int().min(1).max(MOST_ON_ROLL),
  of: z.int().min(1).max(MOST_ON_ROLL),
  on: localDateSchema,
  members: z
    .array(
      z.object({
        office: z.string().trim().max(LONGEST_NAME).default(''),
        name: text(LONGEST_NAME),
        reasons: text(2000),
        statement: z.string().trim().max(2000).default(''),
      }),
    )
    .min(1)
    .max(MOST_RECALLED),
})

export const electionPlanSchema = z.object({
  title: text(LONGEST_TITLE),
  purpose: z.string().trim().max(2000).default(''),
  /** From the highest to the lowest. */
  posts: z
    .array(
      z.object({
        /** May stay empty where there is one list. */
        title: z.string().trim().max(LONGEST_NAME).default(''),
        seats: z.int().min(1).max(MOST_SEATS),
        candidates: z
          .array(
            z.object({
              name: text(LONGEST_NAME),
              profile: z.string().trim().max(300).default(''),
              woman: z.boolean().default(false),
            }),
          )
          .min(1)
          .max(MOST_CANDIDATES),
      }),
    )
    .max(MOST_POSTS)
    .default([]),
  day: localDateSchema,
  place: text(200),
  boxes: z.array(text(40)).min(1).max(MOST_BOXES),
  /** As the assembly’s election rules declare: votes for a higher post are added to a lower one; days within which open seats are voted on. */
  addsDown: z.boolean().default(false),
  furtherWithin: z.int().min(1).max(MOST_FURTHER_DAYS).nullable().default(null),
  /** Of a vote on a recall: who asked for it, of whom and why; it has no posts of its own. */
  recall: recallSchema.nullable().default(null),
})
export type ElectionPlanDraft = z.output<typeof electionPlanSchema>
export const newElectionSchema = electionPlanSchema.extend({ law: z.string().max(60), community: id.optional() })

const listed = z.object({ name: text(40), group: z.string().trim().max(40).default('') })
const reason = z.object({ reason: text(LONGEST_WORDS) })
/** Each by its own address, `POST /api/elections/:election/<name>`. */
export const electionActSchemas = {
  redraft: electionPlanSchema,
  hear: z.object({ name: text(LONGEST_NAME), statement: text(2000) }),
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
  lapse: z.object({ principal: id, reason: text(LONGEST_WORDS) }),
  open: z.object({}),
  give: z.object({ voter: id, to: z.enum(['self', 'proxy']) }),
  close: z.object({}),
  box: z.object({ box: z.int().min(0).max(MOST_BOXES), count: boxCountSchema }),
  double: z.object({ name: text(LONGEST_NAME), post: id, reason: text(LONGEST_WORDS) }),
  woman: z.object({ name: text(LONGEST_NAME), woman: z.boolean() }),
  fix: z.object({ day: localDateSchema, place: text(200) }),
  next: z.object({}),
  end: reason,
  withdraw: reason,
} as const
export type ElectionAct = keyof typeof electionActSchemas
export type ElectionBody<Act extends ElectionAct> = z.output<(typeof electionActSchemas)[Act]>
export const ELECTION_ACTS = Object.keys(electionActSchemas) as readonly ElectionAct[]

export const ELECTION_STATUSES = [
  'draft',
  'published',
  'voting',
  'counting',
  'doubled',
  'unclear',
  'short',
  'decided',
  'withdrawn',
] as const
export const electionStatusSchema = z.enum(ELECTION_STATUSES)
export type ElectionStatus = z.infer<typeof electionStatusSchema>

export const electionLineSchema = z.object({
  election: z.string(),
  title: z.string(),
  status: electionStatusSchema,
  day: z.string(),
})
export type ElectionLine = z.infer<typeof electionLineSchema>

export const electionLawViewSchema = z.object({
  key: z.string(),
  names: namesSchema,
  caution: namesSchema,
  rollDays: z.number(),
  rulingDays: z.number(),
  effectiveTo: z.string().nullable(),
  /** By what somebody else may be written in; null where nobody is. */
  writeIns: namesSchema.nullable(),
  /** Not on who sits but on who is recalled. */
  recall: z.boolean(),
})
export type ElectionLawView = z.infer<typeof electionLawViewSchema>

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
