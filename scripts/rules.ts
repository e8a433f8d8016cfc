// Checks that every rule of the collection (R1.7 …) which a source cites is named by at least one test: a rule that no test names is kept by nobody.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const FOLDERS = ['packages', 'e2e', 'bench']
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.vitest'])
const SOURCE = /\.tsx?$/
const TEST = /\.(?:test|spec)\.tsx?$/

const filesBelow = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(inner) : SOURCE.test(entry.name) ? [inner] : []
  })

const CITED = /\bR(\d{1,2})\.(\d{1,2})\b(?:[–-]R\1\.(\d{1,2})\b)?/g

/** A range in a source cites all that lies in it; a test names each rule by itself. */
const idsIn = (text: string, isTest: boolean): string[] =>
  [...text.matchAll(CITED)].flatMap(([, section, first, last = first]) => {
    const numbers = isTest ? [first, last] : between(Number(first), Number(last))
    return numbers.map((number) => `R${section}.${number}`)
  })

const between = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)

const byNumber = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })

/** One line for each rule that is cited below `at` and named by no test there, with the first place that cites it. */
export const unnamedRules = (at: string): string[] => {
  const [cited, named] = [new Map<string, string>(), new Set<string>()]
  for (const file of filesBelow(at)) {
    const isTest = TEST.test(file)
    for (const id of idsIn(readFileSync(file, 'utf8'), isTest)) {
      if (isTest) named.add(id)
      else if (!cited.has(id)) cited.set(id, relative(at, file))
    }
  }
  return [...cited]
    .filter(([id]) => !named.has(id))
    .toSorted(([one], [other]) => byNumber(one, other))
    .map(([id, file]) => `${id} is cited in ${file} and named in no test`)
}

if (import.meta.main) {
  const faults = FOLDERS.flatMap((folder) => unnamedRules(join(root, folder)))
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
