// Work for the outside world as a transaction asks for it.
import type { Transaction } from './database/tables.ts'

/** `data` carries ids only: whoever runs the job reads what it needs. */
export type JobDraft = {
  readonly kind: string
  readonly data: Readonly<Record<string, string>>
}

export type Jobs = {
  readonly send: (trx: Transaction, drafts: readonly JobDraft[]) => Promise<void>
}
