// The verifier as a program: reads files, prints one line of JSON and, where it cannot answer, why for people on standard error, and gives the exit code.
import { readFileSync } from 'node:fs'
import { answerTo } from './commands.ts'
import { type Outcome, type ReadFile, badInput } from './outcome.ts'

const readFile: ReadFile = (path) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return null // missing, a folder, or not UTF-8: the answer names the file
  }
}

/** A mistake of ours is no verdict: it ends like a question that could not be read, and never as “it does not hold”. */
const answered = (words: readonly string[]): Outcome => {
  try {
    return answerTo(words, readFile)
  } catch (error) {
    console.error(error)
    return badInput('not-computed', error instanceof Error ? error.message : String(error))
  }
}

const spoken = ({ answer: { error, detail, advice } }: Outcome): string =>
  [error, detail, advice]
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join(': ')

export const verifyProgram = (words: readonly string[]): number => {
  const outcome = answered(words)
  console.log(JSON.stringify(outcome.answer))
  if (outcome.exit === 2) console.error(`yishi: ${spoken(outcome)}`)
  return outcome.exit
}
