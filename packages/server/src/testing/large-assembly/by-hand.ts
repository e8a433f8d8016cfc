// What a large assembly must come to, counted unit by unit the slow way: nothing here knows the program's own rules, lists or sums.
import type { MadeUnit } from './roster.ts'
import { type Deed, type Lane, type Marked, provedOf } from './script.ts'

type Came = { readonly online: boolean; readonly choice: Marked }
type Held = { readonly unit: MadeUnit; voter: number | null; readonly came: Came[] }

/** In own hand before what others noted; of two alike the later one. */
const counting = ({ came }: Held): Marked | null =>
  (came.findLast(({ online }) => online) ?? came.at(-1))?.choice ?? null

/** Whether the deed leaves a ballot of this unit; the first of several owners to cast is the one who votes from then on. */
const leaves = (deed: Deed, held: Held): boolean => {
  if (deed.by !== 'online') return deed.unit === held.unit
  if (!held.unit.owners.includes(deed.person)) return false
  held.voter ??= deed.person
  return held.voter === deed.person
}

const played = (lanes: readonly Lane[]) => {
  const all: Held[] = []
  let turnedAway = 0
  for (const { units, deeds } of lanes) {
    const held = units.map((unit): Held => ({
      unit,
      voter: unit.owners.length === 1 ? unit.owners[0]! : null,
      came: [],
    }))
    for (const deed of deeds) {
      const taken = held.filter((each) => leaves(deed, each))
      for (const { came } of taken) came.push({ online: deed.by === 'online', choice: deed.choice })
      if (taken.length === 0) turnedAway += 1
    }
    all.push(...held)
  }
  return { all, turnedAway }
}

const buyers = ({ index, owners, undelivered }: MadeUnit): string => {
  if (undelivered) return 'the developer'
  return owners.length === 0 ? `nobody known of ${index}` : owners.toSorted((a, b) => a - b).join(' and ')
}

export type Sum = { readonly heads: number; readonly area: string }
export type ByHand = {
  readonly electorate: Sum
  readonly returned: Sum
  readonly of: Readonly<Record<Marked, Sum>>
  readonly silent: Sum
  readonly proven: Sum
  /** All that came in, those that hold, and the owners whose units say different things. */
  readonly ballots: number
  readonly holding: number
  readonly contradictory: number
  readonly twice: number
  /** Who had nothing to cast for, because their co-owner was first. */
  readonly turnedAway: number
  /** Both quorums and both majorities among those who took part, by the Civil Code's art. 278. */
  readonly passes: boolean
}

const metres = (hundredths: number): string => (hundredths / 100).toFixed(2)
const sum = (heads: number, area: number): Sum => ({ heads, area: metres(area) })
const areaOf = (all: readonly Held[]): number => all.reduce((total, { unit }) => total + unit.area, 0)

/** Owner by owner: what all their units say, or that these contradict one another. */
const byOwner = (all: readonly Held[]) =>
  [...Map.groupBy(all, ({ unit }) => buyers(unit)).values()].map((units) => {
    const back = units.filter((each) => counting(each) !== null)
    const said = new Set(back.map(counting))
    const mark: Marked | null = said.size === 0 ? null : said.size > 1 ? 'invalid' : [...said][0]!
    return { units, back, said: said.size, mark }
  })
type Owner = ReturnType<typeof byOwner>[number]

const markedAs = (owners: readonly Owner[], mark: Marked): Sum => {
  const those = owners.filter((each) => each.mark === mark)
  return sum(those.length, areaOf(those.flatMap(({ back }) => back)))
}

/** A unit without a ballot whose owner has voted with another follows nobody, and its area was still delivered. */
const silence = (owners: readonly Owner[]): Pick<ByHand, 'silent' | 'proven'> => {
  const without = (owner: Owner, proofs: readonly string[]) =>
    owner.units.filter((each) => counting(each) === null && proofs.includes(provedOf(each.unit)))
  const headsOf = (proofs: readonly string[]) =>
    owners.filter((owner) => owner.mark === null && without(owner, proofs).length > 0).length
  const unheard = owners.filter(({ mark }) => mark === null)
  return {
    silent: sum(
      headsOf(['delivered', 'proven']),
      areaOf(owners.flatMap((owner) => without(owner, ['delivered', 'proven']))),
    ),
    proven: sum(headsOf(['proven']), areaOf(unheard.flatMap((owner) => without(owner, ['proven'])))),
  }
}

const passing = (electorate: Sum, of: ByHand['of']): boolean => {
  const [all, area] = [(each: Sum) => each.heads, (each: Sum) => Math.round(Number(each.area) * 100)]
  return [all, area].every((size) => {
    const part = size(of.for) + size(of.against) + size(of.abstain)
    return 3 * part >= 2 * size(electorate) && 2 * size(of.for) > part
  })
}

export const countedByHand = (lanes: readonly Lane[]): ByHand => {
  const { all, turnedAway } = played(lanes)
  const owners = byOwner(all)
  const back = all.filter((each) => counting(each) !== null)
  const electorate = sum(owners.length, areaOf(all))
  const of = {
    for: markedAs(owners, 'for'),
    against: markedAs(owners, 'against'),
    abstain: markedAs(owners, 'abstain'),
    invalid: markedAs(owners, 'invalid'),
  }
  return {
    electorate,
    returned: sum(owners.filter(({ mark }) => mark !== null).length, areaOf(back)),
    of,
    ...silence(owners),
    ballots: all.reduce((total, { came }) => total + came.length, 0),
    holding: back.length,
    contradictory: owners.filter(({ said }) => said > 1).length,
    twice: all.filter(({ came }) => came.length > 1).length,
    turnedAway,
    passes: passing(electorate, of),
  }
}
