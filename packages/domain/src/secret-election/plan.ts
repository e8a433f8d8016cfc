// What a secret election elects: posts from the highest to the lowest, each with its seats and its own candidates, all of them on one ballot. RULES R2.4.
import type { LocalDate } from '../calendar/index.ts'
import { type Refused, refuse } from '../kernel/index.ts'

export const LONGEST_TITLE = 60
export const LONGEST_WORDS = 500
export const LONGEST_NAME = 40
export const MOST_POSTS = 6
export const MOST_CANDIDATES = 40
export const MOST_SEATS = 21
export const MOST_BOXES = 30
export const MOST_FURTHER_DAYS = 90

export type ElectionCandidate = {
  readonly key: string
  readonly name: string
  readonly profile: string
  /** As whoever draws up the list notes it (Organic Law of Villagers’ Committees, art. 6). */
  readonly woman: boolean
}

/** Keys of candidates are counted through all posts: whoever stands for two has two. */
export type Post = {
  readonly key: string
  /** Empty where there is only one list. */
  readonly title: string
  readonly seats: number
  readonly candidates: readonly ElectionCandidate[]
}

export type ElectionPlan = {
  readonly title: string
  readonly purpose: string
  readonly posts: readonly Post[]
  readonly day: LocalDate
  /** Where and from when to when. */
  readonly place: string
  readonly boxes: readonly string[]
  /** Whether votes for a higher post are added to a lower one (下加), as the assembly’s election rules declare before the roll hangs. */
  readonly addsDown: boolean
  /** Days within which seats left open are voted on, as the assembly’s election rules declare; null where they give none. */
  readonly furtherWithin: number | null
  /** Null of an election. */
  readonly recall: RecallDemand | null
}

/** Who asks for a recall, of whom and why. Organic Law of Villagers’ Committees (2018), art. 16. */
export type RecallDemand = {
  readonly by: 'voters' | 'representatives'
  readonly signed: number
  /** Of so many who might have signed. */
  readonly of: number
  readonly on: LocalDate
  readonly members: readonly RecalledMember[]
}
export type RecalledMember = {
  readonly office: string
  readonly name: string
  readonly reasons: string
  /** What the member says to it (申辩); empty as long as they said nothing. */
  readonly statement: string
}

/** What is asked of one post in one turn: so many seats are open, and these stand for them. It is a section of the ballot. */
export type Section = {
  readonly post: string
  readonly title: string
  readonly seats: number
  readonly standing: readonly Stands[]
}
export type Named = { readonly key: string; readonly name: string }
/** Of whom voters wrote in nobody may have noted it yet. */
export type Stands = Named & { readonly woman: boolean | null }

/** Names that are spelt the same are one name. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

export const namedTwice = (all: readonly string[]): boolean => new Set(all.map(plainName)).size < all.length

export type PlanRefusal = 'candidates-twice' | 'posts-twice' | 'boxes-twice' | 'posts-missing' | 'recall-unfit'

/** In one post nobody stands twice; in several somebody may, and who is elected to two of them keeps one. */
export const unfitPlan = ({ posts, boxes }: ElectionPlan): Refused<PlanRefusal> | null => {
  if (posts.length === 0) return refuse('posts-missing')
  if (posts.some(({ candidates }) => namedTwice(candidates.map(({ name }) => name)))) return refuse('candidates-twice')
  const titles = posts.map(({ title }) => title)
  if (namedTwice(titles) || (titles.length > 1 && titles.includes(''))) return refuse('posts-twice')
  return namedTwice(boxes) ? refuse('boxes-twice') : null
}

export const sectionsOf = (posts: readonly Post[]): readonly Section[] =>
  posts.map(({ key, title, seats, candidates }) => ({
    post: key,
    title,
    seats,
    standing: candidates.map((each) => ({ key: each.key, name: each.name, woman: each.woman })),
  }))
