// Who an account is on the roster: claims to own a unit, confirmed once by the committee or by another owner of it.
export { lodgeClaim } from './acting.ts'
export { claim } from './capability.ts'
export { type IdentityCheck, identityCheckJobs } from './check.ts'
export { claimWaits, standingsOf } from './homes-query.ts'
export { homePages } from './pages.ts'
export { claimRoutes } from './routes.ts'
export { claimIsTold, claimJobs } from './telling.ts'
