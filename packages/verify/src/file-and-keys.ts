// What most commands ask for: a file, and the keys that are believed.
import { parseArgs } from 'node:util'
import { isRefused } from '@yishi/domain/kernel'
import { type NoteKey, parseNoteKey } from '@yishi/domain/ledger'
import { type Outcome, badInput } from './outcome.ts'

type FileAndKeys = { readonly path: string; readonly keys: readonly NoteKey[] }

/** One path, and as many keys of the log as are given. */
export const fileAndKeys = (args: readonly string[], usage: string): FileAndKeys | Outcome => {
  try {
    const options = { key: { type: 'string', multiple: true } } as const
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) return badInput('usage', usage)
    const keys = (values.key ?? []).map(parseNoteKey)
    const bad = keys.find((key) => isRefused(key))
    return bad ? badInput(bad.refused, usage) : { path, keys: keys as NoteKey[] }
  } catch {
    return badInput('usage', usage) // an option that nobody knows
  }
}
