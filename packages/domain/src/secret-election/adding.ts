// Votes for a higher post that are added to a lower one (下加), where the assembly's election rules declare it: no law that we know says it, so the meaning is ours. RULES R2.4; decision 57.
import type { CandidateStanding, Standing } from './award.ts'
import { plainName } from './plan.ts'

/** So many votes come from this higher post. */
export type Added = { readonly post: string; readonly title: string; readonly votes: number }
export type Weighed = Standing & { readonly added: readonly Added[] }

/** All votes that count for the post. */
export const reached = ({ votes, added }: Pick<Weighed, 'votes' | 'added'>): number =>
  added.reduce((sum, each) => sum + each.votes, votes)

type Above = {
  readonly post: string
  readonly title: string
  readonly candidates: readonly (Standing & { readonly standing: CandidateStanding })[]
}

/** Whoever holds a higher post, or ties for it and stands for it again, keeps those votes there. */
const keeps = (standing: CandidateStanding): boolean => standing === 'elected' || standing === 'tied'

/** What a name brings to a lower post from each higher one of the same vote. */
export const addedFrom = (above: readonly Above[], name: string): readonly Added[] =>
  above.flatMap(({ post, title, candidates }) =>
    candidates
      .filter((each) => each.votes > 0 && !keeps(each.standing) && plainName(each.name) === plainName(name))
      .map(({ votes }) => ({ post, title, votes })),
  )

type Box = {
  readonly collected: number
  readonly spoiled: number
  readonly posts: Readonly<Record<string, { readonly votes: Readonly<Record<string, number>> }>>
}
type Names = {
  readonly post: string
  readonly candidates: readonly { readonly key: string; readonly name: string }[]
}

/** A ballot that names somebody for several posts counts for the highest alone: nobody has more votes in all posts than there are ballots. */
export const namedTwiceIn = (sections: readonly Names[], { collected, spoiled, posts }: Box): boolean => {
  const marks = sections.flatMap(({ post, candidates }) =>
    candidates.map(({ key, name }) => ({ name: plainName(name), votes: posts[post]?.votes[key] ?? 0 })),
  )
  return [...Map.groupBy(marks, ({ name }) => name).values()].some(
    (all) => all.reduce((sum, { votes }) => sum + votes, 0) > collected - spoiled,
  )
}
