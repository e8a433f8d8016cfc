// The tables of court bundles, as the compiler sees them: those asked for, and who has taken which.
import type { BundleStage } from '@yishi/contract/court-bundle'
import type { BundleEnd, BundleFailure } from '@yishi/domain/court-bundle'
import type { CommunityId, CourtBundleId, Instant, Language, PersonId, PollId } from '@yishi/domain/kernel'
import type { Generated } from 'kysely'

export type CourtBundleRow = {
  community_id: CommunityId
  bundle_id: CourtBundleId
  poll_id: PollId
  /** Who asked for it. */
  person_id: PersonId
  lang: Language
  status: Generated<'asked' | 'ready' | 'failed' | 'gone'>
  asked_at: Instant
  stage: Generated<BundleStage>
  /** Of the whole work, in hundredths. */
  done: Generated<number>
  /** The number of the last attempt at making it. */
  tries: Generated<number>
  /** Under which the archive is saved. */
  name: string | null
  files: number | null
  /** Of all files together, before they are packed. */
  bytes: number | null
  /** SHA-256 of the list of files, in hex. */
  manifest: string | null
  /** Of the archive, in bytes. */
  size: number | null
  ready_at: Instant | null
  goes_at: Instant | null
  why: BundleEnd | BundleFailure | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    court_bundle: CourtBundleRow
    court_bundle_taking: {
      community_id: CommunityId
      bundle_id: CourtBundleId
      /** From one, of this bundle. */
      number: number
      poll_id: PollId
      person_id: PersonId
      files: number
      bytes: number
      manifest: string
      at: Instant
    }
  }
}
