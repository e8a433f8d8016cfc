// A procedure as a graph: its ways between stages, and what can be reached along some of them.
import type { Outcome, Procedure, Stage } from '../schema.ts'

export type Way = { readonly from: Stage; readonly outcome: Outcome; readonly to: Stage | null }
export type WayFilter = (way: Way) => boolean

/** Every outcome of every stage; one that names an unknown stage is left out. `to` is null at an end. */
export const waysOf = (procedure: Procedure): readonly Way[] =>
  procedure.stages.flatMap((from) =>
    from.outcomes.flatMap((outcome): Way[] => {
      if (outcome.end) return [{ from, outcome, to: null }]
      const to = procedure.stages.find(({ key }) => key === outcome.to)
      return to ? [{ from, outcome, to }] : []
    }),
  )

/** The stages that can be visited from this one, itself included, along the ways that pass. */
export const reachedFrom = (
  ways: readonly Way[],
  start: string,
  passes: WayFilter = () => true,
): ReadonlySet<string> => {
  const reached = new Set([start])
  const open = [start]
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const way of ways)
      if (way.from.key === key && way.to && passes(way) && !reached.has(way.to.key)) {
        reached.add(way.to.key)
        open.push(way.to.key)
      }
  return reached
}

/** The stages that lie on a circle of ways that pass. */
export const onCircle = (ways: readonly Way[], passes: WayFilter): readonly string[] => {
  const passing = ways.filter((way) => way.to !== null && passes(way))
  const starts = new Set(passing.map((way) => way.from.key))
  return [...starts].filter((start) =>
    passing.some((way) => way.from.key === start && reachedFrom(passing, way.to!.key).has(start)),
  )
}
