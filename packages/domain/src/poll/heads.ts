// Who is one head (人数): units of one owner merge, co-owners of a unit are one, and so is all that the developer still holds. RULES R1.7, R1.8.
import type { PersonId, UnitId } from '../kernel/index.ts'

export type Owned = {
  readonly unit: UnitId
  readonly owners: readonly PersonId[]
  readonly undelivered: boolean
}

/** Whoever bought together is one buyer: the same people with two units are one head, one of them alone is another. */
const buyerOf = ({ unit, owners, undelivered }: Owned): string => {
  if (undelivered) return 'developer'
  return owners.length === 0 ? `unit ${unit}` : [...new Set(owners)].toSorted().join(' ')
}

/** The number of each unit's head, counted from one in the order of the list; a unit without known owners stands alone. */
export const headsOf = (units: readonly Owned[]): readonly number[] => {
  const numbers = new Map<string, number>()
  return units.map((unit) => {
    const buyer = buyerOf(unit)
    const known = numbers.get(buyer)
    if (known !== undefined) return known
    numbers.set(buyer, numbers.size + 1)
    return numbers.size
  })
}
