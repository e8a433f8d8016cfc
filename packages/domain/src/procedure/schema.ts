// A procedure (工作法) as data: the stages that a matter takes, who acts, how long it may take, and what opens each way out.
import { z } from 'zod'
import { limitSchema } from '../calendar/index.ts'
import { ROLES } from '../kernel/index.ts'
import { COLOURS, LEVELS, SIZES } from '../matter/sorting.ts'
import { actSettingsSchemas, type Act } from './acts.ts'
import { gateSchema } from './gates.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]{1,48}$/)
export const namesSchema = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120) })
export type Names = z.infer<typeof namesSchema>

/** How a matter can end; `merged` and `withdrawn` come from commands, not from procedures. */
export const ENDS = ['solved', 'answered', 'unsolved', 'handed-on', 'merged', 'withdrawn'] as const
export type End = (typeof ENDS)[number]

export const limitsSchema = z
  .object({ respond: limitSchema, control: limitSchema, finish: limitSchema, 'feed-back': limitSchema })
  .partial()

/** What follows, in this order, when a limit is passed and then passed by a further period; the reminder before it is always given. */
export const BREACH_STEPS = ['escalate', 'list'] as const

const outcomeSchema = z
  .object({
    key,
    names: namesSchema,
    /** `itself`: taken as soon as its gates open. `choice`: an actor of the stage takes it once they are open. */
    taken: z.enum(['itself', 'choice']),
    gates: z.array(gateSchema).max(8).default([]),
    to: key.optional(),
    end: z.enum(['solved', 'answered', 'unsolved', 'handed-on']).optional(),
  })
  .refine((outcome) => (outcome.to === undefined) !== (outcome.end === undefined), 'outcome-needs-one-target')
export type Outcome = z.infer<typeof outcomeSchema>

const stageBase = {
  key,
  names: namesSchema,
  actors: z.array(key).min(1),
  limits: limitsSchema,
  /** The moment from which the limits run. */
  since: z.enum(['stage', 'raised']).default('stage'),
  onBreach: z.array(z.enum(BREACH_STEPS)).default(['escalate', 'list']),
  outcomes: z.array(outcomeSchema).min(1).max(8),
}

const stageOf = <A extends Act>(act: A) =>
  z.object({ ...stageBase, act: z.literal(act), settings: actSettingsSchemas[act] })

export const stageSchema = z.discriminatedUnion('act', [
  stageOf('raise'),
  stageOf('sort'),
  stageOf('assign'),
  stageOf('discuss'),
  stageOf('review'),
  stageOf('decide'),
  stageOf('publish'),
  stageOf('do'),
  stageOf('inspect'),
  stageOf('rate'),
  stageOf('revisit'),
  stageOf('codify'),
  stageOf('close'),
])
export type Stage = z.infer<typeof stageSchema>

export const seatSchema = z.object({ key, names: namesSchema, roles: z.array(z.enum(ROLES)).min(1) })
export type Seat = z.infer<typeof seatSchema>

export const procedureSchema = z.object({
  key,
  version: z.int().min(1),
  names: namesSchema,
  summary: namesSchema.extend({ zh: z.string().max(300), en: z.string().max(600) }),
  source: z.object({
    method: z.string().max(80),
    place: z.string().max(120),
    basis: z.enum(['told', 'reconstructed', 'ours']),
  }),
  appliesTo: z
    .object({ levels: z.array(z.enum(LEVELS)), colours: z.array(z.enum(COLOURS)), sizes: z.array(z.enum(SIZES)) })
    .partial(),
  seats: z.array(seatSchema).min(1),
  stages: z.array(stageSchema).min(2).max(24),
  /** Where a reopened matter goes on. */
  reopensAt: key,
})
export type Procedure = z.infer<typeof procedureSchema>

export const stageOfProcedure = (procedure: Procedure, key: string): Stage => {
  const stage = procedure.stages.find((each) => each.key === key)
  if (!stage) throw new Error(`procedure ${procedure.key}@${procedure.version} has no stage ${key}`)
  return stage
}

export const firstStage = (procedure: Procedure): Stage => procedure.stages[0]!

export const seatOf = (procedure: Procedure, key: string): Seat => {
  const seat = procedure.seats.find((each) => each.key === key)
  if (!seat) throw new Error(`procedure ${procedure.key}@${procedure.version} has no seat ${key}`)
  return seat
}
