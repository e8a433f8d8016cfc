// Counting a secret election: what tellers write down of one box, section by section and name by name, whether it can be true, and what all boxes come to. RULES R2.4, R7.30.
import { z } from 'zod'
import { namedTwiceIn } from './adding.ts'
import { LONGEST_NAME, type Named, type Section, namedTwice, plainName } from './plan.ts'

const whole = z.int().min(0).max(1_000_000)
export const postKeySchema = z.string().regex(/^p\d{1,2}$/)
/** `c` of those who stand on the ballot, `w` of those who were written in. */
export const candidateKeySchema = z.string().regex(/^[cw]\d{1,4}$/)

export const MOST_WRITTEN = 100

const section = {
  /** Too many names for this post, or unreadable here: the section is void, the rest of the ballot counts. */
  spoiled: whole,
  /** Nobody named for this post. */
  blank: whole,
  votes: z.record(candidateKeySchema, whole),
}
const written = z.strictObject({ name: z.string().trim().min(1).max(LONGEST_NAME), votes: whole.min(1) })

/** Of one box: how many ballots were in it, how many of them are void as a whole, and what stands in each section. */
export const boxCountSchema = z.strictObject({
  collected: whole,
  spoiled: whole,
  posts: z.record(
    postKeySchema,
    z.strictObject({ ...section, written: z.array(written).max(MOST_WRITTEN).readonly() }),
  ),
})
export type BoxCount = z.infer<typeof boxCountSchema>

/** The same once written names have keys, as names on the ballot have. */
export const keyedBoxSchema = z.strictObject({
  collected: whole,
  spoiled: whole,
  posts: z.record(postKeySchema, z.strictObject(section)),
})
export type KeyedBox = z.infer<typeof keyedBoxSchema>
export type SectionCount = KeyedBox['posts'][string]

export type BoxRefusal =
  | 'box-incomplete'
  | 'box-impossible'
  | 'box-named-twice'
  | 'written-not-allowed'
  | 'written-listed'
  | 'written-twice'

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0)
const sameKeys = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key) => other.includes(key))

type Whole = Pick<KeyedBox, 'collected' | 'spoiled'>
type Marked = Whole & Pick<SectionCount, 'spoiled' | 'blank'> & { readonly whole: number }

/** Ballots whose section for a post is neither void nor blank. */
const validIn = ({ collected, whole: voided, spoiled, blank }: Marked): number => collected - voided - spoiled - blank

/** A valid section names one at least, nobody twice, and no more than there are seats. */
const possible = (seats: number, marked: Marked, marks: readonly number[]): boolean => {
  const valid = validIn(marked)
  const all = sum(marks)
  return valid >= 0 && marks.every((each) => each <= valid) && all >= valid && all <= valid * seats
}

type Asked = Pick<Section, 'post' | 'seats'> & { readonly keys: readonly string[] }

/** Whether a box with keys for all names can be true. */
export const wrongKeyed = (
  sections: readonly Asked[],
  { collected, spoiled, posts }: KeyedBox,
): 'box-incomplete' | 'box-impossible' | null => {
  const asked = sections.map(({ post }) => post)
  if (!sameKeys(Object.keys(posts), asked)) return 'box-incomplete'
  for (const { post, seats, keys } of sections) {
    const { votes, ...rest } = posts[post]!
    if (!sameKeys(Object.keys(votes), keys)) return 'box-incomplete'
    if (!possible(seats, { collected, whole: spoiled, ...rest }, Object.values(votes))) return 'box-impossible'
  }
  return null
}

const wrongNames = ({ standing }: Section, names: readonly string[], writeIns: boolean): BoxRefusal | null => {
  if (names.length > 0 && !writeIns) return 'written-not-allowed'
  if (namedTwice(names)) return 'written-twice'
  const listed = new Set(standing.map(({ name }) => plainName(name)))
  return names.some((name) => listed.has(plainName(name))) ? 'written-listed' : null
}

export type BoxRules = { readonly writeIns: boolean; readonly addsDown: boolean }

/** Whether what a teller entered can be true. */
export const wrongBox = (
  sections: readonly Section[],
  count: BoxCount,
  { writeIns, addsDown }: BoxRules,
): BoxRefusal | null => {
  for (const each of sections) {
    const names = count.posts[each.post]?.written.map(({ name }) => name) ?? []
    const wrong = wrongNames(each, names, writeIns)
    if (wrong) return wrong
  }
  const { written: found, boxes } = keyed(sections, [count])
  const wrong = wrongKeyed(askedOf(sections, found), boxes[0]!)
  if (wrong || !addsDown) return wrong
  const named = sections.map(({ post, standing }) => ({ post, candidates: [...standing, ...(found[post] ?? [])] }))
  return namedTwiceIn(named, boxes[0]!) ? 'box-named-twice' : null
}

const namesIn = (written: BoxCount['posts'][string]['written']): ReadonlyMap<string, number> =>
  new Map(written.map(({ name, votes }) => [plainName(name), votes]))

const sameSection = (one: BoxCount['posts'][string], other: BoxCount['posts'][string] | undefined): boolean => {
  if (!other || one.spoiled !== other.spoiled || one.blank !== other.blank) return false
  const [names, others] = [namesIn(one.written), namesIn(other.written)]
  return (
    Object.entries(one.votes).every(([key, votes]) => other.votes[key] === votes) &&
    names.size === others.size &&
    [...names].every(([name, votes]) => others.get(name) === votes)
  )
}

/** In whatever order names were written down. */
export const sameCount = (one: BoxCount, other: BoxCount): boolean =>
  one.collected === other.collected &&
  one.spoiled === other.spoiled &&
  Object.entries(one.posts).every(([post, counted]) => sameSection(counted, other.posts[post]))

/** Of each post who was written in, with a key. */
export type Written = Readonly<Record<string, readonly Named[]>>

/** In the order in which names turn up, numbered through all posts. */
const writtenIn = (sections: readonly Section[], boxes: readonly BoxCount[]): Written => {
  let number = 0
  return Object.fromEntries(
    sections.map(({ post }) => {
      const all = boxes.flatMap(({ posts }) => posts[post]?.written ?? [])
      const first = new Map<string, string>()
      for (const { name } of all) if (!first.has(plainName(name))) first.set(plainName(name), name)
      return [post, [...first.values()].map((name) => ({ key: `w${(number += 1)}`, name }))]
    }),
  )
}

export const askedOf = (sections: readonly Section[], written: Written): readonly Asked[] =>
  sections.map(({ post, seats, standing }) => ({
    post,
    seats,
    keys: [...standing, ...(written[post] ?? [])].map(({ key }) => key),
  }))

const keyedSection = (
  { spoiled, blank, votes, written }: BoxCount['posts'][string],
  names: readonly Named[],
): SectionCount => {
  const found = namesIn(written)
  const more = names.map(({ key, name }) => [key, found.get(plainName(name)) ?? 0])
  return { spoiled, blank, votes: { ...votes, ...Object.fromEntries(more) } }
}

/** The boxes of a turn with a key for every name that was written in. */
export const keyed = (
  sections: readonly Section[],
  boxes: readonly BoxCount[],
): { readonly written: Written; readonly boxes: readonly KeyedBox[] } => {
  const written = writtenIn(sections, boxes)
  return {
    written,
    boxes: boxes.map(({ collected, spoiled, posts }) => ({
      collected,
      spoiled,
      posts: Object.fromEntries(
        Object.entries(posts).map(([post, counted]) => [post, keyedSection(counted, written[post] ?? [])]),
      ),
    })),
  }
}

export const sumOfBoxes = (sections: readonly Asked[], boxes: readonly KeyedBox[]): KeyedBox => {
  const total = (of: (box: KeyedBox) => number) => sum(boxes.map(of))
  return {
    collected: total(({ collected }) => collected),
    spoiled: total(({ spoiled }) => spoiled),
    posts: Object.fromEntries(
      sections.map(({ post, keys }): [string, SectionCount] => [
        post,
        {
          spoiled: total(({ posts }) => posts[post]?.spoiled ?? 0),
          blank: total(({ posts }) => posts[post]?.blank ?? 0),
          votes: Object.fromEntries(keys.map((key) => [key, total(({ posts }) => posts[post]?.votes[key] ?? 0)])),
        },
      ]),
    ),
  }
}
