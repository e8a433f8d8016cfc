// The count of a question that ranks or scores: its figures as ballots that anybody can count again, and what they come to.
import { isRefused } from '../kernel/index.ts'
import { type CountShown, type RankedClaim, type TieRule, countRanked, shownCount } from '../ranking/index.ts'
import type { Figures } from './figures.ts'
import { choicesOf } from './marking.ts'
import type { Amounts, Measure } from './measure.ts'
import { unitsOf } from './measure.ts'
import type { PreferenceQuestion } from './question.ts'

type Counted = {
  readonly question: PreferenceQuestion
  readonly figures: Figures
  readonly measure: Measure
  readonly ties: TieRule
  readonly lots: readonly string[] | null
}

const numberOf = (amounts: Amounts | undefined, measure: Measure): number =>
  Number(unitsOf(amounts ?? {}, measure) ?? 0n)

/** Totals are additive: a ballot with one mark for each vote comes to the same sums, and tells nobody's whole ballot. */
const marks = ({ question, figures, measure }: Counted) =>
  choicesOf(question).flatMap((key) => {
    const count = numberOf(figures.votes[key], measure)
    return count > 0 ? [{ marks: [key], count }] : []
  })

const scores = ({ question, figures }: Counted) =>
  choicesOf(question).flatMap((key) =>
    (figures.points?.[key] ?? []).flatMap((count, points) => (count > 0 ? [{ scores: { [key]: points }, count }] : [])),
  )

/** What `yishi rank FILE` reads. Orders stand in it as they were cast, without whose they are; of points and approvals only totals do. */
export const rankedClaimOf = (counted: Counted): RankedClaim => {
  const { question, figures, ties } = counted
  const { seats } = question
  const terms = { options: [...choicesOf(question)], lots: counted.lots === null ? null : [...counted.lots] }
  switch (question.type) {
    case 'ranked': {
      const ballots = (figures.orders ?? []).map(({ order, count }) => ({ ranking: [...order], count }))
      return seats === 1
        ? { method: 'irv', ...terms, ties, ballots }
        : { method: 'stv', ...terms, seats, ties, ballots }
    }
    case 'scored':
      return { method: 'score', ...terms, seats, highest: question.highest, ballots: scores(counted) }
    case 'approval':
      return { method: 'approval', ...terms, seats, ballots: marks(counted) }
    case 'limited':
      return { method: 'limited', ...terms, seats, most: question.most, ballots: marks(counted) }
  }
}

/** Null where nobody has named anything. Without lots, equal votes would leave it open: a poll always opens with them. */
export const countPreference = (counted: Counted): CountShown | null => {
  const claim = rankedClaimOf(counted)
  if (claim.ballots.length === 0) return null
  const found = countRanked(claim)
  if (isRefused(found)) throw new Error(`figures that cannot be counted: ${found.refused}`)
  return 'winners' in found ? shownCount(found) : null
}
