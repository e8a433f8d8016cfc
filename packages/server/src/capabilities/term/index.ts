// Terms of owners' committees: begun from the published result of an election, kept by the desk and the clock.
export { beginTerm, actOnTerm } from './acting.ts'
export { runningAt } from './ballots-query.ts'
export { term } from './capability.ts'
export { termPages } from './pages.ts'
export { termRoutes } from './routes.ts'
export { termIsTold, termJobs } from './telling.ts'
