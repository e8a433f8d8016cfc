// Every question the verifier answers, under the words that ask it.
import { drawClaims } from './draw-claims.ts'
import { allocate } from './allocation.ts'
import { bundle } from './court-bundle/command.ts'
import { certificate } from './certificate.ts'
import { consistency, inclusion } from './merkle-claims.ts'
import { type Command, type Outcome, type ReadFile } from './outcome.ts'
import { announcement, notice } from './published.ts'
import { rankClaims } from './rank-claims.ts'
import { checkpoint, receipt } from './signed-papers.ts'
import { tallyClaims } from './tally-claims.ts'
import { addWorkdays } from './workdays.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  'verify inclusion': inclusion,
  'verify consistency': consistency,
  'verify receipt': receipt,
  'verify checkpoint': checkpoint,
  'verify notice': notice,
  'verify announcement': announcement,
  'verify certificate': certificate,
  'verify bundle': bundle,
  'workdays add': addWorkdays,
  tally: tallyClaims,
  draw: drawClaims,
  allocate,
  rank: rankClaims,
}

/** Run alone, the program already is the verifier: there the word `verify` may be left out. */
const spelledOut = (words: readonly string[]): readonly string[] =>
  Object.keys(COMMANDS).includes(`verify ${words[0]}`) ? ['verify', ...words] : words

export const answerTo = (words: readonly string[], read: ReadFile): Outcome => {
  const spelled = spelledOut(words)
  const found = Object.entries(COMMANDS).find(([asked]) =>
    asked.split(' ').every((word, index) => word === spelled[index]),
  )
  if (found) return found[1].run(spelled.slice(found[0].split(' ').length), read)
  return { exit: 2, answer: { error: 'unknown-command', commands: Object.values(COMMANDS).map(({ usage }) => usage) } }
}
