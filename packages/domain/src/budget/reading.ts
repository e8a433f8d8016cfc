// What is handed in at the desk for somebody without a phone: how, and what each of two people read on it.
import type { PersonId } from '../kernel/index.ts'

/** `desk`: said in person, on a slip that the voter signs; `paper`: on the printed sheet of the voter. */
export const NOTED_AT = ['desk', 'paper'] as const
export type NotedAt = (typeof NOTED_AT)[number]

export const BUDGET_CHANNELS = ['online', ...NOTED_AT] as const
export type BudgetChannel = (typeof BUDGET_CHANNELS)[number]

export type Reading = { readonly by: PersonId; readonly choice: readonly string[] }
export type Readings = {
  readonly where: NotedAt
  /** How many ballots there were of this voter when it was handed in. */
  readonly after: number
  readonly first: Reading
  /** Only where it differs from the first: a third decides. */
  readonly second: Reading | null
}
