// The verifier as a program: reads files, prints one line of JSON, and gives the exit code.
import { readFileSync } from 'node:fs'
import { answerTo } from './commands.ts'
import type { ReadFile } from './outcome.ts'

const readFile: ReadFile = (path) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return null // missing, a folder, or not UTF-8: the answer names the file
  }
}

export const verifyProgram = (words: readonly string[]): number => {
  const { exit, answer } = answerTo(words, readFile)
  console.log(JSON.stringify(answer))
  return exit
}
