// The HTTP promise about an agenda: a further question as somebody asks it, and all questions of one assembly as the console shows them.
import { LAW_CHECKS, REGIMES, assemblySchema, pollRuleSchema, questionSchema } from '@yishi/domain/poll'
import { z } from 'zod'
import { questionDraftSchema } from './question.ts'

export const POLL_STATUSES = [
  'draft',
  'announced',
  'open',
  'closed',
  'counting',
  'preliminary',
  'decided',
  'withdrawn',
] as const

/** A further question for an assembly that is not announced yet: what it has of its own. */
export const agendaQuestionSchema = z.object({
  rule: z.string().max(60),
  question: questionDraftSchema,
  ...assemblySchema.pick({ topic: true, regime: true, basis: true }).shape,
})
export type AgendaQuestion = z.output<typeof agendaQuestionSchema>

export const lawFindingSchema = z.object({
  check: z.enum(LAW_CHECKS),
  holds: z.boolean(),
  advice: z.boolean(),
  ref: z.string(),
})
/** The questions of one assembly, the first one first. */
export const agendaSchema = z.object({
  first: z.string(),
  questions: z.array(
    z.object({
      poll: z.string(),
      number: z.number(),
      question: questionSchema,
      rule: pollRuleSchema,
      regime: z.enum(REGIMES),
      status: z.enum(POLL_STATUSES),
      passed: z.boolean().nullable(),
      cast: z.number(),
      /** While it is a draft: what the law asks and this question does not keep. */
      broken: z.array(lawFindingSchema),
    }),
  ),
})
