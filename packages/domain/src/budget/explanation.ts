// What one voter's share paid for: retold from what is published and the voter's own ballot, without anybody else's.
import { type Rational, decimal, lesser, minus, rational, times } from '../rational/index.ts'

/** As published: in the order in which they were bought, `cap` null for one that filled up what was left. */
export type PublishedWinner = { readonly id: string; readonly cap: Rational | null }

export type Spending = {
  readonly paid: readonly { readonly id: string; readonly amount: Rational }[]
  readonly left: Rational
}

/** Expects an approval ballot. A supporter pays the cap, or all that is left. */
export const spendingOf = (
  share: Rational,
  winners: readonly PublishedWinner[],
  approved: readonly string[],
): Spending =>
  winners.reduce<Spending>(
    ({ paid, left }, { id, cap }) => {
      if (cap === null || !approved.includes(id)) return { paid, left }
      const amount = lesser(cap, left)
      return { paid: [...paid, { id, amount }], left: minus(left, amount) }
    },
    { paid: [], left: share },
  )

/** What each of so many ballots has to begin with. Expects one ballot at least, and an amount as it was declared. */
export const firstShare = (amount: string, ballots: number): Rational => {
  const whole = decimal(amount)
  if (!whole) throw new Error(`${amount} is no amount`)
  return times(whole, rational(1n, BigInt(ballots)))
}
