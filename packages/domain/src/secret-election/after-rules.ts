// After a count of a secret election: which post somebody keeps who was elected to several, on which day the open seats are voted on, that vote, or an end without it. RULES R2.4.
import { localDateOf } from '../calendar/index.ts'
import { type Meta, refuse } from '../kernel/index.ts'
import { eveOf } from './clock.ts'
import type { Election, ElectionCommand } from './election.ts'
import { type Named, type Section, plainName } from './plan.ts'
import { type SecretResult, resultAgain } from './result.ts'
import { type Answer, mayKeep } from './roll-rules.ts'

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

/** Today, or a later day of which everybody hears; it may be changed as long as nobody votes. */
export const fixNextVote = (election: In<'short'>, { day, place }: CommandOf<'FixNextVote'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (sectionsNext(election.results.at(-1)!).length === 0) return refuse('nobody-stands')
  if (day < localDateOf(meta.now)) return refuse('next-vote-past')
  const eve = eveOf({ day })
  return [{ type: 'NextVoteFixed', day, place, remindsAt: eve > meta.now ? eve : null }]
}

/** In the order of the ballot, and after those on it whoever was written in. */
const placeOf = ({ key }: Named): number => (key.startsWith('w') ? 10_000 : 0) + Number(key.slice(1))

/** A void turn is held again as it was; seats that stayed open go to those who stand for them next. */
const sectionsNext = ({ sections, void: reason }: SecretResult): readonly Section[] =>
  sections
    .filter(({ next: standing }) => standing.length > 0)
    .map(({ post, title, seats, open, candidates, next: standing }) => ({
      post,
      title,
      seats: reason ? seats : open,
      standing: candidates
        .filter(({ key }) => standing.includes(key))
        .map(({ key, name, woman }) => ({ key, name, woman }))
        .toSorted((one, other) => placeOf(one) - placeOf(other)),
    }))

export const next = (election: In<'short'>, _: CommandOf<'OpenNextTurn'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const { nextVote, results } = election
  if (!nextVote) return refuse('next-vote-unfixed')
  const { day, place } = nextVote
  if (localDateOf(meta.now) < day) return refuse('election-too-early', { day })
  const last = results.at(-1)!
  const round = last.void ? last.round : 2
  const turn = { round, number: results.length + 1, day, place, sections: sectionsNext(last) } as const
  return [{ type: 'VotingOpened', turn }]
}

export const endShort = (election: In<'short'>, { reason }: CommandOf<'EndShort'>, meta: Meta): Answer =>
  mayKeep(election, meta) ? [{ type: 'ElectionEndedShort', reason }] : refuse('not-your-election')
