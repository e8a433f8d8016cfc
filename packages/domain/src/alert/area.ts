// Where an urgent notice holds: which places lie in it, and the smallest part of the territory that holds all of it.
import { covers } from '../kernel/index.ts'

/** For a page about one place; what is about the whole community (`path` '') shows everything that runs in it. */
export const touches = (areas: readonly string[], path: string): boolean =>
  path === '' || areas.some((area) => covers(area, path))

export const commonPath = (areas: readonly string[]): string => {
  const [first = '', ...rest] = areas
  const steps = first.split('.')
  for (let length = steps.length; length > 0; length -= 1) {
    const path = steps.slice(0, length).join('.')
    if (rest.every((area) => covers(path, area))) return path
  }
  return ''
}
