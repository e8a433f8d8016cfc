// What the server's own acts need, made once at the start and handed on as an argument.
import type { CommunityId, Ids } from '@yishi/domain/kernel'
import type { Settings } from '../settings.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/tables.ts'
import type { FileStore } from './files.ts'
import type { Jobs } from './job-draft.ts'
import type { Signer } from './signer.ts'

export type Log = {
  readonly info: (facts: object, message: string) => void
  readonly warn: (facts: object, message: string) => void
  readonly error: (facts: object, message: string) => void
}

export type Context = {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly files: FileStore
  /** Signs for the ledger of a community under its origin. */
  readonly signer: (community: CommunityId) => Signer
  readonly log: Log
  readonly settings: Settings
  readonly jobs: Jobs
}
