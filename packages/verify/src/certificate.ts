// Checks the certificate of a poll, or of all questions of one assembly: the result follows from totals and figures, and the log holds rule, list, ballots and result as it says.
import {
  type AgendaCertificate,
  type Certificate,
  agendaCertificateSchema,
  certificateSchema,
  checkAgendaCertificate,
  checkCertificate,
  outcomeOf,
} from '@yishi/domain/poll'
import type { NoteKey } from '@yishi/domain/ledger'
import { z } from 'zod'
import { fileAndKeys } from './file-and-keys.ts'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'
import { verdictWords } from './verdict-words.ts'

const USAGE = 'yishi verify certificate FILE --key KEY [--key KEY …]'

const anySchema = z.discriminatedUnion('format', [certificateSchema, agendaCertificateSchema])

const certificateIn = (text: string | null, path: string): Certificate | AgendaCertificate | Outcome => {
  if (text === null) return badInput('unreadable-file', path)
  try {
    const read = anySchema.safeParse(JSON.parse(text))
    return read.success ? read.data : badInput('unreadable-certificate', read.error.issues[0]?.path.join('.') ?? '')
  } catch {
    return badInput('not-json', path)
  }
}

type Summed = Pick<Certificate, 'rule' | 'regime' | 'question' | 'electorate' | 'figures'>

const sumsOf = ({ rule, regime, question, electorate, figures }: Summed) =>
  outcomeOf({ rule, question, regime, electorate: electorate.totals }, figures).verdicts.map(({ choice, verdict }) => ({
    choice,
    ...verdictWords(rule, regime, verdict),
  }))

const ofOne = (found: Certificate, keys: readonly NoteKey[]): Outcome => {
  const checks = checkCertificate(found, keys)
  const holds = Object.values(checks).every(Boolean)
  const { poll, passed, chosen, cast, electorate } = found
  const results = checks.counted ? sumsOf(found) : []
  return {
    exit: holds ? 0 : 1,
    answer: { holds, ...checks, poll, passed, chosen, cast, electorateDigest: electorate.digest, results },
  }
}

const ofAgenda = (found: AgendaCertificate, keys: readonly NoteKey[]): Outcome => {
  const { questions, ...checks } = checkAgendaCertificate(found, keys)
  const holds = [...Object.values(checks), ...questions.flatMap((each) => Object.values(each))].every(Boolean)
  const told = found.questions.map((question, index) => {
    const { number, poll, passed, chosen, cast, electorate } = question
    const own = questions[index]!
    const results = own.counted ? sumsOf(question) : []
    return { number, poll, ...own, passed, chosen, cast, electorateDigest: electorate.digest, results }
  })
  return { exit: holds ? 0 : 1, answer: { holds, ...checks, agenda: found.agenda, questions: told } }
}

export const certificate: Command = {
  usage: USAGE,
  run: (args, read) => {
    const asked = fileAndKeys(args, USAGE)
    if (isOutcome(asked)) return asked
    if (asked.keys.length === 0) return badInput('usage', USAGE)
    const found = certificateIn(read(asked.path), asked.path)
    if (isOutcome(found)) return found
    return found.format === 'yishi-certificate/1' ? ofOne(found, asked.keys) : ofAgenda(found, asked.keys)
  },
}
