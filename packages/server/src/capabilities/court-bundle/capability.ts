// What the kernel has to know about court bundles.
import {
  type CourtBundle,
  type CourtBundleCommand,
  type CourtBundleEvent,
  type CourtBundleRefusal,
  courtBundleEntry,
  courtBundles,
} from '@yishi/domain/court-bundle'
import type { Capability } from '../../kernel/capability.ts'
import { courtBundleStore } from './store.ts'

export const courtBundle: Capability<CourtBundle, CourtBundleCommand, CourtBundleEvent, CourtBundleRefusal> = {
  name: 'court-bundle',
  rulebook: courtBundles,
  store: courtBundleStore,
  toEntry: courtBundleEntry,
  wakes: (state) =>
    state.status === 'ready' ? { at: state.goesAt, command: { type: 'EndCourtBundle', why: 'time' } } : null,
}
