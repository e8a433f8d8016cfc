// A court bundle as the kernel performs it: one row for each that was taken.
import {
  type CourtBundle,
  type CourtBundleCommand,
  type CourtBundleEvent,
  type CourtBundleRefusal,
  courtBundleEntry,
  courtBundles,
} from '@yishi/domain/court-bundle'
import type { CourtBundleId } from '@yishi/domain/kernel'
import type { Capability } from '../../kernel/capability.ts'
import './tables.ts'

export const courtBundle: Capability<CourtBundle, CourtBundleCommand, CourtBundleEvent, CourtBundleRefusal> = {
  name: 'court-bundle',
  rulebook: courtBundles,
  store: {
    lock: () => Promise.resolve({ status: 'absent' }),
    write: {
      CourtBundleTaken: (trx, { community, id }, { poll, by, files, bytes, manifest }, at) =>
        trx
          .insertInto('court_bundle')
          .values({
            community_id: community,
            bundle_id: id as CourtBundleId,
            poll_id: poll,
            person_id: by,
            files,
            bytes,
            manifest,
            at,
          })
          .execute(),
    },
  },
  toEntry: courtBundleEntry,
}
