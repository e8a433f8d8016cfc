// A large electorate made up for tests and benchmarks: co-owners, owners of several flats, the developer's stock, shops and parking; ballots that replace and contradict one another.
import type { UnitId } from '../../kernel/index.ts'
import { CHANNELS, type Channel, type ExportedPoll, type PollRule, headsOf } from '../index.ts'

/** The same numbers from the same seed on every machine (mulberry32). */
export const chanceOf = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Chance = ReturnType<typeof chanceOf>

const areaOf = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`

/** Of a hundred units twelve are parking and three shops, two are the developer's; one owner in twelve holds several, one unit in five has two owners. */
const ownersOf = (index: number, count: number, chance: Chance): readonly `per_${string}`[] => {
  const owner = chance(12) === 0 ? chance(Math.max(1, Math.floor(count / 40))) : count + index
  return chance(5) === 0 ? [`per_${owner}`, `per_${2 * count + index}`] : [`per_${owner}`]
}

const unitsOf = (count: number, chance: Chance) =>
  Array.from({ length: count }, (_, index) => {
    const kind = chance(100)
    const area = kind < 12 ? 1_250 + chance(500) : kind < 15 ? 3_000 + chance(40_000) : 4_500 + chance(12_000)
    return {
      unit: `unt_${index}` as UnitId,
      owners: ownersOf(index, count, chance),
      undelivered: kind >= 98,
      area: areaOf(area),
      zone: `${((index * 5) % 7) % 5}`,
    }
  })

const CHOICES = ['for', 'for', 'for', 'against', 'abstain', 'invalid'] as const

export const stressPoll = (
  count: number,
  { rule, regime = 'strict', seed = 1 }: { rule: PollRule; regime?: ExportedPoll['regime']; seed?: number },
): ExportedPoll => {
  const chance = chanceOf(seed)
  const units = unitsOf(count, chance)
  const heads = headsOf(units)
  const listed = units.map(({ area, zone }, index) => ({
    voter: `vtr_${String(index).padStart(7, '0')}`,
    head: heads[index]!,
    zone,
    amounts: { area },
  }))
  /** Whoever has several units mostly marks all of them alike. */
  const marked = new Map<number, string>()
  const choiceOf = (head: number): string => {
    const known = marked.get(head)
    const choice = known && chance(10) > 0 ? known : CHOICES[chance(CHOICES.length)]!
    marked.set(head, choice)
    return choice
  }
  const ballotOf = (head: number) => {
    const channel: Channel = CHANNELS[chance(CHANNELS.length)]!
    return { channel, choice: [choiceOf(head)], at: '2026-12-20T02:00:00.000Z' }
  }
  const said = () => (chance(10) < 7 ? 1 + (chance(8) === 0 ? 1 + chance(2) : 0) : 0)
  const proofs = ['none', 'delivered', 'proven', 'proven'] as const
  const voters = listed.map((voter) => {
    const ballots = Array.from({ length: said() }, () => ballotOf(voter.head))
    return { ...voter, ballots, proof: ballots.length > 0 ? 'none' : proofs[chance(proofs.length)]! } as const
  })
  const question = { type: 'for-against', text: '更换物业公司？', explanation: '' } as const
  return { format: 'yishi-poll/1', poll: 'pol_stress', rule, regime, question, digest: '', lots: null, voters }
}
