// Court bundles: who may take one, and what the verifier finds in it.
export {
  ANCHOR,
  BUNDLE_DATA,
  type BundleAnchor,
  type BundleManifest,
  type BundledLedger,
  type BundledResult,
  MANIFEST,
  anchorSchema,
  bundledLedgerSchema,
  bundledResultSchema,
  manifestSchema,
} from './contents.ts'
export {
  type BundleEnd,
  type BundleFailure,
  type BundledPoll,
  type CourtBundle,
  type CourtBundleCommand,
  type CourtBundleEvent,
  type CourtBundleRefusal,
  courtBundleEntry,
  courtBundles,
  KEPT_DAYS,
  mayNotTake,
} from './court-bundle.ts'
