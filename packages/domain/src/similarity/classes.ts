// From one matter to one kind (一类事): matters that tell of the same thing, or that somebody has linked, stand together.
import { type Gist, resemblance } from './likeness.ts'

type Told = { readonly id: string; readonly gist: Gist }

/** Everybody points to a leader; two that belong together get the same one. */
const leaders = (ids: readonly string[]) => {
  const above = new Map(ids.map((id) => [id, id]))
  const leaderOf = (id: string): string => {
    let at = id
    while (above.get(at) !== at) at = above.get(at)!
    above.set(id, at)
    return at
  }
  const join = (a: string, b: string) => {
    if (above.has(a) && above.has(b)) above.set(leaderOf(a), leaderOf(b))
  }
  return { leaderOf, join }
}

/** A kind is more than a word in common: a lift that stands still and a lift that is wanted are two. */
const ONE_KIND = 0.4

/** A pair of characters that half of all matters have tells nothing, and would compare everything with everything. */
const COMMON = 0.5
const FEW = 8

const byPair = (matters: readonly Told[]): readonly (readonly Told[])[] => {
  const sharing = new Map<string, Told[]>()
  for (const matter of matters)
    for (const pair of matter.gist.whole) {
      const known = sharing.get(pair)
      if (known) known.push(matter)
      else sharing.set(pair, [matter])
    }
  const most = Math.max(FEW, matters.length * COMMON)
  return [...sharing.values()].filter(({ length }) => length > 1 && length <= most)
}

/** Classes of two and more, the largest first; the order inside is that of the matters given. */
export const classesOf = (
  matters: readonly Told[],
  links: readonly (readonly [string, string])[],
): readonly (readonly string[])[] => {
  const { leaderOf, join } = leaders(matters.map(({ id }) => id))
  for (const [a, b] of links) join(a, b)
  for (const sharing of byPair(matters))
    for (const [index, a] of sharing.entries())
      for (const b of sharing.slice(0, index))
        if (leaderOf(a.id) !== leaderOf(b.id) && resemblance(a.gist, b.gist) >= ONE_KIND) join(a.id, b.id)
  return [...Map.groupBy(matters, ({ id }) => leaderOf(id)).values()]
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((members) => members.map(({ id }) => id))
}
