// A made-up electorate of any size as rows of a roster: stairways of forty units, co-owners, owners of several flats, the developer's stock, shops and parking.
import type { NodeId, PersonId, UnitId } from '@yishi/domain/kernel'
import { NO_ROWS, type RosterRows } from '@yishi/domain/roster'
import type { UnitUse } from '@yishi/domain/territory'
import { chanceOf } from '../../../../domain/src/poll/testing/stress.ts'

export type Chance = ReturnType<typeof chanceOf>

/** What is known of a unit before anybody votes; owners by their number. */
export type MadeUnit = {
  readonly index: number
  readonly stairway: number
  readonly use: UnitUse
  /** In hundredths of a square metre. */
  readonly area: number
  readonly undelivered: boolean
  /** The first one holds all units of its lane; a second one this unit alone. */
  readonly owners: readonly number[]
}

const UNITS_PER_STAIRWAY = 40
const STAIRWAYS_PER_BUILDING = 3
const DEVELOPER = 0

/** One owner in twelve holds several units, one unit in five has two owners. */
const ownersOf = (index: number, count: number, chance: Chance): readonly number[] => {
  const several = Math.max(1, Math.floor(count / 40))
  const first = chance(12) === 0 ? 1 + chance(several) : 1 + several + index
  return chance(5) === 0 ? [first, 1 + several + count + index] : [first]
}

/** A flat for each of so many strangers, who are numbered from `first` on. */
export const flatsOf = (count: number, first: number): readonly MadeUnit[] =>
  Array.from({ length: count }, (_, index) => {
    const stairway = Math.floor(index / UNITS_PER_STAIRWAY)
    return { index, stairway, use: 'flat', area: 5000 + index, undelivered: false, owners: [first + index] }
  })

/** Of a hundred units twelve are parking and three shops, two are the developer's. */
export const unitsMade = (count: number, seed: number): readonly MadeUnit[] => {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, (_, index) => {
    const kind = chance(100)
    const use = kind < 12 ? 'parking' : kind < 15 ? 'shop' : 'flat'
    const area = use === 'parking' ? 1250 + chance(500) : use === 'shop' ? 3000 + chance(40_000) : 4500 + chance(12_000)
    const owners = ownersOf(index, count, chance)
    const undelivered = kind >= 98
    const stairway = Math.floor(index / UNITS_PER_STAIRWAY)
    return { index, stairway, use, area, undelivered, owners: undelivered ? [DEVELOPER] : owners }
  })
}

export const personOf = (number: number): PersonId => `per_made${number}`
/** Of numbers that are given to nobody here. */
const phoneOf = (number: number): string => `1990${String(number).padStart(7, '0')}`

const squareMetres = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

const buildingOf = (stairway: number): number => Math.floor(stairway / STAIRWAYS_PER_BUILDING)
const keyOfStairway = (stairway: number): string =>
  `M-${buildingOf(stairway) + 1}-${(stairway % STAIRWAYS_PER_BUILDING) + 1}`
export const pathOfStairway = (stairway: number): string => `M-${buildingOf(stairway) + 1}.${keyOfStairway(stairway)}`

type Node = RosterRows['nodes'][number]

const nodesOf = (stairways: number): readonly Node[] => {
  const buildings = Math.ceil(stairways / STAIRWAYS_PER_BUILDING)
  const building = (number: number): NodeId => `nod_made${number}`
  return [
    ...Array.from({ length: buildings }, (_, number): Node => {
      const key = `M-${number + 1}`
      const path = key
      return {
        node: building(number),
        parent: null,
        key,
        kind: 'building',
        name: `${number + 1}号楼`,
        path,
        position: number,
      }
    }),
    ...Array.from({ length: stairways }, (_, number): Node => {
      const above = buildingOf(number)
      const [key, path] = [keyOfStairway(number), pathOfStairway(number)]
      const name = `${(number % STAIRWAYS_PER_BUILDING) + 1}单元`
      return {
        node: `nod_made${above}s${number}`,
        parent: building(above),
        key,
        kind: 'stairway',
        name,
        path,
        position: number,
      }
    }),
  ]
}

/** The door of a unit is its index, so that whoever reads a list finds it again. */
export const rosterOf = (units: readonly MadeUnit[]): RosterRows => {
  const nodes = nodesOf((units.at(-1)?.stairway ?? 0) + 1)
  const stairways = nodes.filter(({ kind }) => kind === 'stairway')
  const people = [...new Set(units.flatMap(({ owners }) => owners))]
  const unit = (index: number): UnitId => `unt_made${index}`
  return {
    ...NO_ROWS,
    nodes,
    units: units.map(({ index, stairway, use, area, undelivered }) => ({
      unit: unit(index),
      node: stairways[stairway]!.node,
      door: `#${index}`,
      use,
      area: squareMetres(area),
      undelivered,
    })),
    persons: people.map((number) => ({ person: personOf(number), name: `业主${number}`, phone: phoneOf(number) })),
    ownerships: units.flatMap(({ index, owners }) =>
      owners.map((number) => ({ unit: unit(index), person: personOf(number), share: `1/${owners.length}` })),
    ),
  }
}

export const indexIn = (name: string): number => Number(name.slice(name.lastIndexOf('#') + 1))
