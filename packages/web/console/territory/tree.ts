// The territory tree as one searches it: a branch stays when something in it is found.
import type { Territory, TerritoryNode } from '@yishi/contract/place'

type Place = TerritoryNode['places'][number]

const has = (text: string, search: string): boolean => text.toLowerCase().includes(search)
const placeFound = (place: Place, search: string): boolean =>
  has(`${place.name} ${place.label ?? ''} ${place.code}`, search)

const branch = (node: TerritoryNode, search: string): TerritoryNode[] => {
  if (has(node.name, search)) return [node]
  const children = node.children.flatMap((child) => branch(child, search))
  const places = node.places.filter((place) => placeFound(place, search))
  return children.length + places.length > 0 ? [{ ...node, children, places }] : []
}

export const searchTree = (territory: Territory, typed: string): Territory => {
  const search = typed.trim().toLowerCase()
  if (search === '') return territory
  return {
    ...territory,
    places: territory.places.filter((place) => placeFound(place, search)),
    children: territory.children.flatMap((node) => branch(node, search)),
  }
}

type Branch = Pick<TerritoryNode, 'places' | 'children'>

/** Every place of a branch, in the order of the tree. */
export const placesIn = ({ places, children }: Branch): readonly Place[] => [...places, ...children.flatMap(placesIn)]
