// Who votes how in a large assembly, decided beforehand: every channel, two in a hundred twice, and owners of several units who contradict themselves.
import { chanceOf } from '../../../../domain/src/poll/testing/stress.ts'
import type { Chance, MadeUnit } from './roster.ts'

export type Marked = 'for' | 'against' | 'abstain' | 'invalid'

/** Online somebody casts for all units that are theirs to cast for; everything else is of one unit. */
export type Deed =
  | { readonly by: 'online'; readonly person: number; readonly choice: Marked }
  | { readonly by: 'paper' | 'door' | 'hall' | 'phone'; readonly unit: MadeUnit; readonly choice: Marked }

/** What the owner of one lane and their co-owners do, one after another. */
export type Lane = { readonly units: readonly MadeUnit[]; readonly deeds: readonly Deed[] }

/** Sheets are printed for every fourth stairway: there people vote on paper. */
export const isPrinted = ({ stairway }: Pick<MadeUnit, 'stairway'>): boolean => stairway % 4 === 0

const CHOICES = ['for', 'for', 'for', 'against', 'abstain'] as const
const choiceBy = (chance: Chance): Marked => CHOICES[chance(CHOICES.length)]!

/** Where no sheet was printed, the hall takes it down. */
const noted = (by: 'paper' | 'door' | 'hall' | 'phone', unit: MadeUnit, choice: Marked): Deed => ({
  by: (by === 'paper' || by === 'door') && !isPrinted(unit) ? 'hall' : by,
  unit,
  choice,
})

const coOwners = (units: readonly MadeUnit[]) => units.flatMap(({ owners }) => owners.slice(1))

/** Of ten co-owners one is first; then the unit is theirs to cast for. */
const online = (units: readonly MadeUnit[], chance: Chance): readonly Deed[] => {
  const owner = units[0]!.owners[0]!
  const first = coOwners(units).filter(() => chance(10) === 0)
  return [
    ...first.map((person): Deed => ({ by: 'online', person, choice: choiceBy(chance) })),
    { by: 'online', person: owner, choice: choiceBy(chance) },
  ]
}

const NOTED = ['hall', 'paper', 'door', 'hall', 'phone'] as const

const onPaper = (units: readonly MadeUnit[], chance: Chance, alike: boolean): readonly Deed[] => {
  const all = choiceBy(chance)
  const by = NOTED[chance(NOTED.length)]!
  return units.map((unit, index) => {
    const choice = alike ? all : index % 2 === 0 ? 'for' : 'against'
    return noted(by, unit, chance(60) === 0 ? 'invalid' : choice)
  })
}

/** Two phones, or a sheet after the phone, or the phone after a sheet, or two of those who note. */
const again = (units: readonly MadeUnit[], chance: Chance): readonly Deed[] => {
  if (chance(2) === 0) return [{ by: 'online', person: units[0]!.owners[0]!, choice: choiceBy(chance) }]
  return [noted('hall', units[0]!, choiceBy(chance))]
}

/** Of those with several units one in so many contradicts itself: about one ballot in a hundred. */
const CONTRADICTS = 4

const firstRound = (units: readonly MadeUnit[], chance: Chance): readonly Deed[] => {
  const draw = chance(100)
  if (draw < 30) return []
  if (units.length > 1 && chance(CONTRADICTS) === 0) return onPaper(units, chance, false)
  const likesPaper = units.some(isPrinted)
  return draw < (likesPaper ? 55 : 94) ? online(units, chance) : onPaper(units, chance, true)
}

export const lanesOf = (units: readonly MadeUnit[], seed: number): readonly Lane[] => {
  const chance = chanceOf(seed)
  const byOwner = Map.groupBy(units, ({ owners }) => owners[0])
  return [...byOwner.values()].map((own) => {
    const deeds = firstRound(own, chance)
    const twice = deeds.length > 0 && chance(50) === 0
    return { units: own, deeds: twice ? [...deeds, ...again(own, chance)] : deeds }
  })
}

/** Of a silent unit: nothing, the list of delivery, or also that its owner was told and warned. */
export const provedOf = ({ index }: MadeUnit): 'none' | 'delivered' | 'proven' =>
  index % 20 === 0 ? 'none' : index % 4 === 0 ? 'delivered' : 'proven'
