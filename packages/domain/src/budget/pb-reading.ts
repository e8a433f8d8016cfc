// What a `.pb` file says: the amount, the projects and the ballots; each refusal names the line and what is wrong with it. RULES R7.20.
import { type Refused, isRefused, refuse } from '../kernel/index.ts'
import type { Candidate, Election, Support } from './election.ts'
import type { PbFile, PbRow, PbTable } from './pb-file.ts'
import { type Rational, decimal, greatestDivisor } from '../rational/index.ts'

export const VOTE_TYPES = ['approval', 'choose-1', 'cumulative', 'scoring'] as const
export type VoteType = (typeof VOTE_TYPES)[number]

export type PbRefusal =
  | 'pb-key-missing'
  | 'pb-key-twice'
  | 'pb-column-missing'
  | 'pb-amount-unreadable'
  | 'pb-vote-type-unknown'
  | 'pb-project-twice'
  | 'pb-project-unnamed'
  | 'pb-project-unknown'
  | 'pb-voter-twice'
  | 'pb-vote-twice'
  | 'pb-votes-too-many'
  | 'pb-points-differ'
  | 'pb-points-unreadable'
  | 'pb-count-differs'
  | 'pb-nobody-voted'

type Read<T, Code extends PbRefusal = PbRefusal> = T | Refused<Code>
type Meta = ReadonlyMap<string, { readonly value: string; readonly line: number }>

/** Reads row after row and ends at the first that is refused. */
const each = <T, Code extends PbRefusal>(
  rows: readonly PbRow[],
  read: (row: PbRow) => Read<T, Code>,
): Read<readonly T[], Code> => {
  const all: T[] = []
  for (const row of rows) {
    const one = read(row)
    if (isRefused(one)) return one
    all.push(one)
  }
  return all
}

export const metaOf = ({ meta }: PbFile): Read<Meta, 'pb-key-twice'> => {
  const found = new Map<string, { value: string; line: number }>()
  for (const { cells, line } of meta.rows) {
    const [key = '', value = ''] = cells
    if (found.has(key)) return refuse('pb-key-twice', { line, key })
    found.set(key, { value, line })
  }
  return found
}

/** Where the columns of these names stand. */
const columnsOf = <Name extends string>(
  table: PbTable,
  ...names: readonly Name[]
): Read<Readonly<Record<Name, number>>, 'pb-column-missing'> => {
  const missing = names.find((name) => !table.columns.includes(name))
  if (missing !== undefined) return refuse('pb-column-missing', { line: table.line, column: missing })
  return Object.fromEntries(names.map((name) => [name, table.columns.indexOf(name)])) as Record<Name, number>
}

type AmountRefusal = 'pb-key-missing' | 'pb-amount-unreadable'

export const amountIn = (meta: Meta, key: string): Read<Rational, AmountRefusal> => {
  const found = meta.get(key)
  if (!found) return refuse('pb-key-missing', { key })
  const amount = decimal(found.value)
  return amount ?? refuse('pb-amount-unreadable', { line: found.line, value: found.value })
}

const voteTypeIn = (meta: Meta): Read<VoteType> => {
  const found = meta.get('vote_type')
  if (!found) return refuse('pb-key-missing', { key: 'vote_type' })
  const type = VOTE_TYPES.find((known) => known === found.value.toLowerCase())
  return type ?? refuse('pb-vote-type-unknown', { line: found.line, value: found.value })
}

export type Listed = { readonly id: string; readonly cost: Rational }

type ListRefusal = 'pb-column-missing' | 'pb-project-unnamed' | 'pb-project-twice' | 'pb-amount-unreadable'

export const projectsIn = (table: PbTable): Read<readonly Listed[], ListRefusal> => {
  const at = columnsOf(table, 'project_id', 'cost')
  if (isRefused(at)) return at
  const known = new Set<string>()
  return each<Listed, ListRefusal>(table.rows, ({ line, cells }) => {
    const id = cells[at.project_id]!
    const cost = decimal(cells[at.cost]!)
    if (id === '') return refuse('pb-project-unnamed', { line })
    if (known.has(id)) return refuse('pb-project-twice', { line, project: id })
    known.add(id)
    return cost ? { id, cost } : refuse('pb-amount-unreadable', { line, value: cells[at.cost]! })
  })
}

/** Points that a total was divided into may go on for long; amounts of money do not. */
const FINEST_POINTS = 18

const listIn = (text: string): readonly string[] => (text === '' ? [] : text.split(',').map((part) => part.trim()))

type Marks = readonly { readonly project: number; readonly points: Rational }[]

/** Reads the ballot of one row, given the positions of its columns; `points` is null where a vote is just a mark. */
const ballotReader = (
  type: VoteType,
  positions: ReadonlyMap<string, number>,
  at: { readonly vote: number; readonly points: number | null },
) => {
  const one: Rational = { numerator: 1n, denominator: 1n }
  return ({ line, cells }: PbRow): Read<Marks> => {
    const voted = listIn(cells[at.vote]!)
    const points = at.points === null ? null : listIn(cells[at.points]!)
    if (type === 'choose-1' && voted.length > 1) return refuse('pb-votes-too-many', { line, most: 1 })
    if (new Set(voted).size !== voted.length) return refuse('pb-vote-twice', { line })
    if (points && points.length !== voted.length)
      return refuse('pb-points-differ', { line, expected: voted.length, found: points.length })
    const marks: { project: number; points: Rational }[] = []
    for (const [index, id] of voted.entries()) {
      const project = positions.get(id)
      if (project === undefined) return refuse('pb-project-unknown', { line, project: id })
      const given = points ? decimal(points[index]!, FINEST_POINTS) : one
      if (!given) return refuse('pb-points-unreadable', { line, value: points![index]! })
      marks.push({ project, points: given })
    }
    return marks
  }
}

const ballotsIn = (table: PbTable, type: VoteType, projects: readonly Listed[]): Read<readonly Marks[]> => {
  const at = columnsOf(table, 'voter_id', 'vote')
  if (isRefused(at)) return at
  const withPoints = type === 'cumulative' || type === 'scoring' ? columnsOf(table, 'points') : null
  if (isRefused(withPoints)) return withPoints
  const positions = new Map(projects.map(({ id }, position) => [id, position]))
  const read = ballotReader(type, positions, { vote: at.vote, points: withPoints?.points ?? null })
  const known = new Set<string>()
  return each<Marks, PbRefusal>(table.rows, (row) => {
    const voter = row.cells[at.voter_id]!
    if (known.has(voter)) return refuse('pb-voter-twice', { line: row.line, voter })
    known.add(voter)
    return read(row)
  })
}

/** A file that ends too early is noticed: where it says how many rows it has, it has them. */
export const countDiffers = (
  meta: Meta,
  key: 'num_projects' | 'num_votes',
  found: number,
): Refused<'pb-count-differs'> | null => {
  const said = meta.get(key)
  if (!said || said.value === String(found)) return null
  return refuse('pb-count-differs', { line: said.line, key, expected: said.value, found })
}

/** Points as whole numbers: only how they stand to one another matters. */
const wholePoints = (ballots: readonly Marks[]): bigint =>
  ballots
    .flat()
    .reduce((all, { points: { denominator } }) => (all / greatestDivisor(all, denominator)) * denominator, 1n)

const supported = (projects: readonly Listed[], ballots: readonly Marks[]): readonly Candidate[] => {
  const scale = wholePoints(ballots)
  const supports: Support[][] = projects.map(() => [])
  for (const [voter, marks] of ballots.entries())
    for (const { project, points } of marks) {
      const whole = (points.numerator * scale) / points.denominator
      if (whole > 0n) supports[project]!.push({ voter, points: whole })
    }
  return projects.map((project, position) => ({ ...project, supports: supports[position]! }))
}

/** Every voter has a share, also one who left the ballot empty. Approval: a project is worth its cost; otherwise the points given. */
export const electionIn = (file: PbFile): Read<Election> => {
  const meta = metaOf(file)
  if (isRefused(meta)) return meta
  const budget = amountIn(meta, 'budget')
  if (isRefused(budget)) return budget
  const type = voteTypeIn(meta)
  if (isRefused(type)) return type
  const projects = projectsIn(file.projects)
  if (isRefused(projects)) return projects
  const ballots = ballotsIn(file.votes, type, projects)
  if (isRefused(ballots)) return ballots
  const differs = countDiffers(meta, 'num_projects', projects.length) ?? countDiffers(meta, 'num_votes', ballots.length)
  if (differs) return differs
  if (ballots.length === 0) return refuse('pb-nobody-voted', { line: file.votes.line })
  const worth = type === 'approval' || type === 'choose-1' ? 'cost' : 'points'
  return { budget, voters: ballots.length, projects: supported(projects, ballots), worth }
}
