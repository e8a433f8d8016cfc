// A procedure as a drawing: stages in layers from left to right, and the ways between them, for the designer and the handbook.
import type { Act } from './acts.ts'
import { type Way, waysOf } from './checks/graph.ts'
import type { Gate } from './gates.ts'
import type { End, Names, Outcome, Procedure, Stage } from './schema.ts'

export type DrawnStage = {
  readonly stage: string
  readonly act: Act
  readonly names: Names
  readonly column: number
  readonly row: number
  readonly actors: readonly { readonly seat: string; readonly names: Names }[]
  readonly limits: Stage['limits']
}
export type DrawnWay = {
  readonly from: string
  readonly outcome: string
  readonly names: Names
  readonly taken: Outcome['taken']
  readonly gates: readonly Gate[]
  /** Leads to a stage that lies before, or to the same one. */
  readonly back: boolean
} & ({ readonly to: string } | { readonly end: End })

export type Drawing = { readonly nodes: readonly DrawnStage[]; readonly edges: readonly DrawnWay[] }

/** Ways that close a circle, found by walking from the beginning; without them the rest is a drawing from left to right. */
const backWays = (procedure: Procedure, ways: readonly Way[]): ReadonlySet<Way> => {
  const back = new Set<Way>()
  const seen = new Set<string>()
  const visit = (stage: string, trail: readonly string[]): void => {
    seen.add(stage)
    for (const way of ways.filter(({ from, to }) => from.key === stage && to !== null))
      if (way.to!.key === stage || trail.includes(way.to!.key)) back.add(way)
      else if (!seen.has(way.to!.key)) visit(way.to!.key, [...trail, stage])
  }
  for (const { key } of procedure.stages) if (!seen.has(key)) visit(key, [])
  return back
}

/** The longest way to each stage; without circles it is settled after as many rounds as there are stages. */
const columnsOf = (procedure: Procedure, onward: readonly Way[]): ReadonlyMap<string, number> => {
  const columns = new Map(procedure.stages.map(({ key }) => [key, 0]))
  for (let round = 0; round < procedure.stages.length; round++)
    for (const { from, to } of onward) columns.set(to!.key, Math.max(columns.get(to!.key)!, columns.get(from.key)! + 1))
  return columns
}

const rowsOf = (procedure: Procedure, columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const filled = new Map<number, number>()
  return new Map(
    procedure.stages.map(({ key }) => {
      const column = columns.get(key)!
      const row = filled.get(column) ?? 0
      filled.set(column, row + 1)
      return [key, row]
    }),
  )
}

const drawWay = ({ from, outcome }: Way, back: boolean): DrawnWay => {
  const { key, names, taken, gates } = outcome
  const drawn = { from: from.key, outcome: key, names, taken, gates, back }
  return outcome.end ? { ...drawn, end: outcome.end } : { ...drawn, to: outcome.to! }
}

/** Draws drafts too: an outcome that names an unknown stage is left out. */
export const drawProcedure = (procedure: Procedure): Drawing => {
  const ways = waysOf(procedure)
  const back = backWays(procedure, ways)
  const onward = ways.filter((way) => way.to !== null && !back.has(way))
  const columns = columnsOf(procedure, onward)
  const rows = rowsOf(procedure, columns)
  const seats = new Map(procedure.seats.map(({ key, names }) => [key, names]))
  return {
    nodes: procedure.stages.map(({ key, act, names, limits, actors }) => ({
      stage: key,
      act,
      names,
      column: columns.get(key)!,
      row: rows.get(key)!,
      actors: actors.flatMap((seat) => (seats.has(seat) ? [{ seat, names: seats.get(seat)! }] : [])),
      limits,
    })),
    edges: ways.map((way) => drawWay(way, back.has(way))),
  }
}
