// The electorate (表决人名册): drawn up with the draft, frozen with a digest when the poll opens.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { BallotId, PartyId, PersonId, PollId, VoterId } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type Amounts, sumOf, unitsOf } from './measure.ts'
import type { PollRule } from './rule.ts'

export const MOST_VOTERS = 10_000

export type Voter = {
  readonly voter: VoterId
  /** Under which the ledger speaks of this voter's ballot; the list alone tells whose it is. */
  readonly ballot: BallotId
  /** Null for somebody without an entry in the roster: their ballot can only be noted. */
  readonly person: PersonId | null
  readonly party: PartyId | null
  readonly name: string
  /** The stairway or grid that they vote for, `''` for none. */
  readonly path: string
  readonly amounts: Amounts
}

/** Known voters by name, or the totals of a list that is kept elsewhere. */
export type Electorate = { readonly voters: readonly Voter[] } | { readonly totals: Amounts }

export const totalsOf = (electorate: Electorate, { measures }: PollRule): Amounts =>
  'totals' in electorate
    ? electorate.totals
    : sumOf(
        electorate.voters.map(({ amounts }) => amounts),
        measures,
      )

export const isEmpty = (electorate: Electorate, rule: PollRule): boolean =>
  rule.measures.some((measure) => (unitsOf(totalsOf(electorate, rule), measure) ?? 0n) === 0n)

/** One person, one vote: nobody stands twice on the list. */
export const namesTwice = (electorate: Electorate): boolean => {
  if ('totals' in electorate) return false
  const people = electorate.voters.flatMap(({ person }) => (person ? [person] : []))
  return new Set(people).size < people.length
}

/** SHA-256 over the canonical text. The ids of voters, which nobody else knows, keep the list from being guessed. */
export const digestOf = (poll: PollId, electorate: Electorate): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText({ poll, ...electorate }))))
