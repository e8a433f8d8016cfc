// What the desk is told where two rows of a list that had both voted turned out to be one person.
export type VotedTwice = {
  /** The question, or the title of the round. */
  readonly title: string
  /** Of the row whose ballot counts, and of the other, shortened. */
  readonly counts: string
  readonly other: string
  /** Found after the result: both were counted. */
  readonly late: boolean
}
