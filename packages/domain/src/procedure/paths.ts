// All simple paths through a procedure: no stage twice, up to an end or to a stage that was visited before.
import { type Way, waysOf } from './checks/graph.ts'
import { sortingsContradict } from './gate-logic.ts'
import type { Outcome, Procedure } from './schema.ts'

export type Step = { readonly stage: string; readonly outcome: string }
export type Path = {
  readonly steps: readonly Step[]
  readonly arrives: { readonly end: NonNullable<Outcome['end']> } | { readonly backAt: string }
}

/** More paths than this are not listed, so that a draft full of ways cannot stop the program. */
const MOST_PATHS = 2_000

type Trail = { readonly ways: readonly Way[]; readonly visited: readonly string[] }

/** A matter is sorted in one way at a time: a path that needs two sortings is none. */
const passable = ({ ways }: Trail): boolean => !sortingsContradict(ways.flatMap(({ outcome }) => outcome.gates))

const arrivalOf = ({ ways, visited }: Trail): Path['arrives'] | null => {
  const { outcome, to } = ways.at(-1)!
  if (outcome.end) return { end: outcome.end }
  return to && visited.includes(to.key) ? { backAt: to.key } : null
}

const asPath = ({ ways }: Trail, arrives: Path['arrives']): Path => ({
  steps: ways.map(({ from, outcome }) => ({ stage: from.key, outcome: outcome.key })),
  arrives,
})

/** In the order in which a reader of the procedure meets them. */
export const simplePaths = (procedure: Procedure, most = MOST_PATHS): readonly Path[] => {
  const ways = waysOf(procedure)
  const paths: Path[] = []
  const follow = (stage: string, trail: Trail): void => {
    const visited = [...trail.visited, stage]
    for (const way of ways.filter(({ from }) => from.key === stage)) {
      if (paths.length >= most) return
      const next = { ways: [...trail.ways, way], visited }
      if (!passable(next)) continue
      const arrives = arrivalOf(next)
      if (arrives) paths.push(asPath(next, arrives))
      else follow(way.to!.key, next)
    }
  }
  follow(procedure.stages[0]!.key, { ways: [], visited: [] })
  return paths
}
