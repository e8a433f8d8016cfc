// Checks the certificate of a poll: the result follows from totals and figures, and the log holds rule, list, ballots and result as it says.
import { type Certificate, certificateSchema, checkCertificate, outcomeOf } from '@yishi/domain/poll'
import { fileAndKeys } from './file-and-keys.ts'
import { type Command, type Outcome, badInput, isOutcome } from './outcome.ts'
import { verdictWords } from './verdict-words.ts'

const USAGE = 'yishi verify certificate FILE --key KEY [--key KEY …]'

const certificateIn = (text: string | null, path: string): Certificate | Outcome => {
  if (text === null) return badInput('unreadable-file', path)
  try {
    const read = certificateSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : badInput('unreadable-certificate', read.error.issues[0]?.path.join('.') ?? '')
  } catch {
    return badInput('not-json', path)
  }
}

const sumsOf = ({ rule, regime, question, electorate, figures }: Certificate) =>
  outcomeOf({ rule, question, regime, electorate: electorate.totals }, figures).verdicts.map(({ choice, verdict }) => ({
    choice,
    ...verdictWords(rule, regime, verdict),
  }))

export const certificate: Command = {
  usage: USAGE,
  run: (args, read) => {
    const asked = fileAndKeys(args, USAGE)
    if (isOutcome(asked)) return asked
    if (asked.keys.length === 0) return badInput('usage', USAGE)
    const found = certificateIn(read(asked.path), asked.path)
    if (isOutcome(found)) return found
    const checks = checkCertificate(found, asked.keys)
    const holds = Object.values(checks).every(Boolean)
    const { poll, passed, chosen, cast, electorate } = found
    const results = checks.counted ? sumsOf(found) : []
    return {
      exit: holds ? 0 : 1,
      answer: { holds, ...checks, poll, passed, chosen, cast, electorateDigest: electorate.digest, results },
    }
  },
}
