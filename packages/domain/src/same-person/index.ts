// Rows of one list that are one person (同一人): somebody who signed in before the roster's row became theirs stands on it twice. One person, one vote: whichever row votes first counts.
import type { BallotId, Instant } from '../kernel/index.ts'

/** What a ballot has to know where its row is not the only one of its person; null where it is. */
export type SameRows = {
  /** Under which the rows of one person stand together. */
  readonly key: string
  /** The ballot that counts; null until one of them is cast. */
  readonly counts: BallotId | null
  /** It was found that this ballot counts beside another, and settled. */
  readonly settled: boolean
}

export type ListedRow = {
  readonly list: string
  readonly ballot: BallotId
  /** Null where nobody has signed in as this row. */
  readonly account: string | null
  /** When its first ballot was taken; null where it has none that holds. */
  readonly voted: Instant | null
}

export type RowsOfOne = {
  readonly key: string
  readonly ballots: readonly BallotId[]
  readonly counts: BallotId | null
  /** Those that hold too, and must not. */
  readonly doubled: readonly BallotId[]
}

const byFirstVote = (one: ListedRow, other: ListedRow): number =>
  one.voted! < other.voted! ? -1 : one.voted! > other.voted! ? 1 : one.ballot < other.ballot ? -1 : 1

const together = (rows: readonly ListedRow[]): RowsOfOne => {
  const ballots = rows.map(({ ballot }) => ballot).toSorted()
  const [first, ...others] = rows.filter(({ voted }) => voted !== null).toSorted(byFirstVote)
  return { key: ballots[0]!, ballots, counts: first?.ballot ?? null, doubled: others.map(({ ballot }) => ballot) }
}

/** The rows of one account on one list belong together where there are several. */
export const rowsOfOne = (rows: readonly ListedRow[]): readonly RowsOfOne[] => {
  const known = rows.filter(({ account }) => account !== null)
  return [...Map.groupBy(known, ({ list, account }) => `${list} ${account}`).values()]
    .filter((same) => same.length > 1)
    .map(together)
}

export type SameRowRefusal = 'other-row-voted'

/** Another row of the same person has voted, and counts. */
export const otherRowVoted = (ballot: BallotId, same: SameRows | null): boolean =>
  same !== null && same.counts !== null && same.counts !== ballot

/** A ballot was taken for this row before it was known to be another's too. */
export const countsTwice = (ballot: BallotId, same: SameRows | null): boolean =>
  otherRowVoted(ballot, same) && !same!.settled
