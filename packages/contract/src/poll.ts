// The HTTP promise about polls: drafting, counting and noting in the console, and the props of the public pages.
import {
  NOTED_IN,
  MEASURES,
  PROOFS,
  REGIMES,
  SCOPES,
  WAYS,
  amountsSchema,
  assemblySchema,
  figuresSchema,
  pollRuleSchema,
  questionSchema,
} from '@yishi/domain/poll'
import { namesSchema } from '@yishi/domain/procedure'
import { UNIT_USES } from '@yishi/domain/territory'
import { z } from 'zod'
import { hangNoticeSchema } from './notice.ts'
import { POLL_STATUSES, agendaSchema, lawFindingSchema } from './poll-agenda.ts'
import { pollResultSchema } from './poll-result.ts'
import { questionDraftSchema } from './question.ts'

const instant = z.iso.datetime()
/** People of the roster by their id, others by their name alone; or totals of a list that is kept elsewhere. */
const electorateDraftSchema = z.union([
  z.object({
    voters: z
      .array(z.union([z.object({ person: z.string().max(60) }), z.object({ name: z.string().trim().min(1).max(40) })]))
      .max(500),
  }),
  z.object({ totals: amountsSchema }),
  /** Units of the roster: those below a node, or the ones named; their owners and areas are looked up. */
  z.object({
    units: z.object({
      kind: z.enum(SCOPES),
      node: z.string().max(60).nullable().default(null),
      units: z.array(z.string().max(60)).max(5000).default([]),
      uses: z.array(z.enum(UNIT_USES)).min(1),
      /** Which nodes consent, where the rule asks zones. */
      zones: z.enum(['zone', 'building']).default('zone'),
    }),
  }),
])
export type ElectorateDraft = z.infer<typeof electorateDraftSchema>

/** What makes it an assembly of owners; its units are the electorate's. */
export const planDraftSchema = assemblySchema.omit({ scope: true })
export type PlanDraft = z.infer<typeof planDraftSchema>

export const pollDraftSchema = z.object({
  rule: z.string().max(60),
  way: z.enum(WAYS),
  question: questionDraftSchema,
  electorate: electorateDraftSchema,
  plan: planDraftSchema.nullable().default(null),
})
export type PollDraft = z.output<typeof pollDraftSchema>

/** A draft may be drafted anew under its rule until it opens. */
export const pollRedraftSchema = pollDraftSchema.omit({ rule: true })
export type PollRedraft = z.infer<typeof pollRedraftSchema>

/** Where ballots are kept, the program counts them; where hands or paper are counted, the teller says what they came to. */
export const pollCountSchema = z.object({ figures: figuresSchema.optional() })
export const pollWithdrawalSchema = z.object({ reason: z.string().trim().min(1).max(500) })
export const notedBallotSchema = z.object({
  choice: z.array(z.string().max(20)).min(1).max(20),
  where: z.enum(NOTED_IN),
  /** Digest of the question that was read out, where whoever sends it knows it. */
  asked: z.string().max(20).optional(),
})

/** The notice that announces an assembly, or that shows its result: the same words as any notice. */
export const announcePollSchema = hangNoticeSchema.omit({ matter: true, community: true, kind: true })
/** `together`: every question of the agenda by this one notice; asked of the first. */
export const showResultSchema = announcePollSchema.extend({ together: z.boolean().default(false) })
/** Of the voters named; or of all whose ballot is not in: of some groups of the turnout, by their paths, or everywhere. */
export const provePollSchema = z
  .object({
    proof: z.enum(PROOFS),
    voters: z.array(z.string().max(60)).min(1).max(50_000).optional(),
    silentIn: z.union([z.literal('everywhere'), z.array(z.string().max(200)).min(1).max(5000)]).optional(),
    evidence: z.string().trim().min(1).max(500),
  })
  .refine(({ voters, silentIn }) => (voters === undefined) !== (silentIn === undefined))
export const recountPollSchema = z.object({ reason: z.string().trim().min(1).max(500) })
/** Whom all owners of a unit have chosen: where what they signed is kept, and whether it was signed though another of them has voted. */
export const chooseVoterSchema = z.object({
  person: z.string().max(60),
  evidence: z.string().trim().min(1).max(500),
  replaces: z.boolean().default(false),
})

export const POLL_ACTS = [
  'add',
  'redraft',
  'announce',
  'redraw',
  'open',
  'extend',
  'prove',
  'count',
  'show',
  'recount',
  'confirm',
  'withdraw',
  'note',
  'choose',
] as const
export type PollAct = (typeof POLL_ACTS)[number]

export const assemblyViewSchema = assemblySchema.extend({
  notice: z.string().nullable(),
  extensions: z.number(),
  resultNotice: z.string().nullable(),
})
const gapsSchema = z.object({ ownersUnknown: z.number(), areasMissing: z.number() })
const rehearsalSchema = z.object({
  regime: z.enum(REGIMES),
  allowed: z.boolean(),
  lines: z.array(
    z.object({
      measure: z.enum(MEASURES),
      have: z.string(),
      needed: z.string(),
      missing: z.string(),
      ref: z.string(),
    }),
  ),
})

export const pollLineSchema = z.object({
  poll: z.string(),
  matter: z.string(),
  code: z.string(),
  question: z.string(),
  rule: namesSchema,
  status: z.enum(POLL_STATUSES),
  passed: z.boolean().nullable(),
  draftedAt: instant,
})
export type PollLine = z.infer<typeof pollLineSchema>

/** Whether the reader may begin a poll for this matter now, and by which rule the stage decides. */
export const pollsOfMatterSchema = z.object({
  polls: z.array(pollLineSchema),
  may: z.boolean(),
  rule: z.string().nullable(),
})
export type PollsOfMatter = z.infer<typeof pollsOfMatterSchema>

export const pollFileSchema = z.object({
  poll: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  matter: z.object({ matter: z.string(), code: z.string(), title: z.string() }),
  status: pollLineSchema.shape.status,
  rule: pollRuleSchema,
  way: z.enum(WAYS),
  question: questionSchema,
  electorate: z.object({ named: z.number().nullable(), totals: amountsSchema, digest: z.string() }),
  /** How many have voted, by stairway and party; never what. */
  turnout: z.object({
    cast: z.number(),
    of: z.number(),
    groups: z.array(
      z.object({
        name: z.string(),
        cast: z.number(),
        of: z.number(),
        /** Where the building stands in the territory; only where units vote. Two may have one name. */
        path: z.string().optional(),
        /** In square metres; only where units vote. */
        area: z.object({ cast: z.string(), of: z.string() }).optional(),
      }),
    ),
  }),
  /** Null where no owners are asked. */
  assembly: assemblyViewSchema.nullable(),
  /** Null where no owners are asked. */
  agenda: agendaSchema.nullable(),
  /** The draft beside the law. */
  law: z.object({ findings: z.array(lawFindingSchema), gaps: gapsSchema }).nullable(),
  /** While it runs: what is still missing to be valid, under each regime; from participation alone. */
  rehearsal: z.array(rehearsalSchema).nullable(),
  /** How the notice stands that the poll rests on now, and how many objections wait for an answer. */
  objections: z.object({ notice: z.string(), status: z.string(), endsAt: instant, unanswered: z.number() }).nullable(),
  /** Who has counted already; what they came to stays hidden until a second person agrees. */
  counting: z.object({ first: z.string().nullable(), recounts: z.number() }).nullable(),
  result: pollResultSchema.nullable(),
  draftedAt: instant,
  openedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  may: z.array(z.enum(POLL_ACTS)),
})
export type PollFile = z.infer<typeof pollFileSchema>

export const pollVoterSchema = z.object({
  voter: z.string(),
  /** Null for whom the roster does not know; of a unit with several owners whoever votes for it, null while nobody is chosen. */
  person: z.string().nullable(),
  name: z.string(),
  group: z.string(),
  cast: z.enum(['own', 'noted']).nullable(),
  /** Other rows of the list that are the same person: they have one vote together. */
  same: z.array(z.object({ voter: z.string(), name: z.string(), group: z.string(), voted: z.boolean() })),
  /** Of a unit: its area and use, its owners, the number of its head, and what is proved about its silence. */
  unit: z
    .object({
      id: z.string(),
      use: z.enum(UNIT_USES),
      area: z.string(),
      owners: z.array(z.object({ person: z.string(), name: z.string() })),
      head: z.number(),
      proofs: z.array(z.enum(PROOFS)),
    })
    .nullable(),
})
/** The list comes in parts of this many, as many as anybody reads at once; `from` leaves out those before. */
export const VOTERS_AT_ONCE = 500
export const votersQuerySchema = z.object({
  find: z.string().trim().max(40).default(''),
  /** Only units with several owners. */
  several: z.enum(['', '1']).default(''),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type PollVoter = z.infer<typeof pollVoterSchema>

/** Who might stand on the list of a poll: people of the roster with a role in a node. */
export const candidateSchema = z.object({ person: z.string(), name: z.string(), group: z.string() })
export type Candidate = z.infer<typeof candidateSchema>
export const candidatesQuerySchema = z.object({
  community: z.string().max(60),
  role: z.string().max(40),
  node: z.string().max(40).optional(),
})
