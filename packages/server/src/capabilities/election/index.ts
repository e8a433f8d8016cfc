// Secret elections: a roll, ballots without any mark on paper, boxes counted by two, and the result on the spot.
export { actOn as actOnElection, draftElection } from './acting.ts'
export { election } from './capability.ts'
export { electionsAhead } from './list-query.ts'
export { electionPages } from './pages.ts'
export { rollOf } from './roll-query.ts'
export { electionRoutes } from './routes.ts'
export { electionIsTold, electionJobs } from './telling.ts'
