// A secret election counted again, turn by turn, from the boxes as two tellers came to them.
import type { Json } from '@yishi/domain/ledger'
import { electionFileSchema, recountElection } from '@yishi/domain/secret-election'
import { type Outcome, badInput } from './outcome.ts'

/** The first is of the time of one list. */
const FORMATS: readonly unknown[] = ['yishi-secret-election/1', 'yishi-secret-election/2', 'yishi-secret-election/3']

const isOne = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && FORMATS.includes(value.format)

/** One turn, or all of them in their order. */
export const isSecret = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isOne) : isOne(value)

export const tallySecret = (value: unknown): Outcome => {
  const results: Json[] = []
  for (const each of [value].flat()) {
    const parsed = electionFileSchema.safeParse(each)
    if (!parsed.success) return badInput('unreadable-poll', parsed.error.issues[0]?.path.join('.') ?? '')
    const found = recountElection(parsed.data)
    if ('refused' in found) return { exit: 2, answer: { error: found.refused, detail: { ...found.detail } } }
    results.push(JSON.parse(JSON.stringify(found)) as Json)
  }
  return { exit: 0, answer: { results } }
}
