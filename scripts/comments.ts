// Checks how the sources are commented: each file opens with one sentence on what it is for, and tags stay within the two that are agreed.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', 'vectors', '.vitest'])
const SOURCE = /\.(?:ts|tsx|mts|css)$/
const LONGEST = 200

const filesBelow = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(inner) : SOURCE.test(entry.name) ? [inner] : []
  })

export const faultsIn = (name: string, text: string): string[] => {
  const lines = text.split('\n')
  const opening = lines[0] ?? ''
  const opens = name.endsWith('.css')
    ? opening.startsWith('/* ')
    : opening.startsWith('// ') || opening.startsWith('/// ')
  const exempt = /\.(?:test|db\.test|spec)\.tsx?$|\.config\.ts$/.test(name)
  const faults = opens || exempt ? [] : [`${name}:1 opens without a sentence on what it is for`]
  lines.forEach((line, index) => {
    const comment = /(?:^|\s)\/\/ (.*)$/.exec(line)?.[1] ?? ''
    const tag = /\b(?:FIXME|XXX|HACK)\b|(?<!@)\bTODO\b|@TODO(?!\(#\d+\))/.exec(comment)?.[0]
    if (tag) faults.push(`${name}:${index + 1} has the tag ${tag}; agreed are @NOTE and @TODO(#issue)`)
    if (comment.length > LONGEST) faults.push(`${name}:${index + 1} has a comment of ${comment.length} characters`)
    if (/^\s*\/\/ ?[-=*#]{4,}/.test(line)) faults.push(`${name}:${index + 1} is a banner`)
  })
  return faults
}

if (import.meta.main) {
  const files = ['packages', 'scripts', 'e2e', 'bench'].flatMap((folder) => filesBelow(join(root, folder)))
  const faults = files.flatMap((file) => faultsIn(file.slice(root.length + 1), readFileSync(file, 'utf8')))
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
