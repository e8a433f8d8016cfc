// Counting a secret election: what tellers write down of one box, whether it can be true, and what all boxes come to. RULES R2.4.
import { z } from 'zod'

const whole = z.int().min(0).max(1_000_000)

/** Of one box: how many ballots were in it, how many of them are spoiled (too many names, unreadable) or blank, and how many name each candidate. */
export const boxCountSchema = z.strictObject({
  collected: whole,
  spoiled: whole,
  blank: whole,
  votes: z.record(z.string().regex(/^c\d{1,2}$/), whole),
})
export type BoxCount = z.infer<typeof boxCountSchema>

export type BoxRefusal = 'box-incomplete' | 'box-impossible'

type Asked = { readonly candidates: readonly { readonly key: string }[]; readonly seats: number }

export const validIn = ({ collected, spoiled, blank }: BoxCount): number => collected - spoiled - blank

/** A valid ballot names one at least, nobody twice, and no more than there are seats. */
export const wrongBox = ({ candidates, seats }: Asked, count: BoxCount): BoxRefusal | null => {
  const keys = candidates.map(({ key }) => key)
  const given = Object.keys(count.votes)
  if (given.length !== keys.length || !keys.every((key) => given.includes(key))) return 'box-incomplete'
  const valid = validIn(count)
  const votes = Object.values(count.votes)
  const marks = votes.reduce((sum, each) => sum + each, 0)
  const possible = valid >= 0 && votes.every((each) => each <= valid) && marks >= valid && marks <= valid * seats
  return possible ? null : 'box-impossible'
}

export const sameCount = (one: BoxCount, other: BoxCount): boolean =>
  one.collected === other.collected &&
  one.spoiled === other.spoiled &&
  one.blank === other.blank &&
  Object.entries(one.votes).every(([key, votes]) => other.votes[key] === votes)

export const sumOfBoxes = (keys: readonly string[], boxes: readonly BoxCount[]): BoxCount => {
  const sum = (of: (box: BoxCount) => number) => boxes.reduce((total, box) => total + of(box), 0)
  return {
    collected: sum(({ collected }) => collected),
    spoiled: sum(({ spoiled }) => spoiled),
    blank: sum(({ blank }) => blank),
    votes: Object.fromEntries(keys.map((key) => [key, sum(({ votes }) => votes[key] ?? 0)])),
  }
}
