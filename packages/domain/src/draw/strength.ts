// Whether the sources can fall in at least as many ways as the draw can end (RFC 3797 section 3): five dice cannot shuffle thirty households.
import type { DrawRound, DrawSource } from './announcement.ts'

/** Beyond this many nobody could try the ways out, however many results there are. */
const ENOUGH = 1n << 64n

const product = (from: number, to: number): bigint => {
  let result = 1n
  for (let factor = from; factor <= to; factor++) result *= BigInt(factor)
  return result
}

const arrangements = (pool: number, count: number): bigint => product(pool - count + 1, pool)
const combinations = (pool: number, count: number): bigint => arrangements(pool, count) / product(1, count)

const waysOf = (source: DrawSource): bigint => {
  switch (source.kind) {
    case 'drand':
      return 1n << 256n
    case 'lottery':
      return combinations(source.most - source.least + 1, source.numbers)
    case 'dice':
      return BigInt(source.sides) ** BigInt(source.throws)
  }
}

/** Whether only who is drawn matters, or also when. */
const results = (rounds: readonly DrawRound[]): bigint =>
  rounds.reduce((all, { pool, count }) => {
    const chosen = rounds.length === 1 && count < pool.length
    return all * (chosen ? combinations : arrangements)(pool.length, count)
  }, 1n)

const bits = (ways: bigint): number => (ways <= 1n ? 0 : (ways - 1n).toString(2).length)

/** Bits that tell one result from all others, rounded up. */
export const bitsNeeded = (rounds: readonly DrawRound[]): number => bits(results(rounds))

export const isStrongEnough = (sources: readonly DrawSource[], rounds: readonly DrawRound[]): boolean => {
  const ways = sources.reduce((all, source) => all * waysOf(source), 1n)
  const needed = results(rounds)
  return ways >= (needed < ENOUGH ? needed : ENOUGH)
}
