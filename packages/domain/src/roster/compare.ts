// Compares a workbook with what the community has: a verdict for every row, and what to write if no row is wrong.
import type { Ids } from '../kernel/index.ts'
import { compareNodes } from './compare-nodes.ts'
import { compareOwners, compareStaff } from './compare-people.ts'
import { compareParties, comparePoints, compareUnits } from './compare-things.ts'
import { type RowVerdict, type Verdict, startDraft } from './draft.ts'
import type { Problem } from './problem.ts'
import { readSheets } from './reading.ts'
import type { RosterRows, RosterSnapshot } from './rows.ts'
import type { RawSheet } from '../sheet/index.ts'

export type Comparison = {
  readonly rows: readonly RowVerdict[]
  /** Those of whole sheets and headers; a row has its own. */
  readonly problems: readonly Problem[]
  readonly counts: Readonly<Record<Verdict, number>>
  /** Null where anything is wrong: a wrong file writes nothing. */
  readonly plan: RosterRows | null
}

/** Whatever the workbook does not mention stays as it is, and so does what an empty cell could mean. */
export const compareRoster = (sheets: readonly RawSheet[], current: RosterSnapshot, ids: Ids): Comparison => {
  const { rows, problems } = readSheets(sheets)
  const draft = startDraft(current, ids)
  compareNodes(draft, rows.nodes)
  compareParties(draft, rows.parties)
  compareUnits(draft, rows.units)
  comparePoints(draft, rows.points)
  compareOwners(draft, rows.owners)
  compareStaff(draft, rows.staff)
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 }
  for (const { verdict } of draft.verdicts) counts[verdict] += 1
  const wrong = problems.length > 0 || counts.error > 0
  return { rows: draft.verdicts, problems, counts, plan: wrong ? null : draft.writes }
}
