// Counts ranked, scored or approving ballots again: the single transferable vote, the instant runoff, points, approvals.
import { isRefused } from '@yishi/domain/kernel'
import { countRanked, rankedClaimSchema, shownCount } from '@yishi/domain/ranking'
import { countWords } from './count-words.ts'
import { exactJson } from './exact-json.ts'
import { type Command, badInput } from './outcome.ts'

const USAGE = 'yishi rank FILE'

const run: Command['run'] = ([path, ...more], read) => {
  if (path === undefined || more.length > 0) return badInput('usage', USAGE)
  const text = read(path)
  if (text === null) return badInput('unreadable-file', path)
  const value = exactJson(text)
  if (value === undefined) return badInput('not-json', path)
  const claim = rankedClaimSchema.safeParse(value)
  if (!claim.success) return badInput('unreadable-claim', claim.error.issues[0]?.path.join('.') ?? '')
  const found = countRanked(claim.data)
  if (isRefused(found)) return { exit: 2, answer: { error: found.refused, detail: { ...found.detail } } }
  if (!('winners' in found)) {
    const detail = `the votes do not decide between ${found.tied.join(', ')}: say in "lots" which order was drawn`
    return { exit: 2, answer: { error: 'tie', tied: [...found.tied], detail } }
  }
  return { exit: 0, answer: countWords(shownCount(found)) }
}

/** Ties are an error that names them. */
export const rankClaims: Command = { usage: USAGE, run }
