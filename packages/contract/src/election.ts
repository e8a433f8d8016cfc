// The HTTP promise about secret elections: drawing up, the roll, the register and the boxes in the console.
import { localDateSchema } from '@yishi/domain/calendar'
import {
  type CandidateStanding,
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
  type WomanFinding,
  boxCountSchema,
} from '@yishi/domain/secret-election'
import { namesSchema } from '@yishi/domain/procedure'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = z.string().max(60)
const instant = z.iso.datetime()

const recallSchema = z.object({
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
const status = z.enum(ELECTION_STATUSES)
export type ElectionStatus = z.infer<typeof status>

export const electionLineSchema = z.object({ election: z.string(), title: z.string(), status, day: z.string() })
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

const named = z.object({ key: z.string(), name: z.string() })
const postSchema = z.object({
  key: z.string(),
  title: z.string(),
  seats: z.number(),
  candidates: z.array(named.extend({ profile: z.string(), woman: z.boolean() })),
})
const line = z.object({ holds: z.boolean(), zh: z.string(), en: z.string() })
const standing: z.ZodType<CandidateStanding> = z.enum([
  'elected',
  'tied',
  'passed-over',
  'elsewhere',
  'not-elected',
  'recalled',
  'stays',
  'against',
])
const sectionResult = z.object({
  post: z.string(),
  title: z.string(),
  seats: z.number(),
  spoiled: z.number(),
  blank: z.number(),
  candidates: z.array(
    named.extend({
      written: z.boolean(),
      /** Null where nobody has noted it yet of a name that was written in. */
      woman: z.boolean().nullable(),
      votes: z.number(),
      /** Votes from higher posts that count for this one as well. */
      added: z.array(z.object({ post: z.string(), title: z.string(), votes: z.number() })),
      standing,
      line,
    }),
  ),
  elected: z.array(z.string()),
  open: z.number(),
  next: z.array(z.string()),
})
const woman: z.ZodType<WomanFinding | null> = z.enum(['seated', 'first', 'separate', 'unclear', 'none']).nullable()
export const secretResultSchema = z.object({
  round: z.union([z.literal(1), z.literal(2)]),
  registered: z.number(),
  given: z.number(),
  collected: z.number(),
  spoiled: z.number(),
  void: z.enum(['more-ballots-than-given', 'too-few-voted']).nullable(),
  lines: z.array(line),
  sections: z.array(sectionResult),
  open: z.number(),
  /** Who was elected to several posts, or ties for another: the committee finds which is kept. */
  doubles: z.array(z.object({ name: z.string(), posts: z.array(z.string()) })),
  kept: z.array(z.object({ name: z.string(), post: z.string() })),
  addsDown: z.boolean(),
  /** The post of which a seat is for a woman if votes elect none; what came of it. */
  reserved: z.string().nullable(),
  woman,
})

export const electionFileSchema = z.object({
  election: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  law: electionLawViewSchema,
  title: z.string(),
  purpose: z.string(),
  posts: z.array(postSchema),
  day: z.string(),
  place: z.string(),
  boxes: z.array(z.string()),
  addsDown: z.boolean(),
  furtherWithin: z.number().nullable(),
  status,
  /** Of a draft: for which posts more have to stand, and whether no woman does where the law asks for one. */
  cautions: z.object({ short: z.array(z.object({ title: z.string(), more: z.number() })), noWoman: z.boolean() }),
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
      number: z.number(),
      day: z.string(),
      place: z.string(),
      sections: z.array(
        z.object({
          post: z.string(),
          title: z.string(),
          seats: z.number(),
          standing: z.array(named.extend({ woman: z.boolean().nullable() })),
        }),
      ),
      given: z.number(),
      /** Whether names are written in in this turn. */
      writeIns: z.boolean(),
    })
    .nullable(),
  /** With the sum of its demand, and the last day of the vote where the rules give one. */
  recall: recallSchema.extend({ line, until: z.string().nullable() }).nullable(),
  /** When and where the seats left open are voted on. */
  nextVote: z.object({ day: z.string(), place: z.string() }).nullable(),
  /** The last day for it, where the assembly declared a number of days. */
  furtherBy: z.string().nullable(),
  /** Names that were written in, of which it matters whether they are a woman’s; null as long as nobody has noted it. */
  notable: z.array(z.object({ name: z.string(), woman: z.boolean().nullable() })),
  /** Whose proxy lapsed because that one stands, or was ended by the desk; `known` hears of it in the inbox. */
  lapsed: z.array(
    z.object({ number: z.number(), name: z.string(), group: z.string(), holder: z.string(), known: z.boolean() }),
  ),
  /** Whose proxy is called like somebody who stands, as others on the roll are. */
  unsure: z.array(
    z.object({
      voter: z.string(),
      number: z.number(),
      name: z.string(),
      holder: z.string(),
      namesakes: z.number(),
    }),
  ),
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
  /** Of names that were written in and sit or stand again: how many on the roll are called so. */
  writtenIn: z.array(z.object({ name: z.string(), voters: z.number() })),
  elected: z.array(named.extend({ post: z.string(), title: z.string() })),
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
