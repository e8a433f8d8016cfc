// Where an urgent notice holds: which places lie in it, and the smallest part of the territory that holds all of it.
import { covers } from '../kernel/index.ts'

/** The areas that lie within a place, where none of them covers all of it. */
export const partsWithin = (areas: readonly string[], path: string): readonly string[] =>
  areas.some((area) => covers(area, path)) ? [] : areas.filter((area) => covers(path, area))

/** For a page about one place: it shows what covers the place or a part of it. */
export const touches = (areas: readonly string[], path: string): boolean =>
  areas.some((area) => covers(area, path) || covers(path, area))

export const commonPath = (areas: readonly string[]): string => {
  const [first = '', ...rest] = areas
  const steps = first.split('.')
  for (let length = steps.length; length > 0; length -= 1) {
    const path = steps.slice(0, length).join('.')
    if (rest.every((area) => covers(path, area))) return path
  }
  return ''
}
