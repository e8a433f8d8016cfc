// After a count: which post somebody keeps who was elected to several, whether somebody written in is a woman, the day on which open seats are voted on, that vote, or an end without it. RULES R2.4.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, refuse } from '../kernel/index.ts'
import { eveOf } from './clock.ts'
import type { ElectionCommand } from './acts.ts'
import type { Election } from './election.ts'
import { sectionsNext } from './further.ts'
import { plainName } from './plan.ts'
import { lapsing } from './proxies.ts'
import { resultAgain } from './result.ts'
import { type Answer, mayKeep, tells } from './keeping.ts'

type CommandOf<Type extends ElectionCommand['type']> = Extract<ElectionCommand, { type: Type }>
type In<Status extends Election['status']> = Extract<Election, { status: Status }>

/** The law names no order of posts: the election committee finds it, with a reason, and the seat given up goes on by the votes. */
export const settleDouble = (
  election: In<'doubled'>,
  { name, post, reason }: CommandOf<'SettleDouble'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const last = election.results.at(-1)!
  const double = last.doubles.find((each) => plainName(each.name) === plainName(name))
  if (!double?.posts.includes(post)) return refuse('double-unknown')
  const kept = [...last.kept, { name: double.name, post }]
  return [{ type: 'DoubleSettled', name: double.name, post, reason, result: resultAgain(election.law, last, { kept }) }]
}

/** Whom the last count knows by a name that was written in, in this vote or an earlier one. */
const writtenIn = ({ results }: In<'short' | 'unclear'>, name: string) =>
  results
    .at(-1)!
    .sections.flatMap(({ candidates }) => candidates)
    .find((each) => each.key.startsWith('w') && plainName(each.name) === plainName(name))

/** Until the next vote begins; then the same ballots say whether a seat is for a woman, and to whom it goes (art. 6). */
export const noteWoman = (
  election: In<'short' | 'unclear'>,
  { name, woman }: CommandOf<'NoteWoman'>,
  meta: Meta,
): Answer => {
  const by = tells(election, meta)
  if (!by) return refuse('not-your-election')
  const found = writtenIn(election, name)
  if (!found) return refuse('written-unknown')
  if (found.woman === woman) return []
  const womanOf = (each: { readonly name: string; readonly woman: boolean | null }) =>
    plainName(each.name) === plainName(found.name) ? woman : each.woman
  const last = election.results.at(-1)!
  const result = resultAgain(election.law, last, { womanOf })
  return [{ type: 'WomanNoted', name: found.name, woman, by, settles: result.woman !== last.woman, result }]
}

/** Today, or a later day of which everybody hears, in the time that the assembly declared as long as it is not over; it may be changed as long as nobody votes. */
export const fixNextVote = (
  election: In<'short'>,
  { day, place, proxies }: CommandOf<'FixNextVote'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (sectionsNext(election.results.at(-1)!).length === 0) return refuse('nobody-stands')
  const today = localDateOf(meta.now)
  if (day < today) return refuse('next-vote-past')
  const { furtherBy } = election
  if (furtherBy && today <= furtherBy && day > furtherBy) return refuse('next-vote-too-late', { by: furtherBy })
  const eve = eveOf({ day })
  return [{ type: 'NextVoteFixed', day, place, remindsAt: eve > meta.now ? eve : null }, ...lapsing(election, proxies)]
}

export const next = (election: In<'short'>, { proxies }: CommandOf<'OpenNextTurn'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const { nextVote, results } = election
  if (!nextVote) return refuse('next-vote-unfixed')
  const { day, place } = nextVote
  if (localDateOf(meta.now) < day) return refuse('election-too-early', { day })
  const last = results.at(-1)!
  const round = last.void ? last.round : 2
  const turn = { round, number: results.length + 1, day, place, sections: sectionsNext(last) } as const
  return [...lapsing(election, proxies), { type: 'VotingOpened', turn }]
}

export const endShort = (election: In<'short'>, { reason }: CommandOf<'EndShort'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'ElectionEndedShort', reason }] : refuse('not-your-election')
