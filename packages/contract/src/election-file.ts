// One secret election as the console reads it: its plan, its roll, the turn that runs, and what every count came to.
import { type CandidateStanding, type WomanFinding, boxCountSchema } from '@yishi/domain/secret-election'
import { z } from 'zod'
import {
  ELECTION_ACTS,
  type ElectionAct,
  electionLawViewSchema,
  electionStatusSchema,
  recallSchema,
} from './election.ts'

const instant = z.iso.datetime()

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
  status: electionStatusSchema,
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
