// Court bundles: all that an owners' vote left behind as one archive, made by a job, kept for a while, and the record of who took it.
export { courtBundle } from './capability.ts'
export { bundlesOf } from './bundles-query.ts'
export { courtBundleRoutes } from './routes.ts'
export { bundleIsFollowed } from './telling.ts'
export { type CourtBundleWork, courtBundleWork } from './work.ts'
