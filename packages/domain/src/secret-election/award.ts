// To whom the seats of one post go: by votes, and where a seat is kept for a woman, first to the woman with most of them. RULES R2.4; Organic Law of Villagers’ Committees (2018), art. 6.
import type { Named } from './plan.ts'

/** The last three are of the two answers to a recall. */
export type CandidateStanding =
  | 'elected'
  | 'tied'
  | 'passed-over'
  | 'elsewhere'
  | 'not-elected'
  | 'recalled'
  | 'stays'
  | 'against'
export type Standing = Named & {
  /** Not on the ballot: voters wrote the name in. */
  readonly written: boolean
  /** As the list of candidates notes it, and tellers of a written name; null as long as nobody has. */
  readonly woman: boolean | null
  /** For this post alone. */
  readonly votes: number
}
type Awards = ReadonlyMap<string, CandidateStanding>

/** Whoever has enough, with all votes that count for the post. */
export type Passing = Pick<Standing, 'key' | 'woman' | 'votes'>

/** A group with as many votes is elected if all of it finds a seat; otherwise it is tied for what is left. */
export const award = (seats: number, passing: readonly Passing[]): Awards => {
  const found = new Map<string, CandidateStanding>()
  let left = seats
  const amounts = [...new Set(passing.map(({ votes }) => votes))].toSorted((one, other) => other - one)
  for (const votes of amounts) {
    const group = passing.filter((each) => each.votes === votes)
    const standing = group.length <= left ? 'elected' : left > 0 ? 'tied' : 'passed-over'
    left = standing === 'elected' ? left - group.length : 0
    for (const { key } of group) found.set(key, standing)
  }
  return found
}

/** One seat is for the woman with most votes among those who have enough; with none, or several alike, it stays open. */
export const awardWithWoman = (seats: number, passing: readonly Passing[]): Awards => {
  const women = passing.filter(({ woman }) => woman === true)
  const most = Math.max(...women.map(({ votes }) => votes))
  const first = women.filter(({ votes }) => votes === most)
  const standing = first.length === 1 ? 'elected' : 'tied'
  const others = award(
    seats - 1,
    passing.filter((each) => !first.includes(each)),
  )
  return new Map([...others, ...first.map(({ key }): [string, CandidateStanding] => [key, standing])])
}
