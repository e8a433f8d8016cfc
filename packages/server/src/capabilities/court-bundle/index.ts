// Court bundles: all that an owners' vote left behind as one archive, and the record that it was taken.
export { courtBundle } from './capability.ts'
export { courtBundleRoutes } from './routes.ts'
