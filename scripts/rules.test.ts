// Rules cited in a small tree of its own: whichever no test names is found, also out of the middle of a range; a tree whose tests name all is clean.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unnamedRules } from './rules.ts'

let tree = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'yishi-rules-'))
  write('poll/tally.ts', '// The tally. RULES R1.2–R1.4, R9.10.\nexport const ref = "R1.2"\n')
  write('poll/tally.test.ts', "test('R1.2, R1.3: both', ok)\ntest.each([['R1.4', 1]])('%s', ok)\n")
  write('poll/page.spec.ts', "test('R9.10: read aloud', ok)\n")
})
afterEach(() => rmSync(tree, { recursive: true }))

test('where every rule that is cited is named by a test, nothing is found', () => {
  expect(unnamedRules(tree)).toEqual([])
})

test.each([
  ['a comment', 'poll/planted.ts', '// Kept here. RULES R7.77.'],
  ['a value', 'poll/planted.tsx', "export const ref = 'R7.77'"],
  ['the middle of a range', 'deep/er/planted.ts', '// RULES R7.76–R7.78.\n'],
])('planted in %s, a rule that no test names is found', (_, path, text) => {
  write('poll/other.test.ts', "test('R7.76, R7.78, R7.7, R17.77: others', ok)\n")
  write(path, text)
  expect(unnamedRules(tree)).toEqual([`R7.77 is cited in ${path} and named in no test`])
})

test('a range in a test names its ends alone', () => {
  write('poll/range.test.ts', "test('R7.76–R7.78', ok)\n")
  write('poll/planted.ts', '// RULES R7.76, R7.77, R7.78.')
  expect(unnamedRules(tree)).toEqual(['R7.77 is cited in poll/planted.ts and named in no test'])
})

test('what is installed or built asks for no test', () => {
  write('node_modules/other/index.ts', '// R7.77')
  write('poll/dist/pages.ts', '// R7.77')
  expect(unnamedRules(tree)).toEqual([])
})
