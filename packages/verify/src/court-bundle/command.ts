// `yishi verify bundle`: whether a court bundle is whole, unaltered, and leads to the result that it tells.
import { MANIFEST } from '@yishi/domain/court-bundle'
import { isRefused } from '@yishi/domain/kernel'
import { type NoteKey, checkExtract, parseNoteKey } from '@yishi/domain/ledger'
import { fileAndKeys } from '../file-and-keys.ts'
import { type Command, type Outcome, badInput, isOutcome } from '../outcome.ts'
import { verdictWords } from '../verdict-words.ts'
import {
  type Bundle,
  anchoring,
  ballotsHold,
  countAgain,
  leavesIn,
  listHolds,
  openingsHold,
  readBundle,
  resultHolds,
  wrongFiles,
} from './checking.ts'
import { type OpenBundle, openBundle } from './opening.ts'

const USAGE = 'yishi verify bundle FILE|FOLDER [--key KEY …]'

const MOST_NAMED = 20

/** Without a key from elsewhere a bundle is measured by the one that it brings: then it agrees with itself, and that is said. */
const keysFor = (given: readonly NoteKey[], { anchor }: Bundle): readonly NoteKey[] => {
  if (given.length > 0) return given
  const own = parseNoteKey(anchor.key)
  return isRefused(own) ? [] : [own]
}

const check = (opened: OpenBundle, bundle: Bundle, given: readonly NoteKey[]): Outcome => {
  const recount = countAgain(bundle)
  if (isRefused(recount)) return { exit: 2, answer: { error: recount.refused, detail: { ...recount.detail } } }
  const keys = keysFor(given, bundle)
  const read = { leaves: leavesIn(bundle), recount }
  const wrong = wrongFiles(opened, bundle.manifest)
  const anchored = anchoring(bundle, opened.read(MANIFEST)!, keys)
  const checks = {
    files: wrong.length === 0,
    anchored: anchored !== 'no',
    list: listHolds(bundle),
    ballots: ballotsHold(bundle, read),
    result: resultHolds(bundle, read),
    openings: openingsHold(bundle, read),
    ...checkExtract(bundle.ledger.log, keys),
  }
  const holds = Object.values(checks).every(Boolean)
  const { rule, regime } = bundle.poll
  return {
    exit: holds ? 0 : 1,
    answer: {
      holds,
      ...checks,
      by: given.length > 0 ? 'given-key' : 'own-key',
      anchor: anchored,
      ...(wrong.length > 0 && { wrong: wrong.slice(0, MOST_NAMED) }),
      poll: bundle.manifest.poll,
      takenAt: bundle.manifest.takenAt,
      checked: bundle.manifest.files.length,
      passed: recount.outcome.passed,
      reconciliation: { ...recount.reconciliation },
      results: recount.outcome.verdicts.map(({ choice, verdict }) => ({
        choice,
        ...verdictWords(rule, regime, verdict),
      })),
    },
  }
}

export const bundle: Command = {
  usage: USAGE,
  run: (args) => {
    const asked = fileAndKeys(args, USAGE)
    if (isOutcome(asked)) return asked
    const opened = openBundle(asked.path)
    if (!opened) return badInput('unreadable-file', asked.path)
    const read = readBundle(opened)
    return typeof read === 'string' ? badInput('unreadable-bundle', read) : check(opened, read, asked.keys)
  },
}
