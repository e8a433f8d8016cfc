// One certificate for all questions of an assembly: each with its totals and result, and one extract of the log for all of them. RULES R1.63, R3.10.
import { z } from 'zod'
import { type NoteKey, checkExtract, extractSchema } from '../ledger/index.ts'
import { MOST_QUESTIONS } from './agenda.ts'
import {
  type CertificateChecks,
  type LeafRead,
  ballotsIn,
  certificateSchema,
  isRecorded,
  leadsTo,
  readLeaf,
} from './certificate.ts'

const certifiedQuestionSchema = certificateSchema
  .omit({ format: true, community: true, log: true })
  /** As it stands on the notice and on the sheet; one that was taken back leaves a gap. */
  .extend({ number: z.int().min(1) })
export type CertifiedQuestion = z.infer<typeof certifiedQuestionSchema>

export const agendaCertificateSchema = z.strictObject({
  format: z.literal('yishi-agenda-certificate/1'),
  /** The poll of the first question, by which the others name their agenda. */
  agenda: z.string().max(60),
  community: z.string().max(100),
  questions: z.array(certifiedQuestionSchema).min(2).max(MOST_QUESTIONS),
  /** The leaves of all questions and of every ballot, and the way from them to the signed root. */
  log: extractSchema,
})
export type AgendaCertificate = z.infer<typeof agendaCertificateSchema>

type OfQuestion = Omit<CertificateChecks, 'included' | 'signed'>

export type AgendaChecks = Pick<CertificateChecks, 'included' | 'signed'> & {
  /** The log put each question on this agenda, and all have one list of as many units. */
  readonly together: boolean
  /** In their order. */
  readonly questions: readonly OfQuestion[]
}

/** The first leads; each other one was drafted as one of its agenda. */
const isOf = (agenda: string, { poll }: CertifiedQuestion, leaves: readonly (LeafRead | null)[]): boolean =>
  poll === agenda
    ? leaves.some((leaf) => leaf?.type === 'PollDrafted' && leaf.subject === poll && !('agenda' in leaf.facts))
    : leaves.some((leaf) => leaf?.type === 'PollDrafted' && leaf.subject === poll && leaf.facts['agenda'] === agenda)

const areTogether = ({ agenda, questions }: AgendaCertificate, leaves: readonly (LeafRead | null)[]): boolean => {
  const [first] = questions
  const inOrder = questions.every(({ number }, index) => index === 0 || questions[index - 1]!.number < number)
  const once = new Set(questions.map(({ poll }) => poll)).size === questions.length
  const oneList = questions.every(({ electorate }) => electorate.named === first!.electorate.named)
  return first!.poll === agenda && inOrder && once && oneList && questions.every((each) => isOf(agenda, each, leaves))
}

export const checkAgendaCertificate = (certificate: AgendaCertificate, keys: readonly NoteKey[]): AgendaChecks => {
  const leaves = certificate.log.leaves.map(readLeaf)
  return {
    together: areTogether(certificate, leaves),
    questions: certificate.questions.map((question) => {
      const { cast, late } = ballotsIn(question.poll, leaves)
      return {
        counted: leadsTo(question),
        recorded: isRecorded(question, leaves),
        ballots: !late && cast.size === (question.cast ?? 0),
      }
    }),
    ...checkExtract(certificate.log, keys),
  }
}
