// The projects that a `.pb` file lists, as a round could put them to the vote: a verdict for each, and none of its ballots. RULES R7.20.
import { type Refused, isRefused, refuse } from '../kernel/index.ts'
import { type Rational, asDecimal, compare } from '../rational/index.ts'
import { type PbFile, type PbFileRefusal, type PbTable, readPb } from './pb-file.ts'
import { type PbRefusal, amountIn, countDiffers, metaOf, projectsIn } from './pb-reading.ts'
import { yuan } from './plan.ts'
import { LONGEST_NAME, LONGEST_TITLE, MOST_PROJECTS } from './round.ts'

/** `left-over`: more than a round asks about. */
export const PB_VERDICTS = [
  'fits',
  'unnamed',
  'name-too-long',
  'named-twice',
  'cost-unfit',
  'too-dear',
  'left-over',
] as const
export type PbVerdict = (typeof PB_VERDICTS)[number]

export type PbLine = {
  /** Of the file, counted from 1. */
  readonly line: number
  readonly name: string
  /** In yuan where it fits, else as it is written. */
  readonly cost: string
  readonly place: string
  readonly note: string
  readonly verdict: PbVerdict
}
export type PbDraft = {
  /** `''` where the file says none that a round could have. */
  readonly title: string
  readonly amount: string
  /** Null where the file does not say. */
  readonly currency: string | null
  readonly projects: readonly PbLine[]
}
export type PbDraftRefusal =
  | PbFileRefusal
  | 'pb-budget-nothing'
  | Extract<
      PbRefusal,
      | 'pb-key-missing'
      | 'pb-key-twice'
      | 'pb-column-missing'
      | 'pb-amount-unreadable'
      | 'pb-project-twice'
      | 'pb-project-unnamed'
      | 'pb-count-differs'
    >

const LONGEST_PLACE = 60
const LONGEST_NOTE = 300

/** The first of these columns that says something. */
const cellIn = (table: PbTable, cells: readonly string[], ...columns: readonly string[]): string =>
  columns.map((column) => (cells[table.columns.indexOf(column)] ?? '').trim()).find((text) => text !== '') ?? ''

/** What does not fit beside a project is left out whole, not cut in the middle. */
const upTo = (text: string, longest: number): string => (text.length > longest ? '' : text)

/** A cost in yuan as people write it; null for one with parts of a fen, or for nothing. */
const inYuan = (cost: Rational): string | null => {
  const text = asDecimal(cost)
  return text !== null && yuan(text) ? text : null
}

type Row = Omit<PbLine, 'verdict'> & { readonly price: Rational }

const verdictOn = (row: Row, { earlier, budget }: { earlier: ReadonlySet<string>; budget: Rational }): PbVerdict => {
  if (row.name === '') return 'unnamed'
  if (row.name.length > LONGEST_NAME) return 'name-too-long'
  if (earlier.has(row.name)) return 'named-twice'
  if (inYuan(row.price) === null) return 'cost-unfit'
  return compare(row.price, budget) > 0 ? 'too-dear' : 'fits'
}

const judged = (rows: readonly Row[], budget: Rational): readonly PbLine[] => {
  const earlier = new Set<string>()
  let fits = 0
  return rows.map(({ price, ...line }) => {
    const verdict = verdictOn({ price, ...line }, { earlier, budget })
    earlier.add(line.name)
    if (verdict !== 'fits') return { ...line, verdict }
    fits += 1
    return { ...line, verdict: fits > MOST_PROJECTS ? 'left-over' : verdict }
  })
}

const rowsOf = ({ projects: table }: PbFile, costs: readonly Rational[]): readonly Row[] =>
  table.rows.map(({ line, cells }, at) => ({
    line,
    name: cellIn(table, cells, 'name'),
    cost: inYuan(costs[at]!) ?? cellIn(table, cells, 'cost'),
    place: upTo(cellIn(table, cells, 'place', 'neighborhood', 'district'), LONGEST_PLACE),
    note: upTo(cellIn(table, cells, 'note', 'description', 'category'), LONGEST_NOTE),
    price: costs[at]!,
  }))

/** A file that cannot be read is refused as a whole, with the line and what is wrong with it. */
export const draftIn = (text: string): PbDraft | Refused<PbDraftRefusal> => {
  const file = readPb(text)
  if (isRefused(file)) return file
  const meta = metaOf(file)
  if (isRefused(meta)) return meta
  const budget = amountIn(meta, 'budget')
  if (isRefused(budget)) return budget
  if (budget.numerator === 0n) return refuse('pb-budget-nothing', { line: meta.get('budget')!.line })
  const listed = projectsIn(file.projects)
  if (isRefused(listed)) return listed
  const differs = countDiffers(meta, 'num_projects', listed.length)
  if (differs) return differs
  const rows = rowsOf(
    file,
    listed.map(({ cost }) => cost),
  )
  return {
    title: upTo(meta.get('description')?.value ?? '', LONGEST_TITLE),
    amount: inYuan(budget) ?? '',
    currency: meta.get('currency')?.value || null,
    projects: judged(rows, budget),
  }
}
