// The electorate (表决人名册): drawn up with the draft, frozen with a digest when the poll opens; people who vote for themselves, or units whose owners merge into heads (R1.7–R1.8).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { BallotId, PartyId, PersonId, PollId, UnitId, VoterId } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import type { UnitUse } from '../territory/index.ts'
import { type Amounts, amountsOf, exactSum, unitsOf } from './measure.ts'
import type { PollRule } from './rule.ts'

export type UnitOwner = { readonly person: PersonId; readonly name: string; readonly share: string }

/** The unit that a ballot belongs to, as the roster knew it. */
export type UnitOnList = {
  readonly unit: UnitId
  readonly use: UnitUse
  /** Who may cast for it: they choose one among themselves (R1.8); nobody where the roster names no owner. */
  readonly owners: readonly UnitOwner[]
  /** Not sold, or sold and not handed over: of the developer's one head (R1.7). */
  readonly undelivered: boolean
}

export type Voter = {
  readonly voter: VoterId
  /** Under which the ledger speaks of this voter's ballot; the list alone tells whose it is. */
  readonly ballot: BallotId
  /** Who casts it in person. Null for somebody without an entry in the roster, whose ballot can only be noted, and where several owners have yet to choose. */
  readonly person: PersonId | null
  readonly party: PartyId | null
  /** Of the person, or of the unit: `12号楼 2单元 302`. */
  readonly name: string
  /** The stairway or grid that they vote for, `''` for none. */
  readonly path: string
  /** All voters with the same number count as one head, however many ballots they cast. */
  readonly head: number
  /** The zone that consents or refuses with this ballot; `''` where none does. */
  readonly zone: string
  readonly unit: UnitOnList | null
  /** Without heads: those are counted by `head`. */
  readonly amounts: Amounts
}

/** Known voters, or the totals of a list that is kept elsewhere. */
export type Electorate = { readonly voters: readonly Voter[] } | { readonly totals: Amounts }

/** One more than the highest number of a head: heads are numbered densely. */
export const headRoom = (voters: readonly Pick<Voter, 'head'>[]): number => {
  let most = -1
  for (const { head } of voters) most = Math.max(most, head)
  return most + 1
}

/** How many heads voters are. */
export const headsIn = (voters: readonly Pick<Voter, 'head'>[]): number => {
  const seen = new Uint8Array(headRoom(voters))
  let heads = 0
  for (const { head } of voters) {
    heads += 1 - seen[head]!
    seen[head] = 1
  }
  return heads
}

type Counted = Pick<Voter, 'head' | 'zone' | 'amounts'>

/** What voters come to together: heads merged, everything else added up. */
export const amountOfVoters = (voters: readonly Counted[], { measures }: Pick<PollRule, 'measures'>): Amounts =>
  amountsOf((measure) => {
    if (!measures.includes(measure)) return null
    if (measure === 'heads') return BigInt(headsIn(voters))
    if (measure === 'zones') return BigInt(new Set(voters.flatMap(({ zone }) => zone || [])).size)
    return exactSum(measure, voters)
  })

export const totalsOf = (electorate: Electorate, rule: PollRule): Amounts =>
  'totals' in electorate ? electorate.totals : amountOfVoters(electorate.voters, rule)

export const isEmpty = (electorate: Electorate, rule: PollRule): boolean =>
  rule.measures.some((measure) => (unitsOf(totalsOf(electorate, rule), measure) ?? 0n) === 0n)

const twice = (all: readonly string[]): boolean => new Set(all).size < all.length

/** One person, one vote, and one ballot to a unit: nobody and nothing stands twice on the list. */
export const namesTwice = (electorate: Electorate): boolean => {
  if ('totals' in electorate) return false
  const { voters } = electorate
  const people = voters.flatMap(({ person, unit }) => (person && !unit ? [person] : []))
  return twice(people) || twice(voters.flatMap(({ unit }) => unit?.unit ?? []))
}

/** SHA-256 over the canonical text. The ids of voters, which nobody else knows, keep the list from being guessed. */
export const digestOf = (poll: PollId, electorate: Electorate): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText({ poll, ...electorate }))))
