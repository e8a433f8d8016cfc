// What reviewers asked for when they agreed, told from the ledger: the words that were sealed, and when each was met.
import type { ConditionView } from '@yishi/contract/matter'
import type { Leaf } from '@yishi/domain/ledger'
import { type Condition, type Procedure, seatOf } from '@yishi/domain/procedure'
import type { StoryRow } from './story.ts'

const factsOf = (row: StoryRow): Leaf['facts'] => (JSON.parse(row.leaf) as Leaf).facts

const textsOf = (rows: readonly StoryRow[]): ReadonlyMap<unknown, string> =>
  new Map(
    rows
      .filter(({ type }) => type === 'MatterSigned')
      .flatMap((row) => {
        const ids = factsOf(row)['conditions'] as readonly string[]
        const texts = (row.opened?.['asked'] ?? []) as readonly string[]
        return ids.map((id, index) => [id, texts[index] ?? ''] as const)
      }),
  )

export const conditionViews = (
  conditions: readonly Condition[],
  procedure: Procedure,
  rows: readonly StoryRow[],
): ConditionView[] => {
  const texts = textsOf(rows)
  const meetings = new Map(
    rows.filter(({ type }) => type === 'ConditionMet').map((row) => [factsOf(row)['condition'], row]),
  )
  return conditions.map(({ condition, seat }) => {
    const met = meetings.get(condition)
    return {
      condition,
      seat: seatOf(procedure, seat).names,
      text: texts.get(condition) || null,
      met: met ? { at: met.at, note: (met.opened?.['note'] as string | undefined) ?? null } : null,
    }
  })
}
